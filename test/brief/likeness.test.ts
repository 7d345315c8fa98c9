import { expect, test } from 'vitest'
import { CRISIS } from '../help/crisis.ts'
import { deskOf } from '../help/desk.ts'

const desk = deskOf(CRISIS)
const find = (words: string) => {
  const found = desk.all.find(c => c.doc.article.text.slice(c.sentence.span.start, c.sentence.span.end).includes(words))
  if (!found) throw new Error(`no sentence with "${words}"`)
  return found
}

test('likeness is 1 with itself, the same both ways, and lower the less is shared', () => {
  const [a, b, c] = [find('will hold a second'), find('proposed a second'), find('EUR 5 billion')]
  expect(desk.likeness.of(a, a)).toBeCloseTo(1, 10)
  expect(desk.likeness.of(a, b)).toBeCloseTo(desk.likeness.of(b, a), 12)
  expect(desk.likeness.of(a, b)).toBeGreaterThan(desk.likeness.of(a, c))
})

test('near finds the alike and leaves out the sentence itself', () => {
  const a = find('will hold a second')
  expect(desk.likeness.near(a, 0.2)).toContain(find('proposed a second'))
  expect(desk.likeness.near(a, 0.2)).not.toContain(a)
  expect(desk.likeness.near(a, 0.99)).toEqual([])
})

test('words are weighed like a sentence; the middle of one sentence is that sentence', () => {
  const a = find('will hold a second')
  expect(desk.likeness.toMiddle(a, desk.likeness.middle([a]))).toBeCloseTo(1, 10)
  expect(desk.likeness.toMiddle(a, desk.likeness.ofWords(['istanbul']))).toBeGreaterThan(0)
  expect(desk.likeness.toMiddle(a, desk.likeness.ofWords(['nowhere']))).toBe(0)
})
