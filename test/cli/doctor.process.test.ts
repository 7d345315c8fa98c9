import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import {
  checkClock,
  checkGazetteer,
  checkModels,
  checkNode,
  checkPort,
  checkRoom,
} from '../../src/cli/doctor-machine.ts'
import { checkConfig, checkSources, checkStore, checkTokens } from '../../src/cli/doctor-setup.ts'
import type { Report } from '../../src/cli/findings.ts'
import { hashOf, writeTokens } from '../../src/serve/access.ts'
import { openSqlite } from '../../src/store/index.ts'
import { filled } from '../contract/store.ts'
import { dragoman } from './program.ts'

const folder = mkdtempSync(join(tmpdir(), 'dragoman-doctor-'))
const at = (...names: readonly string[]) => join(folder, ...names)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function put(name: string, text: string, mode = 0o600): string {
  writeFileSync(at(name), text)
  chmodSync(at(name), mode)
  return at(name)
}

/** State and words of a report; whatever is not well has a cure, and what is well has none. */
function told({ state, message, cure }: Report): string {
  expect([state, cure === undefined]).toEqual([state, state === 'ok'])
  return `${state}: ${message}`
}

test.each([
  ['26.10.0', 'ok'],
  ['24.15.0', 'ok'],
  ['24.14.9', 'fault'],
  ['20.20.2', 'fault'],
])('Node.js %s is %s', (version, state) => expect(told(checkNode(version))).toMatch(new RegExp(`^${state}`, 'u')))

test('the models are those that were published', () => {
  expect(told(checkModels('models/en'))).toBe('ok: 8 models, as published')
  cpSync('models/en', at('models'), { recursive: true })
  writeFileSync(at('models', 'lemmas.bin'), 'x')
  rmSync(at('models', 'pronouns.bin'))
  expect(told(checkModels(at('models')))).toBe('fault: not as published: lemmas.bin, pronouns.bin')
  expect(told(checkModels(folder))).toBe('fault: there are no models')
  mkdirSync(at('other'))
  writeFileSync(at('other', 'SHA256SUMS'), '')
  expect(told(checkModels(at('other')))).toBe('fault: not as published: all')
})

test('the gazetteer is there, and whole', () => {
  expect(told(checkGazetteer(folder))).toMatch(/^warning: .*not made yet/u)
  mkdirSync(at('.cache'))
  writeFileSync(at('.cache', 'geonames-1.bin'), 'x')
  expect(told(checkGazetteer(folder))).toMatch(/^fault: .*cut off/u)
})

test('the clock is neither behind our own files nor far off', () => {
  expect(told(checkClock('.', new Date('2099-06-01T00:00:00Z')))).toMatch(/^ok: 2099-06-01T00:00:00/u)
  expect(told(checkClock('.', new Date('2019-01-01T00:00:00Z')))).toMatch(/^fault: .*before Dragoman was installed/u)
  expect(told(checkClock('.', new Date('2150-01-01T00:00:00Z')))).toMatch(/^fault/u)
})

test('a folder takes files and has room', () => {
  expect(told(checkRoom(folder))).toMatch(/MB free in/u)
  expect(told(checkRoom(at('none')))).toMatch(/^fault: .*takes no files/u)
})

test('a port is free, or another is', async () => {
  const taken = createServer()
  const port = await new Promise<number>(done => taken.listen(0, '127.0.0.1', () => done(Object(taken.address()).port)))
  expect(told(await checkPort(String(port)))).toMatch(/^warning: .*is taken/u)
  await new Promise<void>(done => taken.close(() => done()))
  expect(told(await checkPort(String(port)))).toBe(`ok: ${port} is free`)
})

test('a store opens, or is told of', async () => {
  expect(told(await checkStore(at('new.dragoman')))).toMatch(/^warning: there is no/u)
  await (await filled(openSqlite(at('store.dragoman')))).close()
  expect(told(await checkStore(at('store.dragoman')))).toMatch(/^ok: 4 reports, 3 marks/u)
  expect(told(await checkStore(put('notes.txt', 'notes')))).toMatch(/^fault: .*no store of Dragoman/u)
})

test('a configuration is read, and its files are there', async () => {
  const config = (text: string) => checkConfig(put('d.toml', text), {})
  const crisis = '[[crisis]]\nname = "x"\ntopic = "x"\ninputs = ["d.toml"]\n'
  expect(told(config(`${crisis}[[source]]\naddress = "https://x.example/feed"\n`))).toBe('ok: 1 crisis, 1 source')
  expect(told(config(crisis.replace('"d.toml"', '"none.jsonl"')))).toMatch(/^fault: .*none\.jsonl/u)
  expect(told(config('[[crisis]]\nname = "x"\n'))).toMatch(/^fault: .*no topic/u)
  expect(told(config(''))).toMatch(/^fault: .*no crisis/u)
  expect(told(checkConfig(at('none.toml'), {}))).toMatch(/^fault: cannot read/u)
})

test('sources are asked only when that is wanted', async () => {
  const of = (address: string, online = false) => checkSources({ crises: [], sources: [{ address }] }, online)
  expect(told(await of('http://127.0.0.1:9/feed'))).toMatch(/^ok: 1 source, not asked/u)
  expect(told(await of('http://127.0.0.1:9/feed', true))).toMatch(/^fault: no answer/u)
  expect(told(await of(at('none')))).toMatch(/^fault: there is no/u)
})

test('tokens are for their owner only', () => {
  const of = (role: 'admin' | 'reader') => writeTokens([{ name: 'Ann', role, hash: hashOf('x') }])
  expect(told(checkTokens(put('t.jsonl', of('admin'))))).toBe('ok: 1 token')
  expect(told(checkTokens(put('t.jsonl', of('reader'))))).toMatch(/^warning: 1 token, none of an admin/u)
  expect(told(checkTokens(put('t.jsonl', of('admin'), 0o644)))).toMatch(/^fault: .*mode 644/u)
  expect(told(checkTokens(put('t.jsonl', '{')))).toMatch(/^fault: .*neither/u)
  expect(told(checkTokens(at('none')))).toMatch(/^fault: there is no/u)
})

test('the command tells all, and fails where something is at fault', async () => {
  const sound = await dragoman('doctor', '--json')
  expect([sound.code, sound.err]).toEqual([0, ''])
  const { findings } = JSON.parse(sound.out)
  expect(findings.map(({ what }: { what: string }) => what)).toEqual([
    'Node.js',
    'gazetteer',
    'models',
    'clock',
    'disk',
    'port',
  ])
  const bad = await dragoman('doctor', '--tokens', at('none'), '--store', at('s.dragoman'))
  expect(bad.code).toBe(1)
  expect(bad.out).toMatch(/^fault {4}tokens: there is no .*\n {9}Make it with: dragoman token/mu)
})
