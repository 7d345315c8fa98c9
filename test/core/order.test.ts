import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { byText, groupBy } from '../../src/core/order.ts'

describe('byText', () => {
  test('orders by code units, as no locale does', () => {
    expect(['ä', 'z', 'Z', 'a', 'ı', 'i', 'I', ''].sort(byText)).toEqual(['', 'I', 'Z', 'a', 'i', 'z', 'ä', 'ı'])
  })
  test('is a total order: equal only when the same, turned round when swapped', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        (a, b) => (byText(a, b) === 0) === (a === b) && byText(a, b) + byText(b, a) === 0,
      ),
    )
  })
  test('any order of the same texts sorts to the same list', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), list => {
        expect([...list].reverse().sort(byText)).toEqual([...list].sort(byText))
      }),
    )
  })
})

describe('groupBy', () => {
  test('keeps keys in order of first appearance, items in order of arrival', () => {
    const groups = groupBy(['pear', 'fig', 'plum', 'apple', 'fennel'], word => word[0])
    expect([...groups]).toEqual([
      ['p', ['pear', 'plum']],
      ['f', ['fig', 'fennel']],
      ['a', ['apple']],
    ])
    expect(groupBy([], String).size).toBe(0)
  })
  test('loses nothing and invents nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 })), list => {
        const groups = groupBy(list, n => n % 3)
        expect([...groups.values()].flat().sort()).toEqual([...list].sort())
        for (const [key, group] of groups) expect(group.every(n => n % 3 === key)).toBe(true)
      }),
    )
  })
})
