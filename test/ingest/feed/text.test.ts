import { expect, test } from 'vitest'
import { constructOf, contentOf } from '../../../src/ingest/feed/text.ts'
import { parseXml } from '../../../src/ingest/xml.ts'

const read = (of: typeof contentOf, source: string) => {
  const { root } = parseXml(source, 50)
  return root && of(root)
}

test.each([
  ['<d>plain</d>', 'plain'],
  ['<d>&lt;p&gt;x&lt;/p&gt;</d>', '<p>x</p>'],
  ['<d><![CDATA[<p>x</p>]]></d>', '<p>x</p>'],
  ['<d>a <![CDATA[<b>b</b>]]> c</d>', 'a <b>b</b> c'],
  ['<d><p>x</p> &amp; y</d>', '<p>x</p> &amp; y'],
  ['<d xml:base="http://x.org/a/">&lt;a href="b"&gt;c&lt;/a&gt;</d>', '<a href="http://x.org/a/b">c</a>'],
])('content of %s', (source, expected) => expect(read(contentOf, source)).toBe(expected))

test.each([
  ['<t>a &lt; b</t>', 'a < b'],
  ['<t type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>x</p></div></t>', '<p>x</p>'],
  ['<t type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">&lt;p></div></t>', '&lt;p>'],
  ['<t type="html"><div>&lt;p&gt;x</div></t>', '<p>x'],
  ['<t mode="base64">VGFsa3M=</t>', 'Talks'],
])('construct %s', (source, expected) => expect(read(constructOf, source)).toBe(expected))
