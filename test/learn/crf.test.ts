import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CrfExample, mayFollow, stateCount, trainCrf } from '../../src/learn/crf.ts'
import { randomFrom, shuffled } from '../../src/learn/random.ts'
import { decoder } from '../../src/learn/viterbi.ts'

const STATES = stateCount(2)

/** All ways through the states that may follow each other. */
function paths(length: number, states: number): readonly (readonly number[])[] {
  let found: readonly (readonly number[])[] = [[]]
  for (let t = 0; t < length; t++)
    found = found.flatMap(path =>
      Array.from({ length: states }, (_, y) => y)
        .filter(y => mayFollow(path.at(-1) ?? -1, y))
        .map(y => [...path, y]),
    )
  return found.filter(path => mayFollow(path.at(-1) ?? -1, -1))
}

describe('mayFollow', () => {
  it('opens and closes spans of one type', () => {
    // Of type 1: 1 Begin, 2 Inside, 3 Last, 4 Unit; of type 2: 5 to 8.
    expect([mayFollow(1, 3), mayFollow(1, 2), mayFollow(2, 3)]).toEqual([true, true, true])
    expect([mayFollow(1, 7), mayFollow(1, 0), mayFollow(0, 3), mayFollow(1, -1), mayFollow(-1, 2)]).toEqual([
      false,
      false,
      false,
      false,
      false,
    ])
    expect([mayFollow(3, 5), mayFollow(4, 0), mayFollow(-1, 8), mayFollow(8, -1)]).toEqual([true, true, true, true])
  })
})

describe('decoder', () => {
  it('finds the best of all legal paths', () => {
    const score = fc.integer({ min: -50, max: 50 })
    fc.assert(
      fc.property(
        fc.array(score, { minLength: STATES * 4, maxLength: STATES * 4 }),
        fc.array(score, { minLength: STATES * STATES, maxLength: STATES * STATES }),
        (scores, transitions) => {
          const worth = (path: readonly number[]) =>
            path.reduce(
              (sum, y, t) =>
                sum + (scores[t * STATES + y] ?? 0) + (t > 0 ? (transitions[(path[t - 1] ?? 0) * STATES + y] ?? 0) : 0),
              0,
            )
          const path = new Uint8Array(4)
          decoder(Int32Array.from(transitions), STATES).best(Int32Array.from(scores), 4, path)
          expect(worth([...path])).toBe(Math.max(...paths(4, STATES).map(worth)))
        },
      ),
      { numRuns: 40 },
    )
  })
})

/** A sentence whose words have one feature each; `labels` −1 leaves a word open. */
function example(words: readonly number[], labels: readonly number[]): CrfExample {
  const allowed = new Uint8Array(words.length * STATES)
  labels.forEach((label, i) => {
    if (label === -1) allowed.fill(1, i * STATES, (i + 1) * STATES)
    else allowed[i * STATES + label] = 1
  })
  const start = Int32Array.from({ length: words.length + 1 }, (_, i) => i)
  return { features: Int32Array.from(words), start, allowed, weight: 1 }
}

function train(examples: readonly CrfExample[], losses: number[] = []) {
  const random = randomFrom(1)
  return trainCrf(examples, {
    states: STATES,
    passes: 60,
    rate: 0.2,
    dropout: 0,
    least: 1,
    order: () => shuffled(examples.length, random),
    random,
    watch: (_, loss) => losses.push(loss),
  })
}

function decode({ rows, transitions }: ReturnType<typeof train>, words: readonly number[]): number[] {
  const scores = new Int32Array(words.length * STATES)
  words.forEach((word, i) => {
    const row = rows.find(({ hash }) => hash === word)?.row
    for (let y = 0; y < STATES; y++) scores[i * STATES + y] = Math.round((row?.[y] ?? 0) * 1000)
  })
  const path = new Uint8Array(words.length)
  decoder(
    Int32Array.from(transitions, weight => Math.round(weight * 1000)),
    STATES,
  ).best(scores, words.length, path)
  return [...path]
}

describe('trainCrf', () => {
  // 10 "Bank", 11 "of", 12 "Russia", 20 "in", 21 "said".
  const examples = [example([10, 11, 12, 21], [1, 2, 3, 0]), example([20, 12, 21], [0, 8, 0])]

  it('learns words in their company, and its loss falls', () => {
    const losses: number[] = []
    const model = train(examples, losses)
    expect(decode(model, [10, 11, 12, 21])).toEqual([1, 2, 3, 0])
    expect(decode(model, [20, 12, 21])).toEqual([0, 8, 0])
    expect(losses.at(-1)).toBeLessThan((losses[0] ?? 0) / 10)
  })
  it('fills in what labels leave open', () => {
    const model = train([...examples, example([20, 12, 21], [0, -1, 0]), example([20, 30, 21], [0, 8, 0])])
    expect(decode(model, [20, 12, 21])).toEqual([0, 8, 0])
  })
  it('gives the same model again', () => {
    expect(train(examples).transitions).toEqual(train(examples).transitions)
  })
})
