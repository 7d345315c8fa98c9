import { describe, expect, test } from 'vitest'
import { md, toMarkdown } from '../../src/publish/markdown.ts'
import { receiptsOf } from '../../src/publish/receipts.ts'
import { bare } from './dom.ts'
import { fixture } from './fixture.ts'
import { nasty, PAYLOADS } from './nasty.ts'

const page = toMarkdown(fixture())

test.each([
  ['plain words, “quoted” – 5 % (yes)', 'plain words, “quoted” – 5 % (yes)'],
  ['*bold* _it_ `code` ~gone~', '\\*bold\\* \\_it\\_ \\`code\\` \\~gone\\~'],
  ['[x](javascript:alert(1))', '\\[x\\](javascript:alert(1))'],
  ['![y](http://x.example)', '!\\[y\\](http\\://x.example)'],
  ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
  ['AT&T &amp; &#60; & co', 'AT&T &amp;amp; &amp;#60; & co'],
  ['# Heading', '\\# Heading'],
  ['- item', '\\- item'],
  ['+ item', '\\+ item'],
  ['1. first', '1\\. first'],
  ['2031) second', '2031\\) second'],
  ['[^1]: note', '\\[\\^1\\]: note'],
  ['=== setext', '\\=== setext'],
  [': definition', '\\: definition'],
  ['a | b', 'a \\| b'],
  ['see www.x.example or https://x.example', 'see www\\.x.example or https\\://x.example'],
  ['two\n\nparagraphs\r\n# x', 'two paragraphs # x'],
  ['back\\slash', 'back\\\\slash'],
  ['a $x$ b', 'a \\$x\\$ b'],
  ['\u202Eevil', '\u2068\u202Eevil\u2069'],
  ['nul \u0000, half \uD800', 'nul \uFFFD, half \uFFFD'],
])('%j', (text, written) => {
  expect(md(text)).toBe(written)
})

describe('the page', () => {
  test('has its sections in the order of the design', () => {
    expect(page.match(/^#{1,2} .*$/gmu)).toEqual([
      '# Corvany lets ferries back into the strait; talks set for 20 May in Sorrel[^1] *(one origin)*',
      '## Background & context',
      '## Key developments',
      '## Where',
      '## Statements',
      '## Reports disagree',
      '## Related',
      '## Sources',
      '## How this page was made',
    ])
  })
  test('leaves out sections with nothing to say', () => {
    expect(toMarkdown(bare()).match(/^## .*$/gmu)).toEqual(['## How this page was made'])
  })
  test('its receipts are footnotes with the numbers of the HTML page', () => {
    const { list } = receiptsOf(fixture())
    expect(page.match(/^\[\^\d+\]: /gmu)).toEqual(list.map(({ number }) => `[^${number}]: `))
    expect(page).toContain(
      '[^3]: “The northern channel was opened to ferries on Tuesday for the first time since 11 March.” — Estmar Tribune, 14 May 2031. <https://tribune.example/2031/05/14/ferries-back#:~:text=The%20northern',
    )
    expect(page).toContain('Corvany reopened the northern channel to ferries on 13 May after nine weeks.[^2][^3][^4]\n')
  })
  test.each([
    '- ○ **20 May** — *expected*: The two sides are to meet',
    '- ○ **12 May** — *was due, outcome not reported*: A call',
    '- **November 2030** — In November,',
    '**Tomas Reidl**, Corvan harbour minister, 13 May, Port Aldis\n\n> “We open the door.',
    '### Ships, 14 May[^35]\n\n- 14 ships[^35] — Estmar Public Broadcasting (14 May 2031), Meridian News Agency (12 March 2031); 2 origins\n',
    '- *Promoted:* [Sail the islands this summer](<https://ads.example/sail?from=news>)',
    '- A notice that is no web address\n',
    '2. Channel closed after launch is rammed — Coast Daily · 12 March 2031 · not cited · same origin as source 1 · <https://coast.example/closure>',
  ])('says %j', words => {
    expect(page).toContain(words)
  })
  test('the same briefing gives the same bytes', () => {
    expect(toMarkdown(fixture())).toBe(page)
  })
})

test.each(PAYLOADS)('no structure comes out of %j', payload => {
  const spoiled = toMarkdown(nasty(payload, 'javascript:alert(1)'))
  const shape = (text: string) =>
    text.split('\n').map(line => /^(?:#+ |- |> |\d+\. |\[\^\d+\]: |$)/u.exec(line)?.[0] ?? 'words')
  expect(shape(spoiled)).toEqual(shape(page))
  const unescaped = spoiled.replace(/\\[\s\S]/gu, '')
  expect(unescaped.match(/\]\([^<]/gu)).toBeNull()
  expect(unescaped.match(/<(?!https:\/\/)/gu)).toBeNull()
})
