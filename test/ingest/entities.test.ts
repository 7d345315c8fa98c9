import { expect, test } from 'vitest'
import { decodeEntities } from '../../src/ingest/entities.ts'

test.each([
  ['a &amp; b &lt;c&gt; &quot;d&quot; &apos;e&apos;', 'a & b <c> "d" \'e\''],
  ['&eacute;&nbsp;&mdash;&euro;', 'é\u00a0—€'],
  ['&#1050;&#x43A;', 'Кк'],
  ['&amp;lt;', '&lt;'],
  ['a & b &unknown; &copy=2', 'a & b &unknown; &copy=2'],
  ['&#0;&#xD800;&#x110000;', '\ufffd\ufffd\ufffd'],
])('%s', (text, expected) => expect(decodeEntities(text)).toBe(expected))
