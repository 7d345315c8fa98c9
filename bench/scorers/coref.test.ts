import { expect, test } from 'vitest'
import { bestAssignment, corefCounts, corefScores, withoutSingletons } from './coref.ts'

const chains = (text: string) => text.split(' ').map(chain => [...chain])

test.each([
  // Pradhan et al. (2014), section 4: MUC R 2/5 P 2/5; B³ R 35/84 P 4/8; CEAFe (0.8 + 0.5) over 2 and 3.
  ['the example of Pradhan et al.', 'abc defg', 'ab cd fghi', 0.4, 0.4545, 0.52],
  // Luo (2005), figure 1: truth {1…5} {6,7} {8,9,A,B,C}. Response (a) joins the two large chains: MUC 9/9, 9/10.
  // B³ recall 1; precision (2 + (5 × 5 + 5 × 5) / 10) / 12 = 7/12. CEAFe: 1 + 10/15 over 3 and 2.
  ['Luo (a): large chains joined', '12345 67 89ABC', '1234589ABC 67', 0.9474, 0.7368, 0.6667],
  // (b) joins the small one with a large one: B³ precision (5 + (2 × 2 + 5 × 5) / 7) / 12 = 16/21; CEAFe 1 + 10/12 over 3, 2.
  ['Luo (b): small chain joined', '12345 67 89ABC', '12345 6789ABC', 0.9474, 0.8649, 0.7333],
  // (c) all in one: MUC 9/9, 9/11; B³ precision (25 + 4 + 25) / 12 / 12 = 3/8; CEAFe 10/17 over 3, 1.
  ['Luo (c): one chain', '12345 67 89ABC', '123456789ABC', 0.9, 0.5455, 0.2941],
  ['all right', 'abc de', 'de abc', 1, 1, 1],
  ['nothing found', 'abc de', '', 0, 0, 0],
])('%s', (_, gold, response, muc, b3, ceafe) => {
  const scores = corefScores([corefCounts(chains(gold), response === '' ? [] : chains(response))])
  expect(scores.muc).toBeCloseTo(muc, 4)
  expect(scores.b3).toBeCloseTo(b3, 4)
  expect(scores.ceafe).toBeCloseTo(ceafe, 4)
  expect(scores.conll).toBeCloseTo((muc + b3 + ceafe) / 3, 3)
})

test('sums run over documents', () => {
  // MUC: 2 of 2 links and 0 of 1: recall 2/3, precision 2/2.
  const scores = corefScores([corefCounts(chains('abc'), chains('abc')), corefCounts(chains('de'), [])])
  expect(scores.muc).toBeCloseTo(0.8, 6)
})

test('the best assignment is no greedy one', () => {
  expect(
    bestAssignment([
      [0.9, 0.8],
      [0.8, 0.1],
    ]),
  ).toBeCloseTo(1.6, 9)
  expect(bestAssignment([[0.2, 0.5, 0.3]])).toBeCloseTo(0.5, 9)
  expect(bestAssignment([[0.2], [0.7]])).toBeCloseTo(0.7, 9)
  expect(bestAssignment([])).toBe(0)
})

test('singletons and repeated mentions go', () => {
  expect(withoutSingletons([['a'], ['b', 'b'], ['c', 'd', 'c']])).toEqual([['c', 'd']])
})
