import { describe, expect, it, test } from 'vitest'
import { fitness } from '../../src/brief/fitness.ts'
import { writeSentence } from '../../src/brief/write.ts'
import { language, readText } from '../help/read.ts'

/** The second sentence as the page writes it. */
function second(text: string): string {
  const doc = readText(text)
  const sentence = doc.layers.sentence[1]
  if (!sentence) throw new Error('one sentence only')
  return writeSentence(doc, sentence.span, { asOf: '2025-05-28' }).text
}

const CLAIM = 'said that Russia would hand over a draft memorandum in Istanbul.'

test.each([
  ['one person, named before', `Sergey Lavrov met reporters in Moscow. He ${CLAIM}`, `Sergey Lavrov ${CLAIM}`],
  ['two people', `Sergey Lavrov met Marco Rubio in Moscow. He ${CLAIM}`, `He ${CLAIM}`],
  ['nobody by name', `A minister met reporters in Moscow. He ${CLAIM}`, `He ${CLAIM}`],
  ['a woman is no "he"', `Maria Zakharova met reporters in Moscow. He ${CLAIM}`, `He ${CLAIM}`],
  ['no subject', `Sergey Lavrov met reporters in Moscow. His ministry ${CLAIM}`, `His ministry ${CLAIM}`],
])('%s', (_, text, wanted) => expect(second(text)).toBe(wanted))

describe('a sentence whose pronoun is known', () => {
  it('is fit for a page, and one whose pronoun is not is none', () => {
    const fitnessOf = (text: string) => {
      const doc = readText(text)
      const sentence = doc.layers.sentence[1]
      return sentence ? fitness(doc, sentence, language.words) : -1
    }
    expect(fitnessOf(`Sergey Lavrov met reporters in Moscow. He ${CLAIM}`)).toBeGreaterThan(0.6)
    expect(fitnessOf(`Sergey Lavrov met Marco Rubio in Moscow. He ${CLAIM}`)).toBe(0)
  })
  it('keeps its pronoun inside a quotation', () => {
    const text = 'Sergey Lavrov met reporters in Moscow. “He will not come to Istanbul for these talks,” an aide said.'
    expect(second(text)).toContain('“He will not come')
  })
})
