import { expect, test } from 'vitest'
import { articleId, textId } from '../../src/core/article.ts'
import type { Stamp } from '../../src/core/types.ts'

const published: Stamp = { value: '2025-05-28', precision: 'day', certainty: 'stated', by: 'test/stamp' }
const base = { url: 'https://example.org/1', publisher: 'example.org', title: 'Talks resume', published }
const id = articleId(base, textId('The talks resume.'))

test('the same content has the same id, whoever says how the time was read', () => {
  const other = { ...base, published: { ...published, by: 'test/other' } }
  expect(articleId(other, textId('The talks resume.'))).toBe(id)
})

test('another address, outlet, title, time or text is another article', () => {
  const { url: _url, ...noAddress } = base
  const { published: _published, ...noTime } = base
  const others = [
    articleId({ ...base, url: 'https://example.org/2' }, textId('The talks resume.')),
    articleId({ ...base, publisher: 'example.net' }, textId('The talks resume.')),
    articleId({ ...base, title: 'Talks end' }, textId('The talks resume.')),
    articleId({ ...base, published: { ...published, value: '2025-05-29' } }, textId('The talks resume.')),
    articleId(base, textId('The talks resume!')),
    articleId(noAddress, textId('The talks resume.')),
    articleId(noTime, textId('The talks resume.')),
  ]
  expect(new Set([...others, id]).size).toBe(others.length + 1)
})
