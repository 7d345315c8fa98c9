import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  dayNumber,
  dayOf,
  daysBetween,
  daysInMonth,
  fromDayNumber,
  isDay,
  numberOf,
  partsOf,
  weekday,
  writeDay,
} from '../../src/core/day.ts'

const DAY_MS = 86_400_000
const FIRST = Math.floor(utc(0, 1, 1) / DAY_MS)
const LAST = Math.floor(utc(9999, 12, 31) / DAY_MS)
const anyDay = fc.integer({ min: FIRST, max: LAST }).map(fromDayNumber)

/** `Date.UTC` takes the years 0 to 99 for 1900 to 1999; this does not. */
function utc(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, day)
}

describe('against the calendar of Date, in UTC', () => {
  test('every 17th day of the years 0 to 9999', () => {
    const wrong: string[] = []
    for (let number = FIRST; number <= LAST; number += 17) {
      const date = new Date(number * DAY_MS)
      const day = date.toISOString().slice(0, 10)
      const parts = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()] as const
      if (fromDayNumber(number) !== day || dayNumber(...parts) !== number || dayOf(...parts) !== day) wrong.push(day)
    }
    expect(wrong).toEqual([])
  })

  test('every day of 1890 to 2110: weekday and neighbours', () => {
    const wrong: string[] = []
    for (let ms = utc(1890, 1, 1); ms <= utc(2110, 12, 31); ms += DAY_MS) {
      const day = new Date(ms).toISOString().slice(0, 10)
      const next = new Date(ms + DAY_MS).toISOString().slice(0, 10)
      const iso = new Date(ms).getUTCDay() || 7
      if (weekday(day) !== iso || addDays(day, 1) !== next || addDays(next, -1) !== day) wrong.push(day)
    }
    expect(wrong).toEqual([])
  })

  test('the length of every month of 400 years, and of the years that break the rule', () => {
    for (let year = 1800; year < 2200; year++)
      for (let month = 1; month <= 12; month++)
        expect(daysInMonth(year, month)).toBe((utc(year, month + 1, 1) - utc(year, month, 1)) / DAY_MS)
  })
})

describe('laws', () => {
  test('a number gives a day that gives the number', () => {
    fc.assert(fc.property(anyDay, day => fromDayNumber(numberOf(day)) === day))
  })
  test('later days have larger numbers and larger texts', () => {
    fc.assert(fc.property(anyDay, anyDay, (a, b) => Math.sign(daysBetween(a, b)) === (a < b ? 1 : a > b ? -1 : 0)))
  })
  test('adding what lies between two days leads from one to the other', () => {
    fc.assert(fc.property(anyDay, anyDay, (a, b) => addDays(a, daysBetween(a, b)) === b))
  })
  test('days that lie n apart are n weekdays apart', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 700_000 }), (day, n) => {
        fc.pre(numberOf(day) + n <= LAST)
        return (weekday(addDays(day, n)) - weekday(day) - n) % 7 === 0
      }),
    )
  })
  test('the parts of a day make the day', () => {
    fc.assert(
      fc.property(anyDay, day => {
        const { year, month, day: d } = partsOf(day)
        return isDay(day) && dayOf(year, month, d) === day
      }),
    )
  })
})

test.each([
  ['2025-05-28', 3],
  ['2025-06-02', 1],
  ['1970-01-01', 4],
  ['1969-12-28', 7],
  ['2000-02-29', 2],
  ['0001-01-01', 1],
])('%s is weekday %i', (day, expected) => {
  expect(weekday(day)).toBe(expected)
})

test.each(['2025-05-28', '2024-02-29', '2000-02-29', '0000-02-29', '9999-12-31'])('%s is a day', text => {
  expect(isDay(text)).toBe(true)
})

test.each([
  '2025-02-29',
  '1900-02-29',
  '2025-04-31',
  '2025-13-01',
  '2025-00-10',
  '2025-01-00',
  '2025-01-32',
  '2025-1-2',
  '25-01-02',
  '+2025-01-02',
  ' 2025-01-02',
  '2025-01-02\n',
  '2025-01-02T00:00',
  '२०२५-०१-०२',
  '',
])('%j is no day', text => {
  expect(isDay(text)).toBe(false)
})

test('what is not a day is refused with what was expected', () => {
  expect(() => partsOf('28 May 2025')).toThrow('not a day: "28 May 2025"; expected YYYY-MM-DD')
  expect(() => addDays('', 1)).toThrow(RangeError)
  expect(() => weekday('2025-05')).toThrow(RangeError)
})

test('a day is written with or without its year, without a leading zero', () => {
  expect(writeDay('2025-05-28')).toBe('28 May 2025')
  expect(writeDay('2025-06-02', false)).toBe('2 June')
  const months = Array.from({ length: 12 }, (_, i) => writeDay(dayOf(2025, i + 1, 1), false).slice(2))
  expect(months).toEqual(
    Array.from({ length: 12 }, (_, i) =>
      new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(utc(2025, i + 1, 1)),
    ),
  )
})
