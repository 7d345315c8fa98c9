import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { toJson } from '../../src/publish/index.ts'
import { type Crisis, type DeskState, openDesk } from '../../src/run/index.ts'
import { openMemory, openSqlite } from '../../src/store/index.ts'
import { openTalks, TALKS, type Talks } from '../help/talks.ts'

const STRIP: Crisis = { name: 'strip', topic: { words: 'Gaza ceasefire', actors: ['PSE'], any: [] }, inputs: [] }
const now = () => '2025-06-01T12:00:00Z'
let talks: Talks

beforeAll(() => {
  talks = openTalks()
})
afterAll(() => talks.remove())

test('a desk filled in steps has the pages of one run, of every day', async () => {
  const store = openMemory()
  const desk = openDesk(store, [TALKS, STRIP], talks.tools, { now })
  const told: DeskState[] = []
  desk.onChange(state => told.push(state))
  await desk.add([talks.first])
  const page = async (asOf?: string) => {
    const made = await desk.page('talks', asOf ? { asOf } : {})
    return made?.briefing && toJson(made.briefing)
  }
  expect(await page()).toBe(await talks.batch('first'))
  const before = desk.state()
  await desk.add([talks.second])
  expect(await page()).toBe(await talks.batch('both'))
  const [earlier] = before.crises
  const day = earlier?.days[0]?.day ?? ''
  expect(await page(day)).toBe(await talks.batch('both', day))

  const [held, strip] = desk.state().crises
  expect(held?.revision).toBe(2)
  expect(strip).toMatchObject({ revision: 0, reports: 0, days: [] })
  expect((await desk.page('strip'))?.briefing).toBeUndefined()
  expect(await desk.page('nothing')).toBeUndefined()
  expect(held?.asOf).toBe(held?.days.at(-1)?.day)
  expect(held?.days.reduce((sum, { reports }) => sum + reports, 0)).toBe(held?.reports)
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
  const path = join(talks.folder, 'again.dragoman')
  const store = openSqlite(path)
  const desk = openDesk(store, [TALKS], talks.tools, { now })
  await desk.add([talks.first])
  await desk.close()
  const again = openDesk(store, [TALKS], talks.tools, { now })
  const totals: number[] = []
  again.onChange(({ total }) => totals.push(total))
  await again.refresh()
  expect(Math.max(...totals)).toBe(0)
  expect(again.state().crises[0]?.headline).toBe(desk.state().crises[0]?.headline)
  expect((await store.counts()).briefing).toBe(1)
  await store.close()
})
