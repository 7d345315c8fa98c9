import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { parseOpml } from '../../src/ingest/opml.ts'
import { parseXml } from '../../src/ingest/xml.ts'
import { rss, siteFor } from '../help/site.ts'

const folder = mkdtempSync(join(tmpdir(), 'dragoman-cli-watch-'))
const at = (name: string) => join(folder, name)
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const site = siteFor()

async function dragoman(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const call = promisify(execFile)(process.execPath, ['src/cli/main.ts', ...args], {
    env: { ...process.env, NO_COLOR: '1' },
  })
  const { stdout, stderr, code = 0 } = await call.catch(error => error)
  return { code, out: stdout.replace(/^\d\d:\d\d/gmu, 'hh:mm'), err: stderr }
}

test('a round of a config: what is new, what failed, the page; then the table', { timeout: 60_000 }, async () => {
  const text = 'Russia and Ukraine will hold talks in Istanbul on June 2, Turkey said. Both sides agreed to meet.'
  site.routes = {
    '/feed': rss([{ title: 'Russia and Ukraine agree to talks in Istanbul', text, link: 'https://a.example/1' }]),
  }
  writeFileSync(
    at('dragoman.toml'),
    `[[crisis]]\nname = "talks"\ntopic = "Russia Ukraine talks Istanbul"\n[[crisis]]\ntopic = "Floods in Chile"
[[source]]\naddress = "${site.base}/feed"\n[[source]]\naddress = "${site.base}/none"\nname = "None"\n`,
  )
  const call = ['watch', '--config', at('dragoman.toml'), '--store', at('store'), '--once', '--allow-private'] as const
  const { code, out, err } = await dragoman(...call)
  expect(err).toBe('')
  expect(out.split('\n').map(line => line.replace(/next try .*$/u, 'next try …'))).toEqual([
    'hh:mm  1 new report  Gazette (first poll)',
    'hh:mm  failed  None: the server answers 404; next try …',
    'hh:mm  2 sources polled: 1 new report, 1 failed',
    'hh:mm  1 article read',
    'hh:mm  talks: the page is new',
    'hh:mm  Floods in Chile: no report is about it yet',
    `in all  2 sources polled: 1 new report, 1 failed; ${at('store')} holds 1 report`,
    '',
  ])
  expect(code).toBe(0)
  expect(await dragoman(...call)).toEqual({
    code: 0,
    err: '',
    out: `no source is due; ${at('store')} holds 1 report\n`,
  })
  expect((await dragoman('sources', '--store', at('store'))).out).toBe(
    `failing                 0  None: has never answered: the server answers 404
fresh    feed           1  Gazette: answered less than a minute ago, newest less than a minute ago\n`,
  )
})

test('the list to start with, as a table and as OPML', async () => {
  const table = (await dragoman('sources', '--starter')).out.trimEnd().split('\n')
  expect(table[0]).toBe('address\tname\thome\tlanguage\tkind\tnote')
  const { root } = parseXml((await dragoman('sources', '--starter', '--opml')).out, 10)
  const feeds = (root && parseOpml(root)?.outlines) ?? []
  expect(feeds.length).toBe(table.filter(line => line.split('\t')[4] === 'feed').length)
  expect(feeds.map(({ feed }) => feed)).toContain('https://news.un.org/feed/subscribe/en/news/all/rss.xml')
})

test.each([
  [['watch', '--store', at('new')], /no source given/u],
  [['watch', 'https://a.org/feed'], /--store/u],
  [['sources'], /say which sources/u],
  [['sources', '--store', at('nowhere')], /there is no/u],
])('%j is a wrong call', async (args, message) => {
  const { code, err } = await dragoman(...args)
  expect([code, err]).toEqual([2, expect.stringMatching(message)])
})
