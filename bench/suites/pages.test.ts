import { Buffer } from 'node:buffer'
import { expect, test } from 'vitest'
import { judgePage, sameByline, sameTime, sameTitle } from './pages.ts'

test.each([
  ['Talks resume', 'Talks resume', true],
  ['Talks resume', 'Talks resume | The Example', true],
  ['Talks resume', 'The Example - Talks Resume', true],
  ['Talks resume', 'Talks resumed', false],
  ['The Example', 'Talks', false],
  ['', '| x', false],
])('title %j for %j: %s', (ours, wanted, expected) => expect(sameTitle(ours, wanted)).toBe(expected))

test.each([
  ['Jane Roe', 'By Jane Roe', true],
  ['Jane Roe', 'JANE ROE (http://x.org)', true],
  ['Jane', 'Jane Roe', false],
  ['', 'Jane', false],
])('byline %j for %j: %s', (ours, wanted, expected) => expect(sameByline(ours, wanted)).toBe(expected))

test.each([
  ['2025-05-28T10:00:00+02:00', '2025-05-28T08:00:00Z', true],
  ['2025-05-28T10:00:00+02:00', '2025-05-28T10:00:00Z', false],
  ['2025-05-28T10:00:00+02:00', '2025-05-28', true],
  ['2025-05-28T10:00:00+02:00', 'soon', false],
])('time %s for %s: %s', (value, wanted, expected) =>
  expect(sameTime({ value, precision: 'second', certainty: 'stated', by: 'x' }, wanted)).toBe(expected),
)

test('a page is judged on what is expected of it', async () => {
  const source = Buffer.from(
    '<html><head><title>Talks resume today in town</title></head><body><p>One two three four five.</p></body></html>',
  )
  const result = await judgePage({
    name: 'a',
    source,
    text: 'One two three four five.',
    title: 'Talks resume today in town',
  })
  expect([result.f1, result.title, result.byline, result.published]).toEqual([1, true, undefined, undefined])
})
