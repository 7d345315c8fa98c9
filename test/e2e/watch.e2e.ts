import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { type WatchOptions, watch } from '../../src/run/index.ts'
import { openMemory, openSqlite, type Store } from '../../src/store/index.ts'
import { all } from '../contract/store.ts'
import { EVEN, fakeClock } from '../help/clock.ts'
import { chances } from '../help/kill.ts'
import { type Item, listen, rss, siteOf } from '../help/site.ts'

const folder = mkdtempSync(join(tmpdir(), 'dragoman-watch-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const item = (i: number): Item => ({
  title: `Title ${i}`,
  text: `Report ${i}. ${'Envoys of both sides met again. '.repeat(3)}`,
  link: `https://gazette.example/${i}`,
})

test('a thousand sources, of which a third hang', { timeout: 300_000 }, async () => {
  const COUNT = 999
  let hang = true
  const site = siteOf({
    '/robots.txt': (_, response) => response.writeHead(404).end(),
    '/feed': (request, response) => {
      const n = Number(new URL(request.url ?? '', 'http://x').searchParams.get('n'))
      if (hang && n % 3 === 0) return
      response.end(rss([item(n)]))
    },
  })
  const close = await listen(site, '0.0.0.0')
  const port = new URL(site.base).port
  // Each source has a host of its own: all of 127.0.0.0/8 is this machine.
  const sources = Array.from({ length: COUNT }, (_, n) => ({
    address: `http://127.0.${1 + Math.floor(n / 250)}.${1 + (n % 250)}:${port}/feed?n=${n}`,
  }))
  const clock = fakeClock()
  const store = openSqlite(join(folder, 'thousand'))
  const options: WatchOptions = {
    clock,
    chance: EVEN,
    once: true,
    gap: 0,
    allowPrivate: true,
    limits: { fetchMs: 1500 },
    hosts: 32,
  }
  const first = await watch(store, sources, options)
  // On a busy machine some others are too slow as well.
  expect(first.polled).toBe(COUNT)
  expect(first.failed).toBeGreaterThanOrEqual(COUNT / 3)
  expect(first.failed).toBeLessThan(COUNT / 2)
  expect(first.added).toBe(COUNT - first.failed)
  const failing = (await store.sources()).filter(({ failures }) => failures > 0)
  expect(failing.filter(({ address }) => Number(address.split('n=')[1]) % 3 === 0)).toHaveLength(COUNT / 3)
  hang = false
  for (let i = 0; i < 3; i++) {
    clock.pass(120 * 60_000)
    await watch(store, [], options)
  }
  expect((await store.counts()).report).toBe(COUNT)
  expect((await store.sources()).filter(({ failures }) => failures > 0)).toEqual([])
  await store.close()
  close()
})

test('a feed of 50,000 items needs bounded memory, and nothing the second time', { timeout: 300_000 }, async () => {
  const COUNT = 50_000
  const feed = rss(Array.from({ length: COUNT }, (_, i) => item(i)))
  const site = siteOf({ '/feed': feed })
  const close = await listen(site)
  const clock = fakeClock()
  const store = openSqlite(join(folder, 'large'))
  const before = process.memoryUsage().rss
  let [peak, largest] = [0, 0]
  const options: WatchOptions = {
    clock,
    chance: EVEN,
    once: true,
    gap: 0,
    allowPrivate: true,
    onAdded: reports => {
      peak = Math.max(peak, process.memoryUsage().rss)
      largest = Math.max(largest, reports.length)
    },
  }
  expect(await watch(store, [{ address: `${site.base}/feed` }], options)).toMatchObject({ added: COUNT })
  expect(largest).toBeLessThanOrEqual(200)
  process.stderr.write(`50,000 items: ${Math.round((peak - before) / 2 ** 20)} MiB more\n`)
  expect((peak - before) / 2 ** 20).toBeLessThan(700)
  clock.pass(60 * 60_000)
  const start = performance.now()
  expect(await watch(store, [], options)).toMatchObject({ polled: 1, added: 0 })
  expect(performance.now() - start).toBeLessThan(30_000)
  await store.close()
  close()
})

