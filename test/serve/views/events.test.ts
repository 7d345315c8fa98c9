import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, test } from 'vitest'
import type { CodedEvent } from '../../../src/core/types.ts'
import { sharedDesk, type TestDesk } from '../../help/desk-app.ts'
import { type Dom, documentOf } from './dom.ts'

let desk: TestDesk
let events: readonly CodedEvent[]
beforeAll(async () => {
  desk = await sharedDesk()
  events = (await desk.desk.page('talks'))?.events ?? []
})

async function open(query = ''): Promise<Dom> {
  const { status, text } = await desk.get(`/c/talks/events${query}`)
  expect(status).toBe(200)
  return documentOf(text)
}

const total = (page: Dom) => Number(page.text('caption').match(/\d+/u)?.[0])

/** The values of a facet with their counts and addresses. */
function facetOf(page: Dom, title: string): ReadonlyMap<string, { count: number; path: string }> {
  const section = page.all('.facet').find(one => one.querySelector('summary')?.textContent === title)
  const values = [...(section?.querySelectorAll('a') ?? [])].map(link => {
    const count = Number(link.querySelector('.n')?.textContent)
    return [link.querySelector('.word')?.textContent ?? '', { count, path: link.getAttribute('href') ?? '' }] as const
  })
  return new Map(values)
}

describe('the table', () => {
  test('holds every event, a hundred a page', async () => {
    expect(events.length).toBeGreaterThan(100)
    const [first, second] = [await open(), await open('?page=2')]
    expect(total(first)).toBe(events.length)
    const ids = [...first.all('tbody tr'), ...second.all('tbody tr')].map(row => row.getAttribute('id')?.slice(2))
    expect(first.all('tbody tr')).toHaveLength(100)
    expect(new Set(ids).size).toBe(Math.min(200, events.length))
    const past = await open('?page=999')
    expect(past.text('.pages')).toMatch(/Page (\d+) of \1/u)
  })
  test('newest first, undated last, as the column says', async () => {
    const page = await open()
    expect(page.all('th[aria-sort]').map(th => [th.textContent, th.getAttribute('aria-sort')])).toEqual([
      ['Date', 'descending'],
    ])
    const days = (dom: Dom) => dom.all('tbody .date time').map(time => time.getAttribute('datetime') ?? '')
    expect(days(page)).toEqual([...days(page)].sort().reverse())
    const rising = await open('?sort=date')
    expect(days(rising)).toEqual([...days(rising)].sort())
    expect(rising.all('tbody tr').length).toBe(100)
  })
  test('by origins, most first', async () => {
    const page = await open('?sort=-origins')
    const origins = page.all('tbody .origins').map(cell => Number.parseInt(cell.textContent ?? '', 10))
    expect(origins[0]).toBe(Math.max(...events.map(({ lineages }) => lineages)))
    expect(origins).toEqual([...origins].sort((a, b) => b - a))
  })
  test('a passage is the words of the report, and leads to them', async () => {
    const page = await open()
    const link = page.one('tbody tr .source').getAttribute('href') ?? ''
    const id = page.one('tbody tr').getAttribute('id')?.slice(2)
    const claim = events.find(event => event.id === id)?.claims[0]
    expect(link).toBe(`/articles/${claim?.article}?passage=${claim?.sentence.start}-${claim?.sentence.end}#passage`)
  })
})

