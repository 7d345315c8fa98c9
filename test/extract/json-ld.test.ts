import { expect, test } from 'vitest'
import { parsePage } from '../../src/extract/dom.ts'
import { readJsonLd } from '../../src/extract/json-ld.ts'

const read = (...scripts: string[]) =>
  readJsonLd(
    parsePage(
      `<html><head>${scripts.map(s => `<script type="application/ld+json">${s}</script>`).join('')}</head><body></body></html>`,
    ),
  )
const article = {
  '@type': 'NewsArticle',
  headline: 'H',
  datePublished: '2025-05-28',
  author: [{ name: 'A' }, { name: 'B' }],
  publisher: { name: 'P' },
}
const expected = { title: 'H', published: '2025-05-28', byline: 'A, B', site: 'P' }

test.each([
  ['an article', [JSON.stringify(article)]],
  ['a list', [JSON.stringify([{ '@type': 'WebSite' }, article])]],
  ['a graph', [JSON.stringify({ '@graph': [{ '@type': 'Person', name: 'X' }, article] })]],
  ['behind a broken script', ['{broken', JSON.stringify(article)]],
  ['several types', [JSON.stringify({ ...article, '@type': ['Thing', 'BlogPosting'] })]],
])('%s', (_, scripts) => expect(read(...scripts)).toEqual(expected))

test('nothing where there is no article', () =>
  expect(read('{"@type":"Organization","name":"X"}', '7', 'null')).toEqual({}))
test('deep data end', () => expect(read(`${'['.repeat(5000)}${']'.repeat(5000)}`)).toEqual({}))
test('authors as texts, not addresses', () =>
  expect(read(JSON.stringify({ '@type': 'Article', author: ['A', 'https://x.org/a'] }))).toEqual({ byline: 'A' }))
