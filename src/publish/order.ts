import type { Briefing } from '../core/briefing.ts'

/** The keys of an object in the order they are written, with the order inside each; `null`: written as it stands. */
type Order = { readonly [key: string]: Order | null }

const SPAN: Order = { start: null, end: null }
const EVIDENCE: Order = { article: null, in: null, span: SPAN, by: null }
const PART: Order = { kind: null, text: null, by: null, at: EVIDENCE, from: EVIDENCE }
const SENTENCE: Order = { text: null, form: null, parts: PART, evidence: EVIDENCE, left: EVIDENCE, lineages: null }
const WHEN: Order = { earliest: null, latest: null, precision: null, edtf: null }
const STAMP: Order = { value: null, precision: null, certainty: null, by: null }
const ACTOR: Order = { id: null, label: null, kind: null, country: null }
const LINK: Order = { title: null, url: null }
const PLACE: Order = {
  label: null,
  kind: null,
  country: null,
  latitude: null,
  longitude: null,
  geonames: null,
  id: null,
}
const DISAGREEMENT: Order = {
  id: null,
  event: null,
  about: null,
  readings: { value: null, evidence: EVIDENCE, lineages: null },
}
const SOURCE: Order = {
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
const BRIEFING: Order = {
  format: null,
  versions: null,
  topic: { words: null, actors: null, any: null, from: null, to: null },
  asOf: null,
  counts: { reports: null, lineages: null, setAside: null },
  headline: SENTENCE,
  lead: SENTENCE,
  background: SENTENCE,
  developments: { when: WHEN, status: null, type: null, actors: ACTOR, places: null, sentences: SENTENCE },
  where: { place: PLACE, reports: null, sentences: SENTENCE },
  statements: { side: null, statements: { speaker: null, role: null, when: WHEN, where: null, sentence: SENTENCE } },
  disagreements: {
    question: SENTENCE,
    readings: { value: SENTENCE, sources: null, lineages: null },
    disagreement: DISAGREEMENT,
  },
  related: { title: null, url: null, kind: null },
  sources: SOURCE,
  notices: { code: null, message: null, cure: null, file: null, line: null, report: null },
}

/** A copy of a briefing whose keys stand in the order of the types, without keys that have no value. */
export function orderKeys(briefing: Briefing): unknown {
  return arrange(briefing, BRIEFING)
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
