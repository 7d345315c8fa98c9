import { addDays, type Day, fromDayNumber, isDay } from '../../../core/day.ts'
import { dayOfPoint, easter, nthWeekday, orthodoxEaster } from './calendar.ts'

/** The days of what bears a name; `about`: a moon calendar that observers may set a day earlier or later. */
export type Named = { readonly from: Day; readonly to: Day; readonly about: boolean }

/** Whether a rule of data/lexicon/en/time-holidays.tsv names one stretch of history, not something that comes every year. */
export function isOnce(rule: string): boolean {
  return /^\d{4}/u.test(rule)
}

/** TIMEX3 values of the two ends of a stretch of history: "1947/1991". */
export function endsOf(rule: string): readonly [string, string] {
  const [from = '', to = from] = rule.split('/')
  return [from, to]
}

/** When what a rule names comes in a year; undefined where it does not. */
export function namedIn(rule: string, year: number): Named | undefined {
  const [first = '', second = first] = rule.split('/')
  const [from, to] = [dayIn(first, year), dayIn(second, year)]
  if (from === undefined || to === undefined || to < from) return undefined
  return { from, to, about: rule.startsWith('hijri') }
}

function dayIn(rule: string, year: number): Day | undefined {
  const [kind = '', month, wday, n, on] = rule.split(' ')
  if (kind === 'nth') return addDays(nthWeekday(year, Number(month), Number(wday), Number(n)), Number(on ?? 0))
  if (kind === 'hijri') return hijri(year, Number(month), Number(wday))
  if (kind.startsWith('easter')) return addDays(easter(year), Number(kind.slice(6)))
  if (kind.startsWith('orthodox')) return addDays(orthodoxEaster(year), Number(kind.slice(8)))
  const [m, d] = kind.split('-')
  return dayOfPoint({ year, month: Number(m), day: Number(d) })
}

/** Day number of the day before 1 Muharram of the year 1 (16 July 622, Julian calendar). */
const HIJRI_EPOCH = -492_149

/**
 * The first time in a Gregorian year that a day of the tabular Islamic calendar comes (30-year cycle, leap years 2 5 7 10 13
 * 16 18 21 24 26 29; Reingold & Dershowitz, "Calendrical Calculations"). Observation may differ by a day.
 */
function hijri(year: number, month: number, day: number): Day | undefined {
  const guess = Math.floor(((year - 622) * 33) / 32)
  for (const own of [guess - 1, guess, guess + 1]) {
    const before = (own - 1) * 354 + Math.floor((3 + 11 * own) / 30) + Math.ceil(29.5 * (month - 1))
    const found = own < 1 ? '' : fromDayNumber(HIJRI_EPOCH + before + day)
    if (isDay(found) && Number(found.slice(0, 4)) === year) return found
  }
  return undefined
}
