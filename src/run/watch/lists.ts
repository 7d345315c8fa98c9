import type { Notice } from '../../core/types.ts'
import type { Listed } from '../../ingest/poll/index.ts'
import type { Entry, SourceHealth } from '../../store/index.ts'
import type { Polling } from './options.ts'

const NOT_LISTED = 'the list does not name it any more'

/** Makes sources of the feeds of a list, and stops those that it does not name any more. */
export async function keepListed(
  feeds: readonly Listed[],
  list: SourceHealth,
  { store, at }: Polling,
): Promise<readonly Notice[]> {
  const before = new Map((await store.sources()).map(source => [source.address, source]))
  const named = new Set(feeds.map(({ address }) => address))
  const entries: Entry[] = []
  for (const { address, name } of feeds) {
    const known = before.get(address)
    const revived = known?.stopped === NOT_LISTED
    if (known && !revived) continue
    const { stopped: _, ...kept } = known ?? { failures: 0 }
    const source: SourceHealth = {
      ...kept,
      address,
      kind: 'feed',
      list: list.address,
      ...(name ? { name } : {}),
      ...(list.fullText ? { fullText: true } : {}),
      ...(list.every === undefined ? {} : { every: list.every }),
      next: at,
    }
    entries.push({ kind: 'source', source })
  }
  for (const source of before.values()) {
    if (source.list !== list.address || named.has(source.address) || source.stopped) continue
    const { next: _, ...kept } = source
    entries.push({ kind: 'source', source: { ...kept, stopped: NOT_LISTED } })
  }
  await store.write([...entries, { kind: 'source', source: list }])
  return []
}
