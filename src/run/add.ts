import { VERSIONS } from '../core/stages.ts'
import type { Notice } from '../core/types.ts'
import { extract } from '../extract/index.ts'
import { type Ingested, type IngestOptions, ingest, readBytes } from '../ingest/index.ts'
import type { Entry, Store } from '../store/index.ts'
import { turn } from './turn.ts'

export type Added = { readonly read: number; readonly added: number }
/** The same of one document, with what could not be read in it: the first notices. */
export type Received = Added & { readonly notices: readonly Notice[] }

/** What one write holds at most: reports, or characters of their bodies. */
const MOST_REPORTS = 200
const MOST_CHARACTERS = 4_000_000

/**
 * Reads reports and keeps them with their articles, and what could not be read as notices. Each write is one step: what
 * was written when the process ends is there the next time, and reading the same again adds nothing.
 */
export async function addReports(store: Store, inputs: readonly string[], options: IngestOptions = {}): Promise<Added> {
  return addItems(store, ingest(inputs, options))
}

const MOST_NOTICES = 100

/** Keeps the reports of one document in memory, as `addReports` does. */
export async function addDocument(store: Store, bytes: Uint8Array, name: string): Promise<Received> {
  const notices: Notice[] = []
  const items = async function* () {
    for await (const item of readBytes(bytes, name)) {
      if ('notice' in item && notices.length < MOST_NOTICES) notices.push(item.notice)
      yield item
      await turn()
    }
  }
  return { ...(await addItems(store, items())), notices }
}

async function addItems(store: Store, items: AsyncIterable<Ingested>): Promise<Added> {
  let [read, added, reports, size] = [0, 0, 0, 0]
  let batch: Entry[] = []
  const flush = async () => {
    const written = await store.write(batch)
    added += written.filter(entry => entry.kind === 'report').length
    batch = []
    reports = size = 0
  }
  for await (const item of items) {
    batch.push(...entriesOf(item))
    if ('report' in item) {
      read++
      reports++
      size += item.report.body.length
    }
    if (reports >= MOST_REPORTS || size >= MOST_CHARACTERS) await flush()
  }
  await flush()
  return { read, added }
}

/** It tells of one run; a store is given the same reports again and again. */
const REPEATED = 'duplicate-report'

function entriesOf(item: Ingested): readonly Entry[] {
  if ('notice' in item) return item.notice.code === REPEATED ? [] : [{ kind: 'notice', notice: item.notice }]
  const { report } = item
  return [{ kind: 'report', report, ...(report.fetched ? { received: report.fetched } : {}) }, ...extracted(report)]
}

/** What extraction makes of a report now. */
export function extracted(report: Parameters<typeof extract>[0]): readonly Entry[] {
  const { article, notices } = extract(report)
  return [
    { kind: 'article', report: report.id, version: VERSIONS.extract, article: article ?? null },
    ...notices.map(notice => ({ kind: 'notice', notice }) as const),
  ]
}
