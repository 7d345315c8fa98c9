import { Buffer } from 'node:buffer'
import { expect, test } from 'vitest'
import { judge } from './feeds.ts'

const rss = (inner: string) => Buffer.from(`<rss version="2.0"><channel>${inner}</channel></rss>`)
const verdict = (inner: string, expected: unknown) => judge({ name: 'a.xml', bytes: rss(inner), expected }).faults

test.each<[string, unknown, number | undefined]>([
  ['<title>T</title>', { version: '2.0', title: 'T', items: [] }, 0],
  ['<title>T</title>', { version: '2.0', title: 'U', items: [] }, 1],
  [
    '<item><pubDate>Sun, 06 Jul 2014 12:56:00 GMT</pubDate></item>',
    { items: [{ pubDateParsed: '2014-07-06T12:56:00Z' }] },
    0,
  ],
  [
    '<item><pubDate>Sun, 06 Jul 2014 12:56:00 GMT</pubDate></item>',
    { items: [{ pubDateParsed: '2014-07-06T13:56:00Z' }] },
    1,
  ],
  ['<item/>', { items: [] }, 0],
  ['<item><title>A</title></item>', { title: '', items: [] }, 1],
  ['<managingEditor>j@x.org (Jane)</managingEditor>', { managingEditor: 'j@x.org (Jane)', items: [] }, 0],
  ['<managingEditor>j@x.org (Jane)</managingEditor>', { managingEditor: 'k@x.org (Kim)', items: [] }, 1],
  ['<ttl>5</ttl>', { ttl: '5', items: [] }, undefined],
])('%s', (inner, expected, faults) => {
  if (inner !== '<item/>') expect(verdict(inner, expected)?.length).toBe(faults)
  else expect(verdict(inner, expected)).toEqual(['1 items, expected 0'])
})

test('what is no feed is a fault', () =>
  expect(judge({ name: 'a.xml', bytes: Buffer.from('<kml/>'), expected: { title: 'T', items: [] } }).faults).toEqual([
    'not read as a feed',
  ]))

test.each([
  ['A', 0],
  ['B', 1],
])('outlines named %s', (text, faults) => {
  const bytes = Buffer.from('<opml><head/><body><outline text="A"/></body></opml>')
  expect(judge({ name: 'a.opml', bytes, expected: { head: {}, body: { outlines: [{ text }] } } }).faults).toHaveLength(
    faults,
  )
})
