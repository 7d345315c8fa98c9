import { expect, test } from 'vitest'
import { stalenessOf } from '../../../src/run/index.ts'
import type { SourceHealth } from '../../../src/store/index.ts'

const now = Date.parse('2025-06-02T08:00:00Z')
const feed: SourceHealth = {
  address: 'https://a.org/feed',
  kind: 'feed',
  failures: 0,
  asked: '2025-06-02T07:55:00.000Z',
  answered: '2025-06-02T07:55:00.000Z',
  next: '2025-06-02T08:10:00.000Z',
  newest: '2025-06-02T05:00:00.000Z',
  items: 12,
}

test.each<readonly [Partial<SourceHealth>, string, string]>([
  [{}, 'fresh', 'answered 5 minutes ago, newest 3 hours ago'],
  [
    { failures: 1, fault: 'it took too long' },
    'fresh',
    'answered 5 minutes ago, newest 3 hours ago; then it failed: it took too long',
  ],
  [
    { failures: 3, fault: 'the server answers 503' },
    'failing',
    'has not answered since 2025-06-02 07:55 UTC: the server answers 503',
  ],
  [{ next: '2025-06-01T08:00:00.000Z', asked: '2025-06-01T07:45:00.000Z' }, 'late', 'was last asked 24 hours ago'],
  [{ newest: '2025-05-30T07:00:00.000Z' }, 'silent', 'answers, but nothing new for 3 days'],
  [
    { newest: '2025-05-30T07:00:00.000Z', every: 1440, next: '2025-06-02T09:00:00.000Z' },
    'fresh',
    'answered 5 minutes ago, newest 3 days ago',
  ],
  [
    { stopped: 'it is gone for good (410)', failures: 9 },
    'stopped',
    'is not asked any more: it is gone for good (410)',
  ],
])('%j is %s', (change, state, words) => expect(stalenessOf({ ...feed, ...change }, now)).toEqual({ state, words }))

test('one that never answered, and one that was never asked', () => {
  const { answered: _, newest: __, items: ___, ...never } = feed
  expect(stalenessOf({ ...never, failures: 1, fault: 'its host is not known' }, now)).toEqual({
    state: 'failing',
    words: 'has never answered: its host is not known',
  })
  const { asked: ____, ...unasked } = never
  expect(stalenessOf(unasked, now)).toEqual({ state: 'late', words: 'has not been asked yet' })
  expect(stalenessOf({ ...never, answered: '2025-06-02T07:59:50.000Z' }, now).words).toBe(
    'answered less than a minute ago, nothing new yet',
  )
})
