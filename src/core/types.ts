import type { Day } from './day.ts'
import type { Span } from './span.ts'

/** An array with at least one item. */
export type Some<T> = readonly [T, ...T[]]

export type ReportId = string
export type ArticleId = string
/** `stage/rule`, such as `time/weekday-past`: which rule says so. */
export type RuleId = string
/** ISO 3166-1 alpha-3. */
export type Country = string

/** Something a reader of bad input is told; the codes are listed in docs/notices.md. */
export type Notice = {
  readonly code: string
  readonly message: string
  readonly cure: string
  readonly file?: string
  /** 1-based line, where the format has lines. */
  readonly line?: number
  readonly report?: ReportId
}

/** How a report came to us; nothing of it is changed later. */
export type Report = {
  readonly id: ReportId
  /** The shape of `body`; it decides how the article is extracted. */
  readonly format: 'text' | 'html' | 'markdown' | 'fragment'
  /** `text`: plain; `html`: a whole page; `fragment`: a piece of HTML, as feeds carry it; `markdown`. */
  readonly body: string
  readonly url?: string
  readonly publisher?: string
  readonly lang?: string
  readonly title?: string
  readonly byline?: string
  /** As written at the source: RFC 822, ISO 8601, a day, … */
  readonly published?: string
  readonly modified?: string
  /** When we got it, ISO 8601, if the input says so. */
  readonly fetched?: string
  /** Where it lay, for notices only: never part of an id or of an output. */
  readonly origin: { readonly file: string; readonly line?: number }
}

/** A moment or day given by a source. `value`: `YYYY-MM-DD` or `YYYY-MM-DDThh:mm:ss±hh:mm`, offset as written. */
export type Stamp = {
  readonly value: string
  readonly precision: 'day' | 'second'
  readonly certainty: 'stated' | 'implied'
  readonly by: RuleId
}

export type Link = { readonly title: string; readonly url: string }

/** The readable text of a report, never changed. */
export type Article = {
  /** Hash of address, title, time and text. */
  readonly id: ArticleId
  readonly report: ReportId
  readonly url?: string
  /** Host or outlet name; empty when unknown. */
  readonly publisher: string
  /** BCP 47, `und` when unknown. */
  readonly lang: string
  readonly title: string
  readonly byline?: string
  /** The place of a dateline ("BERLIN, May 23 (Agency) -"), with its span in `text`. */
  readonly dateline?: { readonly place: string; readonly span: Span }
  readonly published?: Stamp
  readonly modified?: Stamp
  readonly known?: Stamp
  /** Paragraphs are separated by one blank line. */
  readonly text: string
  readonly related: readonly Link[]
  readonly promoted: readonly Link[]
}

/** An editor's decision on something published: kept apart from facts, signed, never changed; undone by a later mark. */
export type Mark = {
  readonly id: string
  /** When, ISO 8601. */
  readonly at: string
  /** Who made it. */
  readonly by: string
  readonly action: 'confirm' | 'hide' | 'correct' | 'note' | 'undo'
  /** What it is about, as `core/mark.ts` writes it: a passage or an article; of an `undo`, the id of a mark. */
  readonly target: string
  /** The words of a correction or note. */
  readonly text?: string
}

// ── Layers ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export type SentenceValue = {
  /** `dateline`: not a sentence to quote; `heading`: a line without a full stop that stands alone. */
  readonly kind: 'sentence' | 'heading'
  /** 0-based paragraph. */
  readonly paragraph: number
}

export type TokenValue = {
  readonly kind: 'word' | 'number' | 'punctuation' | 'symbol'
  /** Lower case, typographic apostrophes made plain: what word lists are looked up by. */
  readonly norm: string
  /** What the reader of syntax adds; tokens outside of sentences have none of it. Universal Dependencies v2. */
  readonly pos?: string
  /** Penn Treebank tag. */
  readonly xpos?: string
  readonly lemma?: string
  /** `Tense=Past|VerbForm=Fin`. */
  readonly features?: string
  /** The token it hangs on, as its place in the layer; absent for the root of a sentence. */
  readonly head?: number
  /** How it hangs there: `nsubj`, `obj`, … */
  readonly relation?: string
}

export type NameType = 'PERSON' | 'ORGANISATION' | 'PLACE' | 'GROUP' | 'EVENT' | 'WEAPON'

