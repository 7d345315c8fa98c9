import { expect, test } from 'vitest'
import { weigh } from '../../src/extract/weight.ts'

test.each([
  ['<div><div>x</div></div>', { depth: 2, tags: 2 }],
  ['<p>a<p>b<br><li>c', { depth: 0, tags: 4 }],
  ['<script><div><div><div></script><b>x</b>', { depth: 1, tags: 1 }],
  ['</div></div><div>', { depth: 1, tags: 1 }],
  ['<'.repeat(400), { depth: 0, tags: 100 }],
  ['plain', { depth: 0, tags: 0 }],
])('%s', (html, expected) => expect(weigh(html)).toMatchObject(expected))

test('scripts do not count as length', () => expect(weigh('<p>a</p><script>12345</script>').length).toBe(24))
