import { describe, expect, test } from 'vitest'
import type { Sentence } from '../../src/core/briefing.ts'
import type { Markup } from '../../src/publish/markup.ts'
import { langAttribute, notes, pageOf, paragraph, sentenceHtml } from '../../src/publish/sentence.ts'
import { bodyOf } from './dom.ts'
import { at, fixture, whole } from './fixture.ts'

const page = pageOf(fixture())
const dom = (piece: Markup) => bodyOf(piece.markup)
const first = (sentences: readonly Sentence[]): Sentence => {
  const [sentence] = sentences
  if (!sentence) throw new Error('no sentence')
  return sentence
}

describe('a sentence', () => {
  test('carries its marks, each anchored where it first stands', () => {
    const body = dom(sentenceHtml(page, first(page.briefing.lead)))
    const marks = [...body.querySelectorAll('a.m')]
    expect(marks.map(mark => [mark.id, mark.getAttribute('href'), mark.getAttribute('aria-label')])).toEqual([
      ['m2', '#n2', 'receipt 2'],
      ['m3', '#n3', 'receipt 3'],
      ['m4', '#n4', 'receipt 4'],
    ])
    const expected = page.briefing.developments.find(entry => entry.when.edtf === '2031-05-20')
    const later = dom(sentenceHtml(page, first(expected?.sentences ?? [])))
    expect([...later.querySelectorAll('a.m')].map(mark => [mark.id, mark.textContent])).toEqual([['', '9']])
  })
  test('of one origin says so, others do not', () => {
    const words = page.briefing.lead.map(
      sentence => dom(sentenceHtml(page, sentence)).querySelector('.one .origin')?.textContent,
    )
    expect(words).toEqual([undefined, undefined, undefined, 'one origin'])
    expect(
      dom(sentenceHtml(page, whole('herald-1', 'Guard ships left'), { origins: false })).querySelector('.origin'),
    ).toBeNull()
  })
  test('in another language or direction says so', () => {
    const arabic = page.briefing.developments[4]?.sentences ?? []
    const body = dom(paragraph(page, first(arabic)))
    expect(body.querySelector('p')?.getAttribute('dir')).toBe('rtl')
    expect(body.querySelector('.t')?.getAttribute('lang')).toBe('ar')
    expect(dom(paragraph(page, first(page.briefing.lead))).querySelector('[lang], p[dir]')).toBeNull()
  })
})

describe('notes', () => {
  test('show as many as there is room for, the first of each sentence before others', () => {
    const items = [...dom(notes(page, page.briefing.lead)).querySelectorAll('li')]
    expect(items.map(item => [item.id, item.className])).toEqual([
      ['n2', ''],
      ['n3', 'more'],
      ['n4', 'more'],
      ['n5', ''],
      ['n6', 'more'],
      ['n7', ''],
      ['n8', 'more'],
      ['n9', 'more'],
      ['n10', ''],
    ])
  })
  test('give the passage, who says it, when, and a link to it', () => {
    const item = dom(notes(page, [first(page.briefing.lead)])).querySelector('#n3')
    expect(item?.textContent).toBe(
      '3 Estmar Tribune, 14\u00A0MayThe northern channel was opened to ferries on Tuesday for the first time since 11 March.',
    )
    expect(item?.querySelector('.from a[rel]')?.getAttribute('href')).toMatch(
      /^https:\/\/tribune\.example\/2031\/05\/14\/ferries-back#:~:text=The%20northern/u,
    )
  })
  test('show a bare value in its sentence', () => {
    const [entry] = page.briefing.disagreements
    const item = dom(notes(page, entry ? [entry.question] : [])).querySelector('blockquote')
    expect(item?.querySelector('q')?.textContent).toBe('14 ships')
    expect(item?.textContent).toContain('At Port Aldis, 14 ships were waiting')
  })
  test('are left out where nothing is new', () => {
    expect(notes(page, []).markup).toBe('')
  })
  test('say so when the briefing does not carry the report', () => {
    const lost = {
      ...whole('herald-1', 'Guard ships left'),
      evidence: [{ ...at('herald-1', 'Guard'), article: 'gone' }] as const,
    }
    const briefing = { ...fixture(), lead: [lost] }
    const text = dom(notes(pageOf(briefing), briefing.lead)).querySelector('li')?.textContent
    expect(text).toBe('2 publisher unknownpassage not carried')
  })
})

test.each([
  ['uk', ' lang="uk"'],
  ['pt-BR', ' lang="pt-BR"'],
  ['en', ''],
  ['und', ''],
  [undefined, ''],
  ['x"><b>', ''],
])('language %s', (lang, attribute) => {
  expect(langAttribute(lang).markup).toBe(attribute)
})
