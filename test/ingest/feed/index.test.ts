import { expect, test } from 'vitest'
import { codes, read } from '../help.ts'

test('RSS items become reports with what the feed says', async () => {
  const { reports, notices } = await read(
    `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Agency</title><link>https://x.org/</link><language>en</language>
    <item><title>Talks &amp; truce</title><link>/a</link><description>Short.</description><content:encoded><![CDATA[<p>Long text.</p>]]></content:encoded><pubDate>Wed, 28 May 2025 10:15:00 +0200</pubDate><dc:creator>Jane Roe</dc:creator></item>
    <item><description>No title & a bare sign</description></item>
    <item><guid>x</guid></item></channel></rss>`,
    'feed.xml',
  )
  expect(reports).toHaveLength(2)
  expect(reports[0]).toMatchObject({
    format: 'fragment',
    body: '<p>Long text.</p>',
    title: 'Talks & truce',
    url: 'https://x.org/a',
    publisher: 'Agency',
    lang: 'en',
    published: 'Wed, 28 May 2025 10:15:00 +0200',
    byline: 'Jane Roe',
  })
  expect(reports[1]?.body).toBe('No title & a bare sign')
  expect(notices).toEqual([
    {
      code: 'not-a-report',
      message: 'item 3 has neither a title nor a text',
      cure: 'Nothing to do.',
      file: 'feed.xml',
    },
  ])
})

test('an Atom entry taken over from elsewhere names its source', async () => {
  const { reports } = await read(
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Planet</title><entry><title type="html">A &lt;b&gt;bold&lt;/b&gt; step</title><link href="https://x.org/1"/><published>2025-05-28T10:15:00+02:00</published><updated>2025-05-29T10:15:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Text</p></div></content><source><title>Origin</title></source></entry></feed>',
    'a.atom',
  )
  expect(reports[0]).toMatchObject({
    publisher: 'Origin',
    title: 'A <b>bold</b> step',
    body: '<p>Text</p>',
    published: '2025-05-28T10:15:00+02:00',
    modified: '2025-05-29T10:15:00Z',
  })
})

test('a feed without items, and XML that is no feed', async () => {
  expect(codes(await read('<rss><channel><title>x</title></channel></rss>', 'a.xml'))).toEqual(['empty-feed'])
  expect(codes(await read('<kml/>', 'a.xml'))).toEqual(['unknown-format'])
})

test('a feed cut off in the middle keeps its items', async () => {
  const { reports } = await read(
    '<rss><channel><item><title>One</title></item><item><title>Two</title><description>cut',
    'a.xml',
  )
  expect(reports.map(({ title }) => title)).toEqual(['One', 'Two'])
})
