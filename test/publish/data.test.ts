import { describe, expect, test } from 'vitest'
import { pageData } from '../../src/publish/data.ts'
import { receiptsOf, sentencesOf } from '../../src/publish/receipts.ts'
import { fixture } from './fixture.ts'

const briefing = fixture()
const data = pageData(briefing, receiptsOf(briefing))

test('sentences are those of the page in its order', () => {
  expect(data.sentences.map(({ text }) => text)).toEqual(sentencesOf(briefing).map(({ text }) => text))
})

describe('an edited sentence', () => {
  const [, edited] = data.sentences
  test('shows what was copied, written anew and left out of its passage', () => {
    expect(edited?.pieces).toEqual({
      2: [
        [1, 'PORT ALDIS, May 13 (Meridian) - '],
        [0, 'Corvany reopened the northern channel to ferries '],
        [2, 'on Tuesday'],
        [0, ' after nine weeks.'],
      ],
    })
  })
  test('names the rules', () => {
    expect(edited?.left).toEqual([{ text: 'PORT ALDIS, May 13 (Meridian) - ', rule: 'leave/dateline' }])
    expect(edited?.changed).toEqual([{ from: 'on Tuesday', to: 'on 13 May', rule: 'date' }])
  })
  test('has its receipts and origins', () => {
    expect(edited?.receipts).toEqual([2, 3, 4])
    expect(edited?.origins).toBe(3)
  })
})

test('the pieces of a passage put together are the passage', () => {
  for (const { pieces } of data.sentences)
    for (const [number, list] of Object.entries(pieces))
      expect(list.map(([, text]) => text).join('')).toBe(data.receipts[Number(number) - 1]?.passage)
})

test('a receipt says who, when, where, and what stands around', () => {
  expect(data.receipts[1]).toEqual({
    publisher: 'Meridian News Agency',
    title: 'Corvany reopens northern channel to ferries',
    when: '13 May 2031, 16:40 +02:00',
    host: 'meridian.example',
    href: expect.stringMatching(/^https:\/\/meridian\.example\/2031\/05\/reopening#:~:text=PORT/u),
    lang: 'en',
    rule: 'brief/sentence',
    inTitle: false,
    before: '',
    passage:
      'PORT ALDIS, May 13 (Meridian) - Corvany reopened the northern channel to ferries on Tuesday after nine weeks.',
    after: expect.stringMatching(/^ The first boat[\s\S]*…?$/u),
  })
})

test('a report with no web address gets no link', () => {
  const sources = briefing.sources.map(source => ({ ...source, url: 'javascript:alert(1)' }))
  const receipts = receiptsOf({ ...briefing, sources })
  expect(new Set(pageData({ ...briefing, sources }, receipts).receipts.map(({ href }) => href))).toEqual(new Set(['']))
})
