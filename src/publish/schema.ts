import type * as Zod from 'zod'
import { type Briefing, CHANGE_KINDS, CHANGE_SECTIONS } from '../core/briefing.ts'
import { EVENT_TYPES } from '../core/types.ts'

type Z = typeof Zod.z

/** The shapes of a briefing by name; the names are those of the published JSON Schema. */
export type Shapes = ReturnType<typeof shapes>

/** Reads a briefing; unknown fields are refused. zod is handed in because loading it takes longer than a short command. */
export function briefingSchema(z: Z): Zod.ZodType<Briefing> {
  return shapes(z).Briefing
}

const PRECISIONS = ['year', 'season', 'quarter', 'month', 'week', 'day', 'time', 'range'] as const

/** All shapes, each built once, so that the JSON Schema can name and share them. */
export function shapes(z: Z) {
  const values = valueShapes(z)
  const { Evidence, When, Day } = values
  const sentence = sentenceShapes(z, Evidence)
  const { Sentence } = sentence
  const sentences = some(z, Sentence)
  const { DateBasis, Development } = developmentShapes(z, values, sentences)
  const { PlaceEntry, MappedPlace } = placeShapes(z, values, sentences)
  const Statement = z.strictObject({
    speaker: z.string(),
    role: z.exactOptional(z.string()),
    when: z.exactOptional(When),
    where: z.exactOptional(z.string()),
    sentence: Sentence,
  })
  const StatementGroup = z.strictObject({ side: z.string(), statements: some(z, Statement) })
  const DisagreementEntry = disagreementShape(z, Sentence, Evidence)
  const source = sourceShapes(z, values)
  const Change = changeShape(z, Sentence, When)
  const Changes = z.strictObject({ since: Day, list: z.array(Change), sources: z.array(source.Source) })
  const Topic = z.strictObject({
    words: z.string(),
    actors: z.array(z.string()),
    any: z.array(z.string()),
    from: z.exactOptional(Day),
    to: z.exactOptional(Day),
  })
  const Briefing = z.strictObject({
    format: z.literal('dragoman-briefing/1'),
    versions: z.record(z.string(), z.int()),
    topic: Topic,
    asOf: Day,
    counts: z.strictObject({ reports: count(z), lineages: count(z), setAside: count(z) }),
    headline: sentences,
    lead: z.array(Sentence),
    background: z.array(Sentence),
    developments: z.array(Development),
    where: z.array(PlaceEntry),
    places: z.array(MappedPlace),
    statements: z.array(StatementGroup),
    disagreements: z.array(DisagreementEntry),
    changes: z.exactOptional(Changes),
    related: z.array(source.RelatedLink),
    sources: z.array(source.Source),
    notices: z.array(source.Notice),
  })
  const parts = {
    DateBasis,
    Development,
    PlaceEntry,
    MappedPlace,
    Statement,
    StatementGroup,
    DisagreementEntry,
    Change,
    Changes,
    Topic,
  }
  return { Briefing, ...parts, ...sentence, ...source, ...values }
}

function developmentShapes<T extends Zod.ZodType>(
  z: Z,
  { Evidence, When, Actor }: ReturnType<typeof valueShapes>,
  sentences: T,
) {
  const DateBasis = z.strictObject({
    kind: z.enum(['stated', 'relative', 'published']),
    anchor: z.enum(['none', 'published', 'dateline', 'mention', 'speech']),
    at: Evidence,
  })
  const Development = z.strictObject({
    when: When,
    basis: z.exactOptional(DateBasis),
    status: z.enum(['happened', 'expected', 'due']),
    type: z.exactOptional(z.enum(EVENT_TYPES)),
    actors: z.array(Actor),
    places: z.array(z.string()),
    sentences,
  })
  return { DateBasis, Development }
}

function some<T extends Zod.ZodType>(z: Z, item: T) {
  return z.tuple([item], item)
}

function count(z: Z) {
  return z.int().min(0)
}

