import { Worker } from 'node:worker_threads'
import type { Story } from '../core/types.ts'
import type { Result } from '../pipeline.ts'
import type { Added, Received } from './add.ts'
import type { Crisis } from './config.ts'
import type { PageQuery } from './crisis-pages.ts'
import type { Desk, DeskState } from './desk.ts'

export type DeskSetup = {
  /** The file of the store. */
  readonly store: string
  readonly crises: readonly Crisis[]
  /** Milliseconds between two looks at whether others wrote to the store. */
  readonly pollMs: number
}

type Call =
  | { readonly call: 'page' | 'stories'; readonly crisis: string; readonly query: PageQuery }
  | { readonly call: 'add'; readonly inputs: readonly string[] }
  | { readonly call: 'bytes'; readonly bytes: Uint8Array; readonly name: string }
  | { readonly call: 'refresh' | 'close' }

export type Ask = Call & { readonly id: number }

export type Tell =
  | { readonly kind: 'state'; readonly state: DeskState }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly error: unknown }
  | { readonly kind: 'fault'; readonly message: string }

type Waiting = { readonly done: (value: unknown) => void; readonly fail: (error: unknown) => void }

const POLL_MS = 2000
/** Milliseconds that the thread has to end by itself. */
const GRACE_MS = 1000

/** A desk in a thread of its own; what it is asked before it is open waits. `onFault` is told what went wrong there without anybody asking. */
export function openDeskThread(
  setup: Omit<DeskSetup, 'pollMs'> & { readonly pollMs?: number },
  onFault: (message: string) => void,
): Desk {
  const listeners = new Set<(state: DeskState) => void>()
  const nothing = setup.crises.map(crisis => ({ crisis, days: [], reports: 0, lineages: 0, revision: 0 }))
  let state: DeskState = { phase: 'reading', done: 0, total: 0, revision: 0, crises: nothing }
  const thread = openThread({ pollMs: POLL_MS, ...setup }, onFault, next => {
    state = next
    for (const listener of listeners) listener(next)
  })
  return {
    state: () => state,
    onChange: listener => {
      listeners.add(listener)
      listener(state)
      return () => listeners.delete(listener)
    },
    page: (crisis, query = {}) => thread.ask<Result | undefined>({ call: 'page', crisis, query }),
    stories: (crisis, query = {}) => thread.ask<readonly Story[] | undefined>({ call: 'stories', crisis, query }),
    add: inputs => thread.ask<Added>({ call: 'add', inputs }),
    addBytes: (bytes, name) => thread.ask<Received>({ call: 'bytes', bytes, name }),
    refresh: () => thread.ask<void>({ call: 'refresh' }),
    close: () => {
      listeners.clear()
      return thread.close()
    },
  }
}

/** The thread, and questions to it by number. */
function openThread(setup: DeskSetup, onFault: (message: string) => void, onState: (state: DeskState) => void) {
  const body = import.meta.url.endsWith('.ts') ? './desk-worker.ts' : './desk-worker.js'
  const worker = new Worker(new URL(body, import.meta.url), { workerData: setup })
  const waiting = new Map<number, Waiting>()
  let [asked, ended] = [0, false]
  const ask = <T>(call: Call): Promise<T> =>
    new Promise((done, fail) => {
      if (ended) return fail(new Error('the desk is closed'))
      const id = ++asked
      waiting.set(id, { done: value => done(value as T), fail })
      worker.postMessage({ ...call, id })
    })
  const settle = (id: number, how: (one: Waiting) => void) => {
    const one = waiting.get(id)
    waiting.delete(id)
    if (one) how(one)
  }
  const end = (error: unknown) => {
    ended = true
    for (const id of [...waiting.keys()]) settle(id, ({ fail }) => fail(error))
  }
  worker.on('message', (tell: Tell) => {
    if (tell.kind === 'answer') settle(tell.id, one => one.done(tell.value))
    else if (tell.kind === 'failure') settle(tell.id, one => one.fail(tell.error))
    else if (tell.kind === 'fault') onFault(tell.message)
    else onState(tell.state)
  })
  worker.on('error', error => {
    if (!ended) onFault(error instanceof Error ? error.message : String(error))
    end(error)
  })
  worker.on('exit', () => end(new Error('the desk has ended')))
  return {
    ask,
    close: async () => {
      // Work in hand is broken off after a while: each write is whole, and the rest is done the next time.
      const late = new Promise<void>(done => setTimeout(done, GRACE_MS).unref())
      if (!ended) await Promise.race([ask<void>({ call: 'close' }), late]).catch(() => {})
      end(new Error('the desk is closed'))
      await worker.terminate()
    },
  }
}
