import type { Notice, Story } from '../core/types.ts'
import type { Result, Tools } from '../pipeline.ts'
import type { Store } from '../store/index.ts'
import { type Added, addDocument, addReports, type Received } from './add.ts'
import type { Crisis } from './config.ts'
import {
  type CrisisState,
  type Held,
  nothingOf,
  type PageQuery,
  pageOf,
  renew,
  storiesIn,
  take,
} from './crisis-pages.ts'
import { remake } from './remake.ts'
import { wholeTopic } from './topic.ts'

export type DeskState = {
  readonly phase: 'reading' | 'ready'
  /** Articles read in this round, of how many. */
  readonly done: number
  readonly total: number
  /** Grows with everything that comes in: what was made from the desk before may be outdated. */
  readonly revision: number
  readonly crises: readonly CrisisState[]
}

/** Pages of several crises, kept up with a store. It may live in another thread: what goes in and out is plain data. */
export interface Desk {
  state(): DeskState
  /** Told at once and after each change, until the function it gives is called. */
  onChange(listener: (state: DeskState) => void): () => void
  /** The page of a crisis as of a day; without reports known by then, only notices. Undefined: there is no such crisis. */
  page(crisis: string, query?: PageQuery): Promise<Result | undefined>
  /** The stories of a crisis as of a day, the newest first. Undefined: there is no such crisis. */
  stories(crisis: string, query?: PageQuery): Promise<readonly Story[] | undefined>
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

/** Articles read between two reports of progress. */
const STEP = 10

/** A desk at work. */
type Work = DeskOptions & {
  readonly store: Store
  readonly tools: Tools
  readonly held: readonly Held[]
  readonly listeners: Set<(state: DeskState) => void>
  progress: Pick<DeskState, 'phase' | 'done' | 'total'>
  revision: number
  /** Arrival of the last article taken up. */
  cursor: number
  notices: readonly Notice[]
}

/** A desk over a store that is open; whoever opened the store closes it, after the desk. */
export function openDesk(store: Store, crises: readonly Crisis[], tools: Tools, options: DeskOptions): Desk {
  const whole = crises.map(crisis => ({ ...crisis, topic: wholeTopic(crisis.topic, tools.language) }))
  const held = whole.map(crisis => ({ crisis, ...nothingOf(crisis) }))
  const progress = { phase: 'reading', done: 0, total: 0 } as const
  const work: Work = {
    ...options,
    store,
    tools,
    held,
    listeners: new Set(),
    progress,
    revision: 0,
    cursor: 0,
    notices: [],
  }
  const queue = inTurn()
  const find = (name: string) => held.find(({ crisis }) => crisis.name === name)
  return {
    state: () => stateOf(work),
    onChange: listener => {
      work.listeners.add(listener)
      listener(stateOf(work))
      return () => work.listeners.delete(listener)
    },
    page: async (name, query = {}) => {
      const one = find(name)
      return one && pageOf(one, query, work)
    },
    stories: async (name, query = {}) => {
      const one = find(name)
      return one && storiesIn(one, query, work)
    },
    add: inputs =>
      queue.next(async () => {
        const added = await addReports(store, inputs)
        await round(work)
        return added
      }),
    addBytes: async (bytes, name) => {
      // Not in turn: whoever sends a document does not wait until all before it is read.
      const received = await addDocument(store, bytes, name)
      queue.next(() => round(work)).catch(options.onFault ?? (() => {}))
      return received
    },
    refresh: () => queue.next(() => round(work)),
    close: async () => {
      work.listeners.clear()
      await queue.idle()
    },
  }
}

/** One round after another: two at once would read the same articles twice. */
function inTurn() {
  let last: Promise<unknown> = Promise.resolve()
  return {
    next: <T>(work: () => Promise<T>): Promise<T> => {
      const next = last.then(work, work)
      last = next.catch(() => {})
      return next
    },
    idle: () => last,
  }
}

function stateOf({ progress, revision, held }: Work): DeskState {
  return { ...progress, revision, crises: held.map(one => one.state) }
}

function tell(work: Work, next: Partial<Work['progress']>): void {
  work.progress = { ...work.progress, ...next }
  for (const listener of work.listeners) listener(stateOf(work))
}

/** Shows what is read already, reads what is not, and shows that too. */
async function round(work: Work): Promise<void> {
  await load(work)
  const waiting = await countAfter(work.store, work.cursor)
  if (waiting > 0) tell(work, { phase: 'reading', done: 0, total: waiting })
  const progress = (done: number) => done % STEP === 0 && tell(work, { done, total: Math.max(done, waiting) })
  const { extract, annotate, claim } = await remake(work.store, work.tools, { progress })
  if (extract > 0 || claim > 0 || annotate !== waiting) {
    work.cursor = 0 // what was read before was read anew
    for (const one of work.held) Object.assign(one, nothingOf(one.crisis, one.state))
  }
  await load(work)
  tell(work, { phase: 'ready', done: 0, total: 0 })
}

/** Takes up what was read since the last time, and makes the pages that it touches. */
async function load(work: Work): Promise<void> {
  const { store, held, tools } = work
  const { touched, after, count } = await take(store, held, tools, work.cursor)
  work.cursor = after
  const notices = await noticesOf(store, tools)
  if (count === 0 && notices.length === work.notices.length) return
  work.notices = notices
  work.revision++
  for (const one of held) one.pages.clear()
  for (const one of touched) await renew(store, one, work)
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