/** A name in the text, linked to whom it names as far as the word lists know. */
export type NameValue = {
  readonly type: NameType
  /** Known by a description in small letters ("the Ukrainian foreign ministry"): it names an actor but is no name. */
  readonly described?: true
  /** How we write this name in output: "Sergey Lavrov" also where the text says "Lavrov". */
  readonly label: string
  /** Key in data/actors, when known: `RUS`, `UKR.MFA`, `sergey-lavrov`, `EU`. */
  readonly actor?: ActorId
  /** Whom a capital or building read as a place would stand for if it spoke: the reading not taken. */
  readonly otherwise?: ActorId
  /** The state the named one belongs to or stands for, when known. */
  readonly country?: Country
  /** Role in force on the publication day ("Russian foreign minister"), when known, or as the text gives it. */
  readonly role?: string
  /** The span of the role words beside the name, when the text gives them. */
  readonly roleSpan?: Span
}

export type ActorId = string

export type Actor = {
  readonly id: ActorId
  readonly label: string
  readonly kind: 'state' | 'organisation' | 'person' | 'group'
  readonly country?: Country
}

export type Precision = 'year' | 'season' | 'quarter' | 'month' | 'week' | 'day' | 'time' | 'range'

/** A day or span of days something happened on. Bounds are inclusive days. */
export type When = {
  readonly earliest: Day
  readonly latest: Day
  readonly precision: Precision
  readonly edtf: string
}

export type TimeValue = {
  readonly type: 'DATE' | 'TIME' | 'DURATION' | 'SET'
  /** TIMEX3 value: `2025-05-28`, `2025-05`, `P2D`, `XXXX-WXX-1`, `PAST_REF`. */
  readonly value: string
  /** TIMEX3 modifier: START MID END APPROX MORE_THAN LESS_THAN EQUAL_OR_MORE … */
  readonly mod?: string
  /** Calendar bounds, for DATE and TIME whose day is known. */
  readonly when?: When
  readonly anchor: TimeAnchor
  readonly certainty: 'stated' | 'implied'
  /** Where the words allow several readings: all of them, the likeliest (`value`) first. `when` is left out then. */
  readonly alternatives?: Some<TimeReading>
  /** The two ends of a range ("23" and "25 May"), each as TIMEX3 marks it. */
  readonly ends?: readonly [TimeEnd, TimeEnd]
}

/**
 * What an unsaid part was taken from: nothing (all is said), the day of publication, the day a dateline gives, the last time
 * mentioned, or the day on which a quotation was spoken.
 */
export type TimeAnchor = 'none' | 'published' | 'dateline' | 'mention' | 'speech'

export type TimeReading = Pick<TimeValue, 'value' | 'when' | 'anchor'>

export type TimeEnd = { readonly span: Span } & Pick<TimeValue, 'type' | 'value' | 'mod' | 'when'>

/** A place that a name may also mean. */
export type PlaceOption = {
  readonly id: string
  readonly label: string
  readonly country?: Country
  readonly latitude: number
  readonly longitude: number
}

export type PlaceValue = {
  readonly label: string
  readonly kind: 'country' | 'region' | 'city' | 'water' | 'site'
  readonly country?: Country
  /** The first-order area it lies in: a state, an oblast, a governorate. */
  readonly admin1?: string
  readonly latitude: number
  readonly longitude: number
  /** What the point stands for: a country, region or water is only meant to lie around it. */
  readonly precision: 'country' | 'region' | 'town' | 'spot'
  readonly geonames?: string
  /** Key of the row in data/places; `geonames-698740` for a town, `USA-louisiana` for an area that only GeoNames knows. */
  readonly id: string
  /** Other places of that name are nearly as likely: nothing is placed there. */
  readonly doubtful?: true
  /** Places of that name, likeliest first, without this one. */
  readonly others?: readonly PlaceOption[]
}

export type AmountValue = {
  /** `number`: a figure of which the text beside it does not say what it counts. */
  readonly kind: 'count' | 'money' | 'percent' | 'measure' | 'number'
  /** Point value, or lower bound when `upper` or `bound` says so. */
  readonly value: number
  readonly upper?: number
  /** `exact`; `least`: at least this; `most`: up to this; `about`. */
  readonly bound: 'exact' | 'least' | 'most' | 'about'
  /** ISO 4217 for money, a unit symbol for measures, else what is counted in the singular ("drone", "person killed"), empty for `number`. */
  readonly unit: string
  /** What it is for one of: "year" of "55 billion cubic meters a year". */
  readonly per?: string
  /** What happened to what is counted ("killed", "downed"): the end of `unit`. */
  readonly status?: string
}

