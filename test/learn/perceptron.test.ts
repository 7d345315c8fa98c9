import { describe, expect, it } from 'vitest'
import { Perceptron } from '../../src/learn/perceptron.ts'
import { addScores, freeze } from '../../src/learn/weights.ts'

/** Class 0 has feature 1, class 1 feature 2, class 2 both; feature 9 says nothing. */
const EXAMPLES = [
  { features: Int32Array.of(1, 9), label: 0 },
  { features: Int32Array.of(2, 9), label: 1 },
  { features: Int32Array.of(1, 2, 3, 9), label: 2 },
]

function trained(): Perceptron {
  const learner = new Perceptron(3)
  const scores = new Float64Array(3)
  for (let pass = 0; pass < 20; pass++)
    for (const { features, label } of EXAMPLES) {
      learner.tick()
      learner.score(features, features.length, scores)
      const best = scores.indexOf(Math.max(...scores))
      if (best !== label) learner.update(features, features.length, label, best)
    }
  return learner
}

describe('Perceptron', () => {
  it('learns what can be told apart, and keeps it when averaged and frozen', () => {
    const weights = freeze(trained().averaged(1), 3)
    for (const { features, label } of EXAMPLES) {
      const scores = new Int32Array(3)
      addScores(weights, features, features.length, scores)
      expect(scores.indexOf(Math.max(...scores))).toBe(label)
    }
  })
  it('averages over time: a weight set late counts little', () => {
    const learner = new Perceptron(2)
    for (let i = 0; i < 9; i++) learner.tick()
    learner.update(Int32Array.of(7), 1, 1, 0)
    const [row] = learner.averaged(1)
    expect(row?.hash).toBe(7)
    expect([...(row?.row ?? [])].map(weight => Math.abs(weight))).toEqual([0, 0])
    for (let i = 0; i < 10; i++) learner.tick()
    const half = learner.averaged(1)[0]?.row[1] ?? 0
    expect(half).toBeCloseTo(0.5)
  })
  it('drops features that were corrected too rarely', () => {
    const learner = new Perceptron(2)
    learner.update(Int32Array.of(1, 2), 2, 0, 1)
    learner.update(Int32Array.of(2), 1, 0, 1)
    expect(learner.averaged(2).map(({ hash }) => hash)).toEqual([2])
  })
  it('grows with many features', () => {
    const learner = new Perceptron(2)
    for (let i = 0; i < 60_000; i++) learner.update(Int32Array.of(i * 7919), 1, i % 2, 1 - (i % 2))
    const scores = new Float64Array(2)
    learner.score(Int32Array.of(7919 * 12_345), 1, scores)
    expect([...scores]).toEqual([-1, 1])
    expect(learner.averaged(1)).toHaveLength(60_000)
  })
})
