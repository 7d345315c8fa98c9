import { expect, test } from 'vitest'
import { bodyOf } from '../../src/dedupe/body.ts'
import { candidates } from '../../src/dedupe/candidates.ts'
import { lineages } from '../../src/dedupe/index.ts'
import { interner } from '../../src/dedupe/words.ts'
import { generated } from './generated.ts'

test('2,000 articles of 500 origins take a moment', () => {
  const articles = generated(2000)
  const started = performance.now()
  expect(lineages(articles)).toHaveLength(500)
  expect(performance.now() - started).toBeLessThan(10_000)
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
  expect(compared(1600) / compared(400)).toBeLessThan(8)
})
