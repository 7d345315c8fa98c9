import { expect, test } from 'vitest'
import { writePhrase, writeSentence, writeTitle } from '../../src/brief/write.ts'
import { docOf, firstSentence, type Marked, spanOf } from '../help/docs.ts'

function written(text: string, marked: Marked = {}, entryDay?: string): string {
  const doc = docOf(text, marked)
  const sentence = writeSentence(doc, firstSentence(doc), { asOf: '2025-05-29', ...(entryDay ? { entryDay } : {}) })
  expect(sentence.parts.map(part => part.text).join('')).toBe(sentence.text)
  return sentence.text
}

function monthly(earliest: string, latest: string) {
  return { earliest, latest, precision: 'month', edtf: earliest.slice(0, 7) } as const
}

const END = { span: { start: 0, end: 0 }, type: 'DATE', value: '2025-05-23' } as const
const RANGE = {
  when: { earliest: '2025-05-23', latest: '2025-05-25', precision: 'range', edtf: '2025-05-23/2025-05-25' },
  ends: [END, END],
} as const

test.each<[string, Marked, string]>([
  ['The sides met in Rome.', {}, 'The sides met in Rome.'],
  [
    'They met in Rome on Friday again.',
    { times: [['Friday', '2025-05-23']] },
    'They met in Rome on Friday (23 May) again.',
  ],
  [
    "Monday's call lasted two hours.",
    { times: [['Monday', '2025-05-19']] },
    "Monday's (19 May) call lasted two hours.",
  ],
  ['He speaks to Ankara today.', { times: [['today', '2025-05-28']] }, 'He speaks to Ankara on 28 May.'],
  ['Yesterday Kyiv replied.', { times: [['Yesterday', '2025-05-27']] }, 'On 27 May Kyiv replied.'],
  ['Kyiv waited until today.', { times: [['today', '2025-05-28']] }, 'Kyiv waited until today (28 May).'],
  ['Kyiv met them on May 28.', { times: [['May 28', '2025-05-28']] }, 'Kyiv met them on May 28.'],
  [
    'Last week Kyiv replied.',
    {
      times: [
        [
          'Last week',
          '2024-12-23/2024-12-29',
          { when: { earliest: '2024-12-23', latest: '2024-12-29', precision: 'week', edtf: '2024-12-23/2024-12-29' } },
        ],
      ],
    },
    'Last week (23–29 December 2024) Kyiv replied.',
  ],
  [
    'It fell last month in Rome.',
    { times: [['last month', '2025-04', { when: monthly('2025-04-01', '2025-04-30') }]] },
    'It fell in April 2025 in Rome.',
  ],
  [
    "It has held since last month and last month's talks.",
    { times: [['last month', '2025-04', { when: monthly('2025-04-01', '2025-04-30') }]] },
    "It has held since last month (April 2025) and last month's talks.",
  ],
  ['He left two days ago.', { times: [['two days ago', '2025-05-27']] }, 'He left two days ago (27 May).'],
  ['It is from Friday (23 May).', { times: [['Friday', '2025-05-23']] }, 'It is from Friday (23 May).'],
  ['It fell on May 28.', { times: [['May 28', '2024-05-28']] }, 'It fell on May 28 (28 May 2024).'],
  [
    'They met from Friday to Sunday.',
    { times: [['from Friday to Sunday', '2025-05-23/2025-05-25', RANGE]] },
    'They met from Friday to Sunday (23–25 May).',
  ],
  ['It lasted for a third day.', { times: [['third day', 'P3D', { type: 'DURATION' }]] }, 'It lasted for a third day.'],
  [
    'He said: "We meet today in Rome."',
    { times: [['today', '2025-05-28']], quotes: [['We meet today in Rome.']] },
    'He said: "We meet today in Rome."',
  ],
  ['However, Kyiv refused to answer.', {}, 'Kyiv refused to answer.'],
  ['And they left.', {}, 'They left.'],
  ['BERLIN, May 23. The chancellor spoke.', { dateline: 'BERLIN, May 23' }, 'The chancellor spoke.'],
])('%s', (text, marked, expected) => {
  expect(written(text, marked)).toBe(expected)
})

test('the date of the entry is not said again', () => {
  expect(written('They met on Friday in Rome.', { times: [['Friday', '2025-05-23']] }, '2025-05-23')).toBe(
    'They met on Friday in Rome.',
  )
})

test('a day that is the subject keeps its word', () => {
  expect(written('Today is the last day of the talks.', { times: [['Today', '2025-05-28']] })).toBe(
    'Today (28 May) is the last day of the talks.',
  )
})

test('what is left out is written down with its rule', () => {
  const doc = docOf('However, Kyiv refused today.', { times: [['today', '2025-05-28']] })
  const { left, evidence } = writeSentence(doc, firstSentence(doc), { asOf: '2025-05-29' })
  expect(left.map(l => [doc.article.text.slice(l.span.start, l.span.end), l.by])).toEqual([
    ['However, ', 'leave/connective'],
    ['today', 'write/absolute-date'],
  ])
  expect(evidence).toEqual([{ article: doc.article.id, span: firstSentence(doc), by: 'brief/sentence' }])
})

test('titles and phrases are copied whole', () => {
  const doc = docOf('Kyiv counted 16 missiles.')
  expect(writeTitle(doc)).toMatchObject({ text: 'A title of a report', form: 'title', evidence: [{ in: 'title' }] })
  expect(writePhrase(doc, spanOf(doc.article.text, '16 missiles'), 'x/y')).toMatchObject({
    text: '16 missiles',
    form: 'phrase',
  })
})
