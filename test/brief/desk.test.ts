import { expect, test } from 'vitest'
import { likest, print, sidesIn } from '../../src/brief/desk.ts'
import type { Candidate } from '../../src/brief/material.ts'
import { CRISIS, crisisReport } from '../help/crisis.ts'
import { deskOf } from '../help/desk.ts'

const textOf = ({ doc, sentence }: Candidate) => doc.article.text.slice(sentence.span.start, sentence.span.end)
const desk = deskOf([
  ...CRISIS,
  crisisReport(
    'z.org',
    '2025-05-28',
    'A flood far away',
    'A flood closed the harbour of a town in Germany on Tuesday.',
  ),
])
function find(words: string): Candidate {
  const found = desk.all.find(candidate => textOf(candidate).includes(words))
  if (!found) throw new Error(`no sentence with "${words}"`)
  return found
}

test('a sentence that names no side of the topic is there, but not fit for the page', () => {
  expect(desk.fit).not.toContain(find('A flood closed'))
  expect(desk.fit).toContain(find('EUR 5 billion'))
  expect([sidesIn(desk, find('A flood closed')), sidesIn(desk, find('Russia proposed'))]).toEqual([0, 2])
})

test('what says the same as a sentence on the page is as like it as can be, what tells another story hardly', () => {
  const [hold, propose, package_] = ['will hold a second', 'Russia proposed', 'EUR 5 billion'].map(find) as [
    Candidate,
    Candidate,
    Candidate,
  ]
  expect(likest(desk, hold, [hold])).toBe(1)
  expect(likest(desk, propose, [package_, hold])).toBe(
    Math.max(...[package_, hold].map(one => likest(desk, propose, [one]))),
  )
  expect(likest(desk, propose, [hold])).toBeGreaterThan(0.3)
  expect(likest(desk, package_, [hold])).toBeLessThan(0.2)
  expect(likest(desk, package_, [])).toBe(0)
})

test('the focus is what the newest reports open with', () => {
  const [old, new_] = [find('14 missiles'), find('second round of talks')]
  expect(desk.likeness.toMiddle(new_, desk.focus)).toBeGreaterThan(desk.likeness.toMiddle(old, desk.focus))
  const early = deskOf(CRISIS.slice(4, 6), '2025-05-24')
  const [first] = early.all
  expect(first && early.likeness.toMiddle(first, early.focus)).toBeGreaterThan(0.5)
})

test('a printed sentence has the receipts of the reports that tell the same, and their origins', () => {
  const proposed = find('Russia proposed')
  const sentence = print(desk, proposed)
  expect(sentence.lineages).toBe(desk.origins(proposed))
  const behind = new Set(sentence.evidence.map(({ article }) => article))
  expect([...behind]).toEqual([proposed, ...desk.support(proposed)].map(({ doc }) => doc.article.id))
})
