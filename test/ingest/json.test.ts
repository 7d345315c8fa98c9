import { describe, expect, test } from 'vitest'
import { codes, read } from './help.ts'

const one = async (record: object) => (await read(JSON.stringify(record), 'a.json')).reports[0]

describe('fields by their usual names', () => {
  test.each([
    [
      {
        title: 'A',
        text: 'B',
        url: 'http://x.org/',
        publisher: 'X',
        lang: 'en',
        published: '2025-05-28',
        byline: 'J',
        modified: 'm',
        fetched: 'f',
      },
      {
        title: 'A',
        body: 'B',
        format: 'text',
        url: 'http://x.org/',
        publisher: 'X',
        lang: 'en',
        published: '2025-05-28',
        byline: 'J',
        modified: 'm',
        fetched: 'f',
      },
    ],
    [
      { headline: 'A', body: 'B', link: 'l', source: 'X', language: 'de', date: 'd', author: 'J', updated: 'm' },
      { title: 'A', body: 'B', url: 'l', publisher: 'X', lang: 'de', published: 'd', byline: 'J', modified: 'm' },
    ],
    [
      { title: 'A', html: '<p>B</p>', published_at: 'd', author: { name: 'J' } },
      { format: 'fragment', body: '<p>B</p>', published: 'd', byline: 'J' },
    ],
    [
      { name: 'A', content: '<p>B</p><p>C</p>', speaker: ['J', 'K'] },
      { title: 'A', format: 'fragment', byline: 'J, K' },
    ],
    [
      { title: 'A', content: 'one < two' },
      { format: 'text', body: 'one < two' },
    ],
    [{ title: 'A', published: null, text: ' kept exactly \n' }, { body: ' kept exactly \n' }],
  ])('%j', async (record, expected) => expect(await one(record)).toMatchObject(expected))
})

test('absent and empty fields are left out', async () =>
  expect(Object.keys((await one({ title: ' ', text: 'B', url: '' })) ?? {}).sort()).toEqual([
    'body',
    'format',
    'id',
    'origin',
  ]))

test('lists, wrapped lists and single records', async () => {
  expect((await read('[{"title":"A"},{"title":"B"}]', 'a.json')).reports).toHaveLength(2)
  expect((await read('{"status":"ok","articles":[{"title":"A"},{"title":"B"}]}', 'a.json')).reports).toHaveLength(2)
  expect((await read('{\n"title":"A"\n}', 'a.json')).reports).toHaveLength(1)
})

test('records that are none are told of by number', async () => {
  const found = await read('[{"title":"A"},7,{"foo":1}]', 'a.json')
  expect(found.notices.map(({ message }) => message)).toEqual([
    'record 2 is not an object with fields',
    'record 3 has neither a text nor a title; its fields are foo',
  ])
  expect(found.reports).toHaveLength(1)
})

test('a JSON Feed is a feed', async () => {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Site',
    items: [{ id: 1, url: 'http://x.org/1', title: 'A', content_text: 'B', date_published: '2025-05-28T10:00:00Z' }],
  }
  expect((await read(JSON.stringify(feed), 'feed')).reports[0]).toMatchObject({
    publisher: 'Site',
    format: 'text',
    body: 'B',
    url: 'http://x.org/1',
  })
})

test('broken JSON is told of', async () =>
  expect(codes(await read('{\n"title": "A",\n', 'a.json'))).toEqual(['invalid-json']))

test('the place of a record is not part of its id', async () => {
  const [a, b] = await Promise.all([read('{"title":"A"}', 'a.jsonl'), read('\n{"title":"A"}', 'b.jsonl')])
  expect(a.reports[0]?.id).toBe(b.reports[0]?.id)
  expect(b.reports[0]?.origin).toEqual({ file: 'b.jsonl', line: 2 })
})
