import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { CHANGE_KINDS } from '../../src/core/briefing.ts'
import { CHANGES, changeLabel, changesLine, toHtml, toMarkdown } from '../../src/publish/index.ts'
import { fixture } from './fixture.ts'
import { changedFixture } from './fixture-changes.ts'

const page = parseHTML(toHtml(changedFixture())).document

test('the page has every kind of change under its name, and a link to them at the top', () => {
  const section = page.querySelector('#changed')
  expect(section?.querySelector('h2')?.textContent).toBe('What changed since 1 May 2031')
  const headings = [...(section?.querySelectorAll('h3') ?? [])].map(heading => heading.textContent)
  expect(headings).toEqual(CHANGE_KINDS.map(kind => `${CHANGES[kind]} 1`))
  expect(page.querySelector('header a[href="#changed"]')?.textContent).toBe('Since 1 May 2031')
})

test('every id is there once, and every link within the page leads somewhere', () => {
  const ids = [...page.querySelectorAll('[id]')].map(node => node.getAttribute('id'))
  expect(new Set(ids).size).toBe(ids.length)
  const links = [...page.querySelectorAll('a[href^="#"]')].map(node => node.getAttribute('href')?.slice(1))
  expect(links.filter(link => !ids.includes(link ?? ''))).toEqual([])
})

test('a sentence is shown with the number it has in the data, also where it is repeated', () => {
  const numbers = [...page.querySelectorAll('.s')].map(node => node.getAttribute('data-s'))
  expect(numbers).toEqual([...numbers.keys()].map(String))
})

test('what is gone is folded, what only the earlier page had is listed apart', () => {
  expect([...page.querySelectorAll('details.changes h3')].map(h => h.textContent)).toEqual([`${CHANGES.gone} 1`])
  expect(page.querySelector('#sources ol + p')?.textContent).toBe('Only in the briefing of 1 May 2031:')
  expect(toMarkdown(changedFixture())).toContain('### No longer on the page')
})

test('dates of a change', () => {
  const [change] = changedFixture().changes?.list ?? []
  if (!change) throw new Error('no change')
  expect(changeLabel(change, '2031-05-14')).toBe('November 2030, before: 1998')
  const { when: _, was: __, ...undated } = change
  expect(changeLabel({ ...undated, section: 'lead' }, '2031-05-14')).toBe('Lead')
})

test('all changes in a line', () => {
  expect(changesLine({ since: '2031-05-01', list: [], sources: [] })).toBe('no change')
  expect(changesLine({ since: '2031-05-01', list: changedFixture().changes?.list.slice(8) ?? [], sources: [] })).toBe(
    '2 changes (added: 1, no longer on the page: 1)',
  )
})

test('a page without an earlier one says nothing of changes', () => {
  expect(toHtml(fixture())).not.toContain('id="changed"')
  expect(toMarkdown(fixture())).not.toContain('What changed')
})
