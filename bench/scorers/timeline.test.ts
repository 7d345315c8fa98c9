import { expect, test } from 'vitest'
import type { RougeWords } from './rouge.ts'
import { meanScore, scoreTimeline, timelineOf } from './timeline.ts'

const words: RougeWords = { stop: new Set(['the']), exceptions: new Map() }
const score = (p: [string, string[]][], g: [string, string[]][]) => scoreTimeline(timelineOf(p), timelineOf(g), words)

test('a timeline that is the gold one scores 1 everywhere', () => {
  const gold: [string, string[]][] = [
    ['2025-05-16', ['Talks open in Istanbul .']],
    ['2025-05-25', ['Drones hit the capital .', 'Three die .']],
  ]
  const { ar1, ar2, date } = score(gold, gold)
  expect([ar1.f, ar2.f, date.f]).toEqual([1, 1, 1])
})

test('a match one day off is worth half, and its day is wrong', () => {
  const { ar1, ar2, date } = score(
    [['2025-05-17', ['Talks open in Istanbul .']]],
    [['2025-05-16', ['Talks open in Istanbul .']]],
  )
  expect(ar1).toEqual({ precision: 0.5, recall: 0.5, f: 0.5 })
  expect(ar2.f).toBe(0.5)
  expect(date.f).toBe(0)
})

test('each predicted day takes the gold day that is nearest in time and words', () => {
  const { ar1 } = score(
    [['2025-05-18', ['drones hit harbour']]],
    [
      ['2025-05-17', ['grain prices fall']],
      ['2025-05-20', ['drones hit harbour']],
    ],
  )
  // cost 1/2 × 1 for the 17th, 2/3 × 0 for the 20th; three of three words, two days off; the 17th finds none of its own
  expect(ar1.precision).toBeCloseTo(1 / 3)
  expect(ar1.recall).toBeCloseTo(1 / 3 / 2)
})

test('of two equally near days the earlier is taken', () => {
  const { ar1 } = score(
    [['2025-05-18', ['x1 y1']]],
    [
      ['2025-05-19', ['x1 z1 . . . q1']],
      ['2025-05-17', ['x1 z2 . . . q2']],
    ],
  )
  expect(ar1.precision).toBeCloseTo(1 / 4)
})

test('n-grams run over the sentences of a day', () => {
  const { ar2 } = score([['2025-05-16', ['alpha', 'beta']]], [['2025-05-16', ['alpha beta']]])
  expect(ar2.f).toBe(1)
})

test('of a repeated day only the last entry counts', () => {
  const gold = timelineOf([
    ['2025-05-16', ['first words']],
    ['2025-05-16', ['second thing']],
  ])
  expect([...gold]).toEqual([['2025-05-16', ['second thing']]])
})

test('nothing predicted scores 0 and divides by nothing', () => {
  const { ar1, date } = score([], [['2025-05-16', ['Talks open .']]])
  expect([ar1.f, date.f]).toEqual([0, 0])
})

test('the mean F is made of mean precision and mean recall', () => {
  const mean = meanScore([
    { precision: 1, recall: 0, f: 0 },
    { precision: 0, recall: 1, f: 0 },
  ])
  expect(mean.f).toBe(0.5)
  expect(meanScore([]).f).toBe(0)
})
