import { describe, expect, it } from 'vitest'
import { ModelFile } from '../../src/learn/container.ts'
import { mix } from '../../src/learn/hash.ts'
import { randomFrom } from '../../src/learn/random.ts'
import { addScores, type FeatureRow, freeze, readWeights, type Weights, weightArrays } from '../../src/learn/weights.ts'

function rowsOf(count: number, classes: number): readonly FeatureRow[] {
  const random = randomFrom(11)
  return Array.from({ length: count }, (_, i) => ({
    hash: mix(i, 99),
    row: Float32Array.from({ length: classes }, () => (random() < 0.5 ? 0 : random() * 2 - 1)),
  }))
}

function scoresOf(weights: Weights, hashes: readonly number[], classes: number): number[] {
  const scores = new Int32Array(classes)
  addScores(weights, Int32Array.from(hashes), hashes.length, scores)
  return [...scores]
}

describe.each([3, 17])('freeze with %i classes', classes => {
  const rows = rowsOf(500, classes)
  const weights = freeze(rows, classes)

  it('keeps differences between classes to within rounding', () => {
    const spread = classes <= 3 ? 2 : 1
    for (const { hash, row } of rows) {
      const scores = scoresOf(weights, [hash], classes)
      for (let c = 1; c < classes; c++) {
        const wanted = ((row[c] ?? 0) - (row[0] ?? 0)) * (127 / spread)
        expect(Math.abs((scores[c] ?? 0) - (scores[0] ?? 0) - wanted)).toBeLessThan(8)
      }
    }
  })
  it('adds up features', () => {
    const [one, two] = [rows[3]?.hash ?? 0, rows[4]?.hash ?? 0]
    const sum = scoresOf(weights, [one], classes).map((s, c) => s + (scoresOf(weights, [two], classes)[c] ?? 0))
    expect(scoresOf(weights, [one, two], classes)).toEqual(sum)
  })
  it('hardly ever takes an unknown feature for a known one', () => {
    const strangers = Array.from({ length: 2000 }, (_, i) => mix(i, 5555))
    const taken = strangers.filter(hash => scoresOf(weights, [hash], classes).some(score => score !== 0))
    expect(taken.length).toBeLessThan(20)
  })
  it('survives the way to disk and back', () => {
    const file = ModelFile.parse(new ModelFile({}, new Map(weightArrays('w', weights))).bytes(), 'x')
    const read = readWeights(file, 'w', classes)
    for (const { hash } of rows) expect(scoresOf(read, [hash], classes)).toEqual(scoresOf(weights, [hash], classes))
  })
})