describe('facets', () => {
  test('count what they lead to', async () => {
    const page = await open('?mood=done')
    const done = events.filter(({ flags }) => !Object.values(flags).includes(true))
    expect(total(page)).toBe(done.length)
    const attacks = facetOf(page, 'Kind').get('attack')
    expect(attacks?.count).toBe(done.filter(({ type }) => type === 'ASSAULT').length)
    const next = documentOf((await desk.get(attacks?.path ?? '')).text)
    expect(total(next)).toBe(attacks?.count)
    for (const [, { count, path }] of [...facetOf(next, 'Actor')].slice(0, 3))
      expect(total(documentOf((await desk.get(path)).text))).toBe(count)
  })
  test('of values of one facet any will do, and a chosen one is taken away', async () => {
    const page = await open('?kind=ASSAULT&kind=CONSULT')
    const count = events.filter(({ type }) => type === 'ASSAULT' || type === 'CONSULT').length
    expect(total(page)).toBe(count)
    expect(page.all('.facet a[aria-current]').map(a => a.querySelector('.word')?.textContent)).toEqual(
      expect.arrayContaining(['attack', 'talks']),
    )
    expect(page.all('.chip').map(chip => chip.getAttribute('href'))).toEqual([
      '/c/talks/events?kind=CONSULT',
      '/c/talks/events?kind=ASSAULT',
    ])
    expect(page.one('.clear').getAttribute('href')).toBe('/c/talks/events')
  })
  test('states are called by their names', async () => {
    const actors = facetOf(await open(), 'Actor')
    const russia = events.filter(({ source, target }) => [...source, ...target].some(({ value }) => value.id === 'RUS'))
    expect(actors.get('Russia')?.count).toBe(russia.length)
    expect(actors.has('Russian')).toBe(false)
  })
  test('days and origins narrow', async () => {
    const range = await open('?from=2025-05-16&to=2025-05-16')
    const on = events.filter(({ when: [first] }) => {
      return first && first.value.earliest <= '2025-05-16' && first.value.latest >= '2025-05-16'
    })
    expect(total(range)).toBe(on.length)
    expect(total(await open('?origins=2'))).toBe(events.filter(({ lineages }) => lineages >= 2).length)
    expect((await open('?origins=2&from=2025-05-01')).one('#from').getAttribute('value')).toBe('2025-05-01')
  })
  test('nothing that fits leads out', async () => {
    const page = await open('?actor=nobody&place=nowhere&as-of=2025-05-28')
    expect(page.text('.empty')).toContain('No event fits')
    expect(page.one('.empty a').getAttribute('href')).toBe('/c/talks/events?as-of=2025-05-28')
  })
  test('the day stays', async () => {
    const page = await open('?as-of=2025-05-28&kind=CONSULT')
    const links = page.all('.facets a, th a, .chips a').map(a => a.getAttribute('href') ?? '')
    expect(links.length).toBeGreaterThan(20)
    expect(links.filter(link => !link.includes('as-of=2025-05-28'))).toEqual([])
    expect(page.one('.filters input[name=as-of]').getAttribute('value')).toBe('2025-05-28')
  })
})

test.each([
  ['kind=WAR', 'ASSAULT'],
  ['mood=<i>', 'announced'],
  ['sort=colour', 'origins'],
  ['page=-1', 'page=2'],
  ['page=1e9', 'page=2'],
  ['origins=many', 'origins=2'],
  ['from=2025-06-01&to=2025-05-01', 'first day'],
  [Array.from({ length: 60 }, (_, i) => `actor=a${i}`).join('&'), 'at most 50'],
])('%s is refused with its cure', async (query, cure) => {
  const { status, text } = await desk.get(`/c/talks/events?${query}`)
  expect(status).toBe(400)
  const page = documentOf(text)
  expect(page.text('.cure')).toContain(cure)
  expect(page.all('#part i')).toHaveLength(0)
})

test('the table goes along as CSV', async () => {
  const { text, headers } = await desk.get('/c/talks/coded-events.csv?kind=ASSAULT')
  expect(headers.get('content-disposition')).toBe('attachment; filename="talks-coded-events.csv"')
  const rows: Record<string, string>[] = parse(text, { columns: true })
  const attacks = events.filter(({ type }) => type === 'ASSAULT')
  expect(rows.map(({ id }) => id).sort()).toEqual(attacks.map(({ id }) => id).sort())
  expect(rows.every(({ passage }) => (passage?.length ?? 0) > 20)).toBe(true)
  expect((await desk.get('/c/talks/coded-events.csv?kind=WAR')).status).toBe(400)
})

test('there is no such crisis', async () => {
  const { status, text } = await desk.get('/c/%3Cb%3Enothing/events')
  expect(status).toBe(404)
  expect(
    documentOf(text)
      .all('main a')
      .map(a => a.getAttribute('href')),
  ).toEqual(['/c/talks/'])
  expect(text).not.toContain('<b>nothing')
})
