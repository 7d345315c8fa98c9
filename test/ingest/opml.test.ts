import { expect, test } from 'vitest'
import { parseOpml } from '../../src/ingest/opml.ts'
import { parseXml } from '../../src/ingest/xml.ts'
import { codes, read } from './help.ts'

const list =
  '<opml version="2.0"><head><title>Feeds</title></head><body><outline text="News"><outline text="Agency" xmlUrl="http://x.org/feed" htmlUrl="http://x.org/"/></outline><outline text="Note"/></body></opml>'

test('outlines keep their order and depth', () => {
  const { root } = parseXml(list, 50)
  expect(root && parseOpml(root)).toEqual({
    title: 'Feeds',
    outlines: [
      {
        title: 'News',
        outlines: [{ title: 'Agency', feed: 'http://x.org/feed', site: 'http://x.org/', outlines: [] }],
      },
      { title: 'Note', outlines: [] },
    ],
  })
})

test('each feed is told of with its address', async () => {
  const found = await read(list, 'a.opml')
  expect(found.notices).toEqual([
    {
      code: 'feed-not-fetched',
      message: 'the list names a feed "Agency": http://x.org/feed',
      cure: 'Give the address itself as an input to fetch it.',
      file: 'a.opml',
    },
  ])
})

test('a list without feeds', async () =>
  expect(codes(await read('<opml><body/></opml>', 'a.opml'))).toEqual(['empty-feed']))

test('another root is no OPML', () => {
  const { root } = parseXml('<rss/>', 50)
  expect(root && parseOpml(root)).toBeUndefined()
})
