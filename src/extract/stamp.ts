import { type Day, dayOf, isDay } from '../core/day.ts'
import { readTable } from '../core/table.ts'
import type { RuleId, Stamp } from '../core/types.ts'

const MONTHS: ReadonlyMap<string, number> = new Map(
  readTable('extract/months.tsv', ['name', 'month']).map(({ name, month }) => [name, Number(month)]),
)
const ZONES: ReadonlyMap<string, string> = new Map(
  readTable('extract/zones.tsv', ['name', 'offset']).map(({ name, offset }) => [name, offset]),
)

/** Longer texts are no date but prose. */
const LONGEST = 200

const ISO = /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/gu
const BASIC = /(?<!\d)(\d{4})(\d{2})(\d{2})(?=T|\s|$)/gu
const DAY_MONTH =
  /(?<![\d:])(\d{1,2})(?:st|nd|rd|th|º|er|\.)?[\s-]+(?:de\s+|of\s+)?(\p{L}{3,})\.?,?[\s-]+(?:de\s+)?(\d{4}|\d{2}(?=\s))(?!\d)/gu
const MONTH_DAY = /(?<!\p{L})(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,|\s)\s*(\d{4})(?!\d)/gu
/** asctime: "Sun Jul  6 12:56:00 2014". */
const YEAR_LAST = /(?<!\p{L})(\p{L}{3})\s+(\d{1,2})\s+\d{1,2}:\d{2}(?::\d{2})?\s+(?:\p{Lu}{2,4}\s+)?(\d{4})(?!\d)/gu
const DOTTED = /(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/gu
const SLASHED = /(?<!\d)(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)/gu
const TIME =
  /(?:(?<!\d)|(?<=T))(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(?:\s?([ap])\.?m\b\.?)?\s?(?:(Z|[+\u2212-]\d{2}:?\d{2}|[+-]\d{2}(?!\d))|\(?(?:GMT|UTC)?([+-]\d{1,2}(?::\d{2})?)|\(?(\p{L}{1,4})(?!\p{L}))?/iu

/**
 * Reads a date, with its time where the zone is written beside it: RFC 822, ISO 8601, "28 May 2025", "May 28, 2025",
 * "28.05.2025" and the like. The offset stays as written; without one only the day is kept. Undefined where no date, or
 * an impossible or ambiguous one (05/06/2025), stands in the text.
 */
export function readStamp(text: string, by: RuleId, certainty: Stamp['certainty'] = 'stated'): Stamp | undefined {
  if (text.length > LONGEST) return undefined
  const plain = text.replace(/(?<=\d)T(\d{2})(\d{2})(\d{2})(?!\d)/u, ' $1:$2:$3')
  const read = dayIn(plain)
  if (!read) return undefined
  const time = timeIn(read.rest)
  const value = time ? `${read.day}T${time}` : read.day
  return { value, precision: time ? 'second' : 'day', certainty, by }
}

type Found = { readonly day: Day; readonly rest: string }

function dayIn(text: string): Found | undefined {
  return (
    found(text, ISO, (a, b, c) => [Number(a), Number(b), Number(c)]) ??
    found(text, BASIC, (a, b, c) => [Number(a), Number(b), Number(c)]) ??
    found(text, MONTH_DAY, (a, b, c) => [Number(c), monthOf(a), Number(b)]) ??
    found(text, YEAR_LAST, (a, b, c) => [Number(c), monthOf(a), Number(b)]) ??
    found(text, DAY_MONTH, (a, b, c) => [fullYear(c), monthOf(b), Number(a)]) ??
    found(text, DOTTED, (a, b, c) => [Number(c), Number(b), Number(a)]) ??
    found(text, SLASHED, (a, b, c) => slashed(Number(a), Number(b), Number(c)))
  )
}

type Ymd = readonly [number, number, number]

/** The first match that is a day of the calendar. */
function found(text: string, pattern: RegExp, order: (a: string, b: string, c: string) => Ymd): Found | undefined {
  for (const match of text.matchAll(pattern)) {
    const [year, month, day] = order(match[1] ?? '', match[2] ?? '', match[3] ?? '')
    const value = month > 0 && year > 0 ? dayOf(year, month, day) : ''
    const around = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`
    if (isDay(value)) return { day: value, rest: TIME.test(match[0]) ? text : around }
  }
  return undefined
}

/** Day and month in an order that only one reading allows. */
function slashed(a: number, b: number, year: number): Ymd {
  if (a === b || a > 12) return [year, b, a]
  return b > 12 ? [year, a, b] : [0, 0, 0]
}

function monthOf(name: string): number {
  return MONTHS.get(name.toLowerCase().replace(/\u0307/gu, '')) ?? 0
}

/** RFC 822 allowed years of two digits; RFC 5322, section 4.3, says how to read them. */
function fullYear(year: string): number {
  const number = Number(year)
  return year.length > 2 ? number : number < 50 ? 2000 + number : 1900 + number
}

function timeIn(rest: string): string | undefined {
  const match = TIME.exec(rest)
  if (!match) return undefined
  const [, hours = '', minutes = '', seconds = '00', half, iso, named, zone] = match
  const offset = offsetOf(iso ?? named, zone)
  const hour = half ? (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hours)
  if (!offset || hour > 23 || Number(minutes) > 59 || Number(seconds) > 60) return undefined
  const second = Number(seconds) === 60 ? '59' : seconds
  return `${String(hour).padStart(2, '0')}:${minutes}:${second}${offset}`
}

function offsetOf(digits: string | undefined, zone: string | undefined): string | undefined {
  if (digits === undefined) return zone && ZONES.get(zone.toLowerCase())
  if (/^z$/iu.test(digits)) return '+00:00'
  const match = /^([+\u2212-])(\d{1,2}):?(\d{2})?$/u.exec(digits)
  if (!match || Number(match[2]) > 14) return undefined
  const offset = `${(match[2] ?? '').padStart(2, '0')}:${match[3] ?? '00'}`
  // RFC 5322: -0000 is a moment in UTC whose zone is not told.
  return offset === '00:00' || match[1] === '+' ? `+${offset}` : `-${offset}`
}
