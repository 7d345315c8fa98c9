import { expect, test } from 'vitest'
import { briefing, everySentence } from '../../src/brief/index.ts'
import { briefed, SETTINGS } from '../help/briefed.ts'
import { CRISIS } from '../help/crisis.ts'
import { materialOf } from '../help/desk.ts'

const page = briefed()

test('every section that the reports can fill is there', () => {
  expect(page.headline).toHaveLength(1)
  expect(page.lead.length).toBeGreaterThanOrEqual(3)
  expect(page.background).not.toHaveLength(0)
  expect(page.developments.some(entry => entry.status === 'expected' && entry.when.edtf === '2025-06-02')).toBe(true)
  expect(page.statements).not.toHaveLength(0)
  expect(page.disagreements).toHaveLength(1)
  expect(page.sources.map(s => s.number)).toEqual(page.sources.map((_, i) => i + 1))
})

test('no sentence stands in two sections but as a statement or a place', () => {
  const texts = everySentence(page)
    .filter(({ where }) => /lead|background|key/u.test(where))
    .map(({ sentence }) => sentence.text)
  expect(new Set(texts).size).toBe(texts.length)
})

test('the entries are in order of time and their status fits the as-of day', () => {
  const days = page.developments.map(entry => entry.when.earliest)
  expect(days).toEqual([...days].sort())
  expect(page.developments.every(entry => (entry.status === 'expected') === entry.when.latest > page.asOf)).toBe(true)
})

test('cited sources carry their text, the others only its id', () => {
  expect(page.sources.every(source => (source.text !== '') === source.cited && source.textId !== '')).toBe(true)
})

test('the same documents in another order give the same page', () => {
  expect(briefing(materialOf([...CRISIS]), SETTINGS)).toEqual(page)
})

test('no documents, no page', () => {
  expect(briefing(materialOf([]), SETTINGS)).toBeUndefined()
})
