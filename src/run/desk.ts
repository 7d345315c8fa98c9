import { languageFor } from '../annotate/index.ts'
import type { Day } from '../core/day.ts'
import type { Notice } from '../core/types.ts'
import { newestDay, onTopic } from '../merge/index.ts'
import { briefRead, type Read, type Result, type Tools } from '../pipeline.ts'
import type { Store } from '../store/index.ts'
import { type Added, addDocument, addReports, type Received } from './add.ts'
import type { Crisis } from './config.ts'
import { type DayCount, daysOf } from './days.ts'
import { keepPage } from './page.ts'
import { remake } from './remake.ts'

/** What the desk knows of a crisis without making a page. */
export type CrisisState = {
  readonly crisis: Crisis
  /** Days of its reports, oldest first; empty while nothing on it was read. */
  readonly days: readonly DayCount[]
  /** The day of its newest page. */
  readonly asOf?: Day
  readonly headline?: string
  readonly reports: number
  readonly lineages: number
  /** Grows whenever its newest page says something else. */
  readonly revision: number
}

export type DeskState = {
  readonly phase: 'reading' | 'ready'
  /** Articles read in this round, of how many. */
  readonly done: number
  readonly total: number
  /** Grows with everything that comes in: what was made from the desk before may be outdated. */
  readonly revision: number
  readonly crises: readonly CrisisState[]
}

export type PageQuery = {
  /** Uses nothing known later. */
  readonly asOf?: Day
  /** Tells what changed since the page of this day. */
  readonly since?: Day
}

/** Pages of several crises, kept up with a store. It may live in another thread: what goes in and out is plain data. */
export interface Desk {
  state(): DeskState
  /** Told at once and after each change, until the function it gives is called. */
  onChange(listener: (state: DeskState) => void): () => void
  /** The page of a crisis as of a day; without reports known by then, only notices. Undefined: there is no such crisis. */
  page(crisis: string, query?: PageQuery): Promise<Result | undefined>
  /** Keeps reports, then reads them. */
  add(inputs: readonly string[]): Promise<Added>
  /** Keeps the reports of one document in memory; they are read soon after. */
  addBytes(bytes: Uint8Array, name: string): Promise<Received>
  /** Reads what came into the store, and makes and keeps the pages that it touches. */
  refresh(): Promise<void>
  close(): Promise<void>
}

export type DeskOptions = {
  /** The moment a page is kept with, ISO 8601. */
  readonly now: () => string
  /** Told what went wrong without anybody waiting for it. */
  readonly onFault?: (error: unknown) => void
}

/** What is held of a crisis: its documents in the order of arrival, undefined for each that is off the topic. */
type Held = { readonly crisis: Crisis; reads: (Read | undefined)[]; pages: Map<string, Result>; state: CrisisState }

/** Pages kept in memory for each crisis: one for each day of two months. */
const MOST_PAGES = 64
/** Articles read between two reports of progress. */
const STEP = 10

/** A desk over a store that is open; whoever opened the store closes it, after the desk. */
export function openDesk(
  store: Store,
  crises: readonly Crisis[],
  tools: Tools,
  { now, onFault = () => {} }: DeskOptions,
): Desk {
  const listeners = new Set<(state: DeskState) => void>()
  const held: readonly Held[] = crises.map(crisis => ({ crisis, ...nothingOf(crisis) }))
  let [progress, revision, cursor]: [Pick<DeskState, 'phase' | 'done' | 'total'>, number, number] = [
    { phase: 'reading', done: 0, total: 0 },
    0,
    0,
  ]
  let notices: readonly Notice[] = []
  let last: Promise<unknown> = Promise.resolve()

  const state = (): DeskState => ({ ...progress, revision, crises: held.map(one => one.state) })
  const tell = (next: Partial<typeof progress> = {}) => {
    progress = { ...progress, ...next }
    for (const listener of listeners) listener(state())
  }
  /** One round after another: two at once would read the same articles twice. */
  const queued = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work)
    last = next.catch(() => {})
    return next
  }

  const load = async () => {
    const { touched, after, count } = await take(store, held, tools, cursor)
    cursor = after
    const told = await noticesOf(store, tools)
    if (count === 0 && told.length === notices.length) return
    notices = told
    revision++
    for (const one of held) one.pages.clear()
    for (const one of touched) await renew(store, one, { notices, tools, now })
  }

  const round = async () => {
    await load()
    const waiting = await countAfter(store, cursor)
    if (waiting > 0) tell({ phase: 'reading', done: 0, total: waiting })
    const step = (done: number) => done % STEP === 0 && tell({ done, total: Math.max(done, waiting) })
    const { extract, annotate, claim } = await remake(store, tools, { progress: step })
    if (extract > 0 || claim > 0 || annotate !== waiting) {
      cursor = 0 // what was read before was read anew
      for (const one of held) Object.assign(one, nothingOf(one.crisis, one.state))
    }
    await load()
    tell({ phase: 'ready', done: 0, total: 0 })
  }

  return {
    state,
    onChange: listener => {
      listeners.add(listener)
      listener(state())
      return () => listeners.delete(listener)
    },
    page: async (name, query = {}) => {
      const one = held.find(({ crisis }) => crisis.name === name)
      return one && pageOf(one, query, { notices, tools })
    },
    add: inputs =>
      queued(async () => {
        const added = await addReports(store, inputs)
        await round()
        return added
      }),
    addBytes: async (bytes, name) => {
      // Not in turn: whoever sends a document does not wait until all before it is read.
      const received = await addDocument(store, bytes, name)
      queued(round).catch(onFault)
      return received
    },
    refresh: () => queued(round),
    close: async () => {
      listeners.clear()
      await last
    },
  }
}

