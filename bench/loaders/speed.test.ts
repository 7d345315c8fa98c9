import { expect, test } from 'vitest'
import type { Article } from '../../src/core/types.ts'
import { piecesOf } from './speed.ts'

const paragraph = (n: number) => `Paragraph ${n} ${'of many plain words '.repeat(75)}.`
const article = (paragraphs: number, published = true): Article => ({
  id: 'a',
  report: 'a',
  publisher: 'example.org',
  lang: 'en',
  title: 'Title',
  text: Array.from({ length: paragraphs }, (_, i) => paragraph(i)).join('\n\n'),
  related: [],
  promoted: [],
  ...(published && { published: { value: '2031-05-01', precision: 'day', certainty: 'stated', by: 'x' } }),
})

test.each([
  [1, 1],
  [3, 1],
  [4, 1],
  [5, 2],
  [6, 2],
])('%i paragraphs of 300 tokens make %i reports', (paragraphs, pieces) =>
  expect(piecesOf(article(paragraphs))).toHaveLength(pieces),
)

test('pieces have titles of their own and share no paragraph', () => {
  const [a, b] = piecesOf(article(6))
  expect([a?.title, b?.title]).toEqual(['Title', 'Title (2)'])
  expect([a?.text.split('\n\n').length, b?.text.split('\n\n').length]).toEqual([3, 3])
  expect(`${a?.text}\n\n${b?.text}`).toBe(article(6).text)
})

test('a text without a day is left out', () => expect(piecesOf(article(1, false))).toEqual([]))
