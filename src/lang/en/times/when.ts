import { addDays, type Day, dayOf, daysBetween, daysInMonth, isDay } from '../../../core/day.ts'
import type { Precision, When } from '../../../core/types.ts'
import { mondayOfWeek } from './calendar.ts'

type Bounds = { readonly from: Day; readonly to: Day; readonly precision: Precision; readonly edtf: string }

const SEASON_MONTH: Readonly<Record<string, readonly [month: number, edtf: string]>> = {
  SP: [3, '21'],
  SU: [6, '22'],
  FA: [9, '23'],
}

/**
 * The days a TIMEX3 value stands for, as inclusive bounds and in EDTF (ISO 8601-2); undefined for what has no place in
 * the calendar, for years before Christ and for winters, which lie in two years.
 * `START`, `MID` and `END` narrow what is longer than a day to its first, middle or last half.
 * Example: `2025-05` with END → 2025-05-16..2025-05-31.
 */
export function whenOf(value: string, mod?: string): When | undefined {
  if (value.includes('/')) return whenOfEnds(value)
  const bounds = boundsOf(value)
  if (!bounds) return undefined
  const { from, to, precision, edtf } = bounds
  const days = daysBetween(from, to) + 1
  if (days < 2 || (mod !== 'START' && mod !== 'MID' && mod !== 'END'))
    return { earliest: from, latest: to, precision, edtf }
  const half = Math.floor(days / 2)
  const skip = mod === 'START' ? 0 : mod === 'END' ? half : Math.floor(days / 4)
  return spanning(addDays(from, skip), addDays(from, mod === 'END' ? days - 1 : skip + half))
}

/** A row of days. */
export function spanning(earliest: Day, latest: Day): When {
  return { earliest, latest, precision: 'range', edtf: `${earliest}/${latest}` }
}

/** An interval of two values of their own. */
function whenOfEnds(value: string): When | undefined {
  const [from, to] = value.split('/').map(end => boundsOf(end))
  return from && to && from.from <= to.to ? between(from, to) : undefined
}

/** From the first day of one to the last of another, in EDTF where both have a simple form there. */
export function rangeOf(from: When, to: When): When | undefined {
  if (from.earliest > to.latest) return undefined
  return between({ ...from, from: from.earliest, to: from.latest }, { ...to, from: to.earliest, to: to.latest })
}

function between(from: Bounds, to: Bounds): When {
  const plain = /^\d{4}(?:-\d{2}){0,2}(?:T[\d:]+(?:Z|[+-]\d{2}:\d{2})?)?$/u
  const simple = plain.test(from.edtf) && plain.test(to.edtf) && from.edtf !== to.edtf
  const sameDay = from.from === to.to && from.precision === 'time'
  return {
    earliest: from.from,
    latest: to.to,
    precision: sameDay ? 'time' : 'range',
    edtf: simple ? `${from.edtf}/${to.edtf}` : `${from.from}/${to.to}`,
  }
}

function boundsOf(value: string): Bounds | undefined {
  const [date = '', clock] = value.split('T')
  if (isDay(date)) return dayBounds(date, clock)
  const parts = /^(\d{4})(?:-(\d{2}|SP|SU|FA|Q[1-4]|H[12]|W\d{2})(-WE)?)?$/u.exec(value)
  if (parts) return yearBounds(Number(parts[1]), parts[2], parts[3] !== undefined)
  if (/^\d{3}$/u.test(value)) return rowOfYears(`${value}0`, `${value}9`, `${value}X`)
  return /^\d{2}$/u.test(value) ? rowOfYears(`${value}00`, `${value}99`, `${value}XX`) : undefined
}

function dayBounds(day: Day, clock: string | undefined): Bounds {
  const time = /^(\d{2}:\d{2})(:\d{2})?(.*)$/u.exec(clock ?? '')
  if (!time) return { from: day, to: day, precision: 'day', edtf: day }
  return { from: day, to: day, precision: 'time', edtf: `${day}T${time[1]}${time[2] ?? ':00'}${time[3]}` }
}

function rowOfYears(first: string, last: string, edtf: string): Bounds | undefined {
  return first < '0001' ? undefined : { from: `${first}-01-01`, to: `${last}-12-31`, precision: 'range', edtf }
}

function yearBounds(year: number, part: string | undefined, weekend: boolean): Bounds | undefined {
  const name = String(year).padStart(4, '0')
  if (part === undefined) return months(year, 1, 12, 'year', name)
  const season = SEASON_MONTH[part]
  if (season) return months(year, season[0], 3, 'season', `${name}-${season[1]}`)
  const number = Number(part.slice(/^\d/u.test(part) ? 0 : 1))
  if (part.startsWith('Q')) return months(year, number * 3 - 2, 3, 'quarter', `${name}-${32 + number}`)
  if (part.startsWith('H')) return months(year, number * 6 - 5, 6, 'range', `${name}-${39 + number}`)
  if (!part.startsWith('W'))
    return number >= 1 && number <= 12 ? months(year, number, 1, 'month', `${name}-${part}`) : undefined
  const monday = mondayOfWeek(year, number)
  const from = weekend ? addDays(monday, 5) : monday
  const to = addDays(monday, 6)
  return { from, to, precision: weekend ? 'range' : 'week', edtf: `${from}/${to}` }
}

function months(year: number, first: number, count: number, precision: Precision, edtf: string): Bounds {
  const last = first + count - 1
  return { from: dayOf(year, first, 1), to: dayOf(year, last, daysInMonth(year, last)), precision, edtf }
}
