import { expect, test } from 'vitest'
import { bodyOf } from '../../src/dedupe/body.ts'
import { candidates } from '../../src/dedupe/candidates.ts'
import { lineages } from '../../src/dedupe/index.ts'
import { interner } from '../../src/dedupe/words.ts'
import { milliseconds } from '../help/cpu.ts'
import { generated } from './generated.ts'

test('1,000 articles of 250 origins take a moment', () => {
  const articles = generated(1000)
  expect(milliseconds(() => expect(lineages(articles)).toHaveLength(250))).toBeLessThan(5_000)
})

test('comparisons grow with the articles, not with their square', () => {
  const compared = (count: number) =>
    [
      ...candidates(
        generated(count)
          .map(one => bodyOf(one))
          .map(interner()),
      ),
    ].length
  expect(compared(800) / compared(200)).toBeLessThan(8)
})
