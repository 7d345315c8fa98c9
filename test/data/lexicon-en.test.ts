import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { isDay } from '../../src/core/day.ts'
import { byText, groupBy } from '../../src/core/order.ts'
import { readTable } from '../../src/core/table.ts'
import { wordsOfName } from '../../src/lang/en/names/pieces.ts'
import { irregularForms, lemmasOf } from './patterns.ts'
import { expectSorted } from './tables.ts'

const en = <C extends string>(name: string, ...columns: readonly C[]) => readTable(`lexicon/en/${name}.tsv`, columns)

type Table = readonly [name: string, columns: readonly string[], key: number]

/** Each table with all its columns, and how many of them are its key. */
const TABLES: readonly Table[] = [
  ['abbreviations', ['word', 'kind'], 1],
  ['amount-bounds', ['phrase', 'place', 'bound'], 2],
  ['amount-words', ['word', 'class'], 2],
  ['coref-given', ['name', 'gender'], 1],
  ['coref-nouns', ['word', 'kind', 'gender'], 1],
  ['coref-pronouns', ['word', 'person', 'number', 'gender', 'kind'], 1],
  ['coref-words', ['word', 'use'], 2],
  ['count-kinds', ['unit', 'kind'], 1],
  ['count-nouns', ['form', 'unit'], 1],
  ['currencies', ['form', 'code', 'place', 'share'], 3],
  ['function-words', ['word', 'classes'], 1],
  ['harm-words', ['form', 'of', 'status', 'place'], 2],
  ['name-first', ['name'], 1],
  ['name-stops', ['word'], 1],
  ['name-verbs', ['word', 'use'], 2],
  ['number-words', ['word', 'kind', 'value'], 1],
  ['organisation-words', ['pattern', 'use', 'code', 'label'], 4],
  ['saying-verbs', ['form', 'lemma', 'use', 'tense', 'ambiguous'], 1],
  ['self-reference', ['phrase'], 1],
  ['sentence-starters', ['word'], 1],
  ['speaker-words', ['word', 'class'], 1],
  ['time-cues', ['word', 'cue'], 1],
  ['time-guards', ['word', 'kind'], 2],
  ['time-holidays', ['name', 'day'], 1],
  ['time-rules', ['id', 'pattern', 'give', 'guard', 'link', 'example', 'value', 'not'], 1],
  ['time-words', ['word', 'kind', 'value'], 2],
  ['titles', ['word', 'kind', 'office'], 1],
  ['units', ['form', 'unit'], 1],
]

test('no table is without a check', () => {
  const files = readdirSync(new URL('../../data/lexicon/en', import.meta.url))
  expect(TABLES.map(([name]) => `${name}.tsv`)).toEqual(files.sort(byText))
})

describe.each(TABLES)('%s', (name, columns, key) => {
  const rows = en(name, ...columns).map(row => columns.map(column => row[column] ?? ''))
  test('has rows, sorted by its key, none twice', () => {
    expect(rows.length).toBeGreaterThan(10)
    const keys = rows.map(row => row.slice(0, key).join('\t'))
    if (key === columns.length) expectSorted(keys)
    else {
      expect([...groupBy(keys, one => one)].filter(([, same]) => same.length > 1).map(([one]) => one)).toEqual([])
      expect(rows.map(row => row.join('\t'))).toEqual(rows.map(row => row.join('\t')).sort(byText))
    }
  })
  test('has a first cell in every row and no blanks around a cell', () => {
    expect(rows.filter(row => row[0] === '' || row.some(cell => cell !== cell.trim() || / {2}/u.test(cell)))).toEqual(
      [],
    )
  })
})

