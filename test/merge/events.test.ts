import { expect, test } from 'vitest'
import { merged, report } from '../help/merged.ts'

test('one happening in two reports is one event with two origins', () => {
  const { events } = merged([
    report('Russia attacked Ukraine.', 'a.org', '2025-05-24'),
    report('Russia attacks Ukraine again.', 'b.org', '2025-05-24'),
  ])
  expect(events.map(e => [e.type, e.claims.length, e.lineages])).toEqual([['ASSAULT', 2, 2]])
})

test.each([
  ['another day', 'Russia attacked Ukraine.', '2025-05-26'],
  ['other sides', 'Ukraine attacked Russia.', '2025-05-24'],
  ['denied', 'Russia did not attack Ukraine.', '2025-05-24'],
  ['planned', 'Russia will attack Ukraine.', '2025-05-24'],
  ['another kind', 'Russia accused Ukraine.', '2025-05-24'],
])('%s is another event', (_, text, day) => {
  expect(
    merged([report('Russia attacked Ukraine.', 'a.org', '2025-05-24'), report(text, 'b.org', day)]).events,
  ).toHaveLength(2)
})

test('the order of claims does not matter', () => {
  const docs = [
    report('Russia attacked Ukraine.', 'a.org', '2025-05-24'),
    report('Russia attacks Ukraine again.', 'b.org', '2025-05-24'),
    report('Russia accused Ukraine.', 'c.org', '2025-05-25'),
  ]
  expect(merged(docs).events).toEqual(merged([...docs].reverse()).events)
})

test('a claim that says less joins through what it shares with one, unless it contradicts another', () => {
  const { events } = merged([
    report('Russia attacked Ukraine.', 'a.org', '2025-05-24'),
    report('Russia attacked with bombs.', 'b.org', '2025-05-24'),
  ])
  expect(events.map(e => [e.claims.length, e.target.map(t => t.value.id)])).toEqual([[2, ['UKR']]])
})
