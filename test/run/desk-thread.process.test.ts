import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { brief, openTools, type Tools } from '../../src/pipeline.ts'
import { toJson } from '../../src/publish/index.ts'
import { addReports, type Crisis, openDeskThread } from '../../src/run/index.ts'
import { openSqlite } from '../../src/store/index.ts'

const TALKS: Crisis = {
  name: 'talks',
  topic: { words: 'Russia Ukraine talks', actors: ['RUS', 'UKR'], any: [] },
  inputs: [],
}
const folder = mkdtempSync(join(tmpdir(), 'dragoman-desk-'))
const [first, second, both] = ['first.jsonl', 'second.jsonl', 'both.jsonl'].map(name => join(folder, name))
let tools: Tools

beforeAll(() => {
  tools = openTools()
  const lines = readFileSync('examples/istanbul-2025/reports.jsonl', 'utf8').split('\n').slice(0, 30)
  writeFileSync(String(first), `${lines.slice(0, 20).join('\n')}\n`)
  writeFileSync(String(second), `${lines.slice(20).join('\n')}\n`)
  writeFileSync(String(both), `${lines.join('\n')}\n`)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function batch(input: string, asOf?: string): Promise<string> {
  const { briefing } = await brief([input], TALKS.topic, { tools, ...(asOf ? { asOf } : {}) })
  return briefing ? toJson(briefing) : ''
}

test('a desk in its own thread answers the same, and sees what another program adds', async () => {
  const path = join(folder, 'thread.dragoman')
  const faults: string[] = []
  const desk = await openDeskThread({ store: path, crises: [TALKS], pollMs: 50 }, message => faults.push(message))
  expect(await desk.add([String(first)])).toEqual({ read: 20, added: 20 })
  const page = async () => {
    const made = await desk.page('talks')
    return made?.briefing && toJson(made.briefing)
  }
  expect(await page()).toBe(await batch(String(first)))
  const other = openSqlite(path)
  const { revision } = desk.state()
  await addReports(other, [String(second)])
  await other.close()
  await new Promise<void>(done => {
    desk.onChange(state => state.phase === 'ready' && state.revision > revision && done())
  })
  expect(await page()).toBe(await batch(String(both)))
  expect(await desk.page('nothing')).toBeUndefined()
  const line =
    '{"title":"Russia and Ukraine meet","text":"Russia and Ukraine met in Oslo.","lang":"en","published":"2025-05-28"}'
  const received = await desk.addBytes(Buffer.from(`${line}\n{"title":\n`), 'upload.jsonl')
  expect(received).toMatchObject({ read: 1, added: 1, notices: [{ line: 2, file: 'upload.jsonl' }] })
  await desk.refresh()
  expect((await desk.page('talks'))?.briefing?.sources.some(({ title }) => title === 'Russia and Ukraine meet')).toBe(
    true,
  )
  await desk.close()
  await expect(desk.page('talks')).rejects.toThrow(/closed/u)
  expect(faults).toEqual([])
}, 60_000)

test('a desk that watches takes up what its sources bring', async () => {
  const news = mkdtempSync(join(folder, 'news-'))
  const setup = { store: join(folder, 'watched.dragoman'), crises: [TALKS], watch: [{ address: news }], pollMs: 50 }
  writeFileSync(join(news, 'a.jsonl'), readFileSync(String(first)))
  const faults: string[] = []
  const desk = openDeskThread(setup, message => faults.push(message))
  await new Promise<void>(done => {
    desk.onChange(({ crises: [talks] }) => talks && talks.reports > 0 && done())
  })
  expect((await desk.page('talks'))?.briefing?.counts.reports).toBeGreaterThan(0)
  await desk.close()
  expect(faults).toEqual([])
}, 60_000)
