import { byText } from '../../core/order.ts'
import type { Notice } from '../../core/types.ts'
import { contentOf, type Loc } from '../../ingest/poll/index.ts'
import type { Entry, SourceHealth } from '../../store/index.ts'
import { after } from './health.ts'
import type { Polling } from './options.ts'

/** Pages changed earlier than this before a poll are old. */
const RECENT = 3 * 24 * 60 * 60_000

/** Sitemaps of an index that are read in one poll, the newest first. */
const MOST_SITEMAPS = 10

/** Entries of one write. */
const BATCH = 1000

/**
 * Notes the pages of a sitemap; those that are new or changed wait to be fetched. At the first poll what bears no date is
 * taken as old.
 */
export async function keepLocs(
  { pages, sitemaps }: { readonly pages: readonly Loc[]; readonly sitemaps: readonly Loc[] },
  source: SourceHealth,
  polling: Polling,
): Promise<readonly Notice[]> {
  const { store, at } = polling
  const bound = after(at, -RECENT)
  const recent = sitemaps
    .filter(({ changed }) => changed === undefined || changed >= bound)
    .sort((a, b) => byText(b.changed ?? '', a.changed ?? ''))
  let batch: Entry[] = []
  for await (const loc of allPages(pages, recent.slice(0, MOST_SITEMAPS), polling)) {
    const page = pageOf(loc, await store.source(loc.address, source.address), source, {
      at,
      bound,
      first: polling.first,
    })
    if (page) batch.push({ kind: 'source', source: page })
    if (batch.length < BATCH) continue
    await store.write(batch)
    batch = []
  }
  await store.write([...batch, { kind: 'source', source }])
  return []
}

async function* allPages(pages: readonly Loc[], sitemaps: readonly Loc[], polling: Polling): AsyncGenerator<Loc> {
  yield* pages
  for (const { address } of sitemaps) {
    const answer = await polling.asker.ask(address)
    polling.options.signal?.throwIfAborted()
    if (answer.state !== 'new') continue
    const content = await contentOf({ ...answer, at: polling.at }, polling.limits)
    if (!('fault' in content) && content.kind === 'sitemap') yield* content.pages
  }
}

/** A page that is to be noted, with `next` where it is to be fetched; undefined where nothing about it is new. */
function pageOf(
  { address, changed }: Loc,
  before: SourceHealth | undefined,
  source: SourceHealth,
  { at, bound, first }: { readonly at: string; readonly bound: string; readonly first: boolean },
): SourceHealth | undefined {
  if (before && (changed === undefined || (before.changed ?? '') >= changed)) return undefined
  const wanted = changed === undefined ? !first : changed >= bound
  return {
    ...before,
    address,
    of: source.address,
    failures: 0,
    ...(changed ? { changed } : {}),
    ...(wanted ? { next: at } : {}),
  }
}
