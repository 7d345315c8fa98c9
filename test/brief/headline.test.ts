import { expect, test } from 'vitest'
import { chooseHeadline } from '../../src/brief/headline.ts'
import { chooseLead } from '../../src/brief/lead.ts'
import { briefed } from '../help/briefed.ts'
import { CRISIS, crisisReport } from '../help/crisis.ts'
import { deskOf } from '../help/desk.ts'

test('the headline is the whole title of a report of the first event', () => {
  const desk = deskOf(CRISIS)
  const headline = chooseHeadline(desk, chooseLead(desk))
  expect(headline?.form).toBe('title')
  expect(['Lavrov offers talks with Ukraine on June 2', 'Russia proposes second round of talks']).toContain(
    headline?.text,
  )
})

test('a question or a label is no headline', () => {
  const text = 'Russia proposed talks with Ukraine on a second round in Istanbul.'
  const desk = deskOf([
    crisisReport('a.org', '2025-05-28', 'Will they talk at last in June?', text),
    crisisReport('b.org', '2025-05-28', 'Russia proposes talks with Ukraine', text.replace('proposed', 'offered')),
  ])
  expect(chooseHeadline(desk, chooseLead(desk))?.text).toBe('Russia proposes talks with Ukraine')
})

test.each(['', 'Press Briefing of the Spokesperson, May 28'])(
  'where the title "%s" tells nothing, the sentence does',
  title => {
    const text = 'Russia proposed talks with Ukraine on a second round in Istanbul.'
    const docs = [crisisReport('a.org', '2025-05-28', title, text)]
    const desk = deskOf(docs)
    expect(chooseHeadline(desk, chooseLead(desk))?.text).toBe(text)
    const page = briefed(docs)
    expect(page.headline.map(sentence => sentence.text)).toEqual([text])
    expect(page.lead).toEqual([])
  },
)
