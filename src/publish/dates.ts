import { type Day, daysInMonth, isDay, partsOf, writeDay } from '../core/day.ts'
import type { Stamp, When } from '../core/types.ts'

/** A date in two pieces, so that a column of dates can set the year apart; `year` is empty where `text` holds it. */
export type Written = { readonly text: string; readonly year: string }

/** "28 May" + "2025", "23–25 May" + "2025", "March" + "2022", "2022" + "". */
export function splitWhen(when: When): Written {
  const from = partsOf(when.earliest)
  const to = partsOf(when.latest)
  if (from.year !== to.year)
    return when.precision === 'year' || wholeYears(when)
      ? { text: `${from.year}–${to.year}`, year: '' }
      : { text: `${writeDay(when.earliest)} – ${writeDay(when.latest)}`, year: '' }
  const year = String(from.year)
  if (when.earliest === when.latest) return { text: writeDay(when.earliest, false), year }
  if (wholeYears(when)) return { text: year, year: '' }
  if (wholeMonths(when)) {
    const months = [month(when.earliest), month(when.latest)]
    return { text: [...new Set(months)].join('–'), year }
  }
  return from.month === to.month
    ? { text: `${from.day}–${writeDay(when.latest, false)}`, year }
    : { text: `${writeDay(when.earliest, false)} – ${writeDay(when.latest, false)}`, year }
}

/** One line: "28 May 2025"; the year is left out where it is that of the as-of day. */
export function writeWhen(when: When, asOf: Day): string {
  const { text, year } = splitWhen(when)
  return year === '' || year === asOf.slice(0, 4).replace(/^0+/u, '') ? text : `${text} ${year}`
}

/** A source's time as it wrote it: "28 May 2025, 14:05 +02:00", "28 May 2025, 12:05 UTC", "28 May 2025". */
export function writeStamp(stamp: Stamp): string {
  const day = stamp.value.slice(0, 10)
  if (!isDay(day)) return stamp.value
  const clock = /^T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/u.exec(stamp.value.slice(10))
  if (!clock) return writeDay(day)
  const zone = clock[2] === 'Z' || clock[2] === '+00:00' ? 'UTC' : (clock[2] ?? '').replace('-', '−')
  return `${writeDay(day)}, ${clock[1]} ${zone}`.trimEnd()
}

/** The day of a stamp alone: "28 May 2025". */
export function writeStampDay(stamp: Stamp): string {
  const day = stamp.value.slice(0, 10)
  return isDay(day) ? writeDay(day) : stamp.value
}

/** The day of a stamp, its year left out where it is that of the as-of day: "28 May". */
export function writeDayOf(stamp: Stamp, asOf: Day): string {
  const day = stamp.value.slice(0, 10)
  return isDay(day) ? writeDay(day, day.slice(0, 4) !== asOf.slice(0, 4)) : stamp.value
}

function month(day: Day): string {
  return writeDay(day).replace(/^\d+ (\p{L}+) \d+$/u, '$1')
}

function wholeYears({ earliest, latest }: When): boolean {
  return earliest.endsWith('-01-01') && latest.endsWith('-12-31')
}

function wholeMonths({ earliest, latest }: When): boolean {
  const to = partsOf(latest)
  return earliest.endsWith('-01') && to.day === daysInMonth(to.year, to.month)
}
