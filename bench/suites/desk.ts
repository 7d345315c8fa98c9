import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { ask, type Load, load, percentile } from '../desk-load.ts'
import { firstPage, ready, rebuild, type Served, serve } from '../desk-server.ts'
import type { Figure, Suite } from '../types.ts'

/**
 * The desk as it is used: `dragoman serve` in a process of its own over the reports of the example, and 100 readers at once
 * who ask for pages, past days, data and searches over connections that stay open.
 *
 * `p50_ms`, `p95_ms`, `p99_ms`: each asks again as soon as it is answered; lines with `:paced` are of readers who look at a
 * page for a second. `rebuild_ms`: from sending one new report to the news that pages tell of it. `start_ms`,
 * `start_page_ms`: from the second start to the address, and to the page. The figures depend on the machine and are not
 * pinned; `load` is what else it did (one-minute average), on so many `cores`.
 */
export const suite: Suite = {
  name: 'desk',
  datasets: [{ name: 'istanbul', path: 'corpus/istanbul-2025', run: runDesk }],
}

const CRISIS = 'istanbul'
const READERS = 100
const WARM_SECONDS = 2
const SECONDS = 10
const PACED_SECONDS = 5
const REBUILDS = 5

async function runDesk(folder: string): Promise<readonly Figure[]> {
  const room = mkdtempSync(join(tmpdir(), 'dragoman-desk-'))
  try {
    const [config, store] = [join(room, 'dragoman.toml'), join(room, 'store.dragoman')]
    writeFileSync(config, configOf(join(folder, 'reports.jsonl')))
    const first = await serve(config, store)
    await ready(first.url, CRISIS)
    await first.close()
    const from = performance.now()
    const desk = await serve(config, store)
    await firstPage(desk.url, CRISIS)
    const page = performance.now() - from
    await ready(desk.url, CRISIS)
    const figures = await measure(desk).finally(() => desk.close())
    return [...figures, figure('start_ms', desk.ms), figure('start_page_ms', page)]
  } finally {
    rmSync(room, { recursive: true, force: true })
  }
}

function configOf(reports: string): string {
  const topic = 'topic = "Russia Ukraine talks Istanbul"\nactors = ["RUS", "UKR"]\nas_of = "2025-05-29"'
  return `[[crisis]]\nname = "${CRISIS}"\n${topic}\ninputs = [${JSON.stringify(reports)}]\n`
}

async function measure(desk: Served): Promise<readonly Figure[]> {
  const paths = await answered(desk.url, candidates())
  await load(desk.url, paths, { readers: READERS, seconds: WARM_SECONDS, pauseMs: 0 })
  const before = desk.cpu()
  const flat = await load(desk.url, paths, { readers: READERS, seconds: SECONDS, pauseMs: 0 })
  const spent = (desk.cpu() ?? 0) - (before ?? 0)
  const paced = await load(desk.url, paths, { readers: READERS, seconds: PACED_SECONDS, pauseMs: 1000 })
  const rebuilds: number[] = []
  for (let n = 0; n < REBUILDS; n++) rebuilds.push(await rebuild(desk.url, newReport(n)))
  return [
    ...figuresOf(flat),
    ...figuresOf(paced).map(one => ({ ...one, metric: `${one.metric}:paced`, detail: true })),
    { ...figure('rebuild_ms', percentile(rebuilds, 0.5)), n: REBUILDS },
    { ...figure('rebuild_ms:worst', Math.max(...rebuilds)), n: REBUILDS, detail: true },
    // Whatever else the machine does, this is what an answer costs.
    ...(before === undefined
      ? []
      : [{ ...figure('cpu_ms_per_request', (spent * 1000) / flat.whole.length), detail: true }]),
    { ...figure('paths', paths.length), detail: true },
    { ...figure('load', loadavg()[0] ?? 0), detail: true },
    { ...figure('cores', availableParallelism()), detail: true },
  ]
}

function figure(metric: string, value: number): Figure {
  return { suite: 'desk', dataset: 'istanbul', metric, value, n: 1 }
}

/** The figures of one load. */
export function figuresOf({ whole, first, errors, seconds }: Load): readonly Figure[] {
  const of = (metric: string, value: number) => ({ ...figure(metric, value), n: whole.length + errors, seconds })
  return [
    of('p50_ms', percentile(whole, 0.5)),
    of('p95_ms', percentile(whole, 0.95)),
    of('p99_ms', percentile(whole, 0.99)),
    of('first_byte_p95_ms', percentile(first, 0.95)),
    of('requests_per_second', whole.length / seconds),
    of('errors', errors),
  ]
}

const DAYS = ['2025-05-16', '2025-05-20', '2025-05-24', '2025-05-28']
const WORDS = ['ceasefire', 'umerov', 'prisoners', 'memorandum']

/** What readers ask for; the newest page most. */
function candidates(): readonly string[] {
  const [page, api] = [`/c/${CRISIS}/`, `/api/v1/crises/${CRISIS}`]
  return [
    ...DAYS.flatMap((day, i) => [
      page,
      `${page}?as-of=${day}`,
      `/search?q=${WORDS[i]}`,
      `/api/v1/search?q=${WORDS[i]}`,
    ]),
    ...['events', 'statements', 'disagreements', 'expected', 'map', 'reports', 'changes'].map(view => page + view),
    `${api}/briefing`,
    `${api}/events?limit=50`,
    `${api}/statements`,
    `${api}`,
    '/api/v1/state',
    '/api/v1/crises',
  ]
}

/** Those that are there. */
async function answered(url: string, paths: readonly string[]): Promise<readonly string[]> {
  const found: string[] = []
  for (const path of paths) if ((await ask(new URL(path, url))).status === 200) found.push(path)
  return found
}

function newReport(n: number): string {
  const text = `Russia and Ukraine will hold another round of talks in Istanbul, the Turkish foreign ministry said on Thursday. Hakan Fidan spoke with Rustem Umerov about place ${n}.`
  const report = { title: `Talks in Istanbul, round ${n}`, url: `https://bench.example/${n}`, lang: 'en', text }
  return `${JSON.stringify({ ...report, published: `2025-05-29T1${n}:00:00Z` })}\n`
}
