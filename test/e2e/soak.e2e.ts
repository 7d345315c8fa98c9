import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Report } from '../../src/core/types.ts'
import { readBytes } from '../../src/ingest/index.ts'
import { brief, openTools } from '../../src/pipeline.ts'
import { toJson } from '../../src/publish/index.ts'
import { briefStored, keepPage, remake, watch } from '../../src/run/index.ts'
import { openSqlite } from '../../src/store/index.ts'
import { EVEN, fakeClock } from '../help/clock.ts'
import { rss, siteFor, tagged } from '../help/site.ts'

const DATA = '../shared/data/corpus/current-events'
const there = existsSync(DATA)
if (!there)
  process.stderr.write(`no ${DATA}: the soak test is left out; it needs the snapshots of Wikipedia's current events\n`)

const TOPIC = 'Russia Ukraine war'
/** So many states of the feeds are replayed, the last ones. */
const STEPS = 10
/** Days of which the feed of stories holds the newest text. */
const DAYS = 3

const folder = mkdtempSync(join(tmpdir(), 'dragoman-soak-'))
const site = siteFor()
let steps: readonly Step[] = []
let step = 0
/** Ends the watch while the server answers. */
let interrupt = () => {}

/** What the two feeds say at a time: the portal as it was published, and its stories one by one. */
type Step = { readonly at: string; readonly portal: Buffer; readonly stories: Buffer }

beforeAll(() => {
  if (there) steps = readSteps()
  const feed = (of: (step: Step) => Buffer) =>
    tagged(
      () => {
        interrupt()
        return of(steps[step] as Step).toString('utf8')
      },
      () => String(step),
    )
  site.routes = { '/portal': feed(({ portal }) => portal), '/stories': feed(({ stories }) => stories) }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Revision = {
  readonly day: string
  readonly commit_time: string
  readonly items: readonly {
    category: string
    topics: readonly string[]
    text: string
    sources: readonly { url?: string }[]
  }[]
}

function readSteps(): readonly Step[] {
  const snapshots = readdirSync(join(DATA, 'rss'))
    .sort()
    .map(name => gunzipSync(readFileSync(join(DATA, 'rss', name))))
  const revisions: readonly Revision[] = readFileSync(join(DATA, 'day_revisions.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))
  const times = [...new Set(revisions.map(revision => revision.commit_time))].slice(-STEPS)
  return times.map((at, i) => {
    const newest = new Map<string, Revision>()
    for (const revision of revisions)
      if (Date.parse(revision.commit_time) <= Date.parse(at)) newest.set(revision.day, revision)
    const days = [...newest.values()].slice(-DAYS)
    const portal = snapshots[Math.min(snapshots.length - 1, Math.floor((i * snapshots.length) / times.length))]
    return { at, portal: portal ?? Buffer.alloc(0), stories: Buffer.from(rss(days.flatMap(storiesOf), 'Stories')) }
  })
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

function storiesOf({ day, items }: Revision) {
  return items.map(({ category, topics, text, sources }) => ({
    title: escaped(topics[0] ?? category),
    text: escaped(text),
    date: `${day} 12:00:00 GMT`,
    ...(sources[0]?.url ? { link: escaped(sources[0].url) } : {}),
  }))
}

/** All items of all steps in one file, each as it came first. */
async function batchFile(): Promise<string> {
  const file = join(folder, 'all.jsonl')
  const lines = new Map<string, string>()
  for (const { at, portal, stories } of steps)
    for (const [bytes, name] of [
      [portal, '/portal'],
      [stories, '/stories'],
    ] as const)
      for await (const item of readBytes(bytes, site.base + name))
        if ('report' in item && !lines.has(item.report.id)) lines.set(item.report.id, lineOf(item.report, at))
  writeFileSync(file, [...lines.values()].join(''))
  return file
}

function lineOf({ url, publisher, lang, title, byline, published, modified, body }: Report, at: string): string {
  const fetched = new Date(at).toISOString()
  const record = { url, publisher, lang, title, byline, published, modified, fetched, content_html: body }
  return `${JSON.stringify(record)}\n`
}

test.skipIf(!there)(
  'states of two feeds, watched with stops, give the page of one run',
  { timeout: 600_000 },
  async () => {
    const tools = openTools()
    const clock = fakeClock(steps[0]?.at)
    const file = join(folder, 'store')
    const sources = ['/portal', '/stories'].map(path => ({ address: site.base + path }))
    let [pages, polls] = [0, 0]
    const round = async (signal?: AbortSignal) => {
      const store = openSqlite(file)
      const watched = await watch(store, sources, {
        clock,
        chance: EVEN,
        once: true,
        gap: 0,
        allowPrivate: true,
        ...(signal ? { signal } : {}),
      })
      polls += watched.polled
      await remake(store, tools)
      if (step % 5 === 4 && (await keepPage(store, 'war', await briefStored(store, TOPIC, tools)))) pages++
      await store.close()
    }
    for (step = 0; step < steps.length; step++) {
      clock.pass(Math.max(0, Date.parse(steps[step]?.at ?? '') - clock.now()))
      if (step % 5 === 3) {
        const stop = new AbortController()
        interrupt = () => stop.abort()
        await round(stop.signal)
        interrupt = () => {}
      }
      await round()
    }

    const store = openSqlite(file)
    const { briefing } = await briefStored(store, TOPIC, tools)
    const { report } = await store.counts()
    const once = await brief([await batchFile()], TOPIC, { tools })
    process.stderr.write(
      `soak: ${polls} polls, ${report} reports, ${pages} pages, ${briefing?.counts.reports} reports on the topic\n`,
    )
    expect(briefing && toJson(briefing)).toBe(once.briefing && toJson(once.briefing))
    expect(briefing?.counts.reports).toBeGreaterThan(20)
    expect(pages).toBeGreaterThan(0)
    expect(await store.check()).toEqual([])
    await store.close()
  },
)
