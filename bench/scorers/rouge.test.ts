import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { gramsOf, type RougeWords, readRougeWords, rougeTokens, shared, total } from './rouge.ts'

const words: RougeWords = {
  stop: new Set(['the', 'well']),
  exceptions: new Map([
    ['held', 'hold'],
    ['ran', 'run'],
  ]),
}

test.each([
  ['The talks were held', ['talk', 'were', 'hold']],
  ['wells, well', ['well']],
  ['a 30-day cease-fire', ['a', '30', 'day', 'ceas', 'fire']],
  ['$ 8bn -LRB- ¬ # 5.2 bn -RRB-', ['8bn', 'lrb', '5', '2', 'bn', 'rrb']],
  ['ran day days', ['ran', 'day', 'dai']],
  ['¬ …', []],
])('tokens of "%s"', (text, tokens) => {
  expect(rougeTokens(text, words)).toEqual(tokens)
})

test('n-grams are counted and shared as often as in the smaller count', () => {
  const a = gramsOf(['a', 'b', 'a', 'b'], 2)
  const b = gramsOf(['a', 'b', 'c'], 2)
  expect([...a]).toEqual([
    ['a b', 2],
    ['b a', 1],
  ])
  expect(total(a)).toBe(3)
  expect(shared(a, b)).toBe(1)
  expect(shared(b, a)).toBe(1)
  expect(gramsOf(['a'], 2).size).toBe(0)
})

test('word lists are read from a folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rouge-'))
  writeFileSync(join(folder, 'smart_common_words.txt'), 'the\nof\n')
  writeFileSync(join(folder, 'wordnet-exceptions.tsv'), 'held\thold\nmen\tman\n')
  const read = readRougeWords(folder)
  rmSync(folder, { recursive: true })
  expect([...read.stop]).toEqual(['the', 'of'])
  expect(read.exceptions.get('men')).toBe('man')
  expect(() => readRougeWords(join(folder, 'gone'))).toThrow()
})
