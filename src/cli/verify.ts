import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { annotate } from '../annotate/index.ts'
import { changesBetween, everySentence, type Fault, verifyBriefing } from '../brief/index.ts'
import type { Briefing } from '../core/briefing.ts'
import { counted } from '../core/counted.ts'
import { progress } from '../core/progress.ts'
import { brief, openTools, type Tools } from '../pipeline.ts'
import { changesJson, FORMATS, files, fromJson, toJson } from '../publish/index.ts'
import { checkOrder, loadBriefing } from './diff.ts'
import { CliError, EXIT } from './errors.ts'
import { paint, plain } from './terminal.ts'

export type VerifyCommand = {
  readonly from?: readonly string[]
  readonly since?: string
  readonly json?: boolean
  readonly quiet?: boolean
}

/**
 * `dragoman verify`: derives every sentence again from the reports that the briefing carries, and the pages beside it
 * from the briefing. With `from`, the whole briefing is made anew from the given input and must be the same bytes.
 */
export async function verifyCommand(path: string, options: VerifyCommand): Promise<number> {
  const file = existsSync(path) && statSync(path).isDirectory() ? join(path, 'briefing.json') : path
  const text = load(file)
  const tools = openTools()
  const { briefing, faults: shape } = parse(text)
  const faults: Fault[] = [...shape]
  if (briefing) {
    faults.push(...verifyBriefing(briefing, article => annotate(article, tools.language), tools.language))
    faults.push(...pageFaults(briefing, dirname(file)))
    const earlier = options.since === undefined ? undefined : loadBriefing(options.since)
    if (earlier) faults.push(...comparedAnew(briefing, earlier, tools))
    if (options.from) faults.push(...(await remade(briefing, options.from, earlier, tools, options.quiet ?? false)))
  }
  report(briefing, faults, options)
  return faults.length === 0 ? EXIT.done : EXIT.no
}

function load(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new CliError(`cannot read ${file}`, 'Give the briefing.json that "dragoman brief" wrote, or its folder.')
  }
}

function parse(text: string): { briefing?: Briefing; faults: readonly Fault[] } {
  try {
    const briefing = fromJson(text)
    const same = toJson(briefing) === text
    return {
      briefing,
      faults: same
        ? []
        : [
            {
              where: 'briefing.json',
              text: '',
              problem: 'holds more than, or not in the order of, what was published',
            },
          ],
    }
  } catch (error) {
    return {
      faults: [{ where: 'briefing.json', text: '', problem: error instanceof Error ? error.message : String(error) }],
    }
  }
}

/** The pages and feeds beside a briefing must be what publishing it gives, byte for byte. */
function pageFaults(briefing: Briefing, folder: string): readonly Fault[] {
  return files(briefing, FORMATS).flatMap(({ name, text }) => {
    const path = join(folder, name)
    if (name === 'briefing.json' || !existsSync(path)) return []
    const published = readFileSync(path, 'utf8')
    return published === text
      ? []
      : [
          {
            where: name,
            text: firstDifference(published, text),
            problem: 'is not what this briefing gives when it is published',
          },
        ]
  })
}

function firstDifference(a: string, b: string): string {
  let i = 0
  while (i < a.length && a[i] === b[i]) i++
  return a.slice(Math.max(0, i - 30), i + 50)
}

/** What changed must be what a comparison with the earlier briefing gives. */
function comparedAnew(briefing: Briefing, earlier: Briefing, tools: Tools): readonly Fault[] {
  checkOrder(earlier, briefing)
  const again = changesBetween(earlier, briefing, article => annotate(article, tools.language), tools.language)
  return briefing.changes && changesJson(briefing.changes) === changesJson(again)
    ? []
    : [{ where: 'what changed', text: '', problem: 'is not what a comparison with the earlier briefing gives' }]
}

async function remade(
  briefing: Briefing,
  inputs: readonly string[],
  earlier: Briefing | undefined,
  tools: Tools,
  quiet: boolean,
): Promise<readonly Fault[]> {
  const bar = progress(process.stderr, { quiet, label: 'reading' })
  const since = earlier ?? briefing.changes?.since
  const again = await brief(inputs, briefing.topic, {
    asOf: briefing.asOf,
    ...(since === undefined ? {} : { since }),
    tools,
    ingest: { progress: bar.step },
  })
  bar.end()
  const same = again.briefing && toJson({ ...again.briefing, notices: [] }) === toJson({ ...briefing, notices: [] })
  return same
    ? []
    : [
        {
          where: 'briefing.json',
          text: again.briefing?.headline[0].text ?? '',
          problem: 'these reports give another briefing',
        },
      ]
}

function report(briefing: Briefing | undefined, faults: readonly Fault[], options: VerifyCommand): void {
  const sentences = briefing ? everySentence(briefing).length : 0
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ sentences, faults })}\n`)
    return
  }
  for (const { where, text, problem } of faults)
    process.stdout.write(
      `${paint('red', 'not accounted for')}  ${where}: ${plain(problem)}\n${text ? `  “${plain(text)}”\n` : ''}`,
    )
  if (faults.length > 0)
    process.stdout.write(`${counted(faults.length, 'fault')}. The page says more, or other, than its reports.\n`)
  else if (!options.quiet)
    process.stdout.write(
      `${paint('green', 'verified')}  every byte of ${counted(sentences, 'sentence')} follows from ${counted(briefing?.sources.length ?? 0, 'report')}\n`,
    )
}
