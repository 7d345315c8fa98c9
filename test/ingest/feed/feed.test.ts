import { expect, test } from 'vitest'
import { personOf, present } from '../../../src/ingest/feed/feed.ts'

test.each([
  ['Jane Roe (jane@x.org)', { name: 'Jane Roe', email: 'jane@x.org' }],
  ['jane@x.org (Jane Roe)', { name: 'Jane Roe', email: 'jane@x.org' }],
  ['Jane Roe <jane@x.org>', { name: 'Jane Roe', email: 'jane@x.org' }],
  ['jane@x.org', { email: 'jane@x.org' }],
  ['Jane Roe', { name: 'Jane Roe' }],
  ['', {}],
])('%s', (text, expected) => expect(personOf(text)).toEqual(expected))

test('absent and empty fields are left out', () =>
  expect(present({ a: '', b: undefined, c: 'x', d: 0 })).toEqual({ c: 'x', d: 0 }))
