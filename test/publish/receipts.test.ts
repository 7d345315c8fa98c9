import { describe, expect, test } from 'vitest'
import {
  contextOf,
  linkOf,
  noteOf,
  type Receipt,
  receiptsOf,
  sentencesOf,
  textBehind,
} from '../../src/publish/receipts.ts'
import { at, fixture } from './fixture.ts'

const briefing = fixture()
const receipts = receiptsOf(briefing)

describe('numbers', () => {
  test('run from 1 in the order of the page', () => {
    expect(receipts.list.map(({ number }) => number)).toEqual(receipts.list.map((_, i) => i + 1))
    const appearance = sentencesOf(briefing).flatMap(sentence => receipts.of(sentence).map(({ number }) => number))
    expect([...new Set(appearance)]).toEqual(receipts.list.map(({ number }) => number))
  })
  test('are the same for the same passage', () => {
    const [lindra] = briefing.lead.slice(2, 3)
    const expected = briefing.developments.find(entry => entry.when.edtf === '2031-05-20')?.sentences[0]
    const numbers = (sentence: typeof lindra) => (sentence ? receipts.of(sentence).map(({ number }) => number) : [])
    expect(numbers(lindra)).toEqual([7, 8, 9])
    expect(numbers(expected)).toEqual([9])
  })
  test('tell title and text apart', () => {
    expect(receipts.list[0]?.evidence.in).toBe('title')
    expect(receipts.list[0]?.passage).toBe(briefing.headline[0].text)
  })
  test('are found by report', () => {
    expect(receipts.from('meridian-2').map(({ number }) => number)).toEqual([12, 18])
    expect(receipts.from('copy-1')).toEqual([])
  })
  test('every passage is what its span says', () => {
    for (const { source, evidence, passage } of receipts.list)
      expect(textBehind(source, evidence).slice(evidence.span.start, evidence.span.end)).toBe(passage)
  })
})

describe('evidence that leads nowhere', () => {
  test.each([
    [{ article: 'gone', span: { start: 0, end: 5 }, by: 'test' }],
    [{ ...at('herald-1', 'Guard ships'), span: { start: 4, end: 99_999 } }],
    [{ ...at('herald-1', 'Guard ships'), span: { start: -4, end: 3 } }],
    [{ ...at('herald-1', 'Guard ships'), article: 'copy-1' }],
  ])('%j has an empty passage', evidence => {
    const lost = { ...briefing.headline[0], evidence: [evidence] as const }
    const [receipt] = receiptsOf({ ...briefing, headline: [lost] }).list
    expect(receipt?.passage).toBe('')
    expect(receipt && contextOf(receipt, 10)).toEqual({ before: '', after: '' })
  })
})

const receiptFor = (words: string, article = 'herald-1'): Receipt => {
  const source = briefing.sources.find(one => one.article === article)
  return { number: 1, evidence: at(article, words), passage: words, ...(source ? { source } : {}) }
}

test.each([
  ['Guard ships', 12, '', ' left the…'],
  ['counted', 12, '…union ', ' more than…'],
  ['ships off the port.', 9, '…than 30 ', ''],
])('context of %j', (words, reach, before, after) => {
  expect(contextOf(receiptFor(words), reach)).toEqual({ before, after })
})

test('context of a script without spaces is kept, no character cut in two', () => {
  const [source] = briefing.sources
  const text = `\n${'𠀀港'.repeat(30)}船${'港𠀀'.repeat(30)}`
  const span = { start: text.indexOf('船'), end: text.indexOf('船') + 1 }
  const evidence = { article: 'x', span, by: 'brief/sentence' }
  const receipt: Receipt = { number: 1, evidence, passage: '船', ...(source ? { source: { ...source, text } } : {}) }
  expect(contextOf(receipt, 5)).toEqual({ before: '…港𠀀港', after: '港𠀀港…' })
})

test('notes show bare values in their line, sentences alone', () => {
  expect(noteOf(receiptFor('more than 30 ships'))).toEqual({
    before: 'The pilots’ union counted ',
    passage: 'more than 30 ships',
    after: ' off the port.',
  })
  expect(noteOf(receiptFor('Guard ships left the northern channel on Tuesday.')).after).toBe('')
})

test('a bare value is linked with the words before it, a sentence without', () => {
  expect(linkOf(receiptFor('more than 30 ships'))).toContain('#:~:text=pilots%E2%80%99%20union%20counted-,more%20than')
  expect(linkOf(receiptFor('Guard ships left the northern channel on Tuesday.'))).toContain('#:~:text=Guard%20ships')
})
