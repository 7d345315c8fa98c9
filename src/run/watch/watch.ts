import { isAddress, LIMITS, type Limits } from '../../ingest/index.ts'
import { type Asker, openAsker } from '../../ingest/poll/index.ts'
import { type SourceHealth, type Store, StoreError } from '../../store/index.ts'
import type { WatchedSource } from '../config.ts'
import { failedNow } from './health.ts'
import type { Polled, Polling, Watched, WatchOptions } from './options.ts'
import { pollSource } from './poll.ts'

const MOST_HOSTS = 16
const GAP = 1000

/** An answer of the network may hold this much; many are read at once. */
const MOST_BYTES = 32 * 1024 * 1024

/** The longest sleep between two looks at what is due, and the shortest. */
const LONGEST_SLEEP = 60_000
const SHORTEST_SLEEP = 250

/** A host that did not answer so often in a row is left alone for this round. */
const MOST_SILENCE = 3

/**
 * Keeps watching sources into a store: those given, or else those in the store. When to ask which is kept with the
 * sources, so that a watch that ended goes on where it was. Ends when nothing is left to be asked, when `signal` aborts,
 * or, with `once`, when each source that was due was polled. Throws a `StoreError` where the store cannot be written.
 */
export async function watch(store: Store, sources: readonly WatchedSource[], options: WatchOptions): Promise<Watched> {
  const { clock, signal, once = false } = options
  const limits = { ...LIMITS, documentBytes: MOST_BYTES, ...options.limits }
  const asker = openAsker({
    clock,
    limits,
    allowPrivate: options.allowPrivate ?? false,
    gap: options.gap ?? GAP,
    ...(signal ? { signal } : {}),
  })
  await adopt(store, sources, options)
  const given = new Set(sources.map(({ address }) => address))
  const polled = new Set<string>()
  // Counted as it happens, so that a watch that is stopped tells what it did.
  let total: Watched = { polled: 0, failed: 0, added: 0 }
  const counting: WatchOptions = {
    ...options,
    onAdded: (reports, about) => {
      total = { ...total, added: total.added + reports.length }
      options.onAdded?.(reports, about)
    },
    onPolled: one => {
      total = { ...total, polled: total.polled + 1, failed: total.failed + (one.outcome === 'failed' ? 1 : 0) }
      options.onPolled?.(one)
    },
  }
  try {
    for (;;) {
      signal?.throwIfAborted()
      const mine = await watched(store, given)
      const due = mine.filter(source => isDue(source, clock.now()) && !(once && polled.has(source.address)))
      if (due.length > 0) {
        const before = total
        await pollRound(due, { store, asker, options: counting, limits }, polled)
        signal?.throwIfAborted()
        await options.onRound?.(between(before, total))
      } else if (once || mine.length === 0) return total
      else await clock.sleep(untilNext(mine, clock.now()), signal)
    }
  } catch (error) {
    if (signal?.aborted && !(error instanceof StoreError)) return total
    throw error
  }
}

/** Makes sources of what the user gives, and takes over what he says of known ones. */
async function adopt(store: Store, sources: readonly WatchedSource[], { fullText }: WatchOptions): Promise<void> {
  const entries = []
  for (const { address, kind, name, every, home, lang, fullText: own } of sources) {
    const known = await store.source(address)
    const source: SourceHealth = {
      failures: 0,
      ...known,
      address,
      ...(kind ? { kind } : {}),
      ...(name ? { name } : {}),
      ...(every === undefined ? {} : { every }),
      ...(home ? { home } : {}),
      ...(lang ? { lang } : {}),
      ...((own ?? fullText) ? { fullText: true } : {}),
    }
    entries.push({ kind: 'source', source } as const)
  }
  await store.write(entries)
}

/** The sources of this watch, with those that its lists name. */
async function watched(store: Store, given: ReadonlySet<string>): Promise<readonly SourceHealth[]> {
  const all = await store.sources()
  return all.filter(
    ({ address, list, stopped }) =>
      stopped === undefined && (given.size === 0 || given.has(address) || (list !== undefined && given.has(list))),
  )
}

