import { expect, test } from 'vitest'
import { isJsonFeed, readJsonFeed } from '../../../src/ingest/feed/json.ts'

test.each([
  [{ version: 'https://jsonfeed.org/version/1', items: [] }, true],
  [{ version: '1.0', items: [] }, true],
  [{ feed_url: 'x', items: [] }, true],
  [{ version: '2', items: [] }, false],
  [{ version: '1.0' }, false],
  [[], false],
  [null, false],
])('%j is a JSON Feed: %s', (value, expected) => expect(isJsonFeed(value)).toBe(expected))

test('items', () => {
  const feed = readJsonFeed({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'T',
    items: [
      {
        id: 7,
        external_url: 'u',
        content_html: '<p>x</p>',
        content_text: 'x',
        authors: [{ name: 'J' }, 4],
        tags: ['a', 1],
        date_published: 'd',
      },
      'none',
      { content_text: 'y' },
    ],
  })
  expect(feed).toMatchObject({
    kind: 'json',
    version: '1.1',
    title: 'T',
    items: [
      { id: '7', url: 'u', content: '<p>x</p>', authors: [{ name: 'J' }], categories: ['a'], published: 'd' },
      { content: 'y', plain: true },
    ],
  })
})
