import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { FORMATS, fromJson, toJson } from '../../src/publish/index.ts'
import { command, dragoman } from '../help/command.ts'
import { fixture } from '../publish/fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'dragoman-export-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const page = join(folder, 'now.json')
const before = join(folder, 'before.json')
const { developments } = fixture()
writeFileSync(page, toJson(fixture()))
writeFileSync(before, toJson({ ...fixture(), asOf: '2031-05-13', developments: developments.slice(1) }))
writeFileSync(join(folder, 'other.json'), toJson({ ...fixture(), topic: { ...fixture().topic, words: 'other' } }))

test('one format goes to standard output, as the library writes it', async () => {
  const calendar = FORMATS.find(({ id }) => id === 'ical')
  expect(await dragoman('export', page, '--format', 'ical')).toEqual({
    code: 0,
    out: calendar?.write(fixture()),
    err: '',
  })
})

test('all formats go to a folder', async () => {
  const out = join(folder, 'all')
  expect(await command('export', page, '--format', 'all', '--out', out)).toEqual({
    code: 0,
    out: `11 files in ${out}\n`,
    err: '',
  })
  expect(readdirSync(out).sort()).toEqual(FORMATS.map(({ file }) => file).sort())
})

test('a site of several briefings', async () => {
  const out = join(folder, 'site')
  expect(await command('export', 'site', page, before, '--out', out, '--quiet')).toMatchObject({ code: 0, out: '' })
  const folders = readdirSync(out).filter(name => name !== 'index.html')
  expect(folders.map(name => fromJson(readFileSync(join(out, name, 'briefing.json'), 'utf8')).asOf).sort()).toEqual([
    '2031-05-13',
    '2031-05-14',
  ])
})

test('a site of all crises of a file, from their inputs and a store', async () => {
  const lines = readFileSync('examples/istanbul-2025/reports.jsonl', 'utf8').split('\n').slice(0, 12)
  writeFileSync(join(folder, 'reports.jsonl'), `${lines.join('\n')}\n`)
  const crisis = (name: string, words: string) => `[[crisis]]\nname = "${name}"\ntopic = "${words}"\nactors = ["RUS"]\n`
  const config = join(folder, 'dragoman.toml')
  writeFileSync(config, `${crisis('one', 'Russia')}inputs = ["reports.jsonl"]\n${crisis('two', 'Moscow')}`)
  const out = join(folder, 'crises')
  const [store, quiet] = [join(folder, 'site.dragoman'), '--quiet']
  for (const more of [[], ['--store', store]])
    expect(await command('export', 'site', '--config', config, '--out', out, quiet, ...more)).toMatchObject({ code: 0 })
  const folders = readdirSync(out).filter(name => name !== 'index.html')
  expect(folders.map(name => name.replace(/-\d.*/u, '')).sort()).toEqual(['moscow', 'russia'])
  expect(existsSync(store)).toBe(true)
})

test.each([
  [['export', page, '--store', 's'], 'go with "export site"'],
  [['export', 'site', '--store', 's', page, '--out', folder], 'does not say which crises'],
  [['export', page], 'no format given'],
  [['export', page, '--format', 'pdf'], '"pdf" is not a format'],
  [['export', page, '--format', 'atom,rss'], 'several formats cannot go to standard output'],
  [['export', page, before, '--format', 'atom'], 'export takes one briefing'],
  [['export', 'site', '--out', folder], 'no briefing given'],
  [['export', 'site', page], 'a site needs a folder'],
  [['export', join(folder, 'none.json'), '--format', 'atom'], 'cannot read'],
  [['diff', page, before], 'the earlier briefing is of 2031-05-14'],
  [['diff', before, join(folder, 'other.json')], 'on two topics'],
  [['brief', page, '--topic', 'x', '--since', page, '--since-day', '2031-05-01'], 'both name an earlier page'],
  [['brief', page, '--topic', 'x', '--since-day', '2031-02-30'], 'is not a day'],
])('a wrong call says what is wrong and what to do: %j', async (args, problem) => {
  const call = command(...args)
  await expect(call).rejects.toThrow(problem)
  await expect(call).rejects.toHaveProperty('cure', expect.stringMatching(/\w/u))
})

test('diff tells changes with the reports behind them, as text and as JSON', async () => {
  const { code, out } = await dragoman('diff', before, page)
  expect(code).toBe(0)
  expect(out).toBe(
    `13 May 2031 → 14 May 2031: 1 change (added: 1)

Added
  1998
    In 1998 the prime ministers of the day shook hands on a line through the strait.
    [The Halvar Herald, 2031-04-20, https://herald.example/long-read#top, known before]
`,
  )
  const { list } = JSON.parse((await command('diff', before, page, '--json')).out)
  expect(list).toMatchObject([{ kind: 'added', basis: 'choice', reports: ['herald-2'] }])
})
