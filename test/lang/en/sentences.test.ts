import { describe, expect, it } from 'vitest'
import { sentences } from '../../../src/lang/en/sentences.ts'
import { tokens } from '../../../src/lang/en/tokens.ts'

function split(text: string): readonly string[] {
  return sentences(text, tokens(text)).map(sentence => text.slice(sentence.span.start, sentence.span.end))
}

describe('sentences', () => {
  const one: readonly string[] = [
    'He met the U.S. Senate on Jan. 5 at 5 p.m. Moscow time.',
    'Gen. J. D. Smith of St. Petersburg spoke.',
    'Article No. 5 applies, e.g. Article 6.',
    'She said "Stop!" and left.',
    '"Will it hold?" he asked.',
    'Troops left the U.S. [5].',
    'BERLIN, May 23. Chancellor Merz backs it.',
    'MOSCOW, May 28. /TASS/. Russia is ready.',
    'Pitt, Briggs & Co. at noon.',
    'It was a cold \nnight in the city.',
    'He paused ... and went on.',
  ]
  it.each(one)('one: %s', text => {
    expect(split(text)).toEqual([text])
  })

  const two: readonly (readonly [string, string])[] = [
    ['He lives in the U.S.', 'The talks go on.'],
    ['It began at 1 p.m.', 'President Zelensky confirmed it.'],
    ['"Time to decide."', 'He then left.'],
    ['He said: “We have won.”', '“They have lost.”'],
    ['Troops left (they said so.)', 'Others stayed.'],
    ['They met. [5]', 'They left.'],
    ['What now?!', 'Nobody knows…'],
    ['It has 1,000.', 'That is a lot.'],
    ['You and I.', 'Did you see it?'],
  ]
  it.each(two)('two: %s %s', (a, b) => {
    expect(split(`${a} ${b}`)).toEqual([a, b])
  })

  it('splits at a missing blank', () => {
    expect(split('Hello world.Today is Tuesday.')).toEqual(['Hello world.', 'Today is Tuesday.'])
  })

  it('numbers paragraphs and finds headings', () => {
    const text = 'Talks resume\n\nThey met. They left.\n\n- item one\n- item two'
    expect(sentences(text, tokens(text)).map(s => `${s.value.paragraph}${s.value.kind[0]}`)).toEqual([
      '0h',
      '1s',
      '1s',
      '2h',
      '2h',
    ])
  })

  it('gives nothing for nothing', () => {
    expect(split('  \n ')).toEqual([])
  })
})

it('marks without places are no dateline', () => {
  expect(sentences('KYIV,, , // May 23', tokens('KYIV,, , // May 23')).length).toBeGreaterThan(0)
})
