import { z } from 'zod'
import { SOURCE_KINDS } from '../../core/sources.ts'
import { EVENT_TYPES } from '../../core/types.ts'
import { shapes } from '../../publish/schema.ts'
import { ROLES } from '../context.ts'
import { MARK_ACTIONS, MOST_TEXT } from '../marks.ts'

/** The shapes of a briefing, and of what else the API gives and takes; the names are those in openapi.json. */
export const BRIEFING = shapes(z)

const { Day, Span, Evidence, When, Actor, Place, Stamp, Link, Source, Notice, Sentence, Statement } = BRIEFING
const count = z.int().min(0)
const text = z.string()
const moment = z.string()
const some = z.array

const Amount = z.strictObject({
  kind: z.enum(['count', 'money', 'percent', 'measure', 'number']),
  value: z.number(),
  upper: z.exactOptional(z.number()),
  bound: z.enum(['exact', 'least', 'most', 'about']),
  unit: text,
  per: z.exactOptional(text),
  status: z.exactOptional(text),
})

/** A value as some reports give it. */
function reading<T extends z.ZodType>(value: T) {
  return z.strictObject({ value, certainty: z.enum(['stated', 'implied']), evidence: some(Evidence) })
}

const Event = z.strictObject({
  id: text,
  type: z.enum(EVENT_TYPES),
  mode: z.exactOptional(text),
  flags: z.strictObject({
    negated: z.boolean(),
    future: z.boolean(),
    hypothetical: z.boolean(),
    past: z.boolean(),
  }),
  source: some(reading(Actor)),
  target: some(reading(Actor)),
  when: some(reading(When)),
  where: some(reading(Place)),
  amounts: some(reading(Amount)),
  evidence: some(Evidence),
  lineages: count,
})

const CrisisSummary = z.strictObject({
  name: text,
  topic: BRIEFING.Topic,
  asOf: z.exactOptional(Day),
  headline: z.exactOptional(text),
  reports: count,
  lineages: count,
  revision: count,
})
const DayCount = z.strictObject({
  day: Day,
  reports: count,
  cooperation: count,
  conflict: count,
  materialCooperation: count,
  materialConflict: count,
})
const Mark = z.strictObject({
  id: text,
  at: moment,
  by: text,
  action: z.enum(MARK_ACTIONS),
  target: text,
  text: z.exactOptional(text),
})
const Article = z.strictObject({
  id: text,
  report: text,
  url: z.exactOptional(text),
  publisher: text,
  lang: text,
  title: text,
  byline: z.exactOptional(text),
  dateline: z.exactOptional(z.strictObject({ place: text, span: Span })),
  published: z.exactOptional(Stamp),
  modified: z.exactOptional(Stamp),
  known: z.exactOptional(Stamp),
  text,
  related: some(Link),
  promoted: some(Link),
})
const Hit = z.strictObject({
  article: Article.pick({ id: true, title: true, publisher: true, url: true, published: true }),
  snippet: z.strictObject({ text, found: some(Span) }),
  score: z.number(),
})
const SourceHealth = z.strictObject({
  address: text,
  name: z.exactOptional(text),
  kind: z.exactOptional(z.enum(SOURCE_KINDS)),
  home: z.exactOptional(text),
  lang: z.exactOptional(text),
  answered: z.exactOptional(text),
  asked: z.exactOptional(text),
  next: z.exactOptional(text),
  newest: z.exactOptional(text),
  items: z.exactOptional(count),
  failures: count,
  fault: z.exactOptional(text),
  movedTo: z.exactOptional(text),
  stopped: z.exactOptional(text),
  state: z.enum(['fresh', 'late', 'silent', 'failing', 'stopped']),
  words: text,
})
const Story = z.strictObject({ id: text, title: text, typical: text, articles: some(text), events: some(text) })
const AuditEntry = z.strictObject({
  at: moment,
  who: text,
  from: text,
  method: text,
  path: text,
  status: z.int(),
  what: z.exactOptional(text),
})

/** So many of a list, from a place in it on. */
function page<T extends z.ZodType>(items: T) {
  return z.strictObject({ total: count, limit: count, offset: count, items: some(items) })
}

/** What operations answer with. */
export const ANSWERS = {
  Crises: z.strictObject({ crises: some(CrisisSummary) }),
  Crisis: CrisisSummary.extend({ days: some(DayCount) }),
  Briefing: BRIEFING.Briefing,
  Events: page(Event),
  Stories: page(Story),
  Statements: page(Statement.extend({ side: text })),
  Disagreements: page(BRIEFING.DisagreementEntry),
  Expected: page(BRIEFING.Development),
  Reports: page(Source.omit({ text: true })),
  Formats: z.strictObject({ formats: some(z.strictObject({ id: text, file: text, type: text, path: text })) }),
  Article,
  Hits: z.strictObject({ hits: some(Hit) }),
  Sources: z.strictObject({ sources: some(SourceHealth) }),
  Notices: page(Notice),
  Marks: z.strictObject({ marks: some(Mark) }),
  Mark,
  Received: z.strictObject({ read: count, added: count, notices: some(Notice) }),
  State: z.strictObject({
    phase: z.enum(['reading', 'ready']),
    done: count,
    total: count,
    revision: count,
    crises: some(z.strictObject({ name: text, revision: count })),
  }),
  Session: z.strictObject({ name: text, role: z.enum(ROLES), formToken: text }),
  AuditLog: z.strictObject({ entries: some(AuditEntry) }),
  Problem: z.strictObject({ type: text, title: text, status: z.int(), detail: text }),
} as const
export type AnswerName = keyof typeof ANSWERS

/** Shapes that answers share. */
export const PARTS = { Event, Amount, CrisisSummary, DayCount, Hit, SourceHealth, AuditEntry, Sentence }

export const MarkBody = z.strictObject({
  action: z.enum(MARK_ACTIONS).exclude(['undo']),
  target: text.min(1).max(300),
  text: z.exactOptional(text.max(MOST_TEXT)),
})

const limit = z.coerce.number().int().min(1).max(1000).default(100)
const offset = z.coerce.number().int().min(0).max(1_000_000).default(0)
const day = z.exactOptional(Day)

/** What the addresses take behind the question mark. */
export const QUERIES = {
  none: z.strictObject({}),
  page: z.strictObject({ 'as-of': day, since: day }),
  format: z.strictObject({ 'as-of': day }),
  list: z.strictObject({ 'as-of': day, limit, offset }),
  events: z.strictObject({
    'as-of': day,
    type: z.exactOptional(z.enum(EVENT_TYPES)),
    actor: z.exactOptional(text.max(200)),
    from: day,
    to: day,
    limit,
    offset,
  }),
  search: z.strictObject({
    q: text.min(1).max(500),
    'known-by': day,
    limit: z.coerce.number().int().min(1).max(100).default(20),
  }),
  slice: z.strictObject({ limit, offset }),
  marks: z.strictObject({ target: z.exactOptional(text.max(300)) }),
  audit: z.strictObject({ limit: z.coerce.number().int().min(1).max(1000).default(200) }),
} as const
