import { setTimeout as wait } from 'node:timers/promises'
import type { Chance, Clock } from '../ingest/poll/index.ts'

/** The clock of this machine: the only place where the time of day and chance come into the program. */
export const CLOCK: Clock = {
  now: () => Date.now(),
  sleep: async (milliseconds, signal) => {
    await wait(milliseconds, undefined, signal ? { signal } : {})
  },
}

export const CHANCE: Chance = () => Math.random()
