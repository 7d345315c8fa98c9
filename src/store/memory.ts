import type { Day } from '../core/day.ts'
import { byText } from '../core/order.ts'
import type { Article, Mark, Notice, Report } from '../core/types.ts'
import { canonical } from './canonical.ts'
import { entryFaults } from './check.ts'
import type {
  ArticleEntry,
  ArticleQuery,
  BriefingEntry,
  ClaimsEntry,
  Entry,
  Kept,
  LayersEntry,
  ReportEntry,
  SourceHealth,
  SourceQuery,
  Store,
} from './contract.ts'
import { addressOf, byNext, inForce, knownDay, noticeKey, sourceKey } from './entries.ts'
import { missing } from './errors.ts'
import { searchArticles } from './memory-search.ts'

/** What is held, by key, in the order of arrival. */
type Held = {
  readonly reports: Map<string, ReportEntry>
  /** By report and version. */
  readonly articles: Map<string, ArticleEntry>
  /** Of each report the article of the highest version. */
  readonly newest: Map<string, ArticleEntry>
  /** How many reports have an article as their newest, by its id. */
  readonly holders: Map<string, number>
  readonly layers: Map<string, LayersEntry>
  readonly claims: Map<string, ClaimsEntry>
  readonly briefings: Map<string, BriefingEntry>
  readonly marks: Map<string, Mark>
  readonly notices: Map<string, Notice>
  readonly sources: Map<string, SourceHealth>
}

/** A store that lasts as long as the process: for runs that keep nothing, and for tests. */
export function openMemory(): Store {
  let held: Held = copyOf()
  return {
    write: async entries => {
      const next = copyOf(held)
      const added = entries.filter(entry => put(next, entry))
      held = next
      return added
    },
    reports: query => reports(held, query),
    holds: async ids => new Set(ids.filter(id => held.reports.has(id))),
    articles: async function* (query) {
      for (const { article } of standing(held, query)) yield article
    },
    kept: async function* (query) {
      for (const one of standing(held, query)) yield keptOf(held, one)
    },
    search: async (words, query = {}) =>
      searchArticles(
        standing(held).map(({ article }) => article),
        words,
        query,
        article => isKnown(article, query.knownBy),
      ),
    latestBriefing: async (crisis, asOf = '9999-12-31') =>
      [...held.briefings.values()].findLast(entry => entry.crisis === crisis && entry.briefing.asOf <= asOf),
    briefings: async function* (crisis) {
      for (const entry of held.briefings.values()) if (entry.crisis === (crisis ?? entry.crisis)) yield entry
    },
    marksInForce: async target =>
      inForce([...held.marks.values()]).filter(mark => target === undefined || mark.target === target),
    notices: async function* () {
      yield* held.notices.values()
    },
    sources: async query => sources(held, query),
    source: async (address, of) => held.sources.get(sourceKey(address, of)),
    entries: () => entries(held),
    counts: async () => ({
      report: held.reports.size,
      article: held.articles.size,
      layers: held.layers.size,
      claims: held.claims.size,
      briefing: held.briefings.size,
      mark: held.marks.size,
      notice: held.notices.size,
      source: held.sources.size,
    }),
    revision: async () => held.articles.size + held.marks.size,
    check: async () => {
      const faults: string[] = []
      for await (const fault of entryFaults(entries(held))) faults.push(fault)
      return faults
    },
    close: async () => {},
  }
}

function copyOf(held?: Held): Held {
  return {
    reports: new Map(held?.reports),
    articles: new Map(held?.articles),
    newest: new Map(held?.newest),
    holders: new Map(held?.holders),
    layers: new Map(held?.layers),
    claims: new Map(held?.claims),
    briefings: new Map(held?.briefings),
    marks: new Map(held?.marks),
    notices: new Map(held?.notices),
    sources: new Map(held?.sources),
  }
}

/** Puts one entry in; whether it was new. */
function put(held: Held, entry: Entry): boolean {
  switch (entry.kind) {
    case 'report':
      return add(held.reports, entry.report.id, entry)
    case 'article':
      return putArticle(held, entry)
    case 'layers':
      return belongs(held, entry) && replace(held.layers, entry.article, entry)
    case 'claims':
      return belongs(held, entry) && replace(held.claims, entry.article, entry)
    case 'briefing':
      return add(held.briefings, entry.id, entry)
    case 'mark':
      if (entry.mark.action === 'undo' && !held.marks.has(entry.mark.target)) throw missing('mark', entry.mark.target)
      return add(held.marks, entry.mark.id, entry.mark)
    case 'notice':
      return add(held.notices, noticeKey(entry.notice), entry.notice)
    case 'source':
      return replace(held.sources, sourceKey(entry.source.address, entry.source.of), entry.source)
  }
}

