import { addDays, type Day, dayOf, daysInMonth, numberOf, partsOf, weekday } from '../../../core/day.ts'

/** A year, month or day; years before Christ count as `bc`. */
export type Point = {
  readonly year: number
  readonly bc?: boolean
  readonly month?: number
  readonly day?: number
}

export function pointOf(day: Day): Required<Omit<Point, 'bc'>> {
  return partsOf(day)
}

/** The day of a point that has all its parts and lies after Christ; undefined for 31 June and the like. */
export function dayOfPoint({ year, bc, month, day }: Point): Day | undefined {
  if (bc || month === undefined || day === undefined || year < 1 || year > 9999) return undefined
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month) ? dayOf(year, month, day) : undefined
}

/** ISO 8601 week: its year and number. */
export function weekOf(day: Day): { readonly year: number; readonly week: number } {
  const thursday = addDays(day, 4 - weekday(day))
  const { year } = partsOf(thursday)
  return { year, week: Math.floor((numberOf(thursday) - numberOf(dayOf(year, 1, 1))) / 7) + 1 }
}

/** Monday of the day's week. */
export function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekday(day))
}

/** Months counted through: the month `count` months on. */
export function addMonths(
  year: number,
  month: number,
  count: number,
): { readonly year: number; readonly month: number } {
  const index = year * 12 + (month - 1) + count
  return { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 }
}

/** Years counted over the border of the eras, where no year 0 is. */
export function addYears(year: number, bc: boolean, count: number): { readonly year: number; readonly bc: boolean } {
  const astronomical = (bc ? 1 - year : year) + count
  return astronomical > 0 ? { year: astronomical, bc: false } : { year: 1 - astronomical, bc: true }
}

/** Easter Sunday of the Gregorian calendar (the anonymous algorithm, Meeus, "Astronomical Algorithms", ch. 8). */
export function easter(year: number): Day {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114
  return dayOf(year, Math.floor(f / 31), (f % 31) + 1)
}

/** Easter Sunday of the Eastern churches as a Gregorian day (Meeus, ch. 8, Julian calendar). */
export function orthodoxEaster(year: number): Day {
  const d = (19 * (year % 19) + 15) % 30
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
  const julian = dayOf(year, Math.floor((d + e + 114) / 31), ((d + e + 114) % 31) + 1)
  return addDays(julian, Math.floor(year / 100) - Math.floor(year / 400) - 2)
}

/** The n-th (or for −1 the last) given weekday of a month. */
export function nthWeekday(year: number, month: number, wday: number, n: number): Day {
  if (n < 0) {
    const last = dayOf(year, month, daysInMonth(year, month))
    return addDays(last, -((weekday(last) - wday + 7) % 7))
  }
  const first = dayOf(year, month, 1)
  return addDays(first, ((wday - weekday(first) + 7) % 7) + 7 * (n - 1))
}

/** Monday of an ISO 8601 week. */
export function mondayOfWeek(year: number, week: number): Day {
  return addDays(mondayOf(dayOf(year, 1, 4)), 7 * (week - 1))
}
