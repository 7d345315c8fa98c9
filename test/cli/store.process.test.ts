import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { briefCommand } from '../../src/cli/brief.ts'
import { storeCommand } from '../../src/cli/store.ts'
import { Mistake } from '../../src/core/mistake.ts'
import { openSqlite } from '../../src/store/index.ts'
import { filled } from '../contract/store.ts'
import { command, dragoman } from '../help/command.ts'

const folder = mkdtempSync(join(tmpdir(), 'dragoman-cli-store-'))
const at = (name: string) => join(folder, name)
afterAll(() => rmSync(folder, { recursive: true, force: true }))
beforeAll(async () => (await filled(openSqlite(at('store')))).close())

test('an export goes to a file or a pipe, and comes back to the same bytes', async () => {
  expect(await command('store', 'export', at('store'), at('x.jsonl'))).toEqual({ code: 0, out: '', err: '' })
  const text = readFileSync(at('x.jsonl'), 'utf8')
  expect(text).toContain('\u2028')
  expect(await command('store', 'import', at('copy'), at('x.jsonl'))).toMatchObject({
    code: 0,
    out: '29 records added\n',
  })
  expect((await dragoman('store', 'export', at('copy'))).out).toBe(text)
  expect(await command('store', 'check', at('copy'))).toMatchObject({
    code: 0,
    out: `sound  ${at('copy')}: 4 reports, 4 articles, 3 pages, 3 marks, 1 notice, 2 sources\n`,
  })
})

test('search shows where the words stand', async () => {
  const { code, out } = await command('store', 'search', at('store'), 'envoys', 'over')
  expect(code).toBe(0)
  expect(out).toBe(
    'Talks in Oslo\n2025-05-11 · Gazette · https://a.org/x/\n  … Envoys met in Oslo. The talks are over. …\n\n',
  )
  const early = await command('store', 'search', at('store'), 'over', '--known-by', '2025-05-10')
  expect(early).toMatchObject({ code: 1, out: 'nothing found\n' })
})

test('a wrong call and a bad file are told with a cure, and leave nothing behind', async () => {
  writeFileSync(at('notes.txt'), 'notes')
  writeFileSync(at('bad.jsonl'), '{"format":"dragoman-store/1"}\n{"kind":"mark"}\n')
  const store = (action: string, name: string, rest: readonly string[] = [], options = {}) =>
    storeCommand(action, at(name), rest, options)
  const brief = (name: string) => briefCommand([], { topic: 'x', out: at('out'), store: at(name) })
  const calls: readonly (readonly [() => Promise<number>, string])[] = [
    [() => store('check', 'nothing'), 'there is no'],
    [() => store('check', 'notes.txt'), 'is no store of Dragoman'],
    [() => store('import', 'copy', [at('none.jsonl')]), 'cannot read'],
    [() => store('import', 'copy', [at('bad.jsonl')]), 'line 2'],
    [() => store('export', 'store', [join(at('none'), 'x')]), 'cannot write'],
    [() => store('export', 'store', ['a', 'b']), 'one file at most'],
    [() => store('search', 'store'), 'no words given'],
    [() => store('search', 'store', ['x'], { knownBy: 'May' }), 'is not a day'],
    [() => brief('notes.txt'), 'is no store of Dragoman'],
    [() => brief('nothing'), 'no input given'],
  ]
  for (const [call, message] of calls) {
    const error = await call().catch(reason => reason)
    expect(error).toBeInstanceOf(Mistake)
    expect([error.message, error.cure]).toEqual([expect.stringContaining(message), expect.stringMatching(/\.$/u)])
  }
  expect(await dragoman('store', 'check', at('notes.txt'))).toMatchObject({
    code: 2,
    err: `dragoman: ${at('notes.txt')} is there but is no store of Dragoman\n  Give another name; a store is made where there is no file.\n`,
  })
  expect(readdirSync(folder).filter(name => /part|nothing/u.test(name))).toEqual([])
})

test('brief keeps what it is given, and later makes the page without it', async () => {
  const story = {
    title: 'Russia and Ukraine hold talks',
    text: 'Russia and Ukraine held talks in Istanbul on Friday.',
    published: '2025-05-16',
    lang: 'en',
  }
  writeFileSync(at('one.jsonl'), `${JSON.stringify(story)}\n`)
  const call = ['brief', '--topic', 'Russia Ukraine talks', '--store', at('kept'), '--out']
  const first = await dragoman(...call, at('first'), at('one.jsonl'))
  expect(first.out).toContain('1 report added to 0, 1 article read; the page is kept.')
  rmSync(at('one.jsonl'))
  const again = await command(...call, at('again'))
  expect(again.out).toContain('0 reports added to 1, 0 articles read; the page is as it was.')
  const page = (name: string) => readFileSync(join(at(name), 'briefing.json'), 'utf8')
  expect(page('again')).toBe(page('first'))
})
