import type { Turn } from '../fetch/exchange.ts'
import type { Clock } from './clock.ts'

/** Lets one request at a time go to a host, with a pause between two. */
export type Pace = {
  /** Waits for the host to be free; `gap`: milliseconds to leave behind this request. */
  readonly turn: (host: string, gap: number, signal?: AbortSignal) => Promise<Turn>
  /** Sends nothing to a host before a moment, because it asked for that. */
  readonly hold: (host: string, until: number) => void
}

type Lane = { last: Promise<void>; free: number }

/** A wait beyond this is no pause: the request is put off. */
const LONGEST_WAIT = 60_000

export function openPace(clock: Clock): Pace {
  const lanes = new Map<string, Lane>()
  const laneOf = (host: string): Lane => {
    const lane = lanes.get(host) ?? { last: Promise.resolve(), free: 0 }
    lanes.set(host, lane)
    return lane
  }
  return {
    hold: (host, until) => {
      const lane = laneOf(host)
      lane.free = Math.max(lane.free, until)
    },
    turn: async (host, gap, signal) => {
      const lane = laneOf(host)
      const { promise, resolve } = Promise.withResolvers<void>()
      const before = lane.last
      lane.last = promise
      await before
      try {
        signal?.throwIfAborted()
        const wait = lane.free - clock.now()
        if (wait > LONGEST_WAIT) {
          resolve()
          return { fault: 'its host asked to be left alone for a while', until: lane.free }
        }
        if (wait > 0) await clock.sleep(wait, signal)
      } catch (error) {
        resolve()
        throw error
      }
      const done = () => {
        lane.free = Math.max(lane.free, clock.now() + gap)
        resolve()
      }
      return { done }
    },
  }
}
