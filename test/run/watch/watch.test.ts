import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { Report } from '../../../src/core/types.ts'
import type { WatchedSource } from '../../../src/run/config.ts'
import { type Polled, type WatchOptions, watch } from '../../../src/run/index.ts'
import { exportLines, importLines, openMemory, openSqlite, type Store } from '../../../src/store/index.ts'
import { all } from '../../contract/store.ts'
import { EVEN, type FakeClock, fakeClock } from '../../help/clock.ts'
import { forget, type Handler, type Item, pagesAsked, rss, siteFor, tagged } from '../../help/site.ts'

const folder = mkdtempSync(join(tmpdir(), 'dragoman-watch-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const site = siteFor()
let clock: FakeClock
let store: Store
let told: { readonly titles: readonly (string | undefined)[]; readonly first: boolean }[]
let polled: Polled[]

beforeEach(() => {
  clock = fakeClock()
  store = openMemory()
  told = []
  polled = []
  forget(site)
})

const options = (change: Partial<WatchOptions> = {}): WatchOptions => ({
  clock,
  chance: EVEN,
  once: true,
  gap: 0,
  limits: { fetchMs: 1000 },
  allowPrivate: host => host === site.host,
  onAdded: (reports, { first }) => told.push({ titles: reports.map(({ title }) => title), first }),
  onPolled: one => polled.push(one),
  ...change,
})

const feedAt = (path: string, more: Partial<WatchedSource> = {}): WatchedSource => ({
  address: site.base + path,
  ...more,
})
const poll = (source: WatchedSource | readonly WatchedSource[] = feedAt('/feed'), change: Partial<WatchOptions> = {}) =>
  watch(store, 'address' in source ? [source] : source, options(change))
/** Past the next regular poll. */
const later = (minutes = 20) => clock.pass(minutes * 60_000)
const reports = () => all(store.reports())
const versions = async (path: string) =>
  (await all(store.articles({ address: site.base + path }))).map(({ text }) => text)
const health = async (path = '/feed') => store.source(site.base + path)

const item = (name: string, text = `Envoys met in ${name}.`, more: Partial<Item> = {}): Item => ({
  title: `Talks in ${name}`,
  text,
  link: `${site.base}/${name}`,
  ...more,
})

describe('a feed', () => {
  test('gives its items once, and those that are new later; the first poll is no news', async () => {
    let items = [item('Oslo'), item('Rome')]
    site.routes = {
      '/feed': tagged(
        () => rss(items),
        () => String(items.length),
      ),
    }
    expect(await poll()).toEqual({ polled: 1, failed: 0, added: 2 })
    expect(await poll()).toEqual({ polled: 0, failed: 0, added: 0 })
    later()
    await poll()
    items = [item('Bern'), ...items]
    later()
    expect(await poll()).toEqual({ polled: 1, failed: 0, added: 1 })
    expect(told).toEqual([
      { titles: ['Talks in Oslo', 'Talks in Rome'], first: true },
      { titles: ['Talks in Bern'], first: false },
    ])
    expect(polled.map(({ outcome }) => outcome)).toEqual(['new', 'same', 'new'])
    expect(await health()).toMatchObject({
      kind: 'feed',
      name: 'Gazette',
      etag: '"3"',
      failures: 0,
      items: 3,
      newest: '2025-06-02T08:40:00.000Z',
      next: '2025-06-02T08:55:00.000Z',
    })
    expect(await store.check()).toEqual([])
  })

  test('an edited item is a version of its address; another guid or date alone is nothing new', async () => {
    let items = [item('Oslo', 'Four boats.', { guid: 'a' }), item('Rome', 'Rain.', { guid: 'b' })]
    site.routes = { '/feed': (_, response) => response.end(rss(items)) }
    await poll()
    items = [
      item('Oslo', 'Five boats.', { guid: 'a' }),
      item('Rome', 'Rain.', { guid: 'c', date: 'Mon, 02 Jun 2025 07:59:00 GMT' }),
    ]
    later()
    expect(await poll()).toMatchObject({ added: 1 })
    expect(await versions('/Oslo')).toEqual(['Four boats.', 'Five boats.'])
    expect(await versions('/Rome')).toEqual(['Rain.'])
    later()
    expect(await poll()).toMatchObject({ added: 0 })
  })

  test('an item that comes twice in one feed, and by two feeds, is counted as what it is', async () => {
    const twice = [item('Oslo'), item('Oslo'), item('Oslo', undefined, { guid: 'x' })]
    const copy = [item('Oslo', undefined, { link: `${site.base}/copy/Oslo` })]
    site.routes = { '/feed': rss(twice), '/other': rss(copy, 'Courier') }
    expect(await poll([feedAt('/feed'), feedAt('/other')])).toMatchObject({ polled: 2, added: 2 })
    expect((await reports()).map(({ publisher }) => publisher)).toEqual(['Gazette', 'Courier'])
  })

  test('dates in the future are kept with a notice; times of arrival are ours, whatever the server thinks', async () => {
    const skewed: Handler = (_, response) =>
      response
        .writeHead(200, { date: 'Mon, 02 Jun 2031 08:00:00 GMT' })
        .end(rss([item('Oslo', 'x', { date: 'Fri, 01 Jun 2029 08:00:00 GMT' })]))
    site.routes = { '/feed': skewed }
    await poll()
    const [report] = await reports()
    expect(report).toMatchObject({ published: 'Fri, 01 Jun 2029 08:00:00 GMT', fetched: '2025-06-02T08:00:00.000Z' })
    expect((await all(store.notices())).map(({ code }) => code)).toEqual(['date-in-future'])
    expect(polled[0]?.notices.map(({ code }) => code)).toEqual(['clock-skew'])
    const entries = await all(store.entries())
    expect(entries[0]).toMatchObject({ kind: 'report', received: '2025-06-02T08:00:00.000Z' })
  })

  test('that answers with a page, or with nothing, is out of order; what it gave stays', async () => {
    site.routes = { '/feed': rss([item('Oslo')]) }
    await poll()
    site.routes = { '/feed': '<!DOCTYPE html><title>Please log in</title><p>We are back soon.' }
    later()
    await poll()
    expect(polled.at(-1)).toMatchObject({ outcome: 'failed', source: { failures: 1 } })
    expect((await health())?.fault).toBe('it answers with a page instead of a feed')
    site.routes = { '/feed': '' }
    later(60)
    await poll()
    expect(await health()).toMatchObject({ failures: 2, fault: 'the answer is empty', items: 1 })
    expect(await reports()).toHaveLength(1)
    site.routes = { '/feed': rss([item('Oslo'), item('Rome')]) }
    later(120)
    expect(await poll()).toMatchObject({ added: 1 })
    expect(await health()).toMatchObject({ failures: 0, items: 2 })
    expect(await health()).not.toHaveProperty('fault')
  })

  test('that is cut off in the middle gives its whole items, and is asked in full again', async () => {
    const whole = rss([item('Oslo'), item('Rome', 'A long text about the rain in Rome.')])
    const cut: Handler = (_, response) => response.writeHead(200, { etag: '"cut"' }).end(whole.slice(0, -90))
    site.routes = { '/feed': cut }
    expect(await poll()).toMatchObject({ added: 1 })
    expect(polled[0]?.notices.map(({ code }) => code)).toEqual(['feed-cut-off'])
    expect(await health()).not.toHaveProperty('etag')
    site.routes = { '/feed': whole }
    later()
    expect(await poll()).toMatchObject({ added: 1 })
    expect(await versions('/Rome')).toEqual(['A long text about the rain in Rome.'])
  })

  test('the rest after failures grows, and keeps to what the server asks', async () => {
    site.routes = { '/feed': (_, response) => response.writeHead(503).end() }
    const rests = []
    for (let i = 0; i < 3; i++) {
      await poll()
      const next = Date.parse((await health())?.next ?? '')
      rests.push(Math.round((next - clock.now()) / 60_000))
      clock.pass(next - clock.now())
    }
    expect(rests).toEqual([26, 53, 105])
    site.routes = { '/feed': (_, response) => response.writeHead(503, { 'retry-after': '86400' }).end() }
    await poll()
    expect(Date.parse((await health())?.next ?? '') - clock.now()).toBe(86_400_000)
  })

  test('that moved for good is asked there; one that is gone is asked no more', async () => {
    const moved: Handler = (_, response) => response.writeHead(301, { location: '/new' }).end()
    site.routes = { '/feed': moved, '/new': rss([item('Oslo')]) }
    await poll()
    expect((await health())?.movedTo).toBe(`${site.base}/new`)
    later()
    forget(site)
    await poll()
    expect(pagesAsked(site)).toEqual(['/new'])
    site.routes = { '/new': (_, response) => response.writeHead(410).end() }
    later()
    await poll()
    expect(polled.at(-1)?.outcome).toBe('stopped')
    expect(await health()).toMatchObject({ stopped: 'it is gone for good (410)' })
    later(100_000)
    expect(await poll()).toMatchObject({ polled: 0 })
  })
})

describe('full text', () => {
  const page = (text: string) =>
    `<!DOCTYPE html><html><head><title>x</title></head><body><article><h1>Talks</h1><p>${`${text} `.repeat(12)}</p></article></body></html>`
  const full = () => poll(feedAt('/feed', { fullText: true }))

  test('the page of an item stands in its place, with what the feed says of it', async () => {
    site.routes = { '/feed': rss([item('Oslo'), item('Rome')]), '/Oslo': page('Envoys met for five hours.') }
    expect(await full()).toMatchObject({ added: 2 })
    const [oslo, rome] = await all(store.articles())
    expect(oslo).toMatchObject({ title: 'Talks in Oslo', publisher: 'Gazette', url: `${site.base}/Oslo` })
    expect(oslo?.text).toContain('five hours')
    expect(oslo?.published?.value).toBe('2025-06-02T07:00:00+00:00')
    expect(rome?.text).toBe('Envoys met in Rome.')
    expect((await store.source(`${site.base}/Rome`, `${site.base}/feed`))?.fault).toBe('the server answers 404')
    forget(site)
    later()
    expect(await full()).toMatchObject({ added: 0 })
    expect(pagesAsked(site)).toEqual(['/feed'])
    expect((await health())?.items).toBe(2)
  })

  test('an edited item has its page fetched again', async () => {
    let text = 'Four boats left the harbour.'
    site.routes = {
      '/feed': (_, response) => response.end(rss([item('Oslo', text)])),
      '/Oslo': (_, response) => response.end(page(text)),
    }
    await full()
    text = 'Five boats left the harbour.'
    later()
    expect(await full()).toMatchObject({ added: 1 })
    expect((await versions('/Oslo')).map(words => words.slice(0, 10))).toEqual(['Four boats', 'Five boats'])
  })

  test('pages are fetched a few at a time, tried again, and given up with the item kept', async () => {
    const items = [1, 2, 3].map(i => item(`N${i}`))
    site.routes = { '/feed': rss(items), ...Object.fromEntries(items.map(({ title }) => [`/${title.slice(9)}`, down])) }
    const few = () => poll(feedAt('/feed', { fullText: true }), { pages: 2 })
    expect(await few()).toMatchObject({ added: 0 })
    expect(pagesAsked(site)).toEqual(['/feed', '/N1', '/N2'])
    let added = 0
    for (let i = 0; i < 8; i++) {
      later(600)
      added += (await few()).added
    }
    expect(added).toBe(3)
    expect((await reports()).map(({ title }) => title?.slice(9)).sort()).toEqual(['N1', 'N2', 'N3'])
    expect(pagesAsked(site).filter(path => path === '/N1')).toHaveLength(3)
  })
  const down: Handler = (_, response) => response.writeHead(500).end()
})

describe('other kinds', () => {
  test('a page gives a version each time its text changes, not each time its frame does', async () => {
    let [text, frame] = ['The bridge is open to traffic.', '1']
    site.routes = {
      '/page': (_, response) =>
        response.end(
          `<!DOCTYPE html><title>Bridge</title><body><article><p>${`${text} `.repeat(12)}</p></article><footer>${frame}</footer>`,
        ),
    }
    const page = () => poll(feedAt('/page'))
    expect(await page()).toMatchObject({ added: 1 })
    frame = '2'
    later(61)
    expect(await page()).toMatchObject({ polled: 1, added: 0 })
    text = 'The bridge is closed.'
    later(61)
    expect(await page()).toMatchObject({ added: 1 })
    expect((await versions('/page')).map(words => words.slice(0, 19))).toEqual([
      'The bridge is open ',
      'The bridge is close',
    ])
  })

  test('a sitemap: what is recent, then what is new or changed; what was there before has no turn', async () => {
    const loc = (name: string, changed?: string) =>
      `<url><loc>${site.base}/${name}</loc>${changed ? `<lastmod>${changed}</lastmod>` : ''}</url>`
    let locs = [loc('old', '2025-01-01'), loc('undated'), loc('recent', '2025-06-01')]
    const story: Handler = (request, response) =>
      response.end(`<!DOCTYPE html><title>T</title><article><p>${`Story of ${request.url}. `.repeat(20)}</p></article>`)
    site.routes = {
      '/sitemap.xml': (_, response) =>
        response.end(`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${locs.join('')}</urlset>`),
      '/index.xml': (_, response) =>
        response.end(
          `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>${site.base}/sitemap.xml</loc></sitemap></sitemapindex>`,
        ),
      '/old': story,
      '/undated': story,
      '/recent': story,
      '/fresh': story,
    }
    const source = feedAt('/index.xml')
    expect(await poll(source)).toMatchObject({ added: 1 })
    locs = [loc('old', '2025-06-02'), loc('undated'), loc('recent', '2025-06-01'), loc('fresh')]
    later(61)
    expect(await poll(source)).toMatchObject({ added: 2 })
    expect(pagesAsked(site).filter(path => !path.endsWith('.xml'))).toEqual(['/recent', '/fresh', '/old'])
    later(61)
    expect(await poll(source)).toMatchObject({ added: 0 })
    expect(await health('/index.xml')).toMatchObject({ kind: 'sitemap', items: 3 })
  })

  test('a folder: new files and those written to', async () => {
    const inbox = join(folder, 'inbox')
    mkdirSync(inbox)
    const line = (title: string) =>
      `${JSON.stringify({ title, text: `${title} was told.`, published: '2025-06-01' })}\n`
    writeFileSync(join(inbox, 'a.jsonl'), `${line('One')}{"bad\n`)
    const source = { address: inbox }
    expect(await poll(source)).toMatchObject({ added: 1 })
    expect((await all(store.notices())).map(({ code }) => code)).toEqual(['invalid-json'])
    writeFileSync(join(inbox, 'b.jsonl'), line('Two'))
    later(2)
    expect(await poll(source)).toMatchObject({ added: 1 })
    writeFileSync(join(inbox, 'a.jsonl'), line('One') + line('Three'))
    utimesSync(join(inbox, 'a.jsonl'), 1_750_000_000, 1_750_000_000)
    later(2)
    expect(await poll(source)).toMatchObject({ added: 1 })
    later(2)
    expect(await poll(source)).toMatchObject({ polled: 1, added: 0 })
    expect(await store.source(inbox)).toMatchObject({ kind: 'folder', items: 3 })
    expect(await poll({ address: join(folder, 'none') })).toMatchObject({ failed: 1 })
  })

  test.each(['address', 'file'])(
    'a list of feeds by its %s: its feeds are watched as long as it names them',
    async by => {
      const opml = (...paths: readonly string[]) =>
        `<opml version="2.0"><body>${paths.map(path => `<outline text="Feed ${path}" xmlUrl="${site.base}/${path}"/>`).join('')}</body></opml>`
      site.routes = { '/one': rss([item('Oslo')]), '/two': rss([item('Rome')], 'Courier') }
      const file = join(folder, `${by}.opml`)
      const source = by === 'file' ? { address: file, kind: 'opml' as const } : feedAt('/list')
      const write = (text: string) => {
        site.routes = { ...site.routes, '/list': text }
        writeFileSync(file, text)
      }
      write(opml('one', 'two'))
      expect(await poll(source)).toEqual({ polled: 3, failed: 0, added: 2 })
      expect(await health('/one')).toMatchObject({ list: source.address, name: 'Feed one', items: 1 })
      write(opml('two'))
      later(1500)
      await poll(source)
      later(1500)
      polled = []
      await poll(source)
      expect(polled.map(({ source: { address } }) => address)).toEqual([source.address, `${site.base}/two`])
      write(opml('one', 'two'))
      later(1500)
      await poll(source)
      expect(await health('/one')).not.toHaveProperty('stopped')
    },
  )
})

describe('the watch', () => {
  test('goes on by itself until it is stopped, and then where it was', async () => {
    let polls = 0
    site.routes = { '/feed': (_, response) => response.end(rss([item(`N${polls++}`)])) }
    const stop = new AbortController()
    const stopping = options({
      once: false,
      signal: stop.signal,
      onRound: () => {
        if (polls === 3) stop.abort()
      },
    })
    expect(await watch(store, [feedAt('/feed')], stopping)).toEqual({ polled: 3, failed: 0, added: 3 })
    expect(clock.now() - Date.parse('2025-06-02T08:00:00Z')).toBeGreaterThanOrEqual(30 * 60_000)
    expect(await poll()).toMatchObject({ polled: 0 })
    later()
    expect(await watch(store, [], options())).toMatchObject({ polled: 1, added: 1 })
  })

  test('that is stopped while a server does not answer leaves no failure', async () => {
    const stop = new AbortController()
    site.routes = { '/feed': () => stop.abort() }
    expect(await poll(feedAt('/feed'), { signal: stop.signal })).toEqual({ polled: 0, failed: 0, added: 0 })
    expect(await health()).toMatchObject({ failures: 0 })
    expect(await health()).not.toHaveProperty('asked')
  })

  test('a host that does not answer is left alone for the round', async () => {
    site.routes = Object.fromEntries([1, 2, 3, 4, 5].map(i => [`/${i}`, () => {}]))
    const sources = Object.keys(site.routes).map(path => feedAt(path))
    expect(await poll(sources, { limits: { fetchMs: 60 } })).toEqual({ polled: 5, failed: 5, added: 0 })
    expect(pagesAsked(site)).toHaveLength(3)
    expect((await health('/5'))?.fault).toBe('its host does not answer')
  })

  test('no validator is on the disk before its items are', async () => {
    site.routes = {
      '/feed': tagged(
        () => rss([item('Oslo'), item('Rome')]),
        () => 'a',
      ),
    }
    const full: Store = {
      ...store,
      write: async entries => {
        if (entries.some(({ kind }) => kind === 'report')) throw new Error('the disk is full')
        return store.write(entries)
      },
    }
    await watch(full, [feedAt('/feed')], options())
    expect(await health()).toMatchObject({ failures: 1 })
    expect(await health()).not.toHaveProperty('etag')
    later(120)
    expect(await poll()).toMatchObject({ added: 2 })
  })

  test('what it knows of sources is exported and imported with the rest', async () => {
    site.routes = {
      '/feed': tagged(
        () => rss([item('Oslo')]),
        () => 'a',
      ),
      '/Oslo': 'Gone',
    }
    const file = openSqlite(join(folder, 'export.dragoman'))
    await watch(file, [feedAt('/feed', { fullText: true, every: 5 })], options())
    const lines = await all(exportLines(file))
    await importLines(
      store,
      (async function* () {
        yield* lines.map(line => line.trimEnd())
      })(),
    )
    expect(await all(exportLines(store))).toEqual(lines)
    expect(await store.sources({ of: `${site.base}/feed` })).toHaveLength(1)
    await file.close()
  })
})

test('reports of a callback are those on the disk', async () => {
  site.routes = { '/feed': rss(Array.from({ length: 450 }, (_, i) => item(`N${i}`))) }
  const seen: Report[] = []
  const held: boolean[] = []
  const checked = options({
    onAdded: reports => {
      seen.push(...reports)
      held.push(reports.length <= 200)
    },
  })
  expect(await watch(store, [feedAt('/feed')], checked)).toMatchObject({ added: 450 })
  expect(held).toEqual([true, true, true])
  expect(await store.holds(seen.map(({ id }) => id))).toHaveProperty('size', 450)
})
