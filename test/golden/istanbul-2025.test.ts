import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { everySentence, verifyBriefing } from '../../src/brief/index.ts'
import type { Briefing, Sentence } from '../../src/core/briefing.ts'
import { toMarkdown } from '../../src/publish/index.ts'
import { crisis, EXAMPLE, examplePage, readOnce, tools } from '../help/example.ts'
import { expectGolden } from '../help/golden.ts'

const example = await examplePage(crisis.asOf ?? '')
const problems = (briefing: Briefing) => verifyBriefing(briefing, readOnce, tools.language)

test('the page of the example', () => {
  expectGolden('istanbul-2025.md', toMarkdown(example))
})

test('it follows from its reports, and raises no other notices than before', () => {
  expect(problems(example)).toEqual([])
  expect([...new Set(example.notices.map(notice => notice.code))]).toEqual(['undated-report'])
})

test('no other story leaks into it', () => {
  const said = everySentence(example)
    .map(({ sentence }) => sentence.text)
    .join('\n')
  expect(said).not.toMatch(/\b(?:Iran|Tehran|Gaza|Israel|Sudan|earthquake|football|goals?|league|Eurovision|film|tariffs?|Korea)\b/u)
})

test('each side, each kind of section and the date still to come are there', () => {
  expect(example.lead.length).toBeGreaterThanOrEqual(3)
  expect(example.background.length).toBeGreaterThanOrEqual(2)
  expect(example.developments.length).toBeGreaterThanOrEqual(10)
  expect(example.developments.filter(entry => entry.status === 'expected').map(entry => entry.when.edtf)).toEqual([
    '2025-06-02',
  ])
  expect(example.statements.map(group => group.side)).toEqual(expect.arrayContaining(['Russia', 'Ukraine', 'Germany']))
  expect(example.where.length).toBeGreaterThanOrEqual(4)
  expect(example.disagreements.map(d => [d.question.text, d.readings.map(r => r.value.text)])).toEqual([
    ['Ballistic missiles launched, 23–24 May', ['14 ballistic missiles', '16 ballistic missiles']],
  ])
})

test('an earlier day knows nothing of what came later', async () => {
  const earlier = await examplePage('2025-05-20')
  expect(problems(earlier)).toEqual([])
  expect(earlier.sources.every(source => (source.published?.value.slice(0, 10) ?? '9') <= '2025-05-20')).toBe(true)
  expect(everySentence(earlier).some(({ sentence }) => /EUR 5 billion|June 2/u.test(sentence.text))).toBe(false)
})

/** Each change that a forger or a faulty store might make to one sentence, where the sentence has what it changes. */
const CHANGES: readonly (readonly [string, (text: string) => string])[] = [
  ['a digit', text => text.replace(/\d/u, digit => String((Number(digit) + 1) % 10))],
  ['a name', text => text.replace(/(?<=. )\p{Lu}\p{Ll}{3,}/u, 'Smith')],
  ['a negation', text => text.replace(/ (not|no|never) /u, ' ').replace(/ (has|is|was|will) (?!not)/u, ' $1 not ')],
  ['a quotation mark', text => text.replace(/["“”]/u, '')],
]

test.each(CHANGES)('a change of %s in any published sentence is caught', (_, change) => {
  let tried = 0
  for (const { sentence } of everySentence(example)) {
    const text = change(sentence.text)
    if (text === sentence.text) continue
    tried++
    expect(problems(replaced(example, sentence, { ...sentence, text })), sentence.text).not.toEqual([])
    const parts = sentence.parts.map(part => ({ ...part, text: change(part.text) })) as unknown as Sentence['parts']
    const forged = { ...sentence, parts, text: parts.map(part => part.text).join('') }
    if (forged.text !== sentence.text)
      expect(problems(replaced(example, sentence, forged)), sentence.text).not.toEqual([])
    if (tried >= 12) break
  }
  expect(tried).toBeGreaterThan(3)
})

test.each(CHANGES)('a change of %s in a source is caught', (_, change) => {
  const cited = example.sources.filter(source => change(source.text) !== source.text).slice(0, 6)
  expect(cited.length).toBeGreaterThan(2)
  for (const source of cited) {
    const sources = example.sources.map(other => (other === source ? { ...source, text: change(source.text) } : other))
    expect(problems({ ...example, sources })).not.toEqual([])
  }
})

test('the reports of the example are ours and complete', () => {
  const lines = readFileSync(join(EXAMPLE, 'reports.jsonl'), 'utf8').split('\n').filter(Boolean)
  expect(lines).toHaveLength(225)
  expect(lines.every(line => typeof JSON.parse(line).text === 'string')).toBe(true)
})

/** The briefing with one sentence in the place of another, wherever it stands. */
function replaced(briefing: Briefing, from: Sentence, to: Sentence): Briefing {
  const swap = (value: unknown): unknown => {
    if (value === from) return to
    if (Array.isArray(value)) return value.map(swap)
    if (value !== null && typeof value === 'object')
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, swap(inner)]))
    return value
  }
  return { ...briefing, ...(swap({ ...briefing, sources: [] }) as Briefing), sources: briefing.sources }
}

/** Each was compared with the reports by hand. */
test('the dates of the page, and how they are known', () => {
  expect(example.developments.map(({ when, basis }) => `${when.edtf} ${basis?.kind}`)).toEqual([
    '2025-04-13 relative',
    '2025-05-10 relative',
    '2025-05-11 stated',
    '2025-05-16 relative',
    '2025-05-19 relative',
    '2025-05-23 published',
    '2025-05-23/2025-05-25 stated',
    '2025-05-24 stated',
    '2025-05-25 relative',
    '2025-05-26 stated',
    '2025-05-28 relative',
    '2025-05-29 published',
    '2025-06-02 stated',
  ])
  const said = example.statements.flatMap(({ statements }) => statements.map(one => `${one.speaker} ${one.when?.edtf}`))
  expect(said.filter(line => line.startsWith('Friedrich Merz'))).toEqual([
    'Friedrich Merz 2025-05-28',
    'Friedrich Merz 2025-05-28',
  ])
})

test('a forged basis is found', () => {
  const forged = example.developments.map((entry, i) =>
    i === 0 && entry.basis ? { ...entry, basis: { ...entry.basis, kind: 'stated' as const } } : entry,
  )
  expect(problems({ ...example, developments: forged }).map(({ problem }) => problem)).toEqual([
    'its date is not known as it says',
  ])
})

test('the map shows where events took place, and no outlet, no state, no centre of one', () => {
  const shown = example.places.map(({ place }) => place)
  expect(shown.map(place => place.id)).toEqual(
    expect.arrayContaining(['TUR-istanbul', 'UKR-kyiv', 'UKR-kherson', 'UKR-kharkiv', 'UKR-vodolahy', 'DEU-berlin']),
  )
  expect(shown.filter(place => place.kind === 'country' || place.doubtful)).toEqual([])
  expect([...new Set(shown.map(place => place.country))].toSorted()).toEqual(['DEU', 'TUR', 'UKR'])
  expect(shown.filter(place => place.kind === 'region').every(place => place.precision === 'region')).toBe(true)
})

test('a place put elsewhere on the map is found', () => {
  const [first, ...others] = example.places
  if (!first) throw new Error('no place')
  const moved = { ...first, place: { ...first.place, latitude: first.place.latitude + 1 } }
  expect(problems({ ...example, places: [moved, ...others] }).map(fault => fault.problem)).toContain(
    'a report does not name this place there',
  )
})