function nothingOf(crisis: Crisis, before?: CrisisState): Omit<Held, 'crisis'> {
  const state = before ?? { crisis, days: [], reports: 0, lineages: 0, revision: 0 }
  return { reads: [], pages: new Map(), state }
}

type Given = { readonly notices: readonly Notice[]; readonly tools: Tools }

/** Takes up what arrived after a place in the store, up to the first article that is not read yet. */
async function take(store: Store, held: readonly Held[], tools: Tools, cursor: number) {
  let [after, count] = [cursor, 0]
  const touched = new Set<Held>()
  for await (const { article, layers, claims, arrival } of store.kept({ after: cursor })) {
    if (!layers) break
    const read = { doc: { article, layers }, ...(claims ? { claims } : {}) }
    for (const one of held) {
      const counts = isOn(read, one.crisis, tools)
      one.reads.push(counts ? read : undefined)
      if (counts) touched.add(one)
    }
    after = arrival
    count++
  }
  return { touched, after, count }
}

function isOn({ doc }: Read, { topic }: Crisis, { language }: Tools): boolean {
  return languageFor(doc.article, [language]) !== undefined && onTopic(doc, topic)
}

async function countAfter(store: Store, cursor: number): Promise<number> {
  let count = 0
  for await (const _ of store.articles({ after: cursor })) count++
  return count
}

async function noticesOf(store: Store, tools: Tools): Promise<readonly Notice[]> {
  const notices: Notice[] = [...(tools.language.notices ?? [])]
  for await (const notice of store.notices()) notices.push(notice)
  return notices
}

async function pageOf(one: Held, { asOf, since }: PageQuery, given: Given): Promise<Result> {
  const key = `${asOf ?? ''} ${since ?? ''}`
  const known = one.pages.get(key)
  if (known) return known
  const day = asOf ?? one.crisis.asOf
  const made = await briefRead(each(one.reads), one.crisis.topic, {
    ...(day ? { asOf: day } : {}),
    ...(since ? { since } : {}),
    ...given,
  })
  const oldest = one.pages.keys().next()
  if (one.pages.size >= MOST_PAGES && !oldest.done) one.pages.delete(oldest.value)
  one.pages.set(key, made)
  return made
}

/** Makes the newest page of a crisis and keeps it. */
async function renew(store: Store, one: Held, given: Given & DeskOptions): Promise<void> {
  const result = await pageOf(one, {}, given)
  const { briefing, events } = result
  if (!briefing) return
  const said = await keepPage(store, one.crisis.name, result, given.now())
  const articles = one.reads.flatMap(read => (read ? [read.doc.article] : []))
  const last = one.crisis.asOf ?? newestDay(articles)
  const { state } = one
  one.state = {
    crisis: one.crisis,
    days: daysOf(articles, events).filter(({ day }) => last === undefined || day <= last),
    asOf: briefing.asOf,
    headline: briefing.headline.map(({ text }) => text).join('; '),
    reports: briefing.counts.reports,
    lineages: briefing.counts.lineages,
    revision: state.revision + (said || state.revision === 0 ? 1 : 0),
  }
}

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items
}
