import { expect, test } from 'vitest'
import { blocksOf, joinBlocks } from '../../src/extract/blocks.ts'
import { parsePage } from '../../src/extract/dom.ts'

const blocks = (html: string) => blocksOf(parsePage(html).body, 'http://x.org/a/')

test.each([
  ['<p>a <b>b</b> c</p><p>d</p>', ['a b c', 'd']],
  ['<div>a<p>b</p>c</div>', ['a', 'b', 'c']],
  ['a<br>b<br><br>c', ['a\nb', 'c']],
  ['<ul><li>a<li>b</ul>', ['a', 'b']],
  ['<table><tr><td>a</td><td>b</td></tr></table>', ['a', 'b']],
  ['<p>a<script>x()</script></p><style>y</style><button>z</button>', ['a']],
  ['<p>wo<b>rd</b></p>', ['word']],
  ['<p> \n </p>', []],
])('%s', (html, texts) => expect(blocks(html).map(({ text }) => text)).toEqual(texts))

test('kinds', () =>
  expect(
    blocks('<h2>a</h2><p>b</p><ul><li><p>c</p></li></ul><figure><figcaption>d</figcaption></figure>').map(
      ({ kind }) => kind,
    ),
  ).toEqual(['heading', 'text', 'item', 'caption']))

test('links are made absolute, others than of the web are left out', () => {
  const [block] = blocks(
    '<p>see <a href="b">this page</a> <a href="mailto:x@y.org">mail</a> <a href="javascript:x()">js</a></p>',
  )
  expect(block?.links).toEqual([{ title: 'this page', url: 'http://x.org/a/b' }])
})

test('the share of linked characters', () => {
  expect(blocks('<p><a href="/x">all of it</a></p>')[0]?.linked).toBe(1)
  expect(blocks('<p>none of it</p>')[0]?.linked).toBe(0)
})

test('paragraphs are parted by one blank line', () => expect(joinBlocks([{ text: 'a' }, { text: 'b' }])).toBe('a\n\nb'))
