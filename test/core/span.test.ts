import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bySpan, contains, isInside, overlaps, passage, type Span, within } from '../../src/core/span.ts'

const anySpan = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 12 }))
  .map(([start, length]) => ({ start, end: start + length }))
const items = fc.array(anySpan.map(span => ({ span }))).map(list => list.sort(bySpan))

describe('passage', () => {
  test('is the slice, in UTF-16 code units', () => {
    expect(passage('Умєров in İstanbul', { start: 10, end: 18 })).toBe('İstanbul')
    expect(passage('a😀b', { start: 1, end: 3 })).toBe('😀')
    expect(passage('ab', { start: 2, end: 2 })).toBe('')
  })
  test.each([
    { start: -1, end: 1 },
    { start: 2, end: 1 },
    { start: 0, end: 4 },
    { start: 0.5, end: 1 },
    { start: Number.NaN, end: 1 },
  ])('refuses $start–$end of three', span => {
    expect(isInside('abc', span)).toBe(false)
    expect(() => passage('abc', span)).toThrow(/outside a text of 3/u)
  })
  test('every span inside gives a text of its length', () => {
    fc.assert(
      fc.property(fc.string(), anySpan, (text, span) => {
        fc.pre(span.end <= text.length)
        return passage(text, span).length === span.end - span.start
      }),
    )
  })
})

test.each<readonly [Span, Span, boolean, boolean]>([
  [{ start: 0, end: 5 }, { start: 1, end: 4 }, true, true],
  [{ start: 0, end: 5 }, { start: 0, end: 5 }, true, true],
  [{ start: 0, end: 5 }, { start: 4, end: 6 }, false, true],
  [{ start: 0, end: 5 }, { start: 5, end: 6 }, false, false],
  [{ start: 2, end: 3 }, { start: 0, end: 9 }, false, true],
])('%o and %o: contains %s, overlaps %s', (outer, inner, inside, touching) => {
  expect(contains(outer, inner)).toBe(inside)
  expect(overlaps(outer, inner)).toBe(touching)
  expect(overlaps(inner, outer)).toBe(touching)
})

test('two spans overlap when they share a code unit', () => {
  fc.assert(
    fc.property(anySpan, anySpan, (a, b) => {
      fc.pre(a.start < a.end && b.start < b.end)
      const units = (span: Span) => Array.from({ length: span.end - span.start }, (_, i) => span.start + i)
      return overlaps(a, b) === units(a).some(unit => units(b).includes(unit))
    }),
  )
})

test('reading order puts the longer of two that start together first', () => {
  const order = [
    { start: 3, end: 4 },
    { start: 0, end: 2 },
    { start: 0, end: 9 },
  ].map(span => ({ span }))
  expect(order.sort(bySpan).map(({ span }) => `${span.start}-${span.end}`)).toEqual(['0-9', '0-2', '3-4'])
})

describe('within', () => {
  test('gives what filtering all would give, in the same order', () => {
    fc.assert(
      fc.property(items, anySpan, (list, outer) => {
        fc.pre(outer.start < outer.end)
        const plain = list.filter(({ span }) => contains(outer, span) && span.start < outer.end)
        expect(within(list, outer)).toEqual(plain)
      }),
    )
  })
  test('leaves out what crosses the border and what only touches it', () => {
    const list = [
      { start: 0, end: 3 },
      { start: 2, end: 6 },
      { start: 4, end: 5 },
      { start: 5, end: 8 },
      { start: 6, end: 6 },
    ].map(span => ({ span }))
    expect(within(list, { start: 2, end: 6 }).map(({ span }) => span.start)).toEqual([2, 4])
    expect(within([], { start: 0, end: 9 })).toEqual([])
  })
})