test('stopped in the middle, again and again, it ends with all of it once', { timeout: 60_000 }, async () => {
  const COUNT = 900
  const page = (i: number) =>
    `<!DOCTYPE html><title>T</title><article><p>${`The story of ${i} is long. `.repeat(20)}</p></article>`
  const site = siteOf({})
  const items = Array.from({ length: COUNT }, (_, i) => ({ ...item(i), link: '' }))
  const close = await listen(site)
  site.routes = Object.fromEntries(items.slice(0, 60).map((_, i) => [`/${i}`, page(i)]))
  const linked = items.map((one, i) => ({ ...one, link: `${site.base}/${i}` }))
  site.routes['/plain'] = rss(linked)
  site.routes['/full'] = rss(linked.slice(0, 60), 'Full')
  const store = openMemory()
  const clock = fakeClock()
  const sources = [{ address: `${site.base}/plain` }, { address: `${site.base}/full`, fullText: true }]
  let [stops, total] = [0, 0]
  for (let i = 0; i < 60 && (await open(store, site.base)) > 0; i++) {
    const stop = new AbortController()
    let left = 5
    const writing: Store = {
      ...store,
      write: async entries => {
        if (left-- === 0) stop.abort()
        return store.write(entries)
      },
    }
    total += (
      await watch(writing, sources, {
        clock,
        chance: EVEN,
        once: true,
        gap: 0,
        allowPrivate: true,
        signal: stop.signal,
        pages: 7,
      })
    ).added
    if (stop.signal.aborted) stops++
    clock.pass(20 * 60_000)
  }
  expect(stops).toBeGreaterThan(3)
  const titles = (await all(store.reports())).map(({ publisher, title }) => `${publisher} ${title}`)
  expect([titles.length, total]).toEqual([COUNT + 60, COUNT + 60])
  expect(new Set(titles).size).toBe(titles.length)
  expect(await store.check()).toEqual([])
  close()
})

/** How much is still to come: unanswered sources, and pages that wait. */
async function open(store: Store, base: string): Promise<number> {
  const sources = await store.sources()
  const waiting = await store.sources({ of: `${base}/full`, due: '9999' })
  return sources.filter(({ answered }) => answered).length < 2 ? 1 : waiting.length
}

test('a watch killed at any moment loses nothing that its feed gave', { timeout: 300_000 }, async () => {
  let [count, growing] = [100, true]
  const WINDOW = 100
  const path = join(folder, 'killed')
  const site = siteOf({
    // Only the newest items, and those only to who does not know them: what is lost once is lost for ever.
    '/feed': (request, response) => {
      const etag = `"${count}"`
      if (request.headers['if-none-match'] === etag) {
        response.writeHead(304, { etag }).end()
        if (growing && count < 2000) count += 50
        return
      }
      response.writeHead(200, { etag }).end(rss(Array.from({ length: WINDOW }, (_, i) => item(count - WINDOW + i))))
    },
  })
  const close = await listen(site)
  const chance = chances(7)
  const program = new URL('../help/watcher.ts', import.meta.url).pathname
  let killed = 0
  for (let i = 0; i < 12; i++) {
    const child = spawn(process.execPath, [program, path, `${site.base}/feed`], { stdio: 'inherit' })
    const ended = new Promise<string | null>(done => child.on('close', (_, signal) => done(signal)))
    const asked = site.asked.length
    while (site.asked.length === asked) await wait(5)
    await wait(1200 * chance.next().value)
    child.kill('SIGKILL')
    if ((await ended) === 'SIGKILL') killed++
  }
  expect(killed).toBe(12)
  growing = false // what came after the last poll would be asked for by the next
  const store = openSqlite(path)
  await watch(store, [], {
    clock: fakeClock('2099-01-01T00:00:00Z'),
    chance: EVEN,
    once: true,
    gap: 0,
    allowPrivate: true,
  })
  expect(await store.check()).toEqual([])
  const titles = (await all(store.reports())).map(({ title }) => Number(title?.slice(6)))
  expect(titles.sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, i) => i))
  expect(count).toBeGreaterThan(200)
  await store.close()
  close()
})
