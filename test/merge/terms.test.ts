import { expect, test } from 'vitest'
import { overlap, termsOf } from '../../src/merge/terms.ts'
import { claimsIn } from '../help/claims.ts'
import { docOf } from '../help/docs.ts'

test('terms are the longer words and the numbers of the claim’s sentence', () => {
  const text = 'All is calm. Troops attacked the town with 14 missiles.'
  const [claim] = claimsIn(text)
  expect(claim && [...termsOf(docOf(text), claim)]).toEqual(['troops', 'attacked', 'town', 'with', '14', 'missiles'])
})

test.each([
  [['a', 'b'], ['a', 'b', 'c'], 1],
  [['a', 'b'], ['b', 'c', 'd'], 0.5],
  [[], ['a'], 0],
])('overlap of %j and %j is %d', (a, b, expected) => {
  expect(overlap(new Set(a), new Set(b))).toBe(expected)
})
