import { beforeAll, describe, expect, test } from 'vitest'
import type { Briefing } from '../../../src/core/briefing.ts'
import type { CodedEvent } from '../../../src/core/types.ts'
import { sharedDesk, type TestDesk } from '../../help/desk-app.ts'
import { fixture } from '../../publish/fixture.ts'
import { appOf } from './app.ts'
import { type Dom, documentOf } from './dom.ts'

let desk: TestDesk
let briefing: Briefing
let events: readonly CodedEvent[]
beforeAll(async () => {
  desk = await sharedDesk()
  const made = await desk.desk.page('talks')
  if (!made?.briefing) throw new Error('no page')
  ;({ briefing, events } = { briefing: made.briefing, events: made.events })
})

async function open(path: string, expected = 200): Promise<Dom> {
  const { status, text } = await desk.get(path)
  expect(status).toBe(expected)
  return documentOf(text)
}

const hrefs = (dom: Dom, selector: string) => dom.all(selector).map(link => link.getAttribute('href') ?? '')
const words = (dom: Dom, selector: string) =>
  dom.all(selector).map(one => one.textContent?.replace(/\s+/gu, ' ').trim())

describe('statements', () => {
  test('hold those of the page, each with its passage', async () => {
    const dom = await open('/c/talks/statements')
    const statements = briefing.statements.flatMap(group => group.statements)
    const links = hrefs(dom, '.said .source')
    for (const { sentence } of statements) {
      const [{ article, span }] = sentence.evidence
      expect(links).toContain(`/articles/${article}?passage=${span.start}-${span.end}#passage`)
    }
    expect(words(dom, '.side > h2')).toEqual(expect.arrayContaining(briefing.statements.map(({ side }) => side)))
    expect(new Set(links).size).toBe(links.length)
    expect(links.length).toBeGreaterThan(statements.length)
  })
  test('are narrowed by side and speaker, with counts of what is left', async () => {
    const side = await open('/c/talks/statements?side=Turkey')
    expect(words(side, '.side > h2')).toEqual(['Turkey'])
    const speaker = side.all('.facet').find(one => one.querySelector('summary')?.textContent === 'Speaker')
    const [first] = speaker?.querySelectorAll('a') ?? []
    const next = await open(first?.getAttribute('href') ?? '')
    expect(next.all('.said > li')).toHaveLength(Number(first?.querySelector('.n')?.textContent))
    expect(words(next, '.speaker h3 > bdi')).toEqual([first?.querySelector('.word')?.textContent])
    const page = await open('/c/talks/statements?told=page')
    expect(page.all('.said > li')).toHaveLength(briefing.statements.flatMap(group => group.statements).length)
  })
  test('verbatim words keep their marks', async () => {
    const dom = await open('/c/talks/statements')
    const verbatim = words(dom, '.verbatim')
    expect(verbatim.length).toBeGreaterThan(2)
    expect(verbatim.filter(text => !/^["“‘'].+["”’'][,.]?$/u.test(text ?? ''))).toEqual([])
  })
  test('nothing that fits leads out', async () => {
    const dom = await open('/c/talks/statements?actor=Nobody')
    expect(hrefs(dom, '.empty a')).toEqual(['/c/talks/statements'])
    expect((await open('/c/talks/statements?told=all', 400)).text('.cure')).toContain('page')
  })
})

describe('disagreements', () => {
  test('each reading stands with its reports, in their words', async () => {
    const dom = await open('/c/talks/disagreements')
    const [entry] = briefing.disagreements
    expect(dom.all('.clash')).toHaveLength(briefing.disagreements.length)
    expect(dom.text('.clash h2')).toBe(entry?.question.text)
    expect(words(dom, '.clash .sides h3')).toEqual(entry?.readings.map(({ value }) => value.text))
    expect(words(dom, '.clash mark')).toEqual(['14 ballistic missiles', '16 ballistic missiles'])
    expect(words(dom, '.clash .from').every(text => text?.includes('published 24 May 2025'))).toBe(true)
    const link = hrefs(dom, '.clash .source')[0] ?? ''
    expect((await open(link)).text('#passage')).toBe('14 ballistic missiles')
  })
  test('none on a day without', async () => {
    const dom = await open('/c/talks/disagreements?as-of=2025-05-16')
    expect(dom.text('.lede')).toContain('No question')
    expect(dom.text('.empty')).toContain('No report contradicts another')
  })
})

describe('expected', () => {
  test('what is to come, by day, with a leaf of the calendar', async () => {
    const dom = await open('/c/talks/expected')
    const ahead = briefing.developments.filter(({ status }) => status === 'expected')
    expect(ahead.length).toBeGreaterThan(0)
    expect(words(dom, '.agenda .told')).toEqual(ahead.flatMap(({ sentences }) => sentences.map(({ text }) => text)))
    const [first] = ahead
    expect(dom.one(`#x-${first?.when.earliest}`).textContent).toContain('4 days after the page')
    expect(hrefs(dom, '.month a')).toContain(`#x-${first?.when.earliest}`)
    expect(hrefs(dom, '.tools a')[0]).toBe('/c/talks/expected.ics')
    expect((await desk.get('/c/talks/expected.ics')).text).toContain('BEGIN:VEVENT')
  })
  test('June 2025 begins on a Sunday and has 30 days', async () => {
    const dom = await open('/c/talks/expected')
    const rows = dom.all('.month tbody tr').map(row => [...row.querySelectorAll('td')].map(cell => cell.textContent))
    expect(rows[0]).toEqual(['', '', '', '', '', '', '1'])
    expect(rows.at(-1)).toEqual(['30', '', '', '', '', '', ''])
    expect(rows.every(row => row.length === 7)).toBe(true)
  })
  test('all that is announced for later is one link away, and counted right', async () => {
    const dom = await open('/c/talks/expected')
    const link = dom.all('.tools a')[1]
    const later = events.filter(
      ({ flags, when: [first] }) => flags.future && first && first.value.latest > '2025-05-29',
    )
    expect(link?.textContent).toContain(`(${later.length} events)`)
    expect((await open(link?.getAttribute('href') ?? '')).all('tbody tr')).toHaveLength(later.length)
  })
})

describe('reports', () => {
  test('all of them; a copy below the one it came from', async () => {
    const dom = await open('/c/talks/reports')
    expect(dom.all('tbody tr')).toHaveLength(briefing.sources.length)
    const origins = new Set(briefing.sources.map(({ lineage }) => lineage)).size
    expect(dom.text('.lede')).toContain(`${briefing.sources.length} reports`)
    expect(dom.text('.lede')).toContain(`${origins} independent origins`)
    const rows = words(dom, 'tbody tr')
    const wire = rows.findIndex(row => row?.includes('wire.example'))
    expect(rows[wire + 1]).toContain('copy.example')
    expect(rows[wire + 1]).toContain('same origin as')
    expect(dom.all('tr.copy')).toHaveLength(briefing.sources.length - origins)
  })
  test('sorted and narrowed', async () => {
    const publishers = words(await open('/c/talks/reports?sort=publisher'), 'tbody tr:not(.copy) td:nth-child(3)')
    expect(publishers).toEqual([...publishers].sort())
    const times = (await open('/c/talks/reports?sort=published')).all('tbody tr:not(.copy) time')
    const moments = times.map(time => Date.parse(time.getAttribute('datetime') ?? ''))
    expect(moments).toEqual([...moments].sort((a, b) => a - b))
    const one = await open('/c/talks/reports?publisher=wire.example')
    expect(words(one, 'tbody td:nth-child(3)')).toEqual(['wire.example'])
    const cited = await open('/c/talks/reports?cited=no')
    expect(cited.all('tbody tr')).toHaveLength(briefing.sources.filter(source => !source.cited).length)
    expect((await open('/c/talks/reports?cited=maybe', 400)).text('.cure')).toContain('yes, no')
  })
  test('a receipt leads to its place on the page', async () => {
    const link = hrefs(await open('/c/talks/reports'), 'td a[href*="#m"]')[0] ?? ''
    const page = await open(link)
    expect(page.all(link.slice(link.indexOf('#')))).toHaveLength(1)
  })
})

describe('search', () => {
  test('finds, marks, and leads to the passage', async () => {
    const dom = await open('/search?q=ballistic+missiles')
    expect(dom.all('.hits > li').length).toBeGreaterThanOrEqual(2)
    expect(
      words(dom, '.hits mark')
        .slice(0, 2)
        .map(text => text?.toLowerCase()),
    ).toEqual(['ballistic', 'missiles'])
    const link = hrefs(dom, '.hits a')[0] ?? ''
    expect((await open(link)).text('#passage').toLowerCase()).toContain('ballistic')
  })
  test('a phrase, a beginning, a day', async () => {
    expect((await open('/search?q=%22missiles+ballistic%22')).all('.hits')).toHaveLength(0)
    expect((await open('/search?q=ballist*')).all('.hits > li').length).toBeGreaterThanOrEqual(2)
    const early = await open('/search?q=ballistic+missiles&known-by=2025-05-16')
    expect(early.text('.empty')).toContain('No report holds all of “ballistic missiles”')
    expect(hrefs(early, '.empty a')).toEqual(['/search?q=ballistic+missiles'])
    expect(early.one('input[name=known-by]').getAttribute('value')).toBe('2025-05-16')
  })
  test('what cannot be searched for is refused kindly', async () => {
    expect((await open('/search')).all('.hits, .empty')).toHaveLength(0)
    expect((await open(`/search?q=${'a'.repeat(501)}`, 400)).text('.empty')).toContain('at most 500')
    expect((await open('/search?q=a&known-by=soon', 400)).text('.cure')).toContain('known-by=2025-05-28')
    expect((await open('/search?q=%22%22*+%00%EF%BF%BE')).all('.hits')).toHaveLength(0)
  })
})

describe('a briefing whose reports are not at hand', () => {
  test('what was due without an outcome stands apart, with the dates as exact as they are known', async () => {
    const { ask } = appOf({})
    const dom = documentOf((await ask('/c/strait/expected')).text)
    const { developments } = fixture()
    const due = developments.filter(({ status }) => status === 'due')
    const ahead = developments.filter(({ status }) => status === 'expected')
    expect(words(dom, '.due .told')).toEqual(due.flatMap(({ sentences }) => sentences.map(({ text }) => text)))
    expect(dom.text('.due h2')).toBe('Was due, outcome not reported')
    expect(dom.all('.agenda-day .agenda-entry')).toHaveLength(ahead.length)
    const exact = ahead.filter(({ when }) => when.earliest === when.latest).map(({ when }) => `#x-${when.earliest}`)
    expect(hrefs(dom, '.month a').sort()).toEqual([...new Set(exact)].sort())
    expect(dom.text('.passages')).toContain('not at hand')
  })
  test('statements, disagreements and reports stand', async () => {
    const { ask } = appOf({})
    for (const view of ['events', 'statements', 'disagreements', 'reports'])
      expect([view, (await ask(`/c/strait/${view}`)).status]).toEqual([view, 200])
  })
})

test('no view of a crisis is served under a day that is none, or of another crisis', async () => {
  for (const view of ['events', 'coded-events.csv', 'statements', 'disagreements', 'expected', 'reports']) {
    expect((await desk.get(`/c/talks/${view}?as-of=2025-13-01`)).status, view).toBe(400)
    expect((await desk.get(`/c/other/${view}`)).status, view).toBe(404)
    const early = await desk.get(`/c/talks/${view}?as-of=2025-05-16`)
    expect(early.status, view).toBe(200)
    expect(early.text).not.toContain('ballistic missiles')
  }
})
