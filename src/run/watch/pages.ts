import type { Report } from '../../core/types.ts'
import { extract } from '../../extract/index.ts'
import type { Ingested } from '../../ingest/index.ts'
import { type Answer, contentOf, type Validators } from '../../ingest/poll/index.ts'
import { makeReport } from '../../ingest/report.ts'
import type { Entry, SourceHealth } from '../../store/index.ts'
import { answeredWell, failedNow, withNew } from './health.ts'
import { keepItems } from './keep.ts'
import type { Polling } from './options.ts'

const MOST_PAGES = 20

/** A page that failed so often is given up; its item is then kept as the feed gave it. */
const MOST_TRIES = 3

/** Fetches the pages of a source that wait, a few at a time; gives the source with what was new. */
export async function fetchPages(source: SourceHealth, polling: Polling): Promise<SourceHealth> {
  const { store, options, at } = polling
  const waiting = await store.sources({ of: source.address, due: at, limit: options.pages ?? MOST_PAGES })
  let health = source
  for (const page of waiting) {
    const answer = await polling.asker.ask(page.address, validatorsOf(page))
    options.signal?.throwIfAborted()
    health = await keepPage(page, answer, health, polling)
    // The host does not want more now.
    if (answer.state === 'failed' && answer.until !== undefined) break
  }
  return health
}

function validatorsOf({ etag, lastModified }: SourceHealth): Validators {
  return { ...(etag ? { etag } : {}), ...(lastModified ? { lastModified } : {}) }
}

async function keepPage(
  page: SourceHealth,
  answer: Answer,
  source: SourceHealth,
  polling: Polling,
): Promise<SourceHealth> {
  const { chance } = polling.options
  const { at } = polling
  if (answer.state === 'failed' && page.failures + 1 < MOST_TRIES && !isFinal(answer.status)) {
    const failed = failedNow(page, at, answer.fault, chance, answer.until)
    await polling.store.write([{ kind: 'source', source: failed }])
    return source
  }
  const items = await itemsOf(page, answer, polling)
  const told = answer.state === 'new' ? answer : validatorsOf(page)
  const done = finished(answeredWell(page, at, told, chance), answer)
  let health = source
  await keepItems(items, { ...polling, source: page, fullText: false }, added => {
    health = withNew(source, at, added)
    const entries: Entry[] = [{ kind: 'source', source: done }]
    return added === 0 ? entries : [...entries, { kind: 'source', source: health }]
  })
  return health
}

/** What was asked wrongly stays wrong. */
function isFinal(status: number | undefined): boolean {
  return status !== undefined && status >= 400 && status < 500 && status !== 408 && status !== 429
}

/** A page that needs no further request, with why where there was no answer. */
function finished(page: SourceHealth, answer: Answer): SourceHealth {
  const { next: _, held: __, ...kept } = page
  return 'fault' in answer ? { ...kept, fault: answer.fault } : kept
}

function heldOf({ held }: SourceHealth): readonly Ingested[] {
  return held ? [{ report: held }] : []
}

/** The page with what the feed says of it; the item itself where the page cannot be had or says less than it. */
async function itemsOf(page: SourceHealth, answer: Answer, { at, limits }: Polling): Promise<readonly Ingested[]> {
  const { held } = page
  if (answer.state === 'same') return []
  if (answer.state !== 'new') return heldOf(page)
  const content = await contentOf({ ...answer, at }, limits)
  if ('fault' in content || content.kind !== 'page') return heldOf(page)
  const items: Ingested[] = []
  for await (const item of content.items) items.push('report' in item && held ? joined(item.report, held) : item)
  const [first] = items
  return held && (!first || !('report' in first) || lengthOf(first.report) < lengthOf(held)) ? heldOf(page) : items
}

/** What the item states stands before what its page says, as everywhere. */
function joined(page: Report, { publisher, lang, title, byline, published }: Report): Ingested {
  return makeReport({
    ...page,
    ...(publisher ? { publisher } : {}),
    ...(lang ? { lang } : {}),
    ...(title ? { title } : {}),
    ...(byline ? { byline } : {}),
    ...(published ? { published } : {}),
  })
}

function lengthOf(report: Report): number {
  return extract(report).article?.text.length ?? 0
}
