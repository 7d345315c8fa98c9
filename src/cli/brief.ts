import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { everySentence } from '../brief/index.ts'
import type { Briefing } from '../core/briefing.ts'
import { counted } from '../core/counted.ts'
import { isDay } from '../core/day.ts'
import { progress } from '../core/progress.ts'
import type { Notice } from '../core/types.ts'
import { brief, openTools, type Result, type Tools, type Wanted } from '../pipeline.ts'
import { changesLine, type Format, files, formatsOf, type PublishedFile, toJson, USUAL } from '../publish/index.ts'
import { addReports, briefStored, keepPage, readCrisis, remake, wholeTopic } from '../run/index.ts'
import { checkOrder, loadBriefing } from './diff.ts'
import { CliError, EXIT } from './errors.ts'
import { readFormats } from './export.ts'
import { withStore } from './store.ts'
import { tellNotices } from './terminal.ts'

export type BriefCommand = {
  readonly topic?: string
  readonly crisis?: string
  readonly asOf?: string
  readonly since?: string
  readonly sinceDay?: string
  readonly format?: string
  readonly out: string
  readonly store?: string
  readonly json?: boolean
  readonly quiet?: boolean
}

/** `dragoman brief`: reports in, the files of `publish` out. */
export async function briefCommand(inputs: readonly string[], options: BriefCommand): Promise<number> {
  const crisis = options.crisis ? readCrisis(options.crisis) : undefined
  const wanted = options.topic ?? crisis?.topic
  const from = inputs.length > 0 ? inputs : (crisis?.inputs ?? [])
  const asOf = options.asOf ?? crisis?.asOf
  if (!wanted)
    throw new CliError(
      'no topic given',
      'Say what the page is about: --topic "Russia Ukraine talks", or --crisis dragoman.toml.',
    )
  if (from.length === 0 && !(options.store && existsSync(options.store)))
    throw new CliError('no input given', 'Name files, folders, patterns, addresses, or - for standard input.')
  if (asOf !== undefined && !isDay(asOf))
    throw new CliError(`"${asOf}" is not a day`, 'Write --as-of as a day of the calendar, such as 2025-05-29.')
  const since = sinceOf(options)
  const formats = options.format === undefined ? [] : readFormats(options.format)
  const quiet = options.quiet ?? false
  const call = {
    inputs: from,
    wanted,
    ...(asOf ? { asOf } : {}),
    ...(since === undefined ? {} : { since }),
    quiet,
  }
  const { result, told } = options.store
    ? await fromStore(options.store, { ...call, crisis: options.topic ?? crisis?.name ?? '' })
    : await fromInputs(call)
  tellNotices(result.notices, quiet)
  if (!result.briefing) return EXIT.no
  if (typeof since === 'object') checkOrder(since, result.briefing)
  write(result.briefing, options.out, formats)
  if (options.json) process.stdout.write(toJson(result.briefing))
  else if (!quiet) process.stdout.write(`${summary(result.briefing, result.notices, options.out)}${told}`)
  return EXIT.done
}

/** The earlier briefing that is asked for, or the day of one. */
function sinceOf({ since, sinceDay }: BriefCommand): Briefing | string | undefined {
  if (since !== undefined && sinceDay !== undefined)
    throw new CliError('--since and --since-day both name an earlier page', 'Give one of them.')
  if (sinceDay !== undefined && !isDay(sinceDay))
    throw new CliError(`"${sinceDay}" is not a day`, 'Write --since-day as a day of the calendar, such as 2025-05-16.')
  return since === undefined ? sinceDay : loadBriefing(since)
}

type Call = {
  readonly inputs: readonly string[]
  readonly wanted: Wanted
  readonly asOf?: string
  readonly since?: Briefing | string
  readonly quiet: boolean
}

type Made = { readonly result: Result; readonly told: string }

async function fromInputs({ inputs, wanted, asOf, since, quiet }: Call): Promise<Made> {
  const bar = progress(process.stderr, { quiet, label: 'reading' })
  const tools = openTools()
  const result = await brief(inputs, whole(wanted, tools), {
    tools,
    ...(asOf ? { asOf } : {}),
    ...(since === undefined ? {} : { since }),
    ingest: { progress: bar.step },
  })
  bar.end()
  return { result, told: '' }
}

function whole(wanted: Wanted, { language }: Tools): Wanted {
  return typeof wanted === 'string' ? wanted : wholeTopic(wanted, language)
}

/** Adds the inputs to the store, reads what is new or outdated in it, and makes and keeps the page of all there is. */
function fromStore(
  path: string,
  { inputs, wanted, asOf, since, quiet, crisis }: Call & { crisis: string },
): Promise<Made> {
  return withStore(path, async store => {
    const adding = progress(process.stderr, { quiet, label: 'adding' })
    const { added } = await addReports(store, inputs, { progress: adding.step })
    adding.end()
    const reading = progress(process.stderr, { quiet, label: 'reading' })
    const tools = openTools()
    const { annotate } = await remake(store, tools, { progress: done => reading.step(done, undefined) })
    reading.end()
    const result = await briefStored(store, whole(wanted, tools), tools, {
      ...(asOf ? { asOf } : {}),
      ...(since === undefined ? {} : { since }),
    })
    const kept = await keepPage(store, crisis, result)
    const { report } = await store.counts()
    const page = kept ? 'the page is kept' : 'the page is as it was'
    const told = `${path}: ${counted(added, 'report')} added to ${report - added}, ${counted(annotate, 'article')} read; ${page}.\n`
    return { result, told }
  })
}

/** Writes the pages of a briefing, and further formats, into a folder. */
function write(briefing: Briefing, folder: string, further: readonly Format[]): void {
  writeFiles(files(briefing, formatsOf([...USUAL, ...further.map(({ id }) => id)])), folder)
}

/** Writes files into a folder, which is made when missing. */
export function writeFiles(made: readonly PublishedFile[], folder: string): void {
  mkdirSync(folder, { recursive: true })
  for (const { name, text } of made) writeFileSync(join(folder, name), text)
}

function summary(briefing: Briefing, notices: readonly Notice[], out: string): string {
  const { counts, asOf } = briefing
  const lines = [
    briefing.headline.map(sentence => sentence.text).join('; '),
    `As of ${asOf}: ${counted(counts.reports, 'report')} on the topic from ${counted(counts.lineages, 'independent origin')}, ${counts.setAside} set aside, ${counted(notices.length, 'notice')}.`,
    ...(briefing.changes ? [`Since ${briefing.changes.since}: ${changesLine(briefing.changes)}.`] : []),
    `${counted(everySentence(briefing).length, 'sentence')}, each with its receipts: ${join(out, 'briefing.html')}, briefing.md, briefing.json, briefing.geojson`,
  ]
  return `${lines.join('\n')}\n`
}