function add<T>(map: Map<string, T>, key: string, value: T): boolean {
  if (map.has(key)) return false
  map.set(key, value)
  return true
}

function replace<T>(map: Map<string, T>, key: string, value: T): boolean {
  const before = map.get(key)
  if (before !== undefined && canonical(before) === canonical(value)) return false
  map.set(key, value)
  return true
}

function putArticle(held: Held, entry: ArticleEntry): boolean {
  const { report, version, article } = entry
  if (!held.reports.has(report)) throw missing('report', report)
  if (!add(held.articles, `${report} ${version}`, entry)) return false
  const before = held.newest.get(report)
  if (before && before.version > version) return true
  held.newest.set(report, entry)
  if (article) held.holders.set(article.id, (held.holders.get(article.id) ?? 0) + 1)
  if (before?.article) retire(held, before.article.id)
  return true
}

/** What was read in an article that counts no more goes, unless another report has it too. */
function retire(held: Held, id: string): void {
  const left = (held.holders.get(id) ?? 0) - 1
  held.holders.set(id, left)
  if (left > 0) return
  held.layers.delete(id)
  held.claims.delete(id)
}

/** Whether an article is there and counts; throws where it never was. */
function belongs(held: Held, { article }: LayersEntry | ClaimsEntry): boolean {
  const holders = held.holders.get(article)
  if (holders !== undefined) return holders > 0
  if ([...held.articles.values()].some(entry => entry.article?.id === article)) return false
  throw missing('article', article)
}

type Standing = { readonly article: Article; readonly arrival: number }

/** Of each report the article of the highest version; of several reports with one article, the first. */
function standing(held: Held, query: ArticleQuery = {}): readonly Standing[] {
  const { id, after = 0, knownBy, address, lacking } = query
  const first = new Map<string, Standing>()
  let arrival = 0
  for (const entry of held.articles.values()) {
    const { report, article } = entry
    arrival++
    if (article && held.newest.get(report) === entry && !first.has(article.id))
      first.set(article.id, { article, arrival })
  }
  const key = address && (addressOf({ url: address }) ?? '')
  return [...first.values()].filter(
    ({ article, arrival }) =>
      arrival > after &&
      article.id === (id ?? article.id) &&
      isKnown(article, knownBy) &&
      (key === undefined || addressOf(article) === key) &&
      (!lacking || held[lacking.kind].get(article.id)?.version !== lacking.version),
  )
}

function isKnown(article: Article | null | undefined, knownBy: Day | undefined): boolean {
  if (knownBy === undefined) return true
  const day = article ? knownDay(article) : undefined
  return day !== undefined && day <= knownBy
}

function keptOf(held: Held, { article, arrival }: Standing): Kept {
  const [layers, claims] = [held.layers.get(article.id)?.layers, held.claims.get(article.id)?.claims]
  return { article, arrival, ...(layers ? { layers } : {}), ...(claims ? { claims } : {}) }
}

async function* reports(held: Held, query: Parameters<Store['reports']>[0] = {}): AsyncGenerator<Report> {
  const { knownBy, extractedBefore } = query
  for (const { report } of held.reports.values()) {
    const newest = held.newest.get(report.id)
    if (
      isKnown(newest?.article, knownBy) &&
      (extractedBefore === undefined || (newest?.version ?? 0) < extractedBefore)
    )
      yield report
  }
}

function sources(held: Held, { of, due, limit }: SourceQuery = {}): readonly SourceHealth[] {
  const found = byKey(held.sources).filter(source => source.of === of)
  const asked = due === undefined ? found : found.filter(({ next }) => next !== undefined && next <= due).sort(byNext)
  return asked.slice(0, limit)
}

async function* entries(held: Held): AsyncGenerator<Entry> {
  yield* held.reports.values()
  yield* held.articles.values()
  yield* byKey(held.layers)
  yield* byKey(held.claims)
  yield* held.briefings.values()
  for (const mark of held.marks.values()) yield { kind: 'mark', mark }
  for (const notice of held.notices.values()) yield { kind: 'notice', notice }
  for (const source of byKey(held.sources)) yield { kind: 'source', source }
}

function byKey<T>(map: ReadonlyMap<string, T>): readonly T[] {
  return [...map].sort(([a], [b]) => byText(a, b)).map(([, value]) => value)
}
