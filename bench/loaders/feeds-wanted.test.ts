import { expect, test } from 'vitest'
import { wantedOf } from './feeds-wanted.ts'

test.each<[unknown, object]>([
  [
    { title: 'T', items: [{ pubDateParsed: '2025-05-28T00:00:00Z' }] },
    {
      feed: [{ field: 'title', as: 'text', value: 'T' }],
      items: [[{ field: 'published', as: 'moment', value: '2025-05-28T00:00:00Z' }]],
      unmodelled: [],
    },
  ],
  [
    { rating: 'x', items: [{ comments: 'c', guid: { value: 'g' } }] },
    { feed: [], items: [[{ field: 'id', as: 'text', value: 'g' }]], unmodelled: ['rating', 'item.comments'] },
  ],
  [
    { links: [{ href: 'a' }, { rel: 'self' }], entries: [] },
    { feed: [{ field: 'links', as: 'set', value: ['a'] }], items: [], unmodelled: [] },
  ],
  [{ items: [{ content_html: 'h', content_text: 't' }] }, { items: [[{ field: 'content', as: 'text', value: 'h' }]] }],
  [{ entries: [{ source: { title: 'S' } }] }, { items: [[{ field: 'source.title', as: 'text', value: 'S' }]] }],
  [{ author: { name: 'A' }, items: [] }, { unmodelled: ['author'] }],
  ['text', { unmodelled: ['not an object'] }],
])('%j', (expected, wanted) => expect(wantedOf(expected)).toMatchObject(wanted))
