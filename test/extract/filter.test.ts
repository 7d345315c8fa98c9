import { describe, expect, test } from 'vitest'
import type { Block } from '../../src/extract/blocks.ts'
import { filterBlocks, kindOf } from '../../src/extract/filter.ts'

const block = (text: string, url?: string): Block => ({
  kind: 'text',
  text,
  linked: url ? 1 : 0,
  links: url ? [{ title: text, url }] : [],
})

describe('furniture', () => {
  test.each([
    ['Share this article', 'share'],
    ['SIGN UP FOR OUR NEWSLETTER', 'subscribe'],
    ['Advertisement', 'promo'],
    ['Read also:', 'related'],
    ['Читайте також:', 'related'],
    ['© 2025 Example', 'legal'],
    ['Jane Roe/AFP/Getty Images', 'credit'],
    ['▸ Read more »', 'related'],
  ])('%s', (text, kind) => expect(kindOf(block(text))).toBe(kind))
})

describe('text', () => {
  test.each([
    'Share prices fell on Monday.',
    'Related companies were fined.',
    'Print media reported it first.',
    'He told Reuters.',
    'Read more slowly, he said, and think.',
    'Advertisements in the subway were torn down.',
    `Sign up for our ${'x '.repeat(200)}`,
  ])('%s', text => expect(kindOf(block(text))).toBeUndefined())
})

test('what needs a link is one only where it is linked', () => {
  expect(kindOf(block('Read more: Talks resume', 'http://x.org/1'))).toBe('related')
  expect(kindOf(block('Watch'))).toBeUndefined()
})

test('the links of lists are kept apart, the text behind them stays', () => {
  const found = filterBlocks([
    block('Text one.'),
    block('Related stories'),
    block('Other talks', 'http://x.org/1'),
    block('More talks', 'http://x.org/2'),
    block('Text two.'),
    block('A link alone', 'http://x.org/3'),
    block('Sponsored'),
    block('Buy this', 'http://x.org/4'),
  ])
  expect(found.kept.map(({ text }) => text)).toEqual(['Text one.', 'Text two.', 'A link alone'])
  expect(found.related.map(({ url }) => url)).toEqual(['http://x.org/1', 'http://x.org/2'])
  expect(found.promoted.map(({ url }) => url)).toEqual(['http://x.org/4'])
})
