import { expect, test } from 'vitest'
import { shingleF1, wordsOf } from './shingles.ts'

test.each([
  ['a b c d', 'a b c d', 1],
  ['', '', 1],
  ['', 'a b c d', 0],
  ['a b', 'A, B!', 1],
  ['a b c d e', 'a b c d', 2 / 3],
  ['a b c d a b c d', 'a b c d', 2 / 6],
  ['a b c d', 'e f g h', 0],
])('%j and %j', (ours, wanted, expected) => expect(shingleF1(ours, wanted)).toBeCloseTo(expected))

test('words of any script', () =>
  expect(wordsOf('Київ’s İstanbul, 5.3 – naïve')).toEqual(['київ', 's', 'i̇stanbul', '5', '3', 'naïve']))
