import { expect, test } from 'vitest'
import { orderKeys } from '../../src/publish/order.ts'
import { fixture } from './fixture.ts'

/** Every object with its keys the other way round. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, key === 'versions' ? inner : reversed(inner)]),
  )
}

test('the order of keys does not depend on how the briefing was built', () => {
  const other = reversed(fixture()) as ReturnType<typeof fixture>
  expect(JSON.stringify(other)).not.toBe(JSON.stringify(fixture()))
  expect(JSON.stringify(orderKeys(other))).toBe(JSON.stringify(orderKeys(fixture())))
})

test('no field is lost', () => {
  expect(orderKeys(fixture())).toEqual(fixture())
})

test('keys without a value are left out', () => {
  const { topic } = orderKeys({ ...fixture(), topic: { words: 'x', actors: [], any: [] } }) as { topic: object }
  expect(Object.keys(topic)).toEqual(['words', 'actors', 'any'])
})
