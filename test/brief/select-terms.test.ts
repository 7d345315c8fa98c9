import { expect, test } from 'vitest'
import { contentTerms, lightStem } from '../../src/brief/select-terms.ts'

test.each([
  ['killing', 'kill'],
  ['killed', 'kill'],
  ['sanctions', 'sanction'],
  ['meetings', 'meet'],
  ['seize', 'seiz'],
  ['seized', 'seiz'],
  ['parties', 'party'],
  ['losses', 'loss'],
  ['congress', 'congress'],
  ['talks', 'talk'],
  ['gas', 'gas'],
  ['sing', 'sing'],
  ['rises', 'rise'],
  ['müllers', 'müllers'],
  ["o'brien's", "o'brien's"],
  ['1990s', '1990s'],
])('%s is compared as %s', (norm, stem) => expect(lightStem(norm)).toBe(stem))

test('stop words, single letters and marks are no content; order and repetition stay', () => {
  const norms = ['the', 'talks', 'in', 'kyiv', 'a', '—', '5', '16', 'talked', "'s"]
  expect(contentTerms(norms, new Set(['the', 'in']))).toEqual(['talk', 'kyiv', '16', 'talk', "'s"])
})
