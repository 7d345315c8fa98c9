import { describe, expect, test } from 'vitest'
import { readRss } from '../../../src/ingest/feed/rss.ts'
import { parseXml } from '../../../src/ingest/xml.ts'

const read = (source: string) => {
  const { root } = parseXml(source, 50)
  if (!root) throw new Error('no root')
  return readRss(root)
}
const item = (inner: string) => read(`<rss><channel><item>${inner}</item></channel></rss>`).items[0]

describe('items', () => {
  test.each([
    ['<link>http://x.org/1</link>', { url: 'http://x.org/1' }],
    ['<guid>http://x.org/1</guid>', { url: 'http://x.org/1', id: 'http://x.org/1' }],
    ['<guid isPermaLink="false">http://x.org/1</guid>', { id: 'http://x.org/1', links: [] }],
    ['<link>http://x.org/1</link><atom:link rel="self" href="http://x.org/s"/>', { url: 'http://x.org/1' }],
    ['<dc:date>2025-05-28</dc:date>', { published: '2025-05-28', updated: '2025-05-28' }],
    [
      '<author>jane@x.org (Jane)</author><dc:creator>Other</dc:creator>',
      { authors: [{ name: 'Jane', email: 'jane@x.org' }] },
    ],
    ['<category>A</category><dc:subject>B</dc:subject>', { categories: ['A', 'B'] }],
    ['<source url="http://y.org/f">Origin</source>', { source: { title: 'Origin', feedUrl: 'http://y.org/f' } }],
  ])('%s', (inner, expected) => expect(item(inner)).toMatchObject(expected))
})

test('items of RSS 1.0 lie beside the channel', () => {
  const feed = read(
    '<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><channel><title>T</title></channel><item rdf:about="http://x.org/1"><title>A</title></item></rdf:RDF>',
  )
  expect(feed).toMatchObject({ title: 'T', version: '1.0', items: [{ id: 'http://x.org/1', title: 'A' }] })
})
