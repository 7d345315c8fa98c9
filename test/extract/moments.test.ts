import { describe, expect, test } from 'vitest'
import type { Report, Stamp } from '../../src/core/types.ts'
import { futureOf, stampsOf, urlDay } from '../../src/extract/moments.ts'

const report: Report = { id: 'x', format: 'text', body: '', origin: { file: 'f' } }
const day = (value: string): Stamp => ({ value, precision: 'day', certainty: 'stated', by: 'test' })

test.each([
  ['https://x.org/2025/05/28/talks', '2025-05-28'],
  ['https://x.org/news/2025-05-28-talks', '2025-05-28'],
  ['https://x.org/20250528/talks', '2025-05-28'],
  ['https://x.org/2025/5/8/', '2025-05-08'],
  ['https://x.org/2025/13/28/', undefined],
  ['https://x.org/12025/05/28', undefined],
  ['https://x.org/?d=2025/05/28', undefined],
  [undefined, undefined],
])('day in %s', (url, expected) => expect(urlDay(url)?.value).toBe(expected))

test('what the report states, then its page, then its address', () => {
  const told: string[] = []
  const tell = (code: string) => void told.push(code)
  const url = 'https://x.org/2025/05/01/a'
  expect(
    stampsOf({ ...report, published: '28 May 2025' }, { published: day('2025-05-02') }, url, tell).published?.value,
  ).toBe('2025-05-28')
  expect(stampsOf(report, { published: day('2025-05-02') }, url, tell).published?.value).toBe('2025-05-02')
  expect(stampsOf(report, {}, url, tell).published).toMatchObject({ value: '2025-05-01', certainty: 'implied' })
  expect(told).toEqual([])
  expect(stampsOf({ ...report, published: 'soon' }, {}, undefined, tell)).toEqual({})
  expect(told).toEqual(['unreadable-date'])
})

describe('the future', () => {
  test.each([
    [{ published: day('2025-05-28') }, false],
    [{ published: day('2025-05-28'), known: day('2025-05-27') }, false],
    [{ published: day('2025-05-29'), known: day('2025-05-27') }, true],
    [{ published: day('2101-01-01') }, true],
    [{}, false],
  ])('%j', (stamps, expected) => expect(futureOf(stamps) !== undefined).toBe(expected))
})
