import type { Briefing } from '../core/briefing.ts'
import type { Day } from '../core/day.ts'
import type { SourceKind } from '../core/sources.ts'
import type { Span } from '../core/span.ts'
import type {
  Article,
  ArticleId,
  Claim,
  CodedEvent,
  Country,
  Layers,
  Mark,
  Notice,
  Report,
  ReportId,
  Story,
} from '../core/types.ts'

/** A report as it came; `received` is when, as the caller's clock said it. Never changed or dropped. */
export type ReportEntry = { readonly kind: 'report'; readonly report: Report; readonly received?: string }

/**
 * What a version of extraction made of a report: its article, or null where it holds no text. Each version is kept; the
 * one of the highest version is the one that counts.
 */
export type ArticleEntry = {
  readonly kind: 'article'
  readonly report: ReportId
  readonly version: number
  readonly article: Article | null
}

/** The layers of an article. Made again at will, so the last one written counts; `version` names the rules that made it. */
export type LayersEntry = {
  readonly kind: 'layers'
  readonly article: ArticleId
  readonly version: string
  readonly layers: Layers
}

/** The claims of an article; like layers, the last ones written count. */
export type ClaimsEntry = {
  readonly kind: 'claims'
  readonly article: ArticleId
  readonly version: string
  readonly claims: readonly Claim[]
}

/** A page as published, with the events and stories of the run that made it; `briefing.versions` names the rules. */
export type BriefingEntry = {
  readonly kind: 'briefing'
  /** Made by `briefingEntry`. */
  readonly id: string
  readonly crisis: string
  /** When it was published, as the caller's clock said it. */
  readonly at?: string
  readonly briefing: Briefing
  readonly events: readonly CodedEvent[]
  readonly stories: readonly Story[]
}

export type MarkEntry = { readonly kind: 'mark'; readonly mark: Mark }

export type NoticeEntry = { readonly kind: 'notice'; readonly notice: Notice }

/** How an address that is watched has answered. The last one written counts. */
export type SourceHealth = {
  readonly address: string
  readonly etag?: string
  readonly lastModified?: string
  /** When it last answered well, and when it was last asked. */
  readonly answered?: string
  readonly asked?: string
  /** When it is to be asked next. */
  readonly next?: string
  /** Failures since it last answered well, and the last one in words. */
  readonly failures: number
  readonly fault?: string
  readonly name?: string
  readonly kind?: SourceKind
  /** The country it is from, and the language it writes in, as far as known. */
  readonly home?: Country
  readonly lang?: string
  /** Minutes between two polls, where the user says so. */
  readonly every?: number
  /** Whether the page of each item is fetched too. */
  readonly fullText?: boolean
  /** When it last gave something new, and how many new reports it ever gave. */
  readonly newest?: string
  readonly items?: number
  /** Where it says that it has moved for good. */
  readonly movedTo?: string
  /** Why it is not asked any more. */
  readonly stopped?: string
  /** The list of feeds that names it. */
  readonly list?: string
  /** Of a page or file that belongs to a source: the address of that source. What follows is of such pages only. */
  readonly of?: string
  /** What was last known of it before it was fetched: when it changed, and the report of the feed's item. */
  readonly changed?: string
  readonly item?: ReportId
  /** That report, until the page is there or cannot be had. */
  readonly held?: Report
}

export type SourceEntry = { readonly kind: 'source'; readonly source: SourceHealth }

/** Whatever a store holds; the same records are written, exported and imported. */
export type Entry =
  | ReportEntry
  | ArticleEntry
  | LayersEntry
  | ClaimsEntry
  | BriefingEntry
  | MarkEntry
  | NoticeEntry
  | SourceEntry

/** The order in which kinds are exported: each stands behind what it refers to. */
export const KINDS = ['report', 'article', 'layers', 'claims', 'briefing', 'mark', 'notice', 'source'] as const
export type Kind = (typeof KINDS)[number]

