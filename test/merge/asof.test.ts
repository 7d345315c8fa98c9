import { expect, test } from 'vitest'
import type { Stamp } from '../../src/core/types.ts'
import { knownAt, knownBy, newestDay } from '../../src/merge/asof.ts'
import { docOf } from '../help/docs.ts'

const stamp = (value: string): Stamp => ({
  value,
  precision: value.length === 10 ? 'day' : 'second',
  certainty: 'stated',
  by: 'x',
})
const article = (published?: string, known?: string) => {
  const { published: _, ...rest } = docOf('Text.').article
  return { ...rest, ...(published ? { published: stamp(published) } : {}), ...(known ? { known: stamp(known) } : {}) }
}

test.each([
  ['2025-05-29', '2025-05-29', true],
  ['2025-05-30', '2025-05-29', false],
  ['2025-05-30T01:00:00+02:00', '2025-05-29', true], // still the 29th in UTC
  ['2025-05-29T23:30:00-02:00', '2025-05-29', false], // the 30th in UTC
])('%s is known by %s: %s', (published, asOf, expected) => {
  expect(knownBy(article(published), asOf)).toBe(expected)
})

test('what has no time cannot be placed; the time of fetching serves where publication is unknown', () => {
  expect(knownBy(article(), '2025-05-29')).toBe(false)
  expect(knownBy(article(undefined, '2025-05-28'), '2025-05-29')).toBe(true)
  expect(knownAt(article('2025-05-01', '2025-05-28'))?.value).toBe('2025-05-01')
})

test('the newest day is the default as-of day', () => {
  expect(newestDay([article('2025-05-01'), article('2025-05-28T10:00:00+03:00'), article()])).toBe('2025-05-28')
  expect(newestDay([article()])).toBeUndefined()
})
