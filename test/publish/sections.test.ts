import { describe, expect, test } from 'vitest'
import type { Briefing } from '../../src/core/briefing.ts'
import { prose, sections } from '../../src/publish/sections.ts'
import { pageOf } from '../../src/publish/sentence.ts'
import { bodyOf, texts as textsOf } from './dom.ts'
import { fixture } from './fixture.ts'

function section(id: string, briefing: Briefing = fixture()) {
  const found = sections(pageOf(briefing)).find(one => one.id === id)
  return bodyOf(found?.body.markup ?? '')
}

const texts = (root: ReturnType<typeof bodyOf>, selector: string) => textsOf(root.querySelectorAll(selector))

describe('statements', () => {
  const body = section('statements')
  test('are grouped by side', () => {
    expect(texts(body, 'h3.party')).toEqual(['Corvany', 'Estmar'])
  })
  test('say who, in which role, when and where', () => {
    expect(texts(body, '.label')).toEqual([
      'Tomas Reidl Corvan harbour minister 13 May, Port Aldis',
      'Ilse Varn Estmari foreign minister 14 May',
      'A harbour pilot',
    ])
  })
  test('give the words as a quotation', () => {
    expect(texts(body, 'blockquote .t')[0]).toBe(
      '“We open the door. We do not take it off its hinges,” Reidl told reporters on the quay.',
    )
  })
})

describe('places', () => {
  test('stand beside what was reported there, with their origins', () => {
    const body = section('where')
    expect(texts(body, '.label').slice(0, 2)).toEqual([
      'Halvar ProvinceCorvanyPort Aldis, Sorrel3 origins',
      'Sorrel2 origins',
    ])
    expect(texts(body, '.body .t')[0]).toBe('At Port Aldis, 14 ships were waiting for pilots on Wednesday.')
  })
})

describe('disagreements', () => {
  const body = section('disagree')
  test('put each value beside its sources', () => {
    expect(texts(body, '.readings .t')).toEqual(['14 ships', 'more than 30 ships'])
    expect(texts(body, '.who')).toEqual([
      'Estmar Public Broadcasting (14 May), Meridian News Agency (12 March) · 2 origins',
      'The Halvar Herald (14 May) · 1 origin',
    ])
  })
  test('do not say "one origin" of a question that several reports answer', () => {
    expect(texts(body, '.origin')).toEqual([])
  })
  test('name a source that is not listed as such', () => {
    const [entry] = fixture().disagreements
    if (!entry) throw new Error('no disagreement in the fixture')
    const [first] = entry.readings
    if (!first) throw new Error('no reading in the fixture')
    const lost = { ...entry, readings: [{ ...first, sources: ['gone'] as const }] }
    expect(texts(section('disagree', { ...fixture(), disagreements: [lost] }), '.who')).toEqual([
      'a report not listed · 2 origins',
    ])
  })
})

describe('related', () => {
  const body = section('related')
  test('promoted links say so', () => {
    expect(texts(body, '.links > li')).toEqual([
      'Grain prices climb as cargoes wait off Halvar',
      'Promoted Sail the islands this summer',
      'A notice that is no web address',
    ])
  })
  test('only web addresses are linked', () => {
    expect([...body.querySelectorAll('a')].map(a => a.getAttribute('href'))).toEqual([
      'https://tribune.example/markets/grain',
      'https://ads.example/sail?from=news',
    ])
    for (const link of body.querySelectorAll('a')) expect(link.getAttribute('rel')).toContain('noopener')
  })
})

describe('sources', () => {
  const body = section('sources')
  test('every report is listed, with its kin and its receipts', () => {
    const items = texts(body, '.sources > li')
    expect(items.length).toBe(fixture().sources.length)
    expect(items[0]).toBe(
      'Corvany closes channel after pilot launch is rammed Meridian News Agency · 12 March 2031 · receipts 12, 18 · same origin as source 2',
    )
    expect(items[1]).toBe(
      'Channel closed after launch is rammed Coast Daily · 12 March 2031 · not cited · same origin as source 1',
    )
  })
  test('a report without a title, publisher or web address is still shown', () => {
    const [first] = fixture().sources
    if (!first) throw new Error('no source in the fixture')
    const briefing = {
      ...fixture(),
      sources: [{ ...first, title: '', publisher: '', url: 'ftp://x.example', lang: '"><x' }],
    }
    expect(texts(section('sources', briefing), '.sources > li')).toEqual([
      'untitled publisher unknown · 12 March 2031 · ftp://x.example · receipts 12, 18',
    ])
  })
})

test('prose gives a paragraph a sentence', () => {
  const page = pageOf(fixture())
  const body = bodyOf(prose(page, page.briefing.lead).markup)
  expect(body.querySelectorAll('.row > .body > p').length).toBe(fixture().lead.length)
})
