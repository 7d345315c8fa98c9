import { describe, expect, test } from 'vitest'
import type { Report } from '../../src/core/types.ts'
import { extract } from '../../src/extract/index.ts'

const report = (fields: Partial<Report>): Report => ({
  id: 'r',
  format: 'text',
  body: 'BERLIN (AP) - Talks resumed on Wednesday, officials said, after a week without any word.',
  origin: { file: 'f.jsonl', line: 4 },
  ...fields,
})
const article = (fields: Partial<Report>) => extract(report(fields)).article

describe('what a record states', () => {
  test.each<[Partial<Report>, object]>([
    [
      { published: '2026-08-17T08:21:00+02:00' },
      {
        published: {
          value: '2026-08-17T08:21:00+02:00',
          precision: 'second',
          certainty: 'stated',
          by: 'extract/given-date',
        },
      },
    ],
    [
      { modified: '2025-05-29', fetched: '2025-05-30T01:02:03Z' },
      { modified: { value: '2025-05-29' }, known: { value: '2025-05-30T01:02:03+00:00' } },
    ],
    [{ url: 'https://www.example.org/a' }, { url: 'https://www.example.org/a', publisher: 'example.org' }],
    [{ publisher: 'The Example', url: 'https://example.org/a' }, { publisher: 'The Example' }],
    [{ title: 'Talks | The Example', publisher: 'The Example' }, { title: 'Talks' }],
    [{ byline: 'By Jane Roe' }, { byline: 'Jane Roe' }],
    [{ lang: 'en-gb' }, { lang: 'en-GB' }],
    [
      {},
      {
        lang: 'en',
        publisher: '',
        title: '',
        dateline: { place: 'BERLIN', span: { start: 0, end: 13 } },
        related: [],
        promoted: [],
      },
    ],
    [{ url: 'https://example.org/2025/05/28/a' }, { published: { value: '2025-05-28', certainty: 'implied' } }],
  ])('%j', (fields, expected) => expect(article(fields)).toMatchObject(expected))
})

test('plain text stays as it is', () =>
  expect(article({ body: '  a\r\n\tb & <c>  ' })?.text).toBe('  a\r\n\tb & <c>  '))
test('Markdown and fragments become paragraphs', () => {
  expect(article({ format: 'markdown', body: '# A\n*b*' })?.text).toBe('A\n\nb')
  expect(article({ format: 'fragment', body: '<p>a</p><p>b</p>' })?.text).toBe('a\n\nb')
})
test('the id follows the content, not the place', () => {
  expect(article({ origin: { file: 'other' } })?.id).toBe(article({})?.id)
  expect(article({ title: 'T' })?.id).not.toBe(article({})?.id)
})
test('a canonical address of another site is not believed', () => {
  const body =
    '<html><head><link rel="canonical" href="https://evil.example/x"></head><body><p>Text of the page.</p></body></html>'
  expect(article({ format: 'html', body, url: 'https://example.org/a' })?.url).toBe('https://example.org/a')
})
test('without a title and a text there is no article', () => {
  expect(extract(report({ body: ' ' }))).toEqual({
    notices: [
      {
        code: 'no-text',
        message: 'neither a title nor a text was found',
        cure: 'Check the page; it may need scripts to show its text.',
        file: 'f.jsonl',
        line: 4,
        report: 'r',
      },
    ],
  })
})
test('an unreadable date is told of', () =>
  expect(extract(report({ published: 'last week' })).notices.map(({ code }) => code)).toEqual(['unreadable-date']))
