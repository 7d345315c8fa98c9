import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayOfStamp, knownByStamp, momentOf } from '../../src/core/stamp.ts'
import type { Stamp } from '../../src/core/types.ts'

function stamp(value: string): Stamp {
  return { value, precision: value.includes('T') ? 'second' : 'day', certainty: 'stated', by: 'test/stamp' }
}

test.each([
  ['2025-05-28T08:21:00+02:00', '2025-05-28T06:21:00Z'],
  ['2025-05-28T23:30:00-05:00', '2025-05-29T04:30:00Z'],
  ['2025-05-28T00:00:00+14:00', '2025-05-27T10:00:00Z'],
  ['2025-05-28T12:00:00+05:45', '2025-05-28T06:15:00Z'],
  ['2025-05-28', '2025-05-28T00:00:00Z'],
  ['1969-12-31', '1969-12-31T00:00:00Z'],
])('%s is the moment %s', (value, moment) => {
  expect(momentOf(stamp(value))).toBe(Date.parse(moment))
})

test('the day is the one the source wrote, not the day in UTC', () => {
  expect(dayOfStamp(stamp('2025-05-28T23:30:00-05:00'))).toBe('2025-05-28')
  expect(dayOfStamp(stamp('2025-05-28T00:10:00+03:00'))).toBe('2025-05-28')
  expect(dayOfStamp(stamp('2025-05-28'))).toBe('2025-05-28')
})

describe('known by a day, in UTC', () => {
  test.each([
    ['2025-05-28', '2025-05-28', true],
    ['2025-05-29', '2025-05-28', false],
    ['2025-05-27', '2025-05-28', true],
    ['2025-05-28T23:59:59Z', '2025-05-28', true],
    ['2025-05-29T00:00:00Z', '2025-05-28', false],
    ['2025-05-28T23:30:00-05:00', '2025-05-28', false],
    ['2025-05-29T01:30:00+03:00', '2025-05-28', true],
    ['2025-12-31T23:59:59Z', '2025-12-31', true],
  ])('%s by %s: %s', (value, asOf, known) => {
    expect(knownByStamp(stamp(value), asOf)).toBe(known)
  })
  test('what is known by a day is known by every later one', () => {
    const days = fc.date({ min: new Date('2000-01-01'), max: new Date('2050-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(days, days, days, (at, a, b) => {
        const [earlier = '', later = ''] = [a, b].map(date => date.toISOString().slice(0, 10)).sort()
        const second = stamp(at.toISOString())
        return !knownByStamp(second, earlier) || knownByStamp(second, later)
      }),
    )
  })
})
