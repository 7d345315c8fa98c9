import { expect, test } from 'vitest'
import { everySentence, verifyBriefing } from '../../src/brief/index.ts'
import { articleOf } from '../../src/brief/reader.ts'
import type { Briefing, Sentence } from '../../src/core/briefing.ts'
import { briefed, readAgain } from '../help/briefed.ts'
import { CRISIS } from '../help/crisis.ts'
import { bareEnglish } from '../help/desk.ts'

const sound = briefed()
const faults = (briefing: Briefing) => verifyBriefing(briefing, readAgain, bareEnglish)
const problems = (briefing: Briefing) =>
  faults(briefing)
    .map(fault => fault.problem)
    .join('\n')

test('a briefing as made has no faults', () => {
  expect(faults(sound)).toEqual([])
})

/** Changes the first lead sentence. */
function withLead(change: (sentence: Sentence) => Sentence): Briefing {
  const [first, ...rest] = sound.lead
  if (!first) throw new Error('no lead')
  return { ...sound, lead: [change(first), ...rest] }
}

function withText(sentence: Sentence, change: (text: string) => string): Sentence {
  const [first, ...rest] = sentence.parts
  const parts: Sentence['parts'] = [{ ...first, text: change(first.text) }, ...rest]
  return { ...sentence, parts, text: parts.map(p => p.text).join('') }
}

test.each<[string, (s: Sentence) => Sentence, RegExp]>([
  ['a word of the text alone', s => ({ ...s, text: s.text.replace('Istanbul', 'Ankara') }), /not its parts/u],
  ['a name in a copied part', s => withText(s, text => text.replace('Lavrov', 'Ivanov')), /not what the report says/u],
  ['a part cut off at the end', s => ({ ...s, ...cutLast(s) }), /words of its passage are missing/u],
  [
    'a connective of one’s own',
    s => ({ ...s, parts: [...s.parts, { kind: 'connective', text: ' not' }] as const, text: `${s.text} not` }),
    /connecting words/u,
  ],
  ['more origins than receipts', s => ({ ...s, lineages: s.lineages + 1 }), /number of origins/u],
  [
    'a receipt outside its report',
    s => ({ ...s, evidence: [{ ...s.evidence[0], span: { start: 0, end: 99_999 } }] as const }),
    /outside its report|one whole sentence/u,
  ],
  [
    'a rendered value out of nothing',
    s => ({
      ...s,
      parts: [...s.parts, { kind: 'rendered', text: '3 June', by: 'date', from: [s.evidence[0]] }] as const,
      text: `${s.text}3 June`,
    }),
    /does not follow/u,
  ],
])('caught: %s', (_, change, expected) => {
  expect(problems(withLead(change))).toMatch(expected)
})

function cutLast(sentence: Sentence): Pick<Sentence, 'text' | 'parts'> {
  const [first] = sentence.parts
  if (first.kind !== 'copied') throw new Error('expected a copied part')
  const end = first.at.span.end - 10
  const part = { ...first, text: first.text.slice(0, -10), at: { ...first.at, span: { ...first.at.span, end } } }
  return {
    parts: [part, ...sentence.parts.slice(1)],
    text: [part, ...sentence.parts.slice(1)].map(p => p.text).join(''),
  }
}

test('caught: a source whose text, title, time or outlet was changed', () => {
  for (const change of [
    { text: 'x' },
    { title: 'x' },
    { publisher: 'x' },
    { textId: 'x' },
    { published: { value: '2025-05-27', precision: 'day', certainty: 'stated', by: 'x' } },
  ] as const) {
    const sources = sound.sources.map((source, i) =>
      i === sound.sources.findIndex(s => s.cited) ? { ...source, ...change } : source,
    )
    expect(faults({ ...sound, sources }).length).toBeGreaterThan(0)
  }
})

test('caught: a report from after the as-of day', () => {
  expect(problems({ ...sound, asOf: '2025-05-27' })).toMatch(/was not known by 2025-05-27/u)
})

test('caught: another speaker, role, side, day or status', () => {
  const [group] = sound.statements
  const [entry] = sound.developments
  if (!group || !entry) throw new Error('expected a statement and an entry')
  const said = (change: object): Briefing => ({
    ...sound,
    statements: [{ ...group, statements: [{ ...group.statements[0], ...change }] }],
  })
  expect(problems(said({ speaker: 'Friedrich Merz' }))).toMatch(/does not give it to Friedrich Merz/u)
  expect(problems(said({ role: 'president' }))).toMatch(/does not give it to/u)
  expect(problems({ ...sound, statements: [{ ...group, side: 'Germany' }] })).toMatch(/does not give it to/u)
  expect(
    problems({
      ...sound,
      developments: [
        { ...entry, when: { ...entry.when, earliest: '2025-05-01', latest: '2025-05-01', edtf: '2025-05-01' } },
      ],
    }),
  ).toMatch(/no report gives it this date/u)
  expect(problems({ ...sound, developments: [{ ...entry, status: 'expected' }] })).toMatch(/does not fit its date/u)
})

test('caught: counts that are not those of the sources', () => {
  expect(problems({ ...sound, counts: { ...sound.counts, reports: 99 } })).toMatch(/number of reports/u)
  expect(problems({ ...sound, counts: { ...sound.counts, lineages: 99 } })).toMatch(
    /number of origins is not that of the sources/u,
  )
})

test('every single changed letter, digit or mark of a sentence is caught', () => {
  const placed = everySentence(sound)
  expect(placed.length).toBeGreaterThan(8)
  for (const { sentence } of placed)
    for (let i = 0; i < sentence.text.length; i += 7) {
      const letter = sentence.text[i] === 'x' ? 'y' : 'x'
      const text = sentence.text.slice(0, i) + letter + sentence.text.slice(i + 1)
      const changed = JSON.parse(
        JSON.stringify(sound).replaceAll(JSON.stringify(sentence), JSON.stringify({ ...sentence, text })),
      ) as Briefing
      expect(faults(changed).length, text).toBeGreaterThan(0)
    }
})

test('an article is restored from its source with everything that reading needs', () => {
  const source = sound.sources.find(s => s.cited)
  const doc = CRISIS.find(d => d.article.id === source?.article)
  expect(source && { ...articleOf(source), report: 'r' }).toEqual(doc?.article)
})
