import { beforeEach } from 'vitest'
import type { WatchedSource } from '../../src/run/config.ts'
import { type Polled, type Watched, type WatchOptions, watch } from '../../src/run/index.ts'
import { openMemory, type SourceHealth, type Store } from '../../src/store/index.ts'
import { all } from '../contract/store.ts'
import { EVEN, type FakeClock, fakeClock } from './clock.ts'
import { forget, type Item, type Site, siteFor } from './site.ts'

/** A site, a clock that stands still and a store for each test, and what a watch told. */
export type Watching = {
  readonly site: Site
  clock: FakeClock
  store: Store
  told: { readonly titles: readonly (string | undefined)[]; readonly first: boolean }[]
  polled: Polled[]
  readonly options: (change?: Partial<WatchOptions>) => WatchOptions
  readonly feedAt: (path: string, more?: Partial<WatchedSource>) => WatchedSource
  /** One round. */
  readonly poll: (source?: WatchedSource | readonly WatchedSource[], change?: Partial<WatchOptions>) => Promise<Watched>
  /** Lets minutes pass: twenty are more than a regular poll of a feed. */
  readonly later: (minutes?: number) => void
  /** The texts that one address had. */
  readonly versions: (path: string) => Promise<readonly string[]>
  readonly health: (path?: string) => Promise<SourceHealth | undefined>
  readonly item: (name: string, text?: string, more?: Partial<Item>) => Item
}

export function watching(): Watching {
  const site = siteFor()
  const fresh = () => ({ clock: fakeClock(), store: openMemory(), told: [], polled: [] })
  const own: Watching = {
    site,
    ...fresh(),
    options: (change = {}) => ({
      clock: own.clock,
      chance: EVEN,
      once: true,
      gap: 0,
      limits: { fetchMs: 1000 },
      allowPrivate: host => host === site.host,
      onAdded: (reports, { first }) => own.told.push({ titles: reports.map(({ title }) => title), first }),
      onPolled: one => own.polled.push(one),
      ...change,
    }),
    feedAt: (path, more = {}) => ({ address: site.base + path, ...more }),
    poll: (source = own.feedAt('/feed'), change = {}) =>
      watch(own.store, 'address' in source ? [source] : source, own.options(change)),
    later: (minutes = 20) => own.clock.pass(minutes * 60_000),
    versions: async path => (await all(own.store.articles({ address: site.base + path }))).map(({ text }) => text),
    health: async (path = '/feed') => own.store.source(site.base + path),
    item: (name, text = `Envoys met in ${name}.`, more = {}) => ({
      title: `Talks in ${name}`,
      text,
      link: `${site.base}/${name}`,
      ...more,
    }),
  }
  beforeEach(() => {
    Object.assign(own, fresh())
    forget(site)
  })
  return own
}
