import { expect, test } from 'vitest'
import type { Precision, Stamp } from '../../src/core/types.ts'
import { splitWhen, writeDayOf, writeStamp, writeStampDay, writeWhen } from '../../src/publish/dates.ts'

const when = (earliest: string, latest: string, precision: Precision) => ({
  earliest,
  latest,
  precision,
  edtf: earliest,
})

test.each([
  ['2025-05-28', '2025-05-28', 'day', '28 May', '28 May 2025', '2025'],
  ['2025-05-23', '2025-05-25', 'range', '23–25 May', '23–25 May 2025', '2025'],
  ['2025-05-28', '2025-06-02', 'range', '28 May – 2 June', '28 May – 2 June 2025', '2025'],
  ['2024-12-28', '2025-01-03', 'range', '28 December 2024 – 3 January 2025', '28 December 2024 – 3 January 2025', ''],
  ['2022-03-01', '2022-03-31', 'month', 'March', 'March 2022', '2022'],
  ['2024-02-01', '2024-02-29', 'month', 'February', 'February 2024', '2024'],
  ['2023-02-01', '2023-02-28', 'month', 'February', 'February 2023', '2023'],
  ['2024-02-01', '2024-02-28', 'range', '1–28 February', '1–28 February 2024', '2024'],
  ['2022-03-01', '2022-05-31', 'season', 'March–May', 'March–May 2022', '2022'],
  ['2022-01-01', '2022-12-31', 'year', '2022', '2022', ''],
  ['2014-01-01', '2022-12-31', 'range', '2014–2022', '2014–2022', ''],
] as const)('%s to %s (%s)', (earliest, latest, precision, text, line, year) => {
  const value = when(earliest, latest, precision)
  expect(splitWhen(value)).toEqual({ text, year })
  expect(writeWhen(value, '2031-01-01')).toBe(line)
})

test('the year of the briefing is left out', () => {
  expect(writeWhen(when('2025-05-28', '2025-05-28', 'day'), '2025-05-29')).toBe('28 May')
})

const stamp = (value: string): Stamp => ({ value, precision: 'second', certainty: 'stated', by: 'test/stamp' })

test.each([
  ['2025-05-28T14:05:00+02:00', '28 May 2025, 14:05 +02:00'],
  ['2025-05-28T14:05:33-05:30', '28 May 2025, 14:05 −05:30'],
  ['2025-05-28T12:05:00Z', '28 May 2025, 12:05 UTC'],
  ['2025-05-28T12:05:00+00:00', '28 May 2025, 12:05 UTC'],
  ['2025-05-28', '28 May 2025'],
  ['2025-02-30', '2025-02-30'],
  ['<b>', '<b>'],
])('%s keeps the offset it was written with', (value, text) => {
  expect(writeStamp(stamp(value))).toBe(text)
})

test.each([
  ['2025-05-28T23:59:00+02:00', '28 May 2025', '28 May'],
  ['2024-05-28', '28 May 2024', '28 May 2024'],
  ['soon', 'soon', 'soon'],
])('the day of %s is the one its source wrote', (value, long, short) => {
  expect(writeStampDay(stamp(value))).toBe(long)
  expect(writeDayOf(stamp(value), '2025-05-29')).toBe(short)
})
