import { expect, test } from 'vitest'
import { isSome } from '../../src/core/some.ts'

test('a list with an item is some, an empty one is not', () => {
  expect(isSome([undefined])).toBe(true)
  expect(isSome([1, 2])).toBe(true)
  expect(isSome([])).toBe(false)
})
