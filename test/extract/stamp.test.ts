import { describe, expect, test } from 'vitest'
import { readStamp } from '../../src/extract/stamp.ts'

const value = (text: string) => readStamp(text, 'test')?.value

describe('reads the day, and the time with the offset as written', () => {
  test.each([
    ['2026-08-17T08:21:00+02:00', '2026-08-17T08:21:00+02:00'],
    ['2026-08-17T08:21:00.123Z', '2026-08-17T08:21:00+00:00'],
    ['2022-05-27 17:23:06-04:00', '2022-05-27T17:23:06-04:00'],
    ['2015-01-02T05:06+0300', '2015-01-02T05:06:00+03:00'],
    ['20250528T101500Z', '2025-05-28T10:15:00+00:00'],
    ['Sun, 06 Jul 2014 12:56:00 GMT', '2014-07-06T12:56:00+00:00'],
    ['Sun, 6 Jul 14 12:56:00 EDT', '2014-07-06T12:56:00-04:00'],
    ['Wed, 28 May 2025 09:05:01 -0530', '2025-05-28T09:05:01-05:30'],
    ['Sun Jul  6 12:56:00 UTC 2014', '2014-07-06T12:56:00+00:00'],
    ['May 28, 2025 3:04 p.m. EDT', '2025-05-28T15:04:00-04:00'],
    ['May 28, 2025 at 12:04 AM UTC', '2025-05-28T00:04:00+00:00'],
    ['Updated 28 May 2025 18:30 GMT+3', '2025-05-28T18:30:00+03:00'],
    ['09:15 CEST, 28 May 2025', '2025-05-28T09:15:00+02:00'],
  ])('%s', (text, expected) => expect(value(text)).toBe(expected))
})

describe('keeps only the day where no zone is written', () => {
  test.each([
    ['2022-05-17T23:48:46', '2022-05-17'],
    ['28 May 2025', '2025-05-28'],
    ['May 28, 2025', '2025-05-28'],
    ['Wednesday, 28th of May 2025', '2025-05-28'],
    ['May 28, 2025 3:04 pm', '2025-05-28'],
    ['28. Mai 2025', '2025-05-28'],
    ['28 de mayo de 2025', '2025-05-28'],
    ['28 травня 2025', '2025-05-28'],
    ['28.05.2025, 10:20', '2025-05-28'],
    ['2025/5/8', '2025-05-08'],
    ['5/28/2025', '2025-05-28'],
    ['28/05/2025', '2025-05-28'],
    ['2025-05-28T25:00:00Z', '2025-05-28'],
  ])('%s', (text, expected) =>
    expect(readStamp(text, 'test')).toEqual({ value: expected, precision: 'day', certainty: 'stated', by: 'test' }),
  )
})

describe('reads nothing', () => {
  test.each([
    '',
    'yesterday',
    '05/06/2025',
    '2025-02-30',
    '32 May 2025',
    '28 Foo 2025',
    'May 2025',
    '1234567890',
    `28 May 2025 ${'x'.repeat(300)}`,
  ])('%s', text => expect(readStamp(text, 'test')).toBeUndefined())
})

test('an implied date says so', () =>
  expect(readStamp('2025-05-28', 'url', 'implied')).toMatchObject({ certainty: 'implied', by: 'url' }))
