import { expect, test } from 'vitest'
import { annotationAt, normalisers, writeWhen } from '../../src/brief/normalisers.ts'
import type { NormaliserId } from '../../src/core/briefing.ts'
import type { Precision } from '../../src/core/types.ts'
import { docOf, type Marked, spanOf } from '../help/docs.ts'

test.each<[string, string, Precision, string]>([
  ['2025-05-28', '2025-05-28', 'day', '28 May'],
  ['2024-05-28', '2024-05-28', 'day', '28 May 2024'],
  ['2025-05-23', '2025-05-25', 'range', '23–25 May'],
  ['2025-05-30', '2025-06-02', 'range', '30 May – 2 June'],
  ['2024-12-30', '2025-01-02', 'range', '30 December 2024 – 2 January 2025'],
  ['2022-03-01', '2022-03-31', 'month', 'March 2022'],
  ['2022-01-01', '2022-12-31', 'year', '2022'],
])('%s to %s by %s is %s', (earliest, latest, precision, expected) => {
  expect(writeWhen({ earliest, latest, precision, edtf: `${earliest}/${latest}` }, '2025-05-29')).toBe(expected)
})

test.each<[NormaliserId, string, string, Marked, string | undefined]>([
  ['date', 'They met on Friday.', 'Friday', { times: [['Friday', '2025-05-23']] }, '23 May'],
  ['date', 'They met on Friday.', 'met', { times: [['Friday', '2025-05-23']] }, undefined],
  ['name', 'Umierov spoke.', 'Umierov', { names: [['Umierov', { label: 'Rustem Umerov' }]] }, 'Rustem Umerov'],
  ['capital', 'in Rome', 'in Rome', {}, 'In Rome'],
  [
    'unit',
    'It fired 14 missiles.',
    '14 missiles',
    { amounts: [['14 missiles', { unit: 'ballistic missile' }]] },
    'Ballistic missiles',
  ],
  [
    'unit',
    'There were 12 dead.',
    '12 dead',
    { amounts: [['12 dead', { unit: 'person killed', status: 'killed' }]] },
    'People killed',
  ],
  [
    'unit',
    'It downed 9.',
    '9',
    { amounts: [['9', { unit: 'drone and missile downed', status: 'downed' }]] },
    'Drones and missiles downed',
  ],
  ['unit', 'It sent 6 bodies.', '6 bodies', { amounts: [['6 bodies', { unit: 'body' }]] }, 'Bodies'],
  ['unit', 'It cost EUR 5.', 'EUR 5', { amounts: [['EUR 5', { unit: 'EUR' }]] }, 'EUR'],
  ['published', 'They met.', 'They met.', {}, '28 May'],
])('%s of "%s"', (by, text, words, marked, expected) => {
  const doc = docOf(text, marked)
  expect(normalisers[by](doc, { article: doc.article.id, span: spanOf(text, words), by: 'x' }, '2025-05-29')).toBe(
    expected,
  )
})

test('only an annotation at exactly the span counts', () => {
  const doc = docOf('on Friday night', { times: [['Friday', '2025-05-23']] })
  const at = (words: string) =>
    annotationAt(doc, 'time', { article: doc.article.id, span: spanOf('on Friday night', words), by: 'x' })
  expect(at('Friday')?.value.value).toBe('2025-05-23')
  expect(at('Friday night')).toBeUndefined()
})
