import { describe, expect, it } from 'vitest'
import { tokens } from '../../../src/lang/en/tokens.ts'

function words(text: string): string {
  return tokens(text)
    .map(token => text.slice(token.span.start, token.span.end))
    .join(' | ')
}

function kinds(text: string): string {
  return tokens(text)
    .map(token => token.value.kind[0])
    .join('')
}

describe('tokens', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['Kyiv’s demand', 'Kyiv | ’s | demand'],
    ["O'Neill's men don't", "O'Neill | 's | men | do | n't"],
    ['the ministers’ words', 'the | ministers | ’ | words'],
    ['"memo"\'s text', '" | memo | " | \'s | text'],
    ['a U.S.-led 30-day truce', 'a | U.S.-led | 30-day | truce'],
    ['1,000-for-1,000 and 1000-for-1000', '1,000-for-1,000 | and | 1000-for-1000'],
    ['€5bn, US$5.4bn', '€ | 5 | bn | , | US | $ | 5.4 | bn'],
    ['25-30 and 18–25', '25 | - | 30 | and | 18 | – | 25'],
    ['May 28-June 2', 'May | 28 | - | June | 2'],
    ['2025-05-28 at 14:43', '2025-05-28 | at | 14:43'],
    ['at 2:43 p.m. Mr. Fidan', 'at | 2:43 | p.m. | Mr. | Fidan'],
    ['Gen. J.D. Vance', 'Gen. | J.D. | Vance'],
    ['John I. Smith and I. The', 'John | I. | Smith | and | I | . | The'],
    ['No. 5. No. He', 'No. | 5 | . | No | . | He'],
    ['See https://x.com/a.b?c=1. Then', 'See | https://x.com/a.b?c=1 | . | Then'],
    ['to Jane.Doe@example.com.', 'to | Jane.Doe@example.com | .'],
    ['pravda.com.ua said', 'pravda.com.ua | said'],
    ['end.The wait...what', 'end | . | The | wait | ... | what'],
    ['17th 1990s F-16s Su-35', '17th | 1990s | F-16s | Su-35'],
    ['155mm 10am 3D G7 9M729', '155 | mm | 10 | am | 3D | G7 | 9M729'],
    ['@Zelensky #tag #1', '@Zelensky | #tag | # | 1'],
    ['Умєров — Müller', 'Умєров | — | Müller'],
    ['AT&T Ph.D. 5/28', 'AT&T | Ph.D. | 5/28'],
    ['', ''],
    [' \n\t', ''],
  ]
  it.each(cases)('%s', (text, expected) => {
    expect(words(text)).toBe(expected)
  })

  it('tells kinds apart', () => {
    expect(kinds('Kyiv lost 40 planes, €5 (5%) ½.')).toBe('wwnwpsnpnspnp')
  })

  it('gives norms in lower case with plain marks', () => {
    expect(tokens('Kyiv’s U.S. Defence‑Minister').map(token => token.value.norm)).toEqual([
      'kyiv',
      "'s",
      'u.s.',
      'defence-minister',
    ])
  })
})
