import { addDays, type Day } from './day.ts'
import type { Stamp } from './types.ts'

/** Milliseconds since 1970 UTC of a stamp's earliest moment; a bare day starts at 00:00 UTC. */
export function momentOf(stamp: Stamp): number {
  return Date.parse(stamp.precision === 'day' ? `${stamp.value}T00:00:00Z` : stamp.value)
}

/** The calendar day the source wrote, in its own zone. */
export function dayOfStamp(stamp: Stamp): Day {
  return stamp.value.slice(0, 10)
}

/** Whether a stamp lies on or before a day (UTC). */
export function knownByStamp(stamp: Stamp, asOf: Day): boolean {
  return stamp.precision === 'day' ? stamp.value <= asOf : momentOf(stamp) < Date.parse(`${addDays(asOf, 1)}T00:00:00Z`)
}