/** An article with what was read in it; `layers` and `claims` are there as far as they were made. */
export type Kept = {
  readonly article: Article
  /** Its place in the order of arrival, from 1 on: what came later has a higher one. */
  readonly arrival: number
  readonly layers?: Layers
  readonly claims?: readonly Claim[]
}

export type ArticleQuery = {
  /** Only what was known by the end of this day (UTC); what has no time is then left out. */
  readonly knownBy?: Day
  readonly id?: ArticleId
  /** Only those that arrived after this one. */
  readonly after?: number
  /** Only those of this address, whatever its tracking parameters: its versions, the newest last. */
  readonly address?: string
  /** Only those without layers, or without claims, of this version. */
  readonly lacking?: { readonly kind: 'layers' | 'claims'; readonly version: string }
}

export type Hit = {
  readonly article: Article
  /** A passage around the first place where most of the words stand, with the words found, as spans in `text`. */
  readonly snippet: { readonly text: string; readonly found: readonly Span[] }
  /** BM25; higher is better. */
  readonly score: number
}

export type SearchQuery = { readonly knownBy?: Day; readonly limit?: number }

/** `due`: only those that are to be asked by then, the one that waits longest first, `limit` at most. */
export type SourceQuery = { readonly of?: string; readonly due?: string; readonly limit?: number }

export type Counts = { readonly [K in Kind]: number }

/**
 * Where reports, what was read in them, pages and decisions are kept. Facts are only ever added. A store reads no clock:
 * times are given, and what came first is told by the order of writing, also where a clock jumped back.
 * Whoever implements it must pass `test/contract/store.ts`. All methods may throw a `StoreError`.
 */
export interface Store {
  /**
   * Keeps all entries or none; when it returns they are on the disk. Gives those that were new: a fact kept before is
   * passed over, also with other details. An entry must come after what it refers to.
   */
  write(entries: readonly Entry[]): Promise<readonly Entry[]>

  /** Reports in the order of arrival; with `knownBy` those whose article was known by then, with `extractedBefore` those without an article of this version or a later one. */
  reports(query?: { readonly knownBy?: Day; readonly extractedBefore?: number }): AsyncIterable<Report>
  /** Which of these reports are kept. */
  holds(reports: readonly ReportId[]): Promise<ReadonlySet<ReportId>>
  /** Articles that count, each once, in the order of arrival: those of one `address` are its versions, the current one last. */
  articles(query?: ArticleQuery): AsyncIterable<Article>
  /** The same with what was read in them. */
  kept(query?: ArticleQuery): AsyncIterable<Kept>
  /** Articles that hold all words, best first: words in any form of letter case and accents, `"a phrase"`, `begin*`. */
  search(words: string, query?: SearchQuery): Promise<readonly Hit[]>

  /** The page of a crisis published last, among those with a day up to `asOf` where that is given. */
  latestBriefing(crisis: string, asOf?: Day): Promise<BriefingEntry | undefined>
  /** All pages of a crisis, or of all, in the order of publication. */
  briefings(crisis?: string): AsyncIterable<BriefingEntry>

  /** Marks not undone, without the undoing ones, in the order they were made. */
  marksInForce(target?: string): Promise<readonly Mark[]>
  notices(): AsyncIterable<Notice>
  /** Sources by address, without what belongs to them; with `of` the pages and files of that one. */
  sources(query?: SourceQuery): Promise<readonly SourceHealth[]>
  /** A source, or a page of the source `of`. */
  source(address: string, of?: string): Promise<SourceHealth | undefined>

  /** Everything, at one moment: the order is that of `KINDS`, then of arrival, or of the key where the last one counts. */
  entries(): AsyncIterable<Entry>
  counts(): Promise<Counts>
  /** Grows when something is added, by whatever program, as far as that can change a page: articles, marks. */
  revision(): Promise<number>
  /** What is wrong with what is kept, one line each. */
  check(): Promise<readonly string[]>
  close(): Promise<void>
}
