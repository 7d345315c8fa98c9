import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Report } from '../../../src/core/types.ts'
import { watch } from '../../../src/run/index.ts'
import { exportLines, importLines, openSqlite, type Store } from '../../../src/store/index.ts'
import { all } from '../../contract/store.ts'
import { forget, type Handler, pagesAsked, rss, tagged } from '../../help/site.ts'
import { watching } from '../../help/watching.ts'

const folder = mkdtempSync(join(tmpdir(), 'dragoman-watch-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const own = watching()
const { site, options, feedAt, poll, later, versions, health, item } = own
const reports = () => all(own.store.reports())

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
    expect(own.told).toEqual([
      { titles: ['Talks in Oslo', 'Talks in Rome'], first: true },
      { titles: ['Talks in Bern'], first: false },
    ])
    expect(own.polled.map(({ outcome }) => outcome)).toEqual(['new', 'same', 'new'])
    expect(await health()).toMatchObject({
      kind: 'feed',
      name: 'Gazette',
      etag: '"3"',
      failures: 0,
      items: 3,
      newest: '2025-06-02T08:40:00.000Z',
      next: '2025-06-02T08:55:00.000Z',
    })
    expect(await own.store.check()).toEqual([])
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
    expect((await all(own.store.notices())).map(({ code }) => code)).toEqual(['date-in-future'])
    expect(own.polled[0]?.notices.map(({ code }) => code)).toEqual(['clock-skew'])
    const entries = await all(own.store.entries())
    expect(entries[0]).toMatchObject({ kind: 'report', received: '2025-06-02T08:00:00.000Z' })
  })

  test('that answers with a page, or with nothing, is out of order; what it gave stays', async () => {
    site.routes = { '/feed': rss([item('Oslo')]) }
    await poll()
    site.routes = { '/feed': '<!DOCTYPE html><title>Please log in</title><p>We are back soon.' }
    later()
    await poll()
    expect(own.polled.at(-1)).toMatchObject({ outcome: 'failed', source: { failures: 1 } })
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
    expect(own.polled[0]?.notices.map(({ code }) => code)).toEqual(['feed-cut-off'])
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
      rests.push(Math.round((next - own.clock.now()) / 60_000))
      own.clock.pass(next - own.clock.now())
    }
    expect(rests).toEqual([26, 53, 105])
    site.routes = { '/feed': (_, response) => response.writeHead(503, { 'retry-after': '86400' }).end() }
    await poll()
    expect(Date.parse((await health())?.next ?? '') - own.clock.now()).toBe(86_400_000)
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
    expect(own.polled.at(-1)?.outcome).toBe('stopped')
    expect(await health()).toMatchObject({ stopped: 'it is gone for good (410)' })
    later(100_000)
    expect(await poll()).toMatchObject({ polled: 0 })
  })
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
    expect(await watch(own.store, [feedAt('/feed')], stopping)).toEqual({ polled: 3, failed: 0, added: 3 })
    expect(own.clock.now() - Date.parse('2025-06-02T08:00:00Z')).toBeGreaterThanOrEqual(30 * 60_000)
    expect(await poll()).toMatchObject({ polled: 0 })
    later()
    expect(await watch(own.store, [], options())).toMatchObject({ polled: 1, added: 1 })
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
      ...own.store,
      write: async entries => {
        if (entries.some(({ kind }) => kind === 'report')) throw new Error('the disk is full')
        return own.store.write(entries)
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
      own.store,
      (async function* () {
        yield* lines.map(line => line.trimEnd())
      })(),
    )
    expect(await all(exportLines(own.store))).toEqual(lines)
    expect(await own.store.sources({ of: `${site.base}/feed` })).toHaveLength(1)
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
  expect(await watch(own.store, [feedAt('/feed')], checked)).toMatchObject({ added: 450 })
  expect(held).toEqual([true, true, true])
  expect(await own.store.holds(seen.map(({ id }) => id))).toHaveProperty('size', 450)
})
