import { describe, expect, test } from 'vitest'
import { directionOf, escapeHtml, html, raw, scriptJson } from '../../src/publish/markup.ts'

test.each([
  ['a < b & "c" > \'d\'', 'a &lt; b &amp; &quot;c&quot; &gt; &#39;d&#39;'],
  ['&amp;', '&amp;amp;'],
  ['Умєров, İstanbul, 你好 🙂', 'Умєров, İstanbul, 你好 🙂'],
  ['nul \u0000 escape \u001b c1 \u0085', 'nul \uFFFD escape \uFFFD c1 \uFFFD'],
  ['half \uD83D emoji', 'half \uFFFD emoji'],
  ['tab\tand\nline', 'tab\tand\nline'],
])('%j', (text, escaped) => {
  expect(escapeHtml(text)).toBe(escaped)
})

describe('html', () => {
  test('escapes texts, keeps markup, joins lists, leaves out what is not there', () => {
    const items = ['<a>', 'b'].map(text => html`<li>${text}</li>`)
    expect(html`<ul class="${'"x'}">${items}${false}${undefined}${3}</ul>`.markup).toBe(
      '<ul class="&quot;x"><li>&lt;a&gt;</li><li>b</li>3</ul>',
    )
  })
  test('raw stands as it is', () => {
    expect(html`<b>${raw('<i>')}</b>`.markup).toBe('<b><i></b>')
  })
})

test.each([
  ['“hello”', 'ltr'],
  ['12 مرحبا', 'rtl'],
  ['שלום world', 'rtl'],
  ['world שלום', 'ltr'],
  ['2031', 'ltr'],
  ['', 'ltr'],
  ['\u200Fabc', 'rtl'],
] as const)('%j is written %s', (text, direction) => {
  expect(directionOf(text)).toBe(direction)
})

test('JSON in a script cannot end it and reads back the same', () => {
  const value = { text: '</script><!--<script>\u2028\u2029&\uD800' }
  const written = scriptJson(value)
  expect(written).not.toMatch(/[<>&\u2028\u2029]/u)
  expect(JSON.parse(written)).toEqual(value)
})
