import { expect, test } from 'vitest'
import { endsOf, isOnce, namedIn } from '../../../../src/lang/en/times/holidays.ts'

test.each([
  ['12-25', 2025, '2025-12-25', '2025-12-25'],
  ['nth 11 4 4', 2025, '2025-11-27', '2025-11-27'],
  ['nth 5 1 -1', 2025, '2025-05-26', '2025-05-26'],
  ['easter-2', 2025, '2025-04-18', '2025-04-18'],
  ['easter-46/easter-1', 2024, '2024-02-14', '2024-03-30'],
  ['orthodox+0', 2024, '2024-05-05', '2024-05-05'],
  ['orthodox+0', 2025, '2025-04-20', '2025-04-20'],
  ['hijri 9 1/hijri 9 30', 2025, '2025-03-01', '2025-03-30'],
  ['hijri 10 1', 2023, '2023-04-22', '2023-04-22'],
  ['hijri 12 10', 2025, '2025-06-07', '2025-06-07'],
])('%s in %i', (rule, year, from, to) => {
  expect(namedIn(rule, year)).toMatchObject({ from, to })
})

test('what does not come in a year has no days', () => expect(namedIn('02-29', 2025)).toBeUndefined())

test('a stretch of history comes once', () => {
  expect([isOnce('1947/1991'), isOnce('12-25'), isOnce('hijri 9 1')]).toEqual([true, false, false])
  expect(endsOf('1947/1991')).toEqual(['1947', '1991'])
})
