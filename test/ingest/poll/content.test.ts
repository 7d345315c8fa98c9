import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { LIMITS } from '../../../src/ingest/index.ts'
import { contentOf, feedNamed, skewed } from '../../../src/ingest/poll/content.ts'
import { rss } from '../../help/site.ts'
import { sort } from '../help.ts'

const at = '2025-06-02T08:00:00.000Z'
const read = (text: string | Uint8Array, url = 'https://www.a.org/x') =>
  contentOf({ url, bytes: typeof text === 'string' ? Buffer.from(text) : text, at }, LIMITS)

const XMLNS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

describe('what a document is', () => {
  test.each([
    [rss([{ title: 'A', text: 'b' }]), 'feed'],
    ['<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title></feed>', 'feed'],
    [
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel/></rdf:RDF>',
      'feed',
    ],
    ['{"version":"https://jsonfeed.org/version/1.1","items":[]}', 'feed'],
    [`<urlset ${XMLNS}></urlset>`, 'sitemap'],
    [`<sitemapindex ${XMLNS}></sitemapindex>`, 'sitemap'],
    ['<opml version="2.0"><body/></opml>', 'opml'],
    ['<!DOCTYPE html><title>A</title>', 'page'],
    ['Envoys met in Oslo.', 'page'],
  ])('%s', async (text, kind) => expect(await read(text)).toMatchObject({ kind }))

  test.each([
    ['', 'the answer is empty'],
    [' \n ', 'the answer is empty'],
    ['<svg></svg>', 'it is XML, but no feed, sitemap or list of feeds'],
    ['%PDF-1.4', 'it is of a format that is not watched (binary)'],
    ['{"version":"https://jsonfeed.org/version/1.1","items":[', 'it is not valid JSON'],
  ])('%j: %s', async (text, fault) => expect(await read(text)).toEqual({ fault }))

  test('one that comes packed as a file', async () =>
    expect(await read(gzipSync(`<urlset ${XMLNS}></urlset>`))).toMatchObject({ kind: 'sitemap' }))
})

describe('a feed', () => {
  const items = [1, 2, 3].map(i => ({ title: `Title ${i}`, text: `Text ${i}`, link: `https://a.org/${i}` }))
  test('gives its items with the moment they came, its name and language', async () => {
    const content = await read(rss(items).replace('<channel>', '<channel><language>fr</language>'))
    if ('fault' in content || content.kind !== 'feed') throw new Error('no feed')
    const { reports } = await sort(content.items)
    expect(reports.map(({ url, fetched }) => [url, fetched])).toEqual(items.map(({ link }) => [link, at]))
    expect(content).toMatchObject({ name: 'Gazette', lang: 'fr', whole: true })
  })
  test('that is cut off keeps its last item back', async () => {
    const content = await read(rss(items).slice(0, -45))
    if ('fault' in content || content.kind !== 'feed') throw new Error('no feed')
    expect(content.whole).toBe(false)
    expect((await sort(content.items)).reports.map(({ title }) => title)).toEqual(['Title 1', 'Title 2'])
  })
  test('without items is no fault while it is watched', async () => {
    const content = await read(rss([]))
    if ('fault' in content || content.kind !== 'feed') throw new Error('no feed')
    expect(await sort(content.items)).toEqual({ reports: [], notices: [] })
  })
})

test('a sitemap names pages of its own host, each once, with when they changed', async () => {
  const content = await read(`<?xml version="1.0"?>
    <urlset ${XMLNS} xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
      <url><loc>https://a.org/1#top</loc><lastmod>2025-06-01T10:00:00+02:00</lastmod></url>
      <url><loc> https://www.a.org/2 </loc><news:news><news:publication_date>2025-06-02</news:publication_date><news:title>Two</news:title></news:news></url>
      <url><loc>https://a.org/1</loc></url>
      <url><loc>https://a.org/3</loc><lastmod>never</lastmod></url>
      <url><loc>https://b.org/4</loc></url>
      <url><loc>file:///etc/passwd</loc></url>
      <url><lastmod>2025-06-02</lastmod></url>
    </urlset>`)
  expect(content).toMatchObject({
    sitemaps: [],
    pages: [
      { address: 'https://a.org/1', changed: '2025-06-01T08:00:00.000Z' },
      { address: 'https://www.a.org/2', changed: '2025-06-02T00:00:00.000Z', title: 'Two' },
      { address: 'https://a.org/3' },
    ],
  })
})

test('an index names further sitemaps', async () => {
  const content = await read(
    `<sitemapindex ${XMLNS}><sitemap><loc>https://a.org/s1.xml.gz</loc><lastmod>2025-06-01</lastmod></sitemap></sitemapindex>`,
  )
  expect(content).toMatchObject({
    pages: [],
    sitemaps: [{ address: 'https://a.org/s1.xml.gz', changed: '2025-06-01T00:00:00.000Z' }],
  })
})

test('a list names feeds, nested ones too, each once', async () => {
  const content = await read(`<opml version="2.0"><body><outline text="World">
    <outline text="One" xmlUrl="https://a.org/feed"/><outline title="Two" xmlUrl="/two"/></outline>
    <outline text="Again" xmlUrl="https://a.org/feed"/><outline text="Bad" xmlUrl="javascript:1"/></body></opml>`)
  expect(content).toEqual({
    kind: 'opml',
    feeds: [
      { address: 'https://a.org/feed', name: 'One' },
      { address: 'https://www.a.org/two', name: 'Two' },
    ],
  })
})

test('the feed that a page names', () => {
  const page = '<html><link rel=alternate type="application/rss+xml" href="/rss.xml" title="x"></html>'
  expect(feedNamed(Buffer.from(page), 'https://a.org/news/', 'https://a.org/')?.notice.message).toBe(
    'the page names its feed: https://a.org/rss.xml',
  )
  expect(feedNamed(Buffer.from('<html><link rel="stylesheet" href="/a.css">'), 'https://a.org/', '')).toBeUndefined()
})

test('a clock that is off by more than a hitch', () => {
  expect(skewed('https://a.org/', 5 * 60_000)).toBeUndefined()
  expect(skewed('https://a.org/', -90 * 60_000)?.notice.message).toContain('90 minutes behind')
})
