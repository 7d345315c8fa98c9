import { Script } from 'node:vm'
import { expect, test } from 'vitest'
import { targetOf } from '../../../src/core/mark.ts'
import { html, raw } from '../../../src/publish/markup.ts'
import { ASSETS } from '../../../src/serve/assets.ts'
import { pageCache } from '../../../src/serve/views/cache.ts'
import { leadingTo } from '../../../src/serve/views/changes.ts'
import { strip } from '../../../src/serve/views/strip.ts'
import { briefingEntry, openMemory } from '../../../src/store/index.ts'
import { bodyOf, clean, texts } from '../../publish/dom.ts'
import { fixture } from '../../publish/fixture.ts'
import { changedFixture } from '../../publish/fixture-changes.ts'
import { appOf, markOf, stateOf, strait } from './app.ts'

test('one crisis: the root leads to it; all of them are under /crises', async () => {
  const { app, ask } = appOf({ page: () => changedFixture() })
  expect((await app.request('/')).headers.get('location')).toBe('/c/strait/')
  const { document } = await ask('/crises')
  expect(clean(document.querySelector('article h2'))).toBe(fixture().headline[0].text)
  expect(clean(document.querySelector('.front .asof'))).toBe('As of 14 May 2031 · 11 reports, 9 independent origins')
  expect(document.querySelector('.latest .more a')?.getAttribute('href')).toBe('/c/strait/changes?since=2031-05-13')
  expect((await app.request('/c/strait?since=2031-05-10')).headers.get('location')).toBe('/c/strait/?since=2031-05-10')
})

test('several crises: the front page, the newest first, and what is still read', async () => {
  const other = {
    ...strait(),
    crisis: { ...strait().crisis, name: 'bay', topic: { ...fixture().topic, words: 'The bay' } },
  }
  const { asOf: _, ...unread } = strait({ days: [], revision: 0 })
  const none = { ...unread, crisis: { ...other.crisis, name: 'none' } }
  const crises = [none, strait(), { ...other, asOf: '2031-05-20' }]
  const { document } = await appOf({ state: () => stateOf(crises, { phase: 'reading', done: 1, total: 2 }) }).ask('/')
  expect(texts(document.querySelectorAll('article .kicker'))[0]).toBe('The bay')
  expect(document.querySelectorAll('article').length).toBe(3)
  expect(clean(document.querySelector('.progress'))).toBe('Reading 1 of 2 reports…')
  const empty = await appOf({ state: () => stateOf([]) }).ask('/')
  expect(clean(empty.document.querySelector('.empty'))).toContain('dragoman.toml')
})

test('what an editor has hidden is not on the front page', async () => {
  const store = openMemory()
  const { headline, lead } = fixture()
  const hide = (sentence: (typeof lead)[number] | undefined, id: string) =>
    ({ kind: 'mark', mark: markOf('hide', sentence ? targetOf(sentence.evidence[0]) : '', { id }) }) as const
  await store.write([hide(headline[0], 'a'), hide(lead[1], 'b')])
  const { document } = await appOf({ store, page: () => changedFixture() }).ask('/crises')
  const text = clean(document.querySelector('article'))
  for (const hidden of [headline[0], lead[1]]) expect(text).not.toContain(hidden?.text)
  expect(text).toContain(lead[0]?.text)
})

test('the days of a crisis: a list for those without scripts, and links to the days beside', async () => {
  const { document } = await appOf({}).ask('/c/strait/?as-of=2031-05-12&since=2031-05-10')
  const options = [...document.querySelectorAll('.slider option')]
  expect(options.map(one => one.getAttribute('value'))).toEqual(strait().days.map(({ day }) => day))
  expect(options.filter(one => one.hasAttribute('selected')).map(clean)).toEqual([
    '12 May 2031: 3 reports, co-operation 2, conflict 2',
  ])
  expect(document.querySelector('.slider input[name=since]')?.getAttribute('value')).toBe('2031-05-10')
  const to = (rel: string) => document.querySelector(`.slider [rel=${rel}]`)?.getAttribute('href')
  expect([to('prev'), to('next')]).toEqual([
    '/c/strait/?since=2031-05-10&as-of=2031-05-11',
    '/c/strait/?since=2031-05-10&as-of=2031-05-13',
  ])
  const range = document.querySelector('.slider input[type=range]')
  expect([range?.getAttribute('max'), range?.getAttribute('value')]).toEqual(['4', '2'])
  expect(range?.getAttribute('aria-valuetext')).toBe('12 May 2031, 3 reports, co-operation 2, conflict 2')
  const last = (await appOf({}).ask('/c/strait/')).document
  expect(last.querySelector('.slider [rel=next]')?.getAttribute('aria-disabled')).toBe('true')
})

