import { describe, expect, it } from 'vitest'
import { digitsOf, figureAt, numberWords } from '../../../src/lang/en/numbers.ts'
import { viewOf } from '../../../src/lang/en/quotes-view.ts'
import { sentences } from '../../../src/lang/en/sentences.ts'
import { tokens } from '../../../src/lang/en/tokens.ts'

const words = numberWords()

function figure(text: string): readonly [number, string] | undefined {
  const token = tokens(text)
  const view = viewOf(text, { token, sentence: sentences(text, token) })
  const found = figureAt(view, words, 0)
  return found && [found.value, found.bound]
}

describe('figureAt', () => {
  const cases: readonly (readonly [string, number, string])[] = [
    ['1,000', 1000, 'exact'],
    ['5.4 million', 5_400_000, 'exact'],
    ['5bn', 5_000_000_000, 'exact'],
    ['600 million', 600_000_000, 'exact'],
    ['twenty-five', 25, 'exact'],
    ['two thousand and one', 2001, 'exact'],
    ['three hundred and five thousand', 305_000, 'exact'],
    ['one and a half million', 1_500_000, 'exact'],
    ['a hundred', 100, 'exact'],
    ['two dozen', 24, 'exact'],
    ['half a million', 500_000, 'exact'],
    ['dozens', 24, 'least'],
    ['scores', 40, 'least'],
    ['hundreds of thousands', 200_000, 'least'],
    ['tens of thousands', 20_000, 'least'],
    ['a couple of', 2, 'about'],
    ['12 300', 12_300, 'exact'],
  ]
  it.each(cases)('%s', (text, value, bound) => {
    expect(figure(text)).toEqual([value, bound])
  })

  it.each(['half', 'tens', 'a', 'and', 'million', '14:43', 'people', ''])('none: %s', text => {
    expect(figure(text)).toBeUndefined()
  })
})

describe('digitsOf', () => {
  it('reads separators', () => {
    expect(digitsOf('1,234,567.8')).toBe(1_234_567.8)
    expect(digitsOf('1.234.567')).toBe(1_234_567)
    expect(digitsOf('3,5')).toBe(3.5)
    expect(digitsOf('½')).toBe(0.5)
  })

  it.each(['12:00', '1,00,00', '1234567890123456789', 'x'])('none: %s', text => {
    expect(digitsOf(text)).toBeUndefined()
  })
})
