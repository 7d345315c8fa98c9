import type { Clock } from '../../src/ingest/poll/index.ts'

export type FakeClock = Clock & {
  /** How long was slept, each time. */
  readonly slept: number[]
  readonly pass: (milliseconds: number) => void
}

/** A clock that stands still but for sleeping, which takes no time. */
export function fakeClock(start = '2025-06-02T08:00:00Z'): FakeClock {
  let now = Date.parse(start)
  const slept: number[] = []
  return {
    slept,
    now: () => now,
    pass: milliseconds => {
      now += milliseconds
    },
    sleep: async (milliseconds, signal) => {
      const until = now + milliseconds
      await new Promise(setImmediate)
      signal?.throwIfAborted()
      slept.push(milliseconds)
      now = Math.max(now, until)
    },
  }
}

/** Neither early nor late. */
export const EVEN = () => 0.5
