import { describe, expect, it } from 'vitest'
import type { Span } from '../../../src/core/span.ts'
import { quotesReader } from '../../../src/lang/en/quotes.ts'
import { sentences } from '../../../src/lang/en/sentences.ts'
import { tokens } from '../../../src/lang/en/tokens.ts'

const read = quotesReader()

/** Each quotation as `kind speaker | cue | content`, "-" for what is left out. */
function quotes(text: string, kind?: string): readonly string[] {
  const token = tokens(text)
  const slice = (span: Span | undefined) => (span ? text.slice(span.start, span.end) : '-')
  return read(text, { token, sentence: sentences(text, token) })
    .filter(quote => kind === undefined || quote.value.kind === kind)
    .map(({ value }) => `${slice(value.speaker)} | ${slice(value.cue)} | ${slice(value.content)}`)
}

describe('direct quotations', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['"We are ready," said Heorhii Tykhyi, the spokesman.', ['Heorhii Tykhyi | said | We are ready,']],
    [
      '“We are ready,” Kremlin spokesman Dmitry Peskov told reporters.',
      ['Kremlin spokesman Dmitry Peskov | told | We are ready,'],
    ],
    ['Merz spoke of "absolutely no range limits".', ['Merz | spoke | absolutely no range limits']],
    [
      'Sen. Lindsey Graham said Friday in Kyiv that it moves: "Enough of talking".',
      ['Sen. Lindsey Graham | said | Enough of talking'],
    ],
    ['Andrii Sybiha: "We want to end the war".', ['Andrii Sybiha | - | We want to end the war']],
    [
      'Peskov called the demand "non-constructive" and told Kyiv to confirm "or do the opposite."',
      ['Peskov | called | non-constructive', 'Peskov | told | or do the opposite.'],
    ],
    [
      'Iran wrote to the UN. "No deal will come of it," according to Foreign Minister Abbas Araghchi.',
      ['Foreign Minister Abbas Araghchi | according to | No deal will come of it,'],
    ],
    [
      'Rustem Umerov told the press about it. "Our teams will study the documents," he said.',
      ['Rustem Umerov | said | Our teams will study the documents,'],
    ],
    [
      'Foreign Minister Abbas Araghchi wrote on X that without it "we do NOT have a deal."',
      ['Foreign Minister Abbas Araghchi | wrote | we do NOT have a deal.'],
    ],
    ['Igor Taro, Estonia’s interior minister, said: «It is our right.»', ['Igor Taro | said | It is our right.']],
    [
      'It will be "outcome-determined in two weeks," he quoted Trump as saying.',
      ['Trump | as saying | outcome-determined in two weeks,'],
    ],
    ['The Senate will "start moving" a bill, Lindsey Graham said Friday.', ['Lindsey Graham | said | start moving']],
    [
      'Anton Geraschenko said: “First part.\n\n“Second part.”',
      ['Anton Geraschenko | said | First part.', 'Anton Geraschenko | said | Second part.'],
    ],
  ]
  it.each(cases)('%s', (text, expected) => {
    expect(quotes(text, 'direct')).toEqual(expected)
  })

  const unattributed: readonly (readonly [string, string])[] = [
    ['Umerov said Kyiv awaits the "memorandum" now.', 'memorandum'],
    ['Russia wants a "buffer zone".', 'buffer zone'],
    ['Lavrov said talks go on; Russia "took note" of it.', 'took note'],
    ['Merz met Macron. Merz said yes and Macron said no. "It is a hard choice," he said.', 'It is a hard choice,'],
    ['Zelensky called the hiding of the "memorandum" a mockery.', 'memorandum'],
  ]
  it.each(unattributed)('no speaker: %s', (text, content) => {
    expect(quotes(text, 'direct').map(quote => [quote.split(' | ')[0], quote.split(' | ')[2]])).toEqual([
      ['-', content],
    ])
  })

  it.each(['A lone " mark and no more.', 'He is 5\' 11" tall.', "The ministers' words and the envoys' deeds.", ''])(
    'none: %s',
    text => {
      expect(quotes(text, 'direct')).toEqual([])
    },
  )
})

describe('indirect quotations', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    [
      'Sergey Lavrov said a second round will be held on Monday.',
      ['Sergey Lavrov | said | a second round will be held on Monday'],
    ],
    ['Merz promised that Berlin would pay; Macron agreed.', ['Merz | promised | Berlin would pay']],
    [
      'US envoy Keith Kellogg told ABC News on Thursday that the worry is fair.',
      ['US envoy Keith Kellogg | told | the worry is fair'],
    ],
    [
      'According to the Defense Ministry the money pays for production.',
      ['the Defense Ministry | According to | the money pays for production'],
    ],
    [
      'KYIV (AP) - Russia attacked with 355 drones, according to a Ukrainian official.',
      ['a Ukrainian official | according to | Russia attacked with 355 drones'],
    ],
    [
      'The funds have been approved, the German Defense Ministry said.',
      ['the German Defense Ministry | said | The funds have been approved'],
    ],
    [
      'Its refusal serves to stall and is noted, said Heorhii Tykhyi, spokesperson, on X.',
      ['Heorhii Tykhyi | said | Its refusal serves to stall and is noted'],
    ],
  ]
  it.each(cases)('%s', (text, expected) => {
    expect(quotes(text, 'indirect')).toEqual(expected)
  })

  it.each([
    'Merz said nothing.',
    'He was told that it would end.',
    'Trump announced the deal that ended it.',
    'Lavrov did not say that it would end.',
    'Claims that it ended are false.',
  ])('none: %s', text => {
    expect(quotes(text, 'indirect')).toEqual([])
  })
})
