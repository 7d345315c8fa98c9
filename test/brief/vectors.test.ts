import { expect, test } from 'vitest'
import { agreed, cosine, dot, sumOf, termSpace, unit, type Vector } from '../../src/brief/vectors.ts'

function vector(weights: Readonly<Record<number, number>>): Vector {
  const ids = Object.keys(weights).map(Number)
  return { ids: Int32Array.from(ids), weights: Float64Array.from(ids, id => weights[id] ?? 0) }
}

function plain({ ids, weights }: Vector): Readonly<Record<number, number>> {
  return Object.fromEntries([...ids].map((id, i) => [id, Number((weights[i] ?? 0).toFixed(6))]))
}

const space = termSpace([
  ['talks', 'open', 'istanbul'],
  ['talks', 'end'],
  ['drones', 'hit', 'kyiv'],
])

test('a space numbers its terms and gives unit vectors', () => {
  expect(space.size).toBe(7)
  const { ids, weights } = space.vector(['istanbul', 'talks', 'unheard'])
  expect([...ids]).toEqual([0, 2])
  expect(Math.hypot(...weights)).toBeCloseTo(1, 12)
  expect(weights[1] ?? 0).toBeGreaterThan(weights[0] ?? 0)
})

test('a term that stands twice weighs 1 + ln 2', () => {
  const [once, twice] = [space.vector(['open', 'end']), space.vector(['open', 'open', 'end'])]
  expect((twice.weights[0] ?? 0) / (twice.weights[1] ?? 1)).toBeCloseTo(1 + Math.log(2), 12)
  expect((once.weights[0] ?? 0) / (once.weights[1] ?? 1)).toBeCloseTo(1, 12)
})

test('unknown terms make an empty vector, which is like nothing', () => {
  const empty = space.vector(['unheard'])
  expect(empty.ids).toHaveLength(0)
  expect(cosine(empty, space.vector(['talks']))).toBe(0)
  expect(plain(unit(empty))).toEqual({})
})

test('a term of every text weighs next to nothing, never less', () => {
  const two = termSpace([
    ['a', 'b'],
    ['a', 'c'],
  ])
  const { weights } = two.vector(['a', 'b'])
  expect(weights[0]).toBeGreaterThanOrEqual(0)
  expect(weights[0]).toBeLessThan(weights[1] ?? 0)
})

test('dot and cosine', () => {
  expect(dot(vector({ 1: 2, 3: 1 }), vector({ 0: 5, 1: 3, 2: 7 }))).toBe(6)
  expect(cosine(vector({ 1: 2 }), vector({ 1: 5 }))).toBe(1)
  expect(cosine(vector({ 1: 2 }), vector({ 2: 5 }))).toBe(0)
})

test('a sum has the terms of all, in order', () => {
  expect(plain(sumOf([vector({ 4: 1 }), vector({ 1: 2, 4: 1 })]))).toEqual({ 1: 2, 4: 2 })
  expect([...sumOf([vector({ 9: 1 }), vector({ 2: 1 })]).ids]).toEqual([2, 9])
  expect(plain(sumOf([]))).toEqual({})
})

test('what two views agree on: the mean over the terms of both', () => {
  expect(plain(agreed(vector({ 0: 0.6, 1: 0.8 }), vector({ 1: 0.4, 2: 0.9 })))).toEqual({ 1: 1 })
  expect(plain(agreed(vector({ 0: 1, 1: 3 }), vector({ 0: 5, 1: 5 })))).toEqual({ 0: 0.6, 1: 0.8 })
  expect(plain(agreed(vector({ 0: 1 }), vector({ 1: 1 })))).toEqual({})
})
