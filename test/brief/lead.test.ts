import { expect, test } from 'vitest'
import { chooseLead, newsScore } from '../../src/brief/lead.ts'
import { CRISIS } from '../help/crisis.ts'
import { deskOf } from '../help/desk.ts'

const desk = deskOf(CRISIS)
const textOf = (c: ReturnType<typeof chooseLead>[number]) =>
  c.doc.article.text.slice(c.sentence.span.start, c.sentence.span.end)

test('the lead has the newest events of different reports, the best supported first', () => {
  const lead = chooseLead(desk)
  expect(lead[0] && textOf(lead[0])).toMatch(/second round of talks/u)
  expect(lead.map(textOf).some(text => text.includes('EUR 5 billion'))).toBe(true)
  expect(new Set(lead.map(c => c.doc)).size).toBe(lead.length)
  expect(lead.length).toBeGreaterThanOrEqual(3)
  expect(lead.length).toBeLessThanOrEqual(5)
})

test('nothing older than two days stands in the lead, and it says nothing twice', () => {
  const lead = chooseLead(desk)
  expect(lead.every(c => c.published >= '2025-05-27')).toBe(true)
  expect(lead.filter(c => textOf(c).includes('second round'))).toHaveLength(1)
})

test('as of an earlier day the lead is another', () => {
  const lead = chooseLead(
    deskOf(
      CRISIS.filter(doc => (doc.article.published?.value ?? '') <= '2025-05-24'),
      '2025-05-24',
    ),
  )
  expect(lead.map(textOf).every(text => text.includes('missiles'))).toBe(true)
})

test('support raises the score of the same sentence', () => {
  const [first] = desk.all
  const alone = first && deskOf([first.doc])
  const lonely = alone?.all[0]
  expect(first && lonely && alone && newsScore(desk, first) > newsScore({ ...alone, focus: desk.focus }, lonely)).toBe(
    true,
  )
})