/** Values a column may have. */
test.each([
  ['abbreviations', 'kind', /^(?:title|number|inner|date|time|final|list)$/u],
  ['amount-bounds', 'place', /^(?:before|after)$/u],
  ['amount-bounds', 'bound', /^(?:exact|least|most|about)$/u],
  ['count-kinds', 'kind', /^(?:air|arms|lifeless)$/u],
  ['currencies', 'code', /^[A-Z]{3}$/u],
  // A form with capitals is a code that is also a common word, and counts only so.
  ['currencies', 'form', /^(?:\P{Lu}+|[A-Z]{3}|L\.?E\.?)$/u],
  ['currencies', 'share', /^(?:0\.0*1)?$/u],
  ['harm-words', 'of', /^(?:person|air|arms|lifeless)$/u],
  ['currencies', 'place', /^(?:before|after)$/u],
  [
    'function-words',
    'classes',
    /^(?:stop|pointing|first-person|third-person|personal)(?:\|(?:pointing|first-person|third-person|personal))*$/u,
  ],
  ['harm-words', 'status', /^\p{Ll}+$/u],
  ['harm-words', 'place', /^(?:after|before|both|noun|lives)$/u],
  ['name-first', 'name', /^\p{Lu}[\p{L}'’.-]*$/u],
  ['name-verbs', 'use', /^(?:site|subject|between|object|given|clause|place|placed)$/u],
  ['number-words', 'kind', /^(?:unit|ten|scale|letter|fuzzy|group|part|share|nil)$/u],
  ['number-words', 'value', /^\d+(?:\.\d+)?$/u],
  ['organisation-words', 'use', /^(?:agent|company|definite|state|suffix|head)$/u],
  ['organisation-words', 'code', /^(?:[A-Z]{2,})?$/u],
  ['saying-verbs', 'use', /^(?:clause|that|tell|label|quote)$/u],
  ['saying-verbs', 'tense', /^(?:base|past|present|ing)$/u],
  ['saying-verbs', 'ambiguous', /^(?:noun)?$/u],
  ['speaker-words', 'class', /^(?:role|body|modifier|particle|place)$/u],
  [
    'time-holidays',
    'day',
    /^(?:(?:\d\d-\d\d|(?:easter|orthodox)[+-]\d+|hijri \d+ \d+|nth (?:[1-9]|1[0-2]) [1-7] (?:-1|[1-5])(?: -?\d+)?)(?:\/(?!$)|$)){1,2}$|^\d{4}(?:-\d\d){0,2}\/\d{4}(?:-\d\d){0,2}$/u,
  ],
  ['titles', 'kind', /^(?:head|modifier)$/u],
  ['units', 'unit', /^\S+(?: \S+)?$/u],
] as const)('%s: %s', (name, column, values) => {
  expect(en(name, column).filter(row => !values.test(row[column] ?? ''))).toEqual([])
})

/** Lists that are looked up by words in lower case. */
test.each([
  ['amount-bounds', 'phrase'],
  ['amount-words', 'word'],
  ['count-kinds', 'unit'],
  ['count-nouns', 'form'],
  ['function-words', 'word'],
  ['harm-words', 'form'],
  ['name-stops', 'word'],
  ['name-verbs', 'word'],
  ['number-words', 'word'],
  ['saying-verbs', 'form'],
  ['self-reference', 'phrase'],
  ['sentence-starters', 'word'],
  ['speaker-words', 'word'],
  ['time-cues', 'word'],
  ['time-guards', 'word'],
  ['time-holidays', 'name'],
  ['time-words', 'word'],
  ['titles', 'word'],
  ['units', 'form'],
] as const)('%s is in lower case', (name, column) => {
  expect(en(name, column).filter(row => row[column] !== (row[column] ?? '').toLowerCase())).toEqual([])
})

test('a form of currency stands for one currency on each side of the figure', () => {
  const sides = en('currencies', 'form', 'place').map(({ form, place }) => `${form} ${place}`)
  expect(sides.filter((side, i) => sides.indexOf(side) < i)).toEqual([])
})

test('forms of a verb of saying are forms of it', () => {
  const irregular = irregularForms()
  const odd = en('saying-verbs', 'form', 'lemma').filter(({ form, lemma }) => !lemmasOf(form, irregular).has(lemma))
  expect(odd).toEqual([])
})

test('verbs of saying have each of their forms, used alike', () => {
  const rows = en('saying-verbs', 'lemma', 'use', 'tense')
  const odd = [...groupBy(rows, row => row.lemma)].filter(
    ([, forms]) =>
      new Set(forms.map(row => row.use)).size > 1 ||
      ['past', 'present', 'ing'].some(tense => !forms.some(row => row.tense === tense)),
  )
  expect(odd.map(([lemma]) => lemma)).toEqual(['read']) // its past is its base form
})

test('words of titles are cut as texts are, and have one word for each office', () => {
  const rows = en('titles', 'word', 'office')
  expect(rows.filter(({ word }) => wordsOfName(word.replace(/\.$/u, '')).length !== 1)).toEqual([])
  const offices = new Map(rows.map(({ word, office }) => [word, office]))
  expect(rows.filter(({ office }) => office !== '' && offices.get(office) !== office)).toEqual([])
})

test('institutions have a code and a label, and no other words have', () => {
  const odd = en('organisation-words', 'pattern', 'use', 'code', 'label').filter(({ use, code, label }) =>
    /^(?:state|agent|definite)$/u.test(use) ? code === '' || label === '' : code !== '' || label !== '',
  )
  expect(odd).toEqual([])
})

test('days with a name are days', () => {
  const odd = en('time-holidays', 'name', 'day').filter(({ day }) => /^\d\d-\d\d$/u.test(day) && !isDay(`2024-${day}`))
  expect(odd).toEqual([])
})
