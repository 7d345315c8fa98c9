import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { idOf } from '../../src/core/id.ts'

test('is the start of the SHA-256 of the parts, each after its length', () => {
  const full = createHash('sha256').update('2:ab;-;0:;').digest('hex')
  expect(idOf('ab', undefined, '')).toBe(full.slice(0, 16))
})

test('stays the same from one version to the next', () => {
  expect(idOf('https://example.org/1', 'Talks resume')).toBe('4f4b72ee8f1e7e76')
})

test('has 16 hexadecimal digits, whatever the parts', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.string(), { nil: undefined })), parts => /^[0-9a-f]{16}$/u.test(idOf(...parts))),
  )
})

test('parts do not run into each other, and a missing one is not an empty one', () => {
  const ids = [
    idOf('ab', 'c'),
    idOf('a', 'bc'),
    idOf('abc'),
    idOf('abc', ''),
    idOf('abc', undefined),
    idOf('', 'abc'),
    idOf('ab;1:c'),
    idOf(),
  ]
  expect(new Set(ids).size).toBe(ids.length)
})

test('other lists of parts have other ids', () => {
  const list = fc.array(fc.option(fc.string({ maxLength: 3 }), { nil: undefined }), { maxLength: 4 })
  fc.assert(
    fc.property(
      list,
      list,
      (a, b) => (idOf(...a) === idOf(...b)) === (a.length === b.length && a.every((part, i) => part === b[i])),
    ),
  )
})
