import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addressKey } from '../../src/dedupe/address.ts'
import { bodyOf, withoutQuotes } from '../../src/dedupe/body.ts'
import { unions } from '../../src/dedupe/unions.ts'
import { interner, shingles } from '../../src/dedupe/words.ts'

describe('addressKey', () => {
  test.each([
    ['https://www.Paper.example/a/b/', 'paper.example/a/b'],
    ['http://paper.example/a/b#part', 'paper.example/a/b'],
    ['https://paper.example/a?utm_source=x&id=5&fbclid=y', 'paper.example/a?id=5'],
    ['https://paper.example/?p=12', 'paper.example?p=12'],
    ['https://paper.example/Über', 'paper.example/%C3%9Cber'],
    ['https://paper.example', undefined],
    ['https://paper.example/?utm_medium=feed', undefined],
    ['page 3', undefined],
  ])('%s', (address, key) => expect(addressKey(address)).toBe(key))
})

describe('bodyOf', () => {
  const title = 'Dam holds'
  test.each([
    ['Rain fell all night in Orlin.', undefined, 'Rain fell all night in Orlin.'],
    [
      'ORLIN - Rain fell all night there.',
      { place: 'Orlin', span: { start: 0, end: 7 } },
      'Rain fell all night there.',
    ],
    ['Read more.', undefined, 'Dam holds\nRead more.'],
    ['', undefined, 'Dam holds'],
  ])('%s', (text, dateline, body) => expect(bodyOf({ title, text, ...(dateline ? { dateline } : {}) })).toBe(body))
})

describe('withoutQuotes', () => {
  test.each([
    ['He said “we go” and went.', 'He said   and went.'],
    ['"We go," he said, ("now").', '  he said, ( ).'],
    ['a 5" pipe and a 6" pipe', 'a 5" pipe and a 6" pipe'],
    ['“not closed\nby the end of the line', '“not closed\nby the end of the line'],
  ])('%s', (text, bare) => expect(withoutQuotes(text)).toBe(bare))
})

describe('words', () => {
  test('the same word is the same number, whatever its case and what stands around it', () => {
    const intern = interner()
    expect(intern('Gates, GATES: “gates”')).toEqual(Uint32Array.of(1, 1, 1))
    expect(intern('a gate of gates in 1997')).toEqual(Uint32Array.of(2, 3, 4, 1, 5, 6))
    expect(intern('…')).toEqual(new Uint32Array())
  })
  test('a hash for each place where a run begins, by its words alone', () => {
    const found = shingles(Uint32Array.of(1, 2, 3, 9, 1, 2, 3), 3)
    expect(found).toHaveLength(5)
    expect(found[0]).toBe(found[4])
    expect(new Set(found).size).toBe(4)
    expect(shingles(Uint32Array.of(3, 2, 1), 3)[0]).not.toBe(found[0])
    expect(shingles(Uint32Array.of(1, 2), 3)).toHaveLength(0)
  })
})

test('unions: the joined are together, in order', () => {
  const pair = fc.tuple(fc.nat(19), fc.nat(19))
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 25 }), pairs => {
      const sets = unions(20)
      for (const [a, b] of pairs) sets.join(a, b)
      const lists = sets.lists()
      expect(lists.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i))
      for (const list of lists) expect([...list].sort((a, b) => a - b)).toEqual(list)
      for (const [a, b] of pairs)
        expect(sets.same(a, b) && lists.some(list => list.includes(a) && list.includes(b))).toBe(true)
      for (const one of lists)
        for (const other of lists) expect(sets.same(one[0] ?? 0, other[0] ?? 0)).toBe(one === other)
    }),
  )
  expect(unions(3).lists()).toEqual([[0], [1], [2]])
})
