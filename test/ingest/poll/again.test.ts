import { expect, test } from 'vitest'
import { backOff, regular, retryAt } from '../../../src/ingest/poll/again.ts'

const MINUTE = 60_000
const DAY = 1440 * MINUTE
const now = Date.parse('2025-06-02T08:00:00Z')

test('the rest after failures doubles up to a day, with a part by chance', () => {
  expect([1, 2, 3, 20, 5000].map(failures => backOff(failures, 15 * MINUTE, () => 1) / MINUTE)).toEqual([
    30, 60, 120, 1440, 1440,
  ])
  expect(backOff(1, 15 * MINUTE, () => 0)).toBe(0.75 * 30 * MINUTE)
})

test('regular polls spread', () => {
  expect([0, 0.5, 1].map(chance => regular(100, () => chance))).toEqual([95, 100, 105])
})

test.each([
  ['120', undefined, 2 * MINUTE],
  ['0', undefined, 0],
  ['9999999999', undefined, DAY],
  ['Mon, 02 Jun 2025 08:05:00 GMT', undefined, 5 * MINUTE],
  // The server's clock is an hour ahead, and it means ten minutes.
  ['Mon, 02 Jun 2025 09:10:00 GMT', 'Mon, 02 Jun 2025 09:00:00 GMT', 10 * MINUTE],
  ['Mon, 02 Jun 2025 07:00:00 GMT', undefined, 0],
  ['Fri, 02 Jun 2045 07:00:00 GMT', undefined, DAY],
  ['soon', undefined, undefined],
  ['-5', undefined, undefined],
  [undefined, undefined, undefined],
])('Retry-After %s', (value, date, expected) => {
  expect(retryAt(value, now, date)).toBe(expected === undefined ? undefined : now + expected)
})
