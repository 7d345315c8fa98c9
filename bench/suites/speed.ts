import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { readSpeedRecords, type SpeedRecord } from '../loaders/speed.ts'
import { PROJECT } from '../root.ts'
import type { ChainRun } from '../speed-chain.ts'
import type { Figure, Suite } from '../types.ts'
import { readingSpeed } from './speed-reading.ts'

/**
 * The whole chain on one core, from article text (JSON Lines) to the briefing, each run in a process of its own.
 *
 * `articles_per_second`, `tokens_per_second`: reading to briefing, without the start; `load_ms`: the start of the program
 * with its tables; `peak_mb`: most memory held. `own` cuts the texts of a folder to reports of usual length and takes 1,000
 * of them; `reading` is how fast English alone is read (speed-reading.ts). Lines with `:n` are other numbers of reports, to show how time and memory grow. The figures depend on the
 * machine and are not pinned. Reports that the topic of `istanbul` sets aside are read all the same; their number is
 * `set_aside`. Of `own` every report is on the topic.
 */
export const suite: Suite = {
  name: 'speed',
  datasets: [
    { name: 'istanbul', path: 'corpus/istanbul-2025', run: runIstanbul },
    { name: 'own', path: 'corpus', run: runOwn },
    { name: 'reading', path: 'corpus', run: (folder, { peers }) => readingSpeed(join(folder, '..'), peers) },
  ],
}

const USUAL_NUMBER = 1000
const NUMBERS = [250, USUAL_NUMBER, 3000, 10_000, 30_000, 100_000]
/** No larger run is begun that would likely end later than this. */
const BUDGET_SECONDS = 70
/** What of the corpus is English text; of another folder all is tried. */
const INPUTS = ['white-house', 'ukraine-addresses/addresses.en.jsonl']

async function runIstanbul(folder: string): Promise<readonly Figure[]> {
  const run = await measure(join(folder, 'reports.jsonl'), 'Russia Ukraine talks Istanbul')
  return figuresOf('istanbul', run)
}

async function runOwn(folder: string): Promise<readonly Figure[]> {
  const inputs = INPUTS.filter(input => existsSync(join(folder, input)))
  const records = await readSpeedRecords(folder, inputs.length > 0 ? inputs : ['.'])
  const usual = Math.min(USUAL_NUMBER, records.length)
  const figures: Figure[] = []
  let spent = 0
  let rate = 0
  for (const n of sizes(records.length)) {
    if (n > usual && spent + n * rate > BUDGET_SECONDS) break
    const run = await withFile(spread(records, n), file => measure(file))
    spent += run.seconds
    rate = run.seconds / run.articles
    figures.push(...(n === usual ? figuresOf('own', run) : figuresOf('own', run).map(figure => grown(figure, n))))
  }
  return figures
}

/** How many of so many reports are read: the usual numbers, and all where they are fewer than usual. */
export function sizes(available: number): readonly number[] {
  const fit = NUMBERS.filter(n => n <= available)
  return available > 0 && available < USUAL_NUMBER ? [...fit.filter(n => n < available), available] : fit
}

/** So many items, evenly from the whole list. */
export function spread<T>(items: readonly T[], n: number): readonly T[] {
  return Array.from({ length: n }, (_, i) => items[Math.floor((i * items.length) / n)]).filter(
    item => item !== undefined,
  )
}

function grown(figure: Figure, n: number): Figure {
  return { ...figure, metric: `${figure.metric}:${n}`, detail: true }
}

function figuresOf(dataset: string, { loadMs, seconds, articles, tokens, peakMb, used }: ChainRun): readonly Figure[] {
  const figure = (metric: string, value: number) => ({ suite: 'speed', dataset, metric, value, n: articles, seconds })
  return [
    figure('articles_per_second', articles / seconds),
    figure('tokens_per_second', tokens / seconds),
    figure('peak_mb', peakMb),
    figure('load_ms', loadMs),
    { ...figure('set_aside', articles - used), detail: true },
  ]
}

async function withFile<T>(records: readonly SpeedRecord[], work: (file: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-speed-'))
  try {
    const file = join(folder, 'reports.jsonl')
    writeFileSync(file, records.map(record => `${JSON.stringify(record)}\n`).join(''))
    return await work(file)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** `topic`: in words; absent: every report is on the topic, so that the whole chain has all of them to do. */
async function measure(file: string, topic = ''): Promise<ChainRun> {
  const script = join(PROJECT, 'bench', 'speed-chain.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [script, file, topic])
  return JSON.parse(stdout)
}
