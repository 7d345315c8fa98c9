import type { Day } from './day.ts'
import type { Span } from './span.ts'
import type {
  Actor,
  ArticleId,
  Disagreement,
  EventType,
  Evidence,
  Notice,
  PlaceValue,
  Some,
  Stamp,
  TimeAnchor,
  When,
} from './types.ts'

/** Names of the functions that may write a value read from spans; `brief/normalisers.ts` holds them. */
export type NormaliserId = 'date' | 'published' | 'name' | 'capital' | 'unit' | 'reference'

/**
 * What a sentence is made of.
 * `copied`: byte-equal to its span. `rendered`: written anew from spans by a named normaliser. `connective`: from the closed list.
 */
export type Part =
  | { readonly kind: 'copied'; readonly text: string; readonly at: Evidence }
  | { readonly kind: 'rendered'; readonly text: string; readonly by: NormaliserId; readonly from: Some<Evidence> }
  | { readonly kind: 'connective'; readonly text: string }

/** A published sentence with its receipts: `text` is its parts put together. */
export type Sentence = {
  readonly text: string
  /** `sentence` and `title`: the whole of one source sentence or title but for `left`; `phrase`: a value. */
  readonly form: 'sentence' | 'title' | 'phrase'
  readonly parts: Some<Part>
  /** Passages it rests on: first the one it is copied from, then those of other reports that say the same. */
  readonly evidence: Some<Evidence>
  /** Spans of the source sentence left out by a named rule of safe compression. */
  readonly left: readonly Evidence[]
  /** Independent origins behind the evidence. */
  readonly lineages: number
}

/**
 * How the date of an entry is known. `stated`: words of a report name it, but perhaps the year; `relative`: words from which
 * it follows, counted from `anchor` ("Monday"); `published`: the sentence gives none, so that it is the day of publication.
 */
export type DateBasis = {
  readonly kind: 'stated' | 'relative' | 'published'
  readonly anchor: TimeAnchor
  /** The words that give it, or the sentence that gives none. */
  readonly at: Evidence
}

export type Development = {
  readonly when: When
  readonly basis?: DateBasis
  /** `happened`, `expected` (still to come at the as-of day), or `due` (was announced for a day now past, outcome unknown). */
  readonly status: 'happened' | 'expected' | 'due'
  /** PLOVER type of the leading event, when one was read. */
  readonly type?: EventType
  readonly actors: readonly Actor[]
  readonly places: readonly string[]
  readonly sentences: Some<Sentence>
}

export type PlaceEntry = {
  /** The place, or the region where several of its places are told of. */
  readonly label: string
  /** First-order area and country, as far as the label does not say them. */
  readonly within?: string
  /** Most reported first. */
  readonly places: Some<PlaceValue>
  /** Independent origins that put an event there. */
  readonly reports: number
  /** PLOVER type of the weightiest event that the sentences put there. */
  readonly type: EventType
  readonly sentences: Some<Sentence>
}

/** A place that the reports put an event at, for the map and its table. */
export type MappedPlace = {
  readonly place: PlaceValue
  /** Independent origins that put an event there. */
  readonly reports: number
  readonly events: number
  /** PLOVER type of the weightiest event. */
  readonly type: EventType
  /** Whether none of the events had happened by the day of the page. */
  readonly ahead: boolean
  /** Where the reports name the place of an event, one passage an origin. */
  readonly evidence: Some<Evidence>
}

export type Statement = {
  readonly speaker: string
  readonly role?: string
  readonly when?: When
  readonly where?: string
  readonly sentence: Sentence
}

export type StatementGroup = { readonly side: string; readonly statements: Some<Statement> }

export type DisagreementEntry = {
  /** What is disagreed on, written from the reports: "Ballistic missiles, 24 May 2025". */
  readonly question: Sentence
  readonly readings: readonly {
    readonly value: Sentence
    readonly sources: Some<ArticleId>
    readonly lineages: number
  }[]
  readonly disagreement: Disagreement
}

