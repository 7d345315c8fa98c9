import { describe, expect, test } from 'vitest'
import { splitFrontMatter } from '../../src/ingest/markdown.ts'
import { codes, read } from './help.ts'

test('front matter gives the fields, as written', async () => {
  const found = await read(
    "---\ntitle: 'Talks: day two'\npublished_time: 2022-05-27 17:23:06-04:00\ndate: '2022-05-27'\nauthor: [A, B]\nsource_url: https://x.org/a\nlang: en\n---\nBody **text**.\n",
    'a.md',
  )
  expect(found.reports[0]).toMatchObject({
    format: 'markdown',
    title: 'Talks: day two',
    published: '2022-05-27 17:23:06-04:00',
    byline: 'A, B',
    url: 'https://x.org/a',
    lang: 'en',
    body: 'Body **text**.\n',
  })
})

test('a first heading is the title where there is no other', async () => {
  expect((await read('# Head #\n\nText', 'a.md')).reports[0]).toMatchObject({ title: 'Head', body: '\n\nText' })
  expect((await read('---\ntitle: T\n---\n# Head\n\nText', 'a.md')).reports[0]).toMatchObject({
    title: 'T',
    body: '# Head\n\nText',
  })
})

test('broken front matter is told of and the text is kept', async () => {
  const found = await read('---\ntitle: "open\n---\nText', 'a.md')
  expect(codes(found)).toEqual(['invalid-front-matter'])
  expect(found.reports[0]?.body).toBe('Text')
})

describe('front matter', () => {
  test.each([
    ['---\na: 1\n---\nx', { a: '1' }, 'x', false],
    ['---\r\na: yes\r\n---\r\nx', { a: 'yes' }, 'x', false],
    ['no front', {}, 'no front', false],
    ['---\n- a\n---\nx', {}, 'x', true],
    ['---\na: &x [1]\nb: *x\n---\nx', {}, 'x', true],
  ])('%j', (source, fields, body, broken) => expect(splitFrontMatter(source)).toEqual({ fields, body, broken }))
})