test('the drawing: co-operation above the line, conflict below, deeds nearer to it than words', () => {
  const body = bodyOf(strip(strait().days, 2, 'Days').markup)
  const boxes = (kind: string) =>
    [...(body.querySelector(`.${kind}`)?.getAttribute('d') ?? '').matchAll(/M\S+ (\S+?)h\S+?v([\d.]+)/gu)].map(
      ([, y, height]) => [Number(y), Number(y) + Number(height)] as const,
    )
  const line = Number(/M\S+ ([\d.]+)H/u.exec(body.querySelector('.line')?.getAttribute('d') ?? '')?.[1])
  expect(boxes('verbal-cooperation').length).toBe(4)
  expect(boxes('material-cooperation').every(([, bottom]) => bottom <= line && bottom > line - 1)).toBe(true)
  expect(boxes('verbal-cooperation').every(([, bottom]) => bottom <= line)).toBe(true)
  expect(boxes('material-conflict').every(([top]) => top >= line && top < line + 1)).toBe(true)
  expect(boxes('verbal-conflict').every(([top]) => top >= line)).toBe(true)
  expect(boxes('reports').length).toBe(4)
  expect(strip([], -1, 'No day').markup).not.toMatch(/NaN|Infinity/u)
})

test('what changed is told since the last day with reports, unless another is asked for', async () => {
  const { ask, asked } = appOf({ page: () => changedFixture() })
  await ask('/c/strait/changes?as-of=2031-05-12')
  await ask('/c/strait/changes?as-of=2031-05-13&since=2031-05-10')
  expect(asked).toEqual([
    { asOf: '2031-05-12', since: '2031-05-10' },
    { asOf: '2031-05-13', since: '2031-05-10' },
  ])
  const first = await appOf({}).ask('/c/strait/changes?as-of=2031-05-10')
  expect(clean(first.document.querySelector('.sheet'))).toContain('This is the first day')
})

test('a link to what stands on the page only leads there', () => {
  const part = raw('<li id="n2"></li><a href="#n2">2</a><a class="m" href="#n7">7</a><a href="#s1">x</a>')
  expect(leadingTo('/c/a&b/?since=1', part)).toEqual(
    html`<li id="n2"></li><a href="#n2">2</a><a class="m" href="${'/c/a&b/?since=1'}#n7">7</a><a href="${'/c/a&b/?since=1'}#s1">x</a>`,
  )
})

test('of many pages kept the newest fifty are listed', async () => {
  const store = openMemory()
  for (let i = 0; i < 52; i++) {
    const briefing = {
      ...fixture(),
      counts: { ...fixture().counts, setAside: i },
      topic: { ...fixture().topic, words: `${i}` },
    }
    const entry = briefingEntry(
      'strait',
      { briefing, events: [] },
      undefined,
      `2031-05-14T10:00:${String(i).padStart(2, '0')}Z`,
    )
    if (entry) await store.write([entry])
  }
  const { document } = await appOf({ store }).ask('/c/strait/history')
  expect(document.querySelectorAll('tbody tr').length).toBe(50)
  expect(clean(document.querySelector('.lede'))).toContain('The newest 50 of 52')
  expect(document.querySelector('tbody a')?.getAttribute('href')).toBe('/c/strait/?as-of=2031-05-14')
})

test('marks in force are listed with their sentence, and a way to undo them', async () => {
  const store = openMemory()
  const [lead] = fixture().lead
  const target = lead ? targetOf(lead.evidence[0]) : ''
  await store.write([
    { kind: 'mark', mark: markOf('note', target, { id: 'one', text: 'Seen.' }) },
    { kind: 'mark', mark: markOf('hide', 'article:elsewhere', { id: 'two' }) },
  ])
  const { document } = await appOf({ store }).ask('/c/strait/marks')
  expect(document.querySelectorAll('.card').length).toBe(1)
  expect(clean(document.querySelector('.card blockquote'))).toBe(lead?.text)
  const form = document.querySelector('.card form')
  expect(form?.querySelector('[name=target]')?.getAttribute('value')).toBe('one')
  expect(form?.querySelector('button')?.getAttribute('value')).toBe('undo')
  const reader = await appOf({ store, role: 'reader' }).ask('/c/strait/marks')
  expect(reader.document.querySelector('form[action="/marks"]')).toBeNull()
})

test('pages written are kept up to a number, the one not asked for longest goes first, a failure is not kept', async () => {
  const cache = pageCache<string>(2)
  let made = 0
  const get = (key: string) => cache.get(key, async () => `${key}${++made}`)
  expect([await get('a'), await get('b'), await get('a'), await get('c'), await get('a'), await get('b')]).toEqual([
    'a1',
    'b2',
    'a1',
    'c3',
    'a1',
    'b4',
  ])
  await expect(cache.get('x', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await get('x')).toBe('x5')
})

test('the script can be read, and writes markup only where the server has escaped it', () => {
  const { body } = ASSETS.script
  expect(() => new Script(body)).not.toThrow()
  expect(body).not.toMatch(/innerHTML|insertAdjacentHTML|document\.write|eval|Function\(|import\(/u)
  expect(body.match(/outerHTML/gu)?.length).toBe(1)
})

test('the page stands in an element of its own on the desk', () => {
  expect(ASSETS.style.body).toContain('.top, .sheet, footer {')
  expect(ASSETS.style.body).not.toMatch(/\.top, main|aside main/u)
})
