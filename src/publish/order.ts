import type { Briefing, Changes, DateBasis, DisagreementEntry, Part, Sentence, Source } from '../core/briefing.ts'
import type { Span } from '../core/span.ts'
import type { Actor, Evidence, Link, PlaceValue, Stamp, When } from '../core/types.ts'

/** The keys of an object in the order they are written, with the order inside each; `null`: written as it stands. */
type Order = { readonly [key: string]: Order | null }

/** The order of a type: it must name every field, so that none can be forgotten. */
type OrderOf<T> = T extends readonly (infer Item)[]
  ? OrderOf<Item>
  : T extends object
    ? string extends keyof T
      ? null
      : { readonly [K in keyof T]-?: OrderOf<NonNullable<T[K]>> }
    : null

const SPAN: OrderOf<Span> = { start: null, end: null }
const EVIDENCE: OrderOf<Evidence> = { article: null, in: null, span: SPAN, by: null }
const PART: OrderOf<Part> = { kind: null, text: null, by: null, at: EVIDENCE, from: EVIDENCE }
const SENTENCE: OrderOf<Sentence> = {
  text: null,
  form: null,
  parts: PART,
  evidence: EVIDENCE,
  left: EVIDENCE,
  lineages: null,
}
const WHEN: OrderOf<When> = { earliest: null, latest: null, precision: null, edtf: null }
const BASIS: OrderOf<DateBasis> = { kind: null, anchor: null, at: EVIDENCE }
const STAMP: OrderOf<Stamp> = { value: null, precision: null, certainty: null, by: null }
const ACTOR: OrderOf<Actor> = { id: null, label: null, kind: null, country: null }
const LINK: OrderOf<Link> = { title: null, url: null }
const PLACE: OrderOf<PlaceValue> = {
  label: null,
  kind: null,
  country: null,
  admin1: null,
  latitude: null,
  longitude: null,
  precision: null,
  geonames: null,
  id: null,
  doubtful: null,
  others: { id: null, label: null, country: null, latitude: null, longitude: null },
}
const DISAGREEMENT: OrderOf<DisagreementEntry['disagreement']> = {
  id: null,
  event: null,
  about: null,
  readings: { value: null, evidence: EVIDENCE, lineages: null },
}
const SOURCE: OrderOf<Source> = {
  number: null,
  article: null,
  title: null,
  publisher: null,
  lang: null,
  url: null,
  published: STAMP,
  modified: STAMP,
  known: STAMP,
  byline: null,
  dateline: { place: null, span: SPAN },
  lineage: null,
  cited: null,
  text: null,
  textId: null,
  related: LINK,
  promoted: LINK,
}
const CHANGES: OrderOf<Changes> = {
  since: null,
  list: {
    kind: null,
    section: null,
    when: WHEN,
    was: WHEN,
    now: SENTENCE,
    before: SENTENCE,
    figures: { before: SENTENCE, now: SENTENCE },
    basis: null,
    reports: null,
  },
  sources: SOURCE,
}
const BRIEFING: OrderOf<Briefing> = {
  format: null,
  versions: null,
  topic: { words: null, actors: null, any: null, from: null, to: null },
  asOf: null,
  counts: { reports: null, lineages: null, setAside: null },
  headline: SENTENCE,
  lead: SENTENCE,
  background: SENTENCE,
  developments: {
    when: WHEN,
    basis: BASIS,
    status: null,
    type: null,
    actors: ACTOR,
    places: null,
    sentences: SENTENCE,
  },
  where: { label: null, within: null, places: PLACE, reports: null, type: null, sentences: SENTENCE },
  places: { place: PLACE, reports: null, events: null, type: null, ahead: null, evidence: EVIDENCE },
  statements: { side: null, statements: { speaker: null, role: null, when: WHEN, where: null, sentence: SENTENCE } },
  disagreements: {
    question: SENTENCE,
    readings: { value: SENTENCE, sources: null, lineages: null },
    disagreement: DISAGREEMENT,
  },
  changes: CHANGES,
  related: { title: null, url: null, kind: null },
  sources: SOURCE,
  notices: { code: null, message: null, cure: null, file: null, line: null, report: null },
}

/** A copy of a briefing whose keys stand in the order of the types, without keys that have no value. */
export function orderKeys(briefing: Briefing): unknown {
  return arrange(briefing, BRIEFING)
}

/** The same for changes that stand alone. */
export function orderChanges(changes: Changes): unknown {
  return arrange(changes, CHANGES)
}

function arrange(value: unknown, order: Order | null): unknown {
  if (order === null || typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(item => arrange(item, order))
  const fields = new Map<string, unknown>(Object.entries(value))
  return Object.fromEntries(
    Object.entries(order).flatMap(([key, inner]) =>
      fields.get(key) === undefined ? [] : [[key, arrange(fields.get(key), inner)]],
    ),
  )
}
