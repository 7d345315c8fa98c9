import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { brief, openTools, type Tools } from '../../src/pipeline.ts'
import { toJson } from '../../src/publish/index.ts'
import { type Crisis, type DeskState, openDesk } from '../../src/run/index.ts'
import { openMemory, openSqlite } from '../../src/store/index.ts'

const TALKS: Crisis = {
  name: 'talks',
  topic: { words: 'Russia Ukraine talks', actors: ['RUS', 'UKR'], any: [] },
  inputs: [],
}
const STRIP: Crisis = { name: 'strip', topic: { words: 'Gaza ceasefire', actors: ['PSE'], any: [] }, inputs: [] }
const folder = mkdtempSync(join(tmpdir(), 'dragoman-desk-'))
const [first, second, both] = ['first.jsonl', 'second.jsonl', 'both.jsonl'].map(name => join(folder, name))
const now = () => '2025-06-01T12:00:00Z'
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

test('a desk filled in steps has the pages of one run, of every day', async () => {
  const store = openMemory()
  const desk = openDesk(store, [TALKS, STRIP], tools, { now })
  const told: DeskState[] = []
  desk.onChange(state => told.push(state))
  await desk.add([String(first)])
  const page = async (asOf?: string) => {
    const made = await desk.page('talks', asOf ? { asOf } : {})
    return made?.briefing && toJson(made.briefing)
  }
  expect(await page()).toBe(await batch(String(first)))
  const before = desk.state()
  await desk.add([String(second)])
  expect(await page()).toBe(await batch(String(both)))
  const [earlier] = before.crises
  const day = earlier?.days[0]?.day ?? ''
  expect(await page(day)).toBe(await batch(String(both), day))

  const [talks, strip] = desk.state().crises
  expect(talks?.revision).toBe(2)
  expect(strip).toMatchObject({ revision: 0, reports: 0, days: [] })
  expect((await desk.page('strip'))?.briefing).toBeUndefined()
  expect(await desk.page('nothing')).toBeUndefined()
  expect(talks?.asOf).toBe(talks?.days.at(-1)?.day)
  expect(talks?.days.reduce((sum, { reports }) => sum + reports, 0)).toBe(talks?.reports)
  expect(told.some(({ phase, total }) => phase === 'reading' && total > 0)).toBe(true)
  expect(told.at(-1)).toMatchObject({ phase: 'ready', revision: 2 })
  expect((await desk.page('talks', { since: day }))?.briefing?.changes?.since).toBe(day)
  const quiet = desk.state().revision
  await desk.refresh()
  expect(desk.state().revision).toBe(quiet)
  expect((await store.latestBriefing('talks'))?.at).toBe(now())
  await desk.close()
})

test('a desk opened on what was read before reads nothing, and shows it', async () => {
  const path = join(folder, 'again.dragoman')
  const store = openSqlite(path)
  const desk = openDesk(store, [TALKS], tools, { now })
  await desk.add([String(first)])
  await desk.close()
  const again = openDesk(store, [TALKS], tools, { now })
  const totals: number[] = []
  again.onChange(({ total }) => totals.push(total))
  await again.refresh()
  expect(Math.max(...totals)).toBe(0)
  expect(again.state().crises[0]?.headline).toBe(desk.state().crises[0]?.headline)
  expect((await store.counts()).briefing).toBe(1)
  await store.close()
})
