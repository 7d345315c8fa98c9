import { beforeAll, describe, expect, test } from 'vitest'
import type { Article } from '../../../src/core/types.ts'
import { compare } from '../../../src/serve/views/article-compare.ts'
import { textOf } from '../../../src/serve/views/article-text.ts'
import { sharedDesk, type TestDesk } from '../../help/desk-app.ts'
import { type Dom, documentOf } from './dom.ts'

let desk: TestDesk
const versions: Article[] = []
let wire: Article
beforeAll(async () => {
  desk = await sharedDesk()
  for await (const article of desk.store.articles({ address: 'https://edited.example/talks' })) versions.push(article)
  for await (const article of desk.store.articles({ address: 'https://wire.example/a' })) wire = article
})

async function open(path: string, expected = 200): Promise<Dom> {
  const { status, text } = await desk.get(path)
  expect(status).toBe(expected)
  return documentOf(text)
}

describe('a report', () => {
  test('its text whole, its time with its offset, the passage lit, the way to the original there', async () => {
    const start = wire.text.indexOf('Ukraine had asked')
    const end = wire.text.indexOf(' Turkey said')
    const dom = await open(`/articles/${wire.id}?passage=${start}-${end}`)
    expect(dom.text('#passage')).toBe('Ukraine had asked Russia to send its memorandum before the talks.')
    expect(dom.text('.report-text').replace(/\d+(?= |$)/gu, '')).toContain('Dolmabahce palace.')
    expect(dom.text('.facts')).toContain('28 May 2025, 09:00 +03:00')
    const link = dom.one('.original a')
    expect(link.getAttribute('href')).toMatch(/^https:\/\/wire\.example\/a#:~:text=.*Ukraine/u)
    expect(link.getAttribute('rel')).toContain('noopener')
    expect(dom.text('.use')).toContain('copy.example')
  })
  test('what the page takes from it leads back to the page', async () => {
    const briefing = (await desk.desk.page('talks'))?.briefing
    const [evidence] = briefing?.developments.at(-1)?.sentences[0].evidence ?? []
    const dom = await open(`/articles/${evidence?.article}`)
    let article: Article | undefined
    for await (const one of desk.store.articles({ id: evidence?.article ?? '' })) article = one
    const cited = dom
      .all('.cited')
      .map(one => one.textContent)
      .join('')
    expect(cited).toContain(article?.text.slice(evidence?.span.start, evidence?.span.end))
    const back = dom.one('.report-text sup a').getAttribute('href') ?? ''
    const page = await open(back)
    expect(page.all(back.slice(back.indexOf('#')))).toHaveLength(1)
  })
  test('a later version is told, and compared word by word', async () => {
    const [first, second] = versions
    const dom = await open(`/articles/${first?.id}?with=${second?.id}`)
    expect(dom.text('.note')).toContain('This report was changed later.')
    expect(dom.text('#compared del')).toBe('taken out: 12')
    expect(dom.text('#compared ins')).toBe('put in: 14')
    const newest = await open(`/articles/${second?.id}?with=${first?.id}`)
    expect(newest.all('.note')).toHaveLength(0)
    expect(newest.text('#compared h3')).toBe('From version 1 to version 2')
    expect(newest.text('#compared del')).toBe('taken out: 12')
  })
  test.each([
    ['passage=5', 'passage=120-184'],
    ['passage=9-3', 'passage=120-184'],
    ['passage=-1-2', 'passage=120-184'],
    ['with=other', 'list of versions'],
  ])('%s is refused with its cure', async (query, cure) => {
    expect((await open(`/articles/${wire.id}?${query}`, 400)).text('.cure')).toContain(cure)
  })
  test('a passage outside of the text is told', async () => {
    const dom = await open(`/articles/${wire.id}?passage=5-999999`)
    expect(dom.text('.note')).toContain('does not lie within this report')
    expect(dom.all('#passage')).toHaveLength(0)
  })
  test('there is no such report', async () => {
    const dom = await open('/articles/%3Cscript%3E', 404)
    expect(dom.text('.empty')).toContain('<script>')
    expect(dom.all('.empty script')).toHaveLength(0)
  })
})

describe('the text', () => {
  const article = (text: string): Article => ({ ...wire, text, lang: 'he' })
  const render = (...given: Parameters<typeof textOf>) =>
    documentOf(`<html><body>${textOf(...given).markup}</body></html>`)
  test('a passage over two paragraphs is lit in both, and has one place', () => {
    const dom = render(article('One two.\n\nThree four.'), { start: 4, end: 15 }, [])
    expect(dom.all('mark').map(mark => mark.textContent)).toEqual(['two.', 'Three'])
    expect(dom.all('#passage')).toHaveLength(1)
    expect(dom.all('p').map(p => p.textContent)).toEqual(['One two.', 'Three four.'])
  })
  test('passages that overlap keep every letter once', () => {
    const cited = [
      { span: { start: 0, end: 7 }, number: 1, path: '/p#m1', crisis: 'x' },
      { span: { start: 4, end: 11 }, number: 2, path: '/p#m2', crisis: 'x' },
    ]
    const dom = render(article('One two three'), { start: 2, end: 9 }, cited)
    for (const link of dom.all('sup')) link.remove()
    expect(dom.text('.report-text')).toBe('One two three')
    expect(
      dom
        .all('.cited')
        .map(one => one.textContent)
        .join(''),
    ).toBe('One two thr')
  })
  test('language and direction are those of the text', () => {
    const dom = render(article('שלום עולם'), undefined, [])
    expect(dom.one('.report-text').getAttribute('lang')).toBe('he')
    expect(dom.one('p').getAttribute('dir')).toBe('rtl')
  })
})

describe('versions', () => {
  test.each([
    ['a b c', 'a b c', '=a b c'],
    ['a b c', 'a x c', '=a |-b |+x |=c'],
    ['', 'a b', '+a b'],
    ['a b', '', '-a b'],
    ['a b c d', 'b c d e', '-a |=b c |-d|+d e'],
  ])('%j to %j', (before, after, runs) => {
    const signs = { same: '=', gone: '-', new: '+' }
    expect(
      compare(before, after)
        ?.map(({ kind, text }) => signs[kind] + text)
        .join('|'),
    ).toBe(runs)
  })
  test('both texts come back from what is compared', () => {
    const [before, after] = ['Ten  men\n\nleft home today. Then', 'Ten men\n\nand a dog left. Then all']
    const runs = compare(before, after) ?? []
    const text = (without: string) =>
      runs
        .filter(({ kind }) => kind !== without)
        .map(run => run.text)
        .join('')
    expect([text('new'), text('gone')]).toEqual([before, after])
  })
  test('what is too long and too different is not compared', () => {
    const long = (word: string) => Array.from({ length: 3000 }, (_, i) => word + i).join(' ')
    expect(compare(long('a'), long('b'))).toBeUndefined()
    expect(compare(long('a'), `${long('a')} more`)).toHaveLength(3)
  })
})
