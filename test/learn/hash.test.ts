import { describe, expect, it } from 'vitest'
import { hashText, mix } from '../../src/learn/hash.ts'
import { randomFrom, shuffled } from '../../src/learn/random.ts'

describe('hashText', () => {
  it('is FNV-1a', () => {
    expect(hashText('') >>> 0).toBe(0x811c9dc5)
    expect(hashText('a') >>> 0).toBe(0xe40c292c)
    expect(hashText('foobar') >>> 0).toBe(0xbf9cf968)
  })
  it('hashes a part as it hashes that part alone', () => {
    expect(hashText('Kyiv said', 0, 4)).toBe(hashText('Kyiv'))
  })
})

describe('mix', () => {
  it('minds the order', () => {
    expect(mix(1, 2)).not.toBe(mix(2, 1))
  })
  it('spreads small numbers over all bits', () => {
    const seen = new Set<number>()
    for (let a = 0; a < 300; a++) for (let b = 0; b < 300; b++) seen.add(mix(a, b))
    expect(seen.size).toBeGreaterThan(89_990)
  })
})

describe('randomFrom', () => {
  it('repeats for a seed and differs between seeds', () => {
    const first = Array.from({ length: 5 }, randomFrom(7))
    expect(Array.from({ length: 5 }, randomFrom(7))).toEqual(first)
    expect(Array.from({ length: 5 }, randomFrom(8))).not.toEqual(first)
    expect(first.every(value => value >= 0 && value < 1)).toBe(true)
  })
  it('shuffles: every number once', () => {
    const order = shuffled(100, randomFrom(3))
    expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, i) => i))
    expect([...order]).not.toEqual(Array.from({ length: 100 }, (_, i) => i))
  })
})
