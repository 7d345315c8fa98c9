import { expect, test } from 'vitest'
import { holds } from './sentences.ts'

test.each([
  ['as expected', ['The talks began.', 'They ended at 5 p.m.'], true],
  ['too few', ['The talks began. They ended at 5 p.m.'], false],
  ['other words', ['The talks began.', 'They ended at 6 p.m.'], false],
])('%s', (_, expected, right) => {
  expect(holds({ input: 'The talks began. They ended at 5 p.m.', expected, golden: true })).toBe(right)
})
