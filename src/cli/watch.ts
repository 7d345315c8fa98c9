import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { counted } from '../core/counted.ts'
import type { Notice } from '../core/types.ts'
import { isAddress } from '../ingest/index.ts'
import { openTools, type Tools } from '../pipeline.ts'
import { CHANCE, CLOCK } from '../run/clock.ts'
import { type Config, readConfig, type WatchedSource } from '../run/config.ts'
import { briefStored, keepPage, type Polled, remake, type Watched, watch, wholeTopic } from '../run/index.ts'
import type { Store } from '../store/index.ts'
import { CliError, EXIT } from './errors.ts'
import { described } from './sources.ts'
import { withStore } from './store.ts'
import { paint, plain, tellNotices } from './terminal.ts'

export type WatchCommand = {
  readonly config?: string
  readonly store?: string
  readonly once?: boolean
  readonly fullText?: boolean
  readonly allowPrivate?: boolean
  /** Set false by `--no-pages`. */
  readonly pages?: boolean
  readonly quiet?: boolean
}

/** `dragoman watch`: keeps asking sources for what is new, reads it and makes the pages anew, until interrupted. */
export async function watchCommand(given: readonly string[], options: WatchCommand): Promise<number> {
  const config = options.config === undefined ? { crises: [], sources: [] } : readConfig(options.config)
  const sources = [...given.map(address => ({ address: placed(address) })), ...config.sources].map(described)
  const { store: file } = options
  if (file === undefined)
    throw new CliError('no store given', 'Say where reports are kept: --store news.dragoman (it is made when missing).')
  if (sources.length === 0 && !existsSync(file))
    throw new CliError(
      'no source given',
      'Name addresses, folders or lists of feeds, or --config with a dragoman.toml that has [[source]] parts.',
    )
  const stop = new AbortController()
  const end = () => stop.abort()
  const signals = ['SIGINT', 'SIGTERM'] as const
  for (const signal of signals) process.once(signal, end)
  try {
    return await withStore(file, store => keepWatching(store, sources, { config, options, file, stop: stop.signal }))
  } finally {
    for (const signal of signals) process.off(signal, end)
  }
}

type Call = {
  readonly config: Config
  readonly options: WatchCommand
  readonly file: string
  readonly stop: AbortSignal
}

async function keepWatching(store: Store, sources: readonly WatchedSource[], call: Call): Promise<number> {
  const { options, file, stop } = call
  const quiet = options.quiet ?? false
  const say = (line: string) => quiet || process.stdout.write(`${line}\n`)
  const read = reading(store, call, say)
  const notices: Notice[] = []
  if (sources.length === 0 && (await store.sources()).length === 0)
    throw new CliError(`${file} has no sources`, 'Name some: addresses, folders or lists of feeds.')
  const total = await watch(store, sources, {
    clock: CLOCK,
    chance: CHANCE,
    signal: stop,
    once: options.once ?? false,
    fullText: options.fullText ?? false,
    allowPrivate: options.allowPrivate ?? false,
    onPolled: polled => {
      notices.push(...polled.notices)
      const line = lineOf(polled)
      if (line) say(line)
    },
    onRound: async round => {
      say(roundLine(round))
      tellNotices(notices.splice(0), quiet)
      await read(round)
    },
  })
  const { report } = await store.counts()
  const told = total.polled > 0 ? roundLine(total, 'in all') : 'no source is due'
  say(`${told}; ${file} holds ${counted(report, 'report')}`)
  return total.polled > 0 && total.failed === total.polled ? EXIT.no : EXIT.done
}

/** Reads what is new and makes the pages; at the first round also what an earlier watch left. */
function reading(store: Store, { config, options, stop }: Call, say: (line: string) => void) {
  let tools: Tools | undefined
  return async ({ added }: Watched): Promise<void> => {
    if ((added === 0 && tools) || stop.aborted) return
    tools ??= openTools()
    const { annotate } = await remake(store, tools)
    if (annotate > 0) say(`${now()}  ${counted(annotate, 'article')} read`)
    if (options.pages === false) return
    for (const { name, topic, asOf } of config.crises) {
      const result = await briefStored(store, wholeTopic(topic, tools.language), tools, asOf ? { asOf } : {})
      const kept = await keepPage(store, name, result, new Date(CLOCK.now()).toISOString())
      const state = !result.briefing ? 'no report is about it yet' : kept ? 'the page is new' : 'the page is as it was'
      say(`${now()}  ${plain(name)}: ${state}`)
    }
  }
}

function now(): string {
  return timeOf(new Date(CLOCK.now()).toISOString())
}

/** Hours and minutes, UTC. */
function timeOf(iso: string): string {
  return iso.slice(11, 16)
}

/** A source in a line, where something is to be told of it. */
function lineOf({ source, outcome, added, first }: Polled): string | undefined {
  const name = plain(source.name ?? source.address)
  const at = timeOf(source.asked ?? '')
  if (outcome === 'new')
    return `${at}  ${paint('green', counted(added, 'new report'))}  ${name}${first ? ' (first poll)' : ''}`
  if (outcome === 'stopped') return `${at}  ${paint('yellow', 'stopped')}  ${name}: ${plain(source.stopped ?? '')}`
  if (outcome !== 'failed') return undefined
  const next = source.next ? `; next try ${source.next.slice(0, 10)} ${timeOf(source.next)} UTC` : ''
  return `${at}  ${paint('red', 'failed')}  ${name}: ${plain(source.fault ?? '')}${next}`
}

function roundLine({ polled, added, failed }: Watched, when = now()): string {
  const failures = failed > 0 ? `, ${failed} failed` : ''
  return `${when}  ${counted(polled, 'source')} polled: ${added === 0 ? 'nothing new' : counted(added, 'new report')}${failures}`
}

/** A folder is the same one from wherever it is named. */
function placed(address: string): string {
  return isAddress(address) ? address : resolve(address)
}