function valueShapes(z: Z) {
  const Day = z.iso.date()
  const Span = z.strictObject({ start: count(z), end: count(z) })
  const Evidence = z.strictObject({
    article: z.string(),
    in: z.exactOptional(z.literal('title')),
    span: Span,
    by: z.string(),
  })
  const When = z.strictObject({ earliest: Day, latest: Day, precision: z.enum(PRECISIONS), edtf: z.string() })
  const Actor = z.strictObject({
    id: z.string(),
    label: z.string(),
    kind: z.enum(['state', 'organisation', 'person', 'group']),
    country: z.exactOptional(z.string()),
  })
  const point = { latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) }
  const named = { id: z.string(), label: z.string(), country: z.exactOptional(z.string()) }
  const Place = z.strictObject({
    ...named,
    kind: z.enum(['country', 'region', 'city', 'water', 'site']),
    admin1: z.exactOptional(z.string()),
    ...point,
    precision: z.enum(['country', 'region', 'town', 'spot']),
    geonames: z.exactOptional(z.string()),
    doubtful: z.exactOptional(z.literal(true)),
    others: z.exactOptional(z.array(z.strictObject({ ...named, ...point }))),
  })
  const Stamp = z.strictObject({
    value: z.string().regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2}))?$/),
    precision: z.enum(['day', 'second']),
    certainty: z.enum(['stated', 'implied']),
    by: z.string(),
  })
  return { Day, Span, Evidence, When, Actor, Place, Stamp }
}

function placeShapes<T extends Zod.ZodType>(z: Z, { Place, Evidence }: ReturnType<typeof valueShapes>, sentences: T) {
  const type = z.enum(EVENT_TYPES)
  const PlaceEntry = z.strictObject({
    label: z.string(),
    within: z.exactOptional(z.string()),
    places: some(z, Place),
    reports: count(z),
    type,
    sentences,
  })
  const MappedPlace = z.strictObject({
    place: Place,
    reports: count(z),
    events: count(z),
    type,
    ahead: z.boolean(),
    evidence: some(z, Evidence),
  })
  return { PlaceEntry, MappedPlace }
}

type EvidenceShape = ReturnType<typeof valueShapes>['Evidence']

function sentenceShapes(z: Z, Evidence: EvidenceShape) {
  const text = z.string()
  const Part = z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('copied'), text, at: Evidence }),
    z.strictObject({
      kind: z.literal('rendered'),
      text,
      by: z.enum(['date', 'published', 'name', 'capital', 'unit', 'reference']),
      from: some(z, Evidence),
    }),
    z.strictObject({ kind: z.literal('connective'), text }),
  ])
  const Sentence = z.strictObject({
    text,
    form: z.enum(['sentence', 'title', 'phrase']),
    parts: some(z, Part),
    evidence: some(z, Evidence),
    left: z.array(Evidence),
    lineages: count(z),
  })
  return { Part, Sentence }
}

type SentenceShape = ReturnType<typeof sentenceShapes>['Sentence']

function disagreementShape(z: Z, Sentence: SentenceShape, Evidence: EvidenceShape) {
  const ReadingGroup = z.strictObject({ value: z.string(), evidence: some(z, Evidence), lineages: count(z) })
  return z.strictObject({
    question: Sentence,
    readings: z.array(z.strictObject({ value: Sentence, sources: some(z, z.string()), lineages: count(z) })),
    disagreement: z.strictObject({
      id: z.string(),
      event: z.string(),
      about: z.string(),
      readings: z.tuple([ReadingGroup, ReadingGroup], ReadingGroup),
    }),
  })
}

function changeShape(z: Z, Sentence: SentenceShape, When: ReturnType<typeof valueShapes>['When']) {
  return z.strictObject({
    kind: z.enum(CHANGE_KINDS),
    section: z.enum(CHANGE_SECTIONS),
    when: z.exactOptional(When),
    was: z.exactOptional(When),
    now: z.array(Sentence),
    before: z.array(Sentence),
    figures: z.array(z.strictObject({ before: Sentence, now: Sentence })),
    basis: z.enum(['report', 'choice']),
    reports: some(z, z.string()),
  })
}

function sourceShapes(z: Z, { Span, Stamp }: ReturnType<typeof valueShapes>) {
  const Link = z.strictObject({ title: z.string(), url: z.string() })
  const Source = z.strictObject({
    number: z.int().min(1),
    article: z.string(),
    title: z.string(),
    publisher: z.string(),
    lang: z.string(),
    url: z.exactOptional(z.string()),
    published: z.exactOptional(Stamp),
    modified: z.exactOptional(Stamp),
    known: z.exactOptional(Stamp),
    byline: z.exactOptional(z.string()),
    dateline: z.exactOptional(z.strictObject({ place: z.string(), span: Span })),
    lineage: z.string(),
    cited: z.boolean(),
    text: z.string(),
    textId: z.string(),
    related: z.array(Link),
    promoted: z.array(Link),
  })
  const RelatedLink = z.strictObject({ title: z.string(), url: z.string(), kind: z.enum(['related', 'promoted']) })
  const Notice = z.strictObject({
    code: z.string(),
    message: z.string(),
    cure: z.string(),
    file: z.exactOptional(z.string()),
    line: z.exactOptional(z.int()),
    report: z.exactOptional(z.string()),
  })
  return { Link, Source, RelatedLink, Notice }
}
