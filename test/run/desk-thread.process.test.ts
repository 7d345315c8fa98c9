import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { toJson } from '../../src/publish/index.ts'
import { addReports, openDeskThread } from '../../src/run/index.ts'
import { openSqlite } from '../../src/store/index.ts'
import { openTalks, TALKS, type Talks } from '../help/talks.ts'

let talks: Talks

beforeAll(() => {
  talks = openTalks()
})
afterAll(() => talks.remove())

test('a desk in its own thread answers the same, and sees what another program adds', async () => {
  const path = join(talks.folder, 'thread.dragoman')
  const faults: string[] = []
  const desk = await openDeskThread({ store: path, crises: [TALKS], pollMs: 50 }, message => faults.push(message))
  expect(await desk.add([talks.first])).toEqual({ read: 20, added: 20 })
  const page = async () => {
    const made = await desk.page('talks')
    return made?.briefing && toJson(made.briefing)
  }
  expect(await page()).toBe(await talks.batch('first'))
  const other = openSqlite(path)
  const { revision } = desk.state()
  await addReports(other, [talks.second])
  await other.close()
  await new Promise<void>(done => {
    desk.onChange(state => state.phase === 'ready' && state.revision > revision && done())
  })
  expect(await page()).toBe(await talks.batch('both'))
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
  const news = mkdtempSync(join(talks.folder, 'news-'))
  const setup = {
    store: join(talks.folder, 'watched.dragoman'),
    crises: [TALKS],
    watch: [{ address: news }],
    pollMs: 50,
  }
  writeFileSync(join(news, 'a.jsonl'), readFileSync(talks.first))
  const faults: string[] = []
  const desk = openDeskThread(setup, message => faults.push(message))
  await new Promise<void>(done => {
    desk.onChange(({ crises: [held] }) => held && held.reports > 0 && done())
  })
  expect((await desk.page('talks'))?.briefing?.counts.reports).toBeGreaterThan(0)
  await desk.close()
  expect(faults).toEqual([])
}, 60_000)
