import { expect, test } from 'vitest'
import { LEAVE_OUT, leaveOut } from '../../src/brief/compress.ts'
import { docOf, firstSentence, type Marked } from '../help/docs.ts'

function left(text: string, marked: Marked = {}): readonly string[] {
  const doc = docOf(text, marked)
  return leaveOut(doc, firstSentence(doc)).map(
    ({ span, by }) => `${by}: ${doc.article.text.slice(span.start, span.end)}`,
  )
}

test.each<[string, Marked, readonly string[]]>([
  ['BERLIN, May 23. Merz spoke.', { dateline: 'BERLIN, May 23' }, ['leave/dateline: BERLIN, May 23. ']],
  ['Berlin, May 23. Merz spoke.', {}, []],
  ['Background: Lavrov made the offer.', {}, ['leave/label: Background: ']],
  ['Peskov: The paper is ready.', {}, []],
  ['Meanwhile, Kyiv waited for word.', {}, ['leave/connective: Meanwhile, ']],
  ['Kyiv, however, waited for word.', {}, []],
  [
    'Germany pays more, European Pravda reports.',
    { names: [['European Pravda', { type: 'ORGANISATION' }]] },
    ['leave/reported-tail: , European Pravda reports'],
  ],
  ['Germany pays more, Volodymyr Zelensky reports.', { names: [['Volodymyr Zelensky', { type: 'PERSON' }]] }, []],
  ['"But we wait", he said.', { quotes: [['But we wait']] }, []],
])('%s', (text, marked, expected) => {
  expect(left(text, marked)).toEqual(expected)
})

test('every rule has an id of its own', () => {
  expect(new Set(LEAVE_OUT.map(rule => rule.id)).size).toBe(LEAVE_OUT.length)
})
