import { expect, test } from 'vitest'
import type { Marked } from '../help/docs.ts'
import { merged, report } from '../help/merged.ts'

const missiles = (words: string, value: number, bound: 'exact' | 'least' = 'exact'): Marked => ({
  amounts: [[words, { value, unit: 'missile', bound }]],
})

test('two figures of one happening on one day are a disagreement', () => {
  const { disagreements } = merged([
    report('Russia attacked Ukraine with 14 missiles.', 'a.org', '2025-05-24', missiles('14 missiles', 14)),
    report('Russia attacked Ukraine with 16 missiles.', 'b.org', '2025-05-24', missiles('16 missiles', 16)),
  ])
  expect(disagreements.map(d => [d.about, d.readings.map(r => r.value)])).toEqual([['missile', ['14', '16']]])
})

test('what is launched is what an attack is made with; what is shot down is another count', () => {
  const attack = (words: string, value: number, status: string, publisher: string) =>
    report(`Russia attacked Ukraine with ${words}.`, publisher, '2025-05-24', {
      amounts: [[words, { value, unit: `missile ${status}`, status }]],
    })
  const first = report('Russia attacked Ukraine with 14 missiles.', 'a.org', '2025-05-24', missiles('14 missiles', 14))
  const of = (status: string) => merged([first, attack('16 missiles', 16, status, 'b.org')]).disagreements
  expect(of('launched').map(d => [d.about, d.readings.map(r => r.value)])).toEqual([['missile', ['14', '16']]])
  expect(of('downed')).toEqual([])
})

test.each<[string, string, Marked, string]>([
  ['an equal figure', '14 missiles', missiles('14 missiles', 14), '2025-05-24'],
  ['a lower bound', '12 missiles', missiles('12 missiles', 12, 'least'), '2025-05-24'],
  ['a part or another thing', '3 missiles', missiles('3 missiles', 3), '2025-05-24'],
])('%s is none', (_, words, marked, day) => {
  const { disagreements } = merged([
    report('Russia attacked Ukraine with 14 missiles.', 'a.org', '2025-05-24', missiles('14 missiles', 14)),
    report(`Russia attacked Ukraine with ${words}.`, 'b.org', day, marked),
  ])
  expect(disagreements).toEqual([])
})

test('a toll that grows from day to day is an update, not a clash', () => {
  const on = (day: string, words: string, value: number, publisher: string) =>
    report(`Russia attacked Ukraine on May 24 with ${words}.`, publisher, day, {
      ...missiles(words, value),
      times: [['May 24', '2025-05-24', { certainty: 'stated' }]],
    })
  expect(
    merged([on('2025-05-24', '14 missiles', 14, 'a.org'), on('2025-05-25', '16 missiles', 16, 'b.org')]).disagreements,
  ).toEqual([])
  expect(
    merged([on('2025-05-24', '16 missiles', 16, 'a.org'), on('2025-05-25', '14 missiles', 14, 'b.org')]).disagreements,
  ).toHaveLength(1)
})

test('reports that date one happening differently disagree', () => {
  const on = (words: string, day: string, publisher: string) =>
    report(`Russia attacked the harbour of Ukraine with gliding bombs on ${words}.`, publisher, '2025-05-26', {
      times: [[words, day, { certainty: 'stated' }]],
    })
  const { disagreements } = merged([on('May 24', '2025-05-24', 'a.org'), on('May 25', '2025-05-25', 'b.org')])
  expect(disagreements.map(d => [d.about, d.readings.map(r => r.value)])).toEqual([
    ['date', ['2025-05-24', '2025-05-25']],
  ])
})

test('"yesterday" in reports of two days is no clash of dates', () => {
  const on = (day: string, published: string, publisher: string) =>
    report('Russia attacked the harbour of Ukraine with gliding bombs yesterday.', publisher, published, {
      times: [['yesterday', day, { certainty: 'stated' }]],
    })
  const docs = [on('2025-05-24', '2025-05-25', 'a.org'), on('2025-05-25', '2025-05-26', 'b.org')]
  expect(merged(docs).disagreements).toEqual([])
})