export type QuoteValue = {
  /** `direct`: inside quotation marks; `indirect`: reported speech. */
  readonly kind: 'direct' | 'indirect'
  /** The words said: for a direct quote without its marks. */
  readonly content: Span
  /** The speaker as the text names him here. */
  readonly speaker?: Span
  readonly cue?: Span
}

/** A name, description or pronoun that stands for the same as others of its chain; `by` says why. */
export type MentionValue = {
  /** Number of the chain in the document. */
  readonly chain: number
  readonly kind: 'name' | 'nominal' | 'pronoun'
  /** Whether a writer may rely on it. */
  readonly sure: boolean
  /** Where its head word begins. */
  readonly head: number
}

/** The layers a document has, one value type a kind. */
export interface Kinds {
  sentence: SentenceValue
  token: TokenValue
  name: NameValue
  time: TimeValue
  place: PlaceValue
  amount: AmountValue
  quote: QuoteValue
  mention: MentionValue
}

export type Annotation<K extends keyof Kinds = keyof Kinds> = {
  readonly span: Span
  readonly value: Kinds[K]
  readonly by: RuleId
}

/** All layers, each in reading order. */
export type Layers = { readonly [K in keyof Kinds]: readonly Annotation<K>[] }

export type Doc = { readonly article: Article; readonly layers: Layers }

// ── Claims and events ───────────────────────────────────────────────────────────────────────────────────────────────

export type Evidence = {
  readonly article: ArticleId
  /** Absent: a span of the article's text. */
  readonly in?: 'title'
  readonly span: Span
  readonly by: RuleId
}

/** A value as some reports give it. */
export type Reading<T> = {
  readonly value: T
  readonly certainty: 'stated' | 'implied'
  readonly evidence: Some<Evidence>
}

/** PLOVER event types (Halterman et al. 2023). */
export const EVENT_TYPES = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
] as const
export type EventType = (typeof EVENT_TYPES)[number]

export type Flags = {
  readonly negated: boolean
  /** Announced, planned or due: not yet done. */
  readonly future: boolean
  readonly hypothetical: boolean
  /** Told as history, well before the report. */
  readonly past: boolean
}

export type Claim = {
  readonly id: string
  readonly article: ArticleId
  readonly type: EventType
  readonly mode?: string
  readonly flags: Flags
  readonly source?: Actor
  readonly target?: Actor
  readonly when?: Reading<When>
  readonly where?: Reading<PlaceValue>
  /** Other places of the same happening: "in Kherson, Odesa and Kharkiv". */
  readonly alsoAt?: readonly Reading<PlaceValue>[]
  readonly amounts: readonly Reading<AmountValue>[]
  readonly saidBy?: Actor
  /** The words that carry the meaning. */
  readonly trigger: Span
  /** The sentence that makes the claim. */
  readonly sentence: Span
  readonly evidence: Some<Evidence>
}

/** Claims about the same happening. (`Event` is a DOM global.) */
export type CodedEvent = {
  readonly id: string
  readonly type: EventType
  readonly mode?: string
  readonly flags: Flags
  readonly source: readonly Reading<Actor>[]
  readonly target: readonly Reading<Actor>[]
  readonly when: readonly Reading<When>[]
  readonly where: readonly Reading<PlaceValue>[]
  readonly amounts: readonly Reading<AmountValue>[]
  readonly claims: Some<Claim>
  /** Number of independent origins. */
  readonly lineages: number
}

/** Articles with one origin; the first is the presumed origin. */
export type Lineage = { readonly id: string; readonly articles: Some<ArticleId> }

/** What belongs together: reports of the same happenings and of what follows from them. */
export type Story = {
  readonly id: string
  /** Oldest first. */
  readonly articles: Some<ArticleId>
  /** The article most like the whole: its title names the story. */
  readonly typical: ArticleId
  readonly events: readonly CodedEvent[]
}

/** Readings of one value of one event that cannot all be true. */
export type Disagreement = {
  readonly id: string
  readonly event: string
  /** What they disagree on: `date`, or the thing counted. */
  readonly about: string
  readonly readings: readonly [ReadingGroup, ReadingGroup, ...ReadingGroup[]]
}

export type ReadingGroup = { readonly value: string; readonly evidence: Some<Evidence>; readonly lineages: number }
