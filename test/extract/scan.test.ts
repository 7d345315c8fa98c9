import { expect, test } from 'vitest'
import { indexOfIgnoringCase, scanParagraphs } from '../../src/extract/scan.ts'

test.each([
  ['<p>a <b>b</b></p><p>c</p>', ['a b', 'c']],
  ['<nav>menu</nav><SCRIPT>x</script><style>y</STYLE>text', ['text']],
  ['<!-- hidden --><p>a &amp; &#1050; &nbsp;b</p>', ['a & К b']],
  ['<p>a < b</p>', ['a < b']],
  ['<p>a</p><script>open', ['a']],
  ['', []],
])('%s', (html, expected) => expect(scanParagraphs(html)).toEqual(expected))

test.each([
  ['a</SCRIPT>', '</script', 0, 1],
  ['none', '</script', 0, -1],
])('%s', (text, mark, from, expected) => expect(indexOfIgnoringCase(text, mark, from)).toBe(expected))
