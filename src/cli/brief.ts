import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { everySentence } from '../brief/index.ts'
import type { Briefing } from '../core/briefing.ts'
import { counted } from '../core/counted.ts'
import { isDay } from '../core/day.ts'
import { progress } from '../core/progress.ts'
import type { Notice } from '../core/types.ts'
import { brief } from '../pipeline.ts'
import { changesLine, type Format, files, formatsOf, toJson, USUAL } from '../publish/index.ts'
import { readCrisis } from './crisis.ts'
import { checkOrder, loadBriefing } from './diff.ts'
import { CliError, EXIT } from './errors.ts'
import { readFormats } from './export.ts'
import { tellNotices } from './terminal.ts'

export type BriefCommand = {
  readonly topic?: string
  readonly crisis?: string
  readonly asOf?: string
  readonly since?: string
  readonly sinceDay?: string
  readonly format?: string
  readonly out: string
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
  if (from.length === 0)
    throw new CliError('no input given', 'Name files, folders, patterns, addresses, or - for standard input.')
  if (asOf !== undefined && !isDay(asOf))
    throw new CliError(`"${asOf}" is not a day`, 'Write --as-of as a day of the calendar, such as 2025-05-29.')
  const since = sinceOf(options)
  const formats = options.format === undefined ? [] : readFormats(options.format)
  const quiet = options.quiet ?? false
  const bar = progress(process.stderr, { quiet, label: 'reading' })
  const result = await brief(from, wanted, {
    ...(asOf ? { asOf } : {}),
    ...(since === undefined ? {} : { since }),
    ingest: { progress: bar.step },
  })
  bar.end()
  tellNotices(result.notices, quiet)
  if (!result.briefing) return EXIT.no
  if (typeof since === 'object') checkOrder(since, result.briefing)
  write(result.briefing, options.out, formats)
  if (options.json) process.stdout.write(toJson(result.briefing))
  else if (!quiet) process.stdout.write(summary(result.briefing, result.notices, options.out))
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

/** Writes the pages of a briefing, and further formats, into a folder, which is made when missing. */
export function write(briefing: Briefing, folder: string, further: readonly Format[] = []): void {
  mkdirSync(folder, { recursive: true })
  const formats = formatsOf([...USUAL, ...further.map(({ id }) => id)])
  for (const { name, text } of files(briefing, formats)) writeFileSync(join(folder, name), text)
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
