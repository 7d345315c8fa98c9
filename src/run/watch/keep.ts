import { idOf } from '../../core/id.ts'
import type { Article, Notice, Report } from '../../core/types.ts'
import type { Ingested } from '../../ingest/index.ts'
import { addressOf } from '../../store/entries.ts'
import type { Entry, SourceHealth, Store } from '../../store/index.ts'
import { extracted } from '../add.ts'
import type { Polling } from './options.ts'

/** What one write holds at most: reports, or characters of their bodies. */
const MOST_REPORTS = 200
const MOST_CHARACTERS = 4_000_000

/** It tells of one run; a store is given the same reports again and again. */
const REPEATED = 'duplicate-report'

export type Keeping = Pick<Polling, 'store' | 'at' | 'first' | 'options'> & {
  readonly source: SourceHealth
  /** Keep items with an address back until their page was fetched. */
  readonly fullText: boolean
  /** Keep what could not be read too, as of files that stay; a feed would tell the same at every poll. */
  readonly noticesToo?: boolean
}

export type Kept = { readonly added: number; readonly waiting: number; readonly notices: readonly Notice[] }

/**
 * Keeps what is new among the items of a source, in few steps. What `last` gives is written in the same step as the last
 * items: so no validator is ever on the disk before what it stands for.
 */
export async function keepItems(
  items: AsyncIterable<Ingested> | Iterable<Ingested>,
  keeping: Keeping,
  last: (added: number) => readonly Entry[],
): Promise<Kept> {
  const notices: Notice[] = []
  const seen = new Set<string>()
  let [added, waiting, size]: [number, number, number] = [0, 0, 0]
  let batch: Report[] = []
  const flush = async (end: boolean) => {
    const fresh = await freshOf(batch, keeping)
    added += fresh.reports.length
    waiting += fresh.waiting
    const told = end && keeping.noticesToo ? notices.filter(({ code }) => code !== REPEATED) : []
    const faults = told.map(notice => ({ kind: 'notice', notice }) as const)
    const entries = [...fresh.entries, ...faults, ...(end ? last(added) : [])]
    if (entries.length > 0) await keeping.store.write(entries)
    tell(fresh.reports, keeping)
    batch = []
    size = 0
  }
  for await (const item of items) {
    keeping.options.signal?.throwIfAborted()
    if ('notice' in item) notices.push(item.notice)
    else if (!seen.has(item.report.id)) {
      seen.add(item.report.id)
      batch.push(item.report)
      size += item.report.body.length
    }
    if (batch.length >= MOST_REPORTS || size >= MOST_CHARACTERS) await flush(false)
  }
  await flush(true)
  return { added, waiting, notices }
}

function tell(reports: readonly Report[], { options, source, first }: Keeping): void {
  if (reports.length > 0) options.onAdded?.(reports, { source: source.of ?? source.address, first })
}

type Fresh = { readonly reports: readonly Report[]; readonly entries: readonly Entry[]; readonly waiting: number }

async function freshOf(batch: readonly Report[], keeping: Keeping): Promise<Fresh> {
  const { store, at } = keeping
  const held = await store.holds(batch.map(({ id }) => id))
  const [reports, entries, words]: [Report[], Entry[], Set<string>] = [[], [], new Set()]
  let waiting = 0
  for (const report of batch) {
    if (held.has(report.id) || (await waitsFor(report, keeping))) continue
    const [made, ...notices] = extracted(report)
    const article = made?.kind === 'article' ? made.article : null
    if (article && (await isKnown(article, store, words))) continue
    const page = keeping.fullText ? await pageOf(report, keeping) : undefined
    if (page) {
      entries.push({ kind: 'source', source: page })
      waiting++
      continue
    }
    reports.push(report)
    entries.push({ kind: 'report', report, received: at }, ...(made ? [made] : []), ...notices)
  }
  return { reports, entries, waiting }
}

/** Whether the page of this very item was fetched, or is to be. */
async function waitsFor({ url, id }: Report, { store, source }: Keeping): Promise<boolean> {
  if (url === undefined || source.of !== undefined) return false
  return (await store.source(url, source.address))?.item === id
}

/** The page of an item, to be fetched now; undefined where it has none. */
async function pageOf(report: Report, { store, source, at }: Keeping): Promise<SourceHealth | undefined> {
  const { url } = report
  if (url === undefined || !/^https?:/iu.test(url) || !addressOf({ url })) return undefined
  const before = await store.source(url, source.address)
  return {
    ...before,
    address: url,
    of: source.address,
    failures: 0,
    item: report.id,
    held: report,
    next: at,
  }
}

/**
 * Whether the same words stand under the same address already: under another id or date they are nothing new. `words`
 * holds those of this batch.
 */
async function isKnown(article: Article, store: Store, words: Set<string>): Promise<boolean> {
  const address = addressOf(article)
  if (address === undefined) return false
  const key = idOf(address, article.title, article.text)
  if (words.has(key)) return true
  words.add(key)
  for await (const kept of store.articles({ address: article.url ?? '' }))
    if (kept.title === article.title && kept.text === article.text) return true
  return false
}