/** No source rests longer than this: a later moment was written under a clock that went wrong. */
const LONGEST_NEXT = 32 * 24 * 60 * 60_000

function isDue({ next }: SourceHealth, now: number): boolean {
  const at = Date.parse(next ?? '')
  return Number.isNaN(at) || at <= now || at > now + LONGEST_NEXT
}

function untilNext(sources: readonly SourceHealth[], now: number): number {
  const next = sources.reduce((first, source) => Math.min(first, Date.parse(source.next ?? '')), now + LONGEST_SLEEP)
  return Math.max(SHORTEST_SLEEP, next - now)
}

type Means = { readonly store: Store; readonly asker: Asker; readonly options: WatchOptions; readonly limits: Limits }

/** Lists first: they may stop some of the rest. */
async function pollRound(due: readonly SourceHealth[], means: Means, polled: Set<string>): Promise<void> {
  const { lists = [], rest = [] } = Object.groupBy(due, ({ kind }) => (kind === 'opml' ? 'lists' : 'rest'))
  await pollAll(lists, means, polled)
  await pollAll(rest, means, polled)
}

/** Polls what is due: several hosts at once, the sources of one host one after another. */
async function pollAll(due: readonly SourceHealth[], means: Means, polled: Set<string>): Promise<void> {
  const queue = [...Map.groupBy(due, hostOf).values()]
  const work = async () => {
    for (let group = queue.shift(); group; group = queue.shift()) await pollHost(group, means, polled)
  }
  const workers = await Promise.allSettled(Array.from({ length: means.options.hosts ?? MOST_HOSTS }, work))
  for (const worker of workers) if (worker.status === 'rejected') throw worker.reason
}

function hostOf({ address, movedTo }: SourceHealth): string {
  return URL.parse(isAddress(address) ? (movedTo ?? address) : '')?.host ?? ''
}

async function pollHost(group: readonly SourceHealth[], means: Means, polled: Set<string>): Promise<void> {
  const { clock, signal, onPolled } = means.options
  let silence = 0
  for (const { address } of group) {
    signal?.throwIfAborted()
    polled.add(address)
    // A list may have stopped it in this very round.
    const source = await means.store.source(address)
    if (!source || source.stopped !== undefined) continue
    const polling = { ...means, at: new Date(clock.now()).toISOString(), first: source.answered === undefined }
    const result = silence < MOST_SILENCE ? await polledOne(source, polling) : await passedOver(source, polling)
    silence = isSilent(result) ? silence + 1 : 0
    onPolled?.(result)
  }
}

/** What no input should cause is a failure of its source, not the end of the watch. */
async function polledOne(source: SourceHealth, polling: Polling): Promise<Polled> {
  try {
    return await pollSource(source, polling)
  } catch (error) {
    if (error instanceof StoreError || polling.options.signal?.aborted) throw error
    return fail(source, `it cannot be read: ${error instanceof Error ? error.message : String(error)}`, polling)
  }
}

function passedOver(source: SourceHealth, polling: Polling): Promise<Polled> {
  return fail(source, 'its host does not answer', polling)
}

async function fail(source: SourceHealth, fault: string, polling: Polling): Promise<Polled> {
  const health = failedNow(source, polling.at, fault, polling.options.chance)
  await polling.store.write([{ kind: 'source', source: health }])
  return { source: health, outcome: 'failed', added: 0, first: polling.first, notices: [] }
}

function isSilent({ outcome, source }: Polled): boolean {
  return (
    outcome === 'failed' && /^(?:it took too long|its host |its server refuses|its network )/u.test(source.fault ?? '')
  )
}

/** What came between two counts. */
function between(a: Watched, b: Watched): Watched {
  return { polled: b.polled - a.polled, failed: b.failed - a.failed, added: b.added - a.added }
}
