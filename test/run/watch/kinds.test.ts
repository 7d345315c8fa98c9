import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { all } from '../../contract/store.ts'
import { forget, type Handler, pagesAsked, rss } from '../../help/site.ts'
import { watching } from '../../help/watching.ts'

const folder = mkdtempSync(join(tmpdir(), 'dragoman-watch-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const own = watching()
const { site, feedAt, poll, later, versions, health, item } = own
const reports = () => all(own.store.reports())

describe('full text', () => {
  const page = (text: string) =>
    `<!DOCTYPE html><html><head><title>x</title></head><body><article><h1>Talks</h1><p>${`${text} `.repeat(12)}</p></article></body></html>`
  const full = () => poll(feedAt('/feed', { fullText: true }))

  test('the page of an item stands in its place, with what the feed says of it', async () => {
    site.routes = { '/feed': rss([item('Oslo'), item('Rome')]), '/Oslo': page('Envoys met for five hours.') }
    expect(await full()).toMatchObject({ added: 2 })
    const [oslo, rome] = await all(own.store.articles())
    expect(oslo).toMatchObject({ title: 'Talks in Oslo', publisher: 'Gazette', url: `${site.base}/Oslo` })
    expect(oslo?.text).toContain('five hours')
    expect(oslo?.published?.value).toBe('2025-06-02T07:00:00+00:00')
    expect(rome?.text).toBe('Envoys met in Rome.')
    expect((await own.store.source(`${site.base}/Rome`, `${site.base}/feed`))?.fault).toBe('the server answers 404')
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
    expect((await all(own.store.notices())).map(({ code }) => code)).toEqual(['invalid-json'])
    writeFileSync(join(inbox, 'b.jsonl'), line('Two'))
    later(2)
    expect(await poll(source)).toMatchObject({ added: 1 })
    writeFileSync(join(inbox, 'a.jsonl'), line('One') + line('Three'))
    utimesSync(join(inbox, 'a.jsonl'), 1_750_000_000, 1_750_000_000)
    later(2)
    expect(await poll(source)).toMatchObject({ added: 1 })
    later(2)
    expect(await poll(source)).toMatchObject({ polled: 1, added: 0 })
    expect(await own.store.source(inbox)).toMatchObject({ kind: 'folder', items: 3 })
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
      own.polled = []
      await poll(source)
      expect(own.polled.map(({ source: { address } }) => address)).toEqual([source.address, `${site.base}/two`])
      write(opml('one', 'two'))
      later(1500)
      await poll(source)
      expect(await health('/one')).not.toHaveProperty('stopped')
    },
  )
})
