import { expect, test } from 'vitest'
import { fitness } from '../../src/brief/fitness.ts'
import { wordClasses } from '../../src/lang/en/words.ts'
import { docOf, type Marked } from '../help/docs.ts'

const classes = wordClasses()

function fitOf(text: string, marked: Marked = {}): number {
  const doc = docOf(text, marked)
  const [sentence] = doc.layers.sentence
  return sentence ? fitness(doc, sentence, classes) : -1
}

const lavrov: Marked = { names: [['Lavrov', {}]] }

test('a whole sentence that names who acts is fit', () => {
  expect(fitOf('Lavrov said that talks will be held in Istanbul on Monday.', lavrov)).toBe(1)
})

test.each<[string, string, Marked?]>([
  ['opens with a pronoun', 'He said that talks will be held in Istanbul on Monday.'],
  ['points outside', 'These talks will be held by Lavrov in Istanbul on Monday.', lavrov],
  ['too short', 'Lavrov left Istanbul.', lavrov],
  ['speaks to the reader', 'Lavrov said we know that talks will be held in Istanbul.', lavrov],
  ['speaks of itself', 'Read more about what Lavrov said on the talks in Istanbul.', lavrov],
  ['quotation left open', 'Lavrov said that "talks will be held in Istanbul on Monday.', lavrov],
  ['no full stop', 'Lavrov: talks will be held in Istanbul on Monday', lavrov],
  ['a question of a transcript', 'Q Lavrov said that talks will be held in Istanbul on Monday.', lavrov],
  ['a turn of a transcript', 'MS. HOLT: Lavrov said that talks will be held in Istanbul.', lavrov],
])('unfit: %s', (_, text, marked) => {
  expect(fitOf(text, marked)).toBe(0)
})

test('first person inside a quotation is the speaker’s own', () => {
  const text = 'Lavrov said: "We want talks in Istanbul on Monday next week."'
  expect(fitOf(text, { ...lavrov, quotes: [['We want talks in Istanbul on Monday next week.']] })).toBeGreaterThan(0.5)
})

test('a sentence that names nobody is less fit', () => {
  const text = 'Talks between the two sides will be held next week again.'
  expect(fitOf(text)).toBeLessThan(fitOf('Lavrov says talks between the two sides will be held next week.', lavrov))
})

test('a pronoun wants somebody before it: "he" a person, "they" any name', () => {
  const country = { names: [['Russia', { type: 'PLACE', actor: 'RUS', country: 'RUS' }]] } satisfies Marked
  const he = 'Russia ended the talks in Istanbul after he had left the table.'
  expect(fitOf(he, country)).toBeLessThan(fitOf(he.replace(' he ', ' it '), country))
})

test('a long name that begins early is named early', () => {
  const body = 'Independent International Commission of Inquiry on the Harbour'
  const text = `The ${body} concludes that the gates were left open.`
  expect(fitOf(text, { names: [[body, { type: 'ORGANISATION', actor: 'X' }]] })).toBe(1)
})
