import { expect, test } from 'vitest'
import { bcubed } from './bcubed.ts'

test.each([
  ['the same', [1, 1, 2], ['a', 'a', 'b'], 1, 1],
  ['all in one', [1, 1, 1, 1], ['a', 'a', 'b', 'b'], 0.5, 1],
  ['each alone', [1, 2, 3, 4], ['a', 'a', 'b', 'b'], 1, 0.5],
  // Amigó et al. 2009, the shape of their worked cases: {a a b} {b}.
  ['mixed', [1, 1, 1, 2], ['a', 'a', 'b', 'b'], (2 / 3 + 2 / 3 + 1 / 3 + 1) / 4, (1 + 1 + 0.5 + 0.5) / 4],
] as const)('%s', (_, given, gold, precision, recall) => {
  const score = bcubed(given, gold)
  expect(score.precision).toBeCloseTo(precision, 12)
  expect(score.recall).toBeCloseTo(recall, 12)
  expect(score.f1).toBeCloseTo((2 * precision * recall) / (precision + recall), 12)
})
