import { describe, expect, test } from 'vitest'
import { parseTable, readTable } from '../../src/core/table.ts'

const TEXT =
  '# source: written for this project\n\nword\tkind\tnote\nnot\tnegation\t\n# between rows\nnever\tnegation\trare\n'

describe('parseTable', () => {
  test('gives the wanted columns of every row, comments and blank lines aside', () => {
    expect(parseTable(TEXT, 'x.tsv', ['word', 'note'])).toEqual([
      { word: 'not', note: '' },
      { word: 'never', note: 'rare' },
    ])
  })
  test('finds columns by name, wherever they stand', () => {
    expect(parseTable('b\ta\n1\t2\n', 'x.tsv', ['a', 'b'])).toEqual([{ a: '2', b: '1' }])
  })
  test('an empty first cell does not shift the others', () => {
    expect(parseTable('a\tb\n\t2\n', 'x.tsv', ['a', 'b'])).toEqual([{ a: '', b: '2' }])
  })
  test('cells keep their spaces', () => {
    expect(parseTable('a\tb\n x \t y\n', 'x.tsv', ['a', 'b'])).toEqual([{ a: ' x ', b: ' y' }])
  })
  test.each([
    ['a missing column is named with those there are', 'a\tb\n', 'data/x.tsv: no column "c"; its columns are a, b'],
    ['an empty file has no columns', '# nothing\n', 'data/x.tsv: no column "c"; its columns are '],
    ['a short row is named by its line', '#\nc\td\n1\t2\n1\n', 'data/x.tsv:4: 1 cells, expected 2'],
    ['a long row too', 'c\td\n1\t2\t3\n', 'data/x.tsv:2: 3 cells, expected 2'],
  ])('%s', (_, text, message) => {
    expect(() => parseTable(text, 'x.tsv', ['c'])).toThrow(message)
  })
})

describe('readTable', () => {
  test('reads a table of the data folder', () => {
    const rows = readTable('lexicon/en/abbreviations.tsv', [])
    expect(rows.length).toBeGreaterThan(10)
  })
  test('throws on a table that is not there', () => {
    expect(() => readTable('no-such.tsv', ['a'])).toThrow(/no-such\.tsv/u)
  })
})
