import { expect, test } from 'vitest'
import type { Store } from '../../src/store/index.ts'
import { reportOf, told } from './entries.ts'

const FEED = 'https://a.org/feed'
const one = { title: 'Rain', text: 'It rained.' }

/** A report, two sources, pages of one of them, and a source that stands in a list under the address of another. */
async function withSources(store: Store): Promise<Store> {
  await store.write(told(one))
  await store.write(
    [
      { address: 'https://b.org/feed', failures: 2 },
      { address: FEED, failures: 0, next: '2025-06-02T00:00:00Z' },
      { address: 'https://a.org/2', of: FEED, failures: 0, next: '2025-06-03' },
      { address: 'https://a.org/1', of: FEED, failures: 1, next: '2025-06-03' },
      { address: 'https://a.org/0', of: FEED, failures: 0, next: '2025-06-09' },
      { address: FEED, of: 'https://c.org/list', failures: 0 },
    ].map(source => ({ kind: 'source', source })),
  )
  return store
}

/** What a store must keep about sources that are watched. */
export function sourcesContract(fresh: () => Store): void {
  test('pages of a source stand apart from it, those that are due in the order of waiting', async () => {
    const store = await withSources(fresh())
    const addresses = async (query?: Parameters<Store['sources']>[0]) =>
      (await store.sources(query)).map(({ address }) => address)
    expect(await addresses()).toEqual([FEED, 'https://b.org/feed'])
    expect(await addresses({ of: FEED })).toEqual(['https://a.org/0', 'https://a.org/1', 'https://a.org/2'])
    expect(await addresses({ of: FEED, due: '2025-06-08' })).toEqual(['https://a.org/1', 'https://a.org/2'])
    expect(await addresses({ of: FEED, due: '2025-06-09', limit: 1 })).toEqual(['https://a.org/1'])
    expect(await addresses({ due: '2025-06-02T00:00:00Z' })).toEqual([FEED])
    expect(await addresses({ of: 'https://a.org/1' })).toEqual([])
    expect((await store.source(FEED))?.next).toBe('2025-06-02T00:00:00Z')
    expect((await store.source('https://a.org/1', FEED))?.failures).toBe(1)
    expect((await store.source(FEED, 'https://c.org/list'))?.next).toBeUndefined()
    expect(await store.source('https://a.org/1')).toBeUndefined()
    await store.write([{ kind: 'source', source: { address: 'https://a.org/1', of: FEED, failures: 0 } }])
    expect(await addresses({ of: FEED, due: '2025-06-08' })).toEqual(['https://a.org/2'])
  })

  test('which reports are kept', async () => {
    const store = await withSources(fresh())
    const { id } = reportOf(one)
    expect(await store.holds(['none', id, 'neither'])).toEqual(new Set([id]))
  })
}
