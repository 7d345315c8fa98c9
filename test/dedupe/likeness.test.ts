import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isCopy, likeness, profile } from '../../src/dedupe/likeness.ts'
import { interner } from '../../src/dedupe/words.ts'

function compare(a: string, b: string) {
  const intern = interner()
  return likeness(profile(intern(a)), profile(intern(b)))
}

describe('likeness', () => {
  test.each([
    [
      'one two three four five six',
      'One, two: three – four. Five “six”!',
      { containment: 1, run: 6, shorter: 6, longer: 6 },
    ],
    ['a b c d e f', 'x a b c d e f y', { containment: 1, run: 6, shorter: 6, longer: 8 }],
    ['a b c d e x y z', 'a b c d e f g h', { containment: 0.25, run: 5, shorter: 8, longer: 8 }],
    ['a b c d', 'a b c d', { containment: 0, run: 0, shorter: 4, longer: 4 }],
    ['a b c d e', 'f g h i j', { containment: 0, run: 0, shorter: 5, longer: 5 }],
    ['', 'a b c d e', { containment: 0, run: 0, shorter: 0, longer: 5 }],
    ['a a a a a a a a', 'a a a a a a', { containment: 1, run: 6, shorter: 6, longer: 8 }],
  ])('%s / %s', (a, b, expected) => expect(compare(a, b)).toEqual(expected))

  const text = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 30 }).map(words => words.join(' '))
  test('is the same both ways where the lengths differ, and whole with itself', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        if (a.length !== b.length) expect(compare(a, b)).toEqual(compare(b, a))
        const own = compare(a, a)
        expect(own.containment).toBe(own.shorter < 5 ? 0 : 1)
      }),
    )
  })
})

describe('isCopy', () => {
  const of = (containment: number, run: number, shorter = 100, longer = 200) => ({ containment, run, shorter, longer })
  test.each([
    ['half, a long run', of(0.5, 12), false, true],
    ['half, no long run', of(0.5, 11), true, false],
    ['a third, a long run', of(0.3, 12), false, false],
    ['a third, a long run, one agency', of(0.3, 12), true, true],
    ['a third, a very long run', of(0.3, 25), false, true],
    ['a very long run, little else', of(0.29, 40), true, false],
    ['a short text with the same words', of(1, 8, 8, 8), false, true],
    ['a short text inside a long one', of(1, 8, 8, 200), true, false],
  ])('%s', (_, found, credited, expected) => expect(isCopy(found, credited)).toBe(expected))
})
