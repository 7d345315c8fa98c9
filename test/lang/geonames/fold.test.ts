import { describe, expect, test } from 'vitest'
import { foldedWords, keyOf } from '../../../src/lang/geonames/fold.ts'

describe('names are folded', () => {
  test.each([
    ['Saint-Lô', 'st lo'],
    ['ISTANBUL', 'istanbul'],
    ['İstanbul', 'istanbul'],
    ['Łódź', 'lodz'],
    ["Sana'a", 'sanaa'],
    ['Sana’a', 'sanaa'],
    ['St. Louis', 'st louis'],
    ['Åre (town)', 'are town'],
    ['Київ', 'киів'],
    ['…', ''],
  ])('%s', (name, expected) => expect(foldedWords(name).join(' ')).toBe(expected))
})

test('a key tells order and borders of words', () => {
  const keys = ['new york', 'york new', 'newyork', 'new york city'].map(name => keyOf(foldedWords(name)))
  expect(new Set(keys.map(key => `${key.place} ${key.check}`)).size).toBe(4)
  expect(keyOf(foldedWords('New York'))).toEqual(keyOf(foldedWords('NEW-YORK')))
})
