import type { Chance } from './clock.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** The longest that a failing source rests, and the longest that a server's own wish is honoured. */
export const LONGEST_REST = DAY

/** Milliseconds to the next regular poll: the interval, give or take a twentieth, so that not all come at once. */
export function regular(every: number, chance: Chance): number {
  return Math.round(every * (0.95 + 0.1 * chance()))
}

/** Milliseconds to rest after so many failures in a row: doubled each time, a quarter of it by chance, a day at most. */
export function backOff(failures: number, every: number, chance: Chance): number {
  const doubled = Math.min(LONGEST_REST, every * 2 ** Math.min(failures, 20))
  return Math.round(doubled * (0.75 + 0.25 * chance()))
}

/**
 * When a `Retry-After` allows the next request: seconds from now, or a date, which is counted from the server's own clock
 * where that is told. Never in the past, a day at most; undefined for what is neither.
 */
export function retryAt(value: string | undefined, now: number, serverDate: string | undefined): number | undefined {
  const written = value?.trim() ?? ''
  if (/^\d{1,10}$/u.test(written)) return now + Math.min(Number(written) * 1000, LONGEST_REST)
  if (!/\d{4}/u.test(written)) return undefined
  const at = Date.parse(written)
  const base = Date.parse(serverDate ?? '')
  if (Number.isNaN(at)) return undefined
  return now + Math.min(LONGEST_REST, Math.max(0, at - (Number.isNaN(base) ? now : base)))
}
