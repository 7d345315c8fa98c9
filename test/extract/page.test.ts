import { describe, expect, test } from 'vitest'
import { readFragment, readPage, roughText } from '../../src/extract/page.ts'

const prose = (name: string) =>
  `${name} said on Wednesday that the talks, which began last week, would go on until both sides agree on a text.`
const page = `<!doctype html><html lang="en"><head><title>Talks go on, minister says | The Example</title><meta property="og:site_name" content="The Example"><link rel="canonical" href="https://example.org/a"></head><body>
<nav><a href="/">Home</a><a href="/world">World</a></nav>
<article><h1>Talks go on, minister says</h1><p class="byline">By Jane Roe</p><p>28 May 2025</p>
<p>${prose('The minister')}</p><p>Share this article</p><p>${prose('A spokesman')}</p>
<div class="related-links"><a href="/b">Earlier talks failed in April</a> <a href="/c">Who sits at the table</a></div>
<p>${prose('The envoy')}</p><p>Sign up for our newsletter</p></article>
<aside class="sponsored"><a href="https://ads.example/x">Buy a very good watch</a></aside>
<footer>All rights reserved</footer></body></html>`

test('the article without what stands around it', () => {
  const found = readPage(page)
  expect(found.text).toBe([prose('The minister'), prose('A spokesman'), prose('The envoy')].join('\n\n'))
  expect(found.related).toEqual([
    { title: 'Earlier talks failed in April', url: 'https://example.org/b' },
    { title: 'Who sits at the table', url: 'https://example.org/c' },
  ])
  expect(found.promoted).toEqual([{ title: 'Buy a very good watch', url: 'https://ads.example/x' }])
  expect(found.metadata).toMatchObject({
    title: 'Talks go on, minister says',
    site: 'The Example',
    byline: 'By Jane Roe',
    lang: 'en',
    url: 'https://example.org/a',
  })
  expect(found.rough).toBe(false)
})

describe('fragments', () => {
  test.each([
    ['<p>One.</p><p>Two.</p>', 'One.\n\nTwo.'],
    ['Plain words &amp; more', 'Plain words & more'],
    ['<p>One.</p><p>Read more</p><p><a href="http://x.org/1">Another story here</a></p>', 'One.'],
    ['', ''],
  ])('%s', (html, text) => expect(readFragment(html).text).toBe(text))
})

test('a page too heavy for a tree keeps its text and its title', () => {
  const found = readPage(
    `<html><head><title>Heavy</title></head><body>${'<div>'.repeat(5000)}<p>Text.</p></body></html>`,
  )
  expect(found).toMatchObject({ rough: true, text: 'Text.', metadata: { title: 'Heavy' } })
  expect(roughText('<p>a</p><p>Share</p>')).toBe('a')
})

test('an empty page has no text', () => expect(readPage('<html><body></body></html>').text).toBe(''))
