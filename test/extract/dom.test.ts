import { expect, test } from 'vitest'
import { attribute, isElement, isText, parsePage, plainText, squeeze } from '../../src/extract/dom.ts'

test.each([
  ['a &amp; b', 'a & b'],
  ['<b>a</b>\n b', 'a b'],
  ['&lt;b&gt;a&lt;/b&gt; &amp;quot;x&amp;quot;', 'a "x"'],
  ['a < b & c', 'a < b & c'],
  ['plain', 'plain'],
])('plain text of %j', (html, expected) => expect(plainText(html)).toBe(expected))

test.each([
  [' a \n\t b\u00a0c ', 'a b c'],
  ['soft\u00adhyphen zero\u200bwidth', 'softhyphen zerowidth'],
])('squeezes %j', (text, expected) => expect(squeeze(text)).toBe(expected))

test('a piece gets a body around it, a page is itself', () => {
  expect(parsePage('<p title=" x ">a</p>').body.textContent).toBe('a')
  const paragraph = parsePage('<html><body><p title=" x ">a</p></body></html>').querySelector('p')
  expect(
    paragraph && [
      attribute(paragraph, 'title'),
      attribute(paragraph, 'id'),
      isElement(paragraph),
      [...paragraph.childNodes].every(isText),
    ],
  ).toEqual(['x', '', true, true])
})
