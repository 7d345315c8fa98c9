import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { tokens } from '../src/lang/en/tokens.ts'
import { brief, openTools } from '../src/pipeline.ts'

/** What one run of the whole chain took; a process of its own, so that nothing else counts in its memory. */
export type ChainRun = {
  /** From the start of the process until the first article could be read. */
  readonly loadMs: number
  readonly seconds: number
  readonly articles: number
  readonly tokens: number
  readonly peakMb: number
  /** Reports that the page is made from: 0 where none was on the topic, and the run says little. */
  readonly used: number
}

const [file = '', words = ''] = process.argv.slice(2)
const tools = openTools()
const loadMs = performance.now()
const { briefing } = await brief([file], words === '' ? { words: 'everything', actors: [], any: [] } : words, { tools })
const seconds = (performance.now() - loadMs) / 1000
const peakMb = process.resourceUsage().maxRSS / 1024
const texts = readFileSync(file, 'utf8')
  .split('\n')
  .filter(line => line !== '')
  .map(line => String(JSON.parse(line).text))
const run: ChainRun = {
  loadMs,
  seconds,
  articles: texts.length,
  tokens: texts.reduce((sum, text) => sum + tokens(text).length, 0),
  peakMb,
  used: briefing?.counts.reports ?? 0,
}
process.stdout.write(`${JSON.stringify(run)}\n`)
