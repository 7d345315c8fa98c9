import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Notice } from '../../src/core/types.ts'
import { brief, openTools, type Tools } from '../../src/pipeline.ts'
import { toJson } from '../../src/publish/index.ts'
import { addReports, briefStored, keepPage, READ_BY, remake } from '../../src/run/index.ts'
import { openMemory, openSqlite, type Store } from '../../src/store/index.ts'

const TOPIC = 'Russia Ukraine talks Istanbul'
const folder = mkdtempSync(join(tmpdir(), 'dragoman-run-'))
const [first, second, both] = ['first.jsonl', 'second.jsonl', 'both.jsonl'].map(name => join(folder, name))
let tools: Tools

beforeAll(() => {
  tools = openTools()
  const lines = readFileSync('examples/istanbul-2025/reports.jsonl', 'utf8').split('\n').slice(0, 24)
  writeFileSync(String(first), `${lines.slice(0, 10).join('\n')}\n{"bad\n`)
  writeFileSync(String(second), `${lines.slice(8).join('\n')}\n`)
  writeFileSync(String(both), `${lines.join('\n')}\n`)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function pageOf(store: Store): Promise<string> {
  const { briefing } = await briefStored(store, TOPIC, tools)
  return briefing ? toJson({ ...briefing, notices: withoutBad(briefing.notices) }) : ''
}

/** One input has a line that is none. */
function withoutBad(notices: readonly Notice[]): readonly Notice[] {
  return notices.filter(({ code }) => code !== 'invalid-json')
}

describe.each([
  ['memory', () => openMemory()],
  ['a file', () => openSqlite(join(folder, 'store'))],
] as const)('a store in %s', (_, open) => {
  test('filled in steps gives the page of one run, and reads nothing twice', async () => {
    const store = open()
    expect(await addReports(store, [String(second)])).toEqual({ read: 16, added: 16 })
    expect(await remake(store, tools)).toEqual({ extract: 0, annotate: 16, claim: 0 })
    expect(await addReports(store, [String(first)])).toEqual({ read: 10, added: 8 })
    expect(await remake(store, tools)).toEqual({ extract: 0, annotate: 8, claim: 0 })
    expect(await addReports(store, [String(first), String(second)])).toMatchObject({ added: 0 })
    expect(await remake(store, tools)).toEqual({ extract: 0, annotate: 0, claim: 0 })
    const once = await brief([String(both)], TOPIC, { tools })
    expect(await pageOf(store)).toBe(once.briefing && toJson(once.briefing))
    const result = await briefStored(store, TOPIC, tools)
    expect(result.events).toEqual(once.events)
    expect(result.notices.map(({ code }) => code)).toContain('invalid-json')
    expect([await keepPage(store, 'talks', result), await keepPage(store, 'talks', result)]).toEqual([true, false])
    expect((await store.latestBriefing('talks'))?.events).toEqual(once.events)
    expect(await store.check()).toEqual([])
    await store.close()
  })
})

test('a new version of a stage re-makes what rests on it, and nothing before it', async () => {
  const store = openMemory()
  await addReports(store, [String(first)])
  await remake(store, tools)
  const page = await pageOf(store)
  const claim = { ...READ_BY, claims: `${READ_BY.claims}.new` }
  expect(await remake(store, tools, { versions: claim })).toEqual({ extract: 0, annotate: 0, claim: 10 })
  const annotate = { layers: `${READ_BY.layers}.new`, claims: `${READ_BY.claims}.newer` }
  expect(await remake(store, tools, { versions: annotate })).toEqual({ extract: 0, annotate: 10, claim: 0 })
  expect(await pageOf(store)).toBe(page)
})