/** A report used, with its text, so that a briefing can be verified by itself. */
export type Source = {
  readonly number: number
  readonly article: ArticleId
  readonly title: string
  readonly publisher: string
  readonly lang: string
  readonly url?: string
  readonly published?: Stamp
  readonly modified?: Stamp
  readonly known?: Stamp
  readonly byline?: string
  readonly dateline?: { readonly place: string; readonly span: Span }
  readonly lineage: string
  /** Whether a sentence of the page rests on it. */
  readonly cited: boolean
  /** Full text of cited sources; empty for the others. */
  readonly text: string
  /** `textId(text)` of the full text, also where the text itself is left out. */
  readonly textId: string
  readonly related: readonly { readonly title: string; readonly url: string }[]
  readonly promoted: readonly { readonly title: string; readonly url: string }[]
}

export type Topic = {
  /** What the page is about, in a few words: "Russia Ukraine talks Istanbul". */
  readonly words: string
  /** Actor ids that must all be named by a report. */
  readonly actors: readonly string[]
  /** Words of which a report must have at least one. */
  readonly any: readonly string[]
  readonly from?: Day
  readonly to?: Day
}

/** What can have changed between two briefings; the order in which changes are told. */
export const CHANGE_KINDS = [
  /** What was expected is told as done. */
  'resolved',
  /** Its day is over and the page tells no outcome. */
  'overdue',
  'postponed',
  'redated',
  'figure',
  /** Reports disagree that did not, or over more values. */
  'disputed',
  'settled',
  'reworded',
  'added',
  'gone',
] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

export const CHANGE_SECTIONS = [
  'headline',
  'lead',
  'background',
  'developments',
  'where',
  'statements',
  'disagreements',
] as const
export type ChangeSection = (typeof CHANGE_SECTIONS)[number]

/** One change between an earlier briefing and this one. */
export type Change = {
  readonly kind: ChangeKind
  /** Where this page has it; for what is gone, where the earlier one had it. */
  readonly section: ChangeSection
  /** Date of the entry on this page. */
  readonly when?: When
  /** Its date on the earlier page. */
  readonly was?: When
  /** As this page says it. */
  readonly now: readonly Sentence[]
  /** As the earlier page said it. */
  readonly before: readonly Sentence[]
  /** Figures that differ, each a phrase out of `before` and `now`. */
  readonly figures: readonly { readonly before: Sentence; readonly now: Sentence }[]
  /** `report`: by reports that the earlier page did not have; `choice`: from reports that it had, weighed anew. */
  readonly basis: 'report' | 'choice'
  /** The reports behind it. */
  readonly reports: Some<ArticleId>
}

export type Changes = {
  /** The as-of day of the earlier briefing. */
  readonly since: Day
  readonly list: readonly Change[]
  /** Sources of the earlier briefing that this one does not have, as far as a change rests on them. */
  readonly sources: readonly Source[]
}

export type Briefing = {
  readonly format: 'dragoman-briefing/1'
  /** Version of each stage that took part. */
  readonly versions: Readonly<Record<string, number>>
  readonly topic: Topic
  readonly asOf: Day
  readonly counts: { readonly reports: number; readonly lineages: number; readonly setAside: number }
  readonly headline: Some<Sentence>
  readonly lead: readonly Sentence[]
  readonly background: readonly Sentence[]
  readonly developments: readonly Development[]
  readonly where: readonly PlaceEntry[]
  /** Most reported first. */
  readonly places: readonly MappedPlace[]
  readonly statements: readonly StatementGroup[]
  readonly disagreements: readonly DisagreementEntry[]
  /** Since an earlier briefing, where one was given. */
  readonly changes?: Changes
  readonly related: readonly { readonly title: string; readonly url: string; readonly kind: 'related' | 'promoted' }[]
  readonly sources: readonly Source[]
  readonly notices: readonly Notice[]
}

/** Every source that a sentence of the page may rest on. */
export function allSources({ sources, changes }: Briefing): readonly Source[] {
  return changes ? [...sources, ...changes.sources] : sources
}
