import { describe, expect, test } from 'vitest'
import { byText } from '../../src/core/order.ts'
import { readTable } from '../../src/core/table.ts'
import { EVENT_TYPES } from '../../src/core/types.ts'
import { irregularForms, lemmasOf, startsOf, wordsOf } from './patterns.ts'

const irregular = irregularForms()
const verbs = readTable('events/verbs.tsv', ['pattern', 'pos', 'type', 'mode', 'object', 'flag', 'example', 'not'])
const contexts = readTable('events/negative-contexts.tsv', ['pattern', 'blocks', 'scope', 'reason', 'example'])

const lemmas = (text: string) => wordsOf(text).map(word => lemmasOf(word, irregular))
const parts = (pattern: string) => pattern.split(' ')

function matches(row: { pattern: string; pos: string; object: string }, text: string): boolean {
  const words = lemmas(text)
  const starts = startsOf(words, parts(row.pattern), row.pos === 'NOUN' ? 1 : 4)
  if (row.object === '') return starts.length > 0
  const objects = row.object.split('|')
  return starts.some(start =>
    words.slice(Math.max(0, start - 8), start + 9).some(word => objects.some(object => word.has(object))),
  )
}

function isOverruled(row: { pattern: string; pos: string; object: string }, text: string): boolean {
  const trigger = parts(row.pattern)[0] ?? ''
  const silent = verbs.filter(other => other.type === '-' && parts(other.pattern)[0] === trigger)
  const blocking = contexts.filter(context => context.blocks === trigger || context.blocks === '*')
  return (
    silent.some(other => matches(other, text)) ||
    blocking.some(context => startsOf(lemmas(text), parts(context.pattern), 2).length > 0)
  )
}

describe('data/events/verbs.tsv', () => {
  test('has enough rows of every event type', () => {
    expect(verbs.length).toBeGreaterThanOrEqual(450)
    for (const type of EVENT_TYPES) expect(verbs.filter(row => row.type === type).length, type).toBeGreaterThan(9)
  })
  test('is sorted by pattern, pos, object without duplicates', () => {
    const keys = verbs.map(row => `${row.pattern}\t${row.pos}\t${row.object}`)
    expect(keys).toEqual([...new Set(keys)].sort(byText))
  })
  test('uses known types, parts of speech and flags', () => {
    for (const row of verbs) {
      expect([...EVENT_TYPES, '-'], row.pattern).toContain(row.type)
      expect(['VERB', 'NOUN', 'ADJ'], row.pattern).toContain(row.pos)
      expect(['', 'future'], row.pattern).toContain(row.flag)
    }
  })
  test('every example matches its row, and no row is without one', () => {
    expect(verbs.filter(row => !matches(row, row.example)).map(row => [row.pattern, row.object, row.example])).toEqual(
      [],
    )
  })
  test('no counter-example is coded by its row: it does not match, another row wins, or its context blocks it', () => {
    const coded = verbs.filter(row => row.not !== '' && matches(row, row.not) && !isOverruled(row, row.not))
    expect(coded.map(row => [row.pattern, row.object, row.not])).toEqual([])
  })
})

describe('data/events/negative-contexts.tsv', () => {
  test('is sorted without duplicates', () => {
    const keys = contexts.map(row => row.pattern)
    expect(keys).toEqual([...new Set(keys)].sort(byText))
  })
  test('uses known scopes', () => {
    for (const row of contexts) expect(['phrase', 'sentence', 'article'], row.pattern).toContain(row.scope)
  })
  test('every example matches its pattern', () => {
    const missed = contexts.filter(row => startsOf(lemmas(row.example), parts(row.pattern), 2).length === 0)
    expect(missed.map(row => [row.pattern, row.example])).toEqual([])
  })
})

describe('data/events/irregular.tsv', () => {
  const rows = readTable('events/irregular.tsv', ['form', 'lemma', 'kind'])
  test('is sorted without duplicates and of known kinds', () => {
    const lines = rows.map(row => `${row.form}\t${row.lemma}\t${row.kind}`)
    expect(lines).toEqual([...new Set(lines)].sort(byText))
    for (const row of rows) expect(['past', 'participle', 'present', 'gerund', 'plural'], row.form).toContain(row.kind)
  })
})
