/** A calendar day, `YYYY-MM-DD`, proleptic Gregorian. No clock, no time zone. */
export type Day = string

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/u

/** Days since 1970-01-01 (Hinnant, "chrono-compatible low-level date algorithms"). */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

export function dayOf(year: number, month: number, day: number): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** The inverse of `dayNumber`. */
export function fromDayNumber(number: number): Day {
  const z = number + 719_468
  const era = Math.floor(z / 146_097)
  const dayOfEra = z - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const m = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * m + 2) / 5) + 1
  const month = m < 10 ? m + 3 : m - 9
  return dayOf(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
}

export type Parts = { readonly year: number; readonly month: number; readonly day: number }

/** Year, month and day; throws on what is not a day. */
export function partsOf(day: Day): Parts {
  const match = SHAPE.exec(day)
  if (!match) throw new RangeError(`not a day: "${day}"; expected YYYY-MM-DD`)
  return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }
}

export function isDay(text: string): boolean {
  const match = SHAPE.exec(text)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

export function addDays(day: Day, count: number): Day {
  return fromDayNumber(numberOf(day) + count)
}

/** Days since 1970-01-01. */
export function numberOf(day: Day): number {
  const { year, month, day: d } = partsOf(day)
  return dayNumber(year, month, d)
}

/** `b` − `a` in days. */
export function daysBetween(a: Day, b: Day): number {
  return numberOf(b) - numberOf(a)
}

/** ISO weekday, 1 = Monday … 7 = Sunday. */
export function weekday(day: Day): number {
  return ((((numberOf(day) + 3) % 7) + 7) % 7) + 1
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** "28 May 2025", or "28 May" without the year. */
export function writeDay(day: Day, withYear = true): string {
  const { year, month, day: d } = partsOf(day)
  return withYear ? `${d} ${MONTHS[month - 1]} ${year}` : `${d} ${MONTHS[month - 1]}`
}
