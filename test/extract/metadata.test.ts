import { describe, expect, test } from 'vitest'
import { parsePage } from '../../src/extract/dom.ts'
import { readMetadata } from '../../src/extract/metadata.ts'

const read = (head: string, body = '', html = '') =>
  readMetadata(parsePage(`<html ${html}><head>${head}</head><body>${body}</body></html>`))

describe('reads', () => {
  test.each([
    ['<meta property="og:title" content="A &amp; B"><title>C</title>', '', { title: 'A & B' }],
    ['<title>Talks resume in the capital | Site</title>', '', { title: 'Talks resume in the capital' }],
    ['<meta property="og:site_name" content="Site">', '', { site: 'Site' }],
    ['<meta name="author" content="Jane">', '', { byline: 'Jane' }],
    [
      '<meta property="article:author" content="https://x.org/j"><meta name="byl" content="By Jane">',
      '',
      { byline: 'By Jane' },
    ],
    ['<link rel="canonical" href="https://x.org/a">', '', { url: 'https://x.org/a' }],
    ['', '<h1>Only</h1>', { heading: 'Only' }],
    ['', '<h1>Site</h1><article><h1>Story</h1></article>', { heading: 'Story' }],
  ])('%s%s', (head, body, expected) => expect(read(head, body)).toMatchObject(expected))
})

describe('the publication time, surest first', () => {
  test.each([
    [
      '<meta property="article:published_time" content="2025-05-28T08:21:00+02:00">',
      '<time datetime="2025-01-01">',
      '2025-05-28T08:21:00+02:00',
      'extract/meta-date',
    ],
    [
      '<script type="application/ld+json">{"@type":"Article","datePublished":"2025-05-27"}</script><meta name="date" content="2025-05-28">',
      '',
      '2025-05-27',
      'extract/json-ld-date',
    ],
    ['', '<time datetime="2025-05-28T10:00:00Z">now</time>', '2025-05-28T10:00:00+00:00', 'extract/time-element'],
    ['', '<span class="publish-date">28 May 2025</span>', '2025-05-28', 'extract/visible-date'],
  ])('%s%s', (head, body, value, by) =>
    expect(read(head, body).published).toMatchObject({ value, by, certainty: 'stated' }),
  )
})

test('nothing is made up', () => expect(read('', '<p>28 May 2025</p>')).toEqual({}))
test('the language of the document', () => expect(read('', '', 'lang="uk"').lang).toBe('uk'))
test('a description in `headline` gives way to the name that the page title holds', () => {
  expect(
    read(
      '<title>Hermitian matrix - Site</title><script type="application/ld+json">{"@type":"Article","name":"Hermitian matrix","headline":"equal to its conjugate"}</script>',
    ).title,
  ).toBe('Hermitian matrix')
})
