import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { annotate } from '../annotate/index.ts'
import { changesBetween } from '../brief/index.ts'
import type { Briefing, Change, Changes, Sentence } from '../core/briefing.ts'
import { writeDay } from '../core/day.ts'
import { openTools } from '../pipeline.ts'
import { byKind, CHANGES, changeLabel, changesJson, changesLine, fromJson } from '../publish/index.ts'
import { CliError, EXIT } from './errors.ts'
import { paint, plain } from './terminal.ts'

export type DiffCommand = { readonly json?: boolean }

/** `dragoman diff`: what one briefing says otherwise than an earlier one, each change with the reports behind it. */
export async function diffCommand(old: string, new_: string, options: DiffCommand): Promise<number> {
  const [earlier, page] = [loadBriefing(old), loadBriefing(new_)]
  checkOrder(earlier, page)
  const tools = openTools()
  const changes = changesBetween(earlier, page, article => annotate(article, tools.language), tools.language)
  process.stdout.write(options.json ? changesJson(changes) : text(changes, earlier, page))
  return EXIT.done
}

/** A briefing.json, or the one in a folder. */
export function loadBriefing(path: string): Briefing {
  const file = existsSync(path) && statSync(path).isDirectory() ? join(path, 'briefing.json') : path
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw new CliError(`cannot read ${file}`, 'Give the briefing.json that "dragoman brief" wrote, or its folder.')
  }
  try {
    return fromJson(text)
  } catch (error) {
    const [message = '', ...rest] = (error instanceof Error ? error.message : String(error)).split('\n')
    throw new CliError(`${file}: ${message}`, rest.join('\n  ').trim())
  }
}

/** Two briefings can be compared when they are on one topic, the earlier first. */
export function checkOrder(earlier: Briefing, page: Briefing): void {
  if (earlier.topic.words !== page.topic.words)
    throw new CliError(
      `the briefings are on two topics: "${earlier.topic.words}" and "${page.topic.words}"`,
      'Give two briefings of one topic.',
    )
  if (earlier.asOf > page.asOf)
    throw new CliError(
      `the earlier briefing is of ${earlier.asOf}, the other of ${page.asOf}`,
      'Give the earlier briefing first.',
    )
}

function text(changes: Changes, earlier: Briefing, page: Briefing): string {
  const head = `${writeDay(changes.since)} → ${writeDay(page.asOf)}: ${changesLine(changes)}`
  const sources = new Map([...earlier.sources, ...page.sources].map(source => [source.article, source]))
  const reportOf = (article: string) => {
    const source = sources.get(article)
    const stamp = source?.published ?? source?.known
    return [source?.publisher || 'publisher unknown', stamp?.value.slice(0, 10), source?.url].filter(Boolean).join(', ')
  }
  const groups = byKind(changes).map(([kind, list]) =>
    [paint('bold', CHANGES[kind]), ...list.map(change => entry(change, page.asOf, reportOf))].join('\n'),
  )
  return `${[head, ...groups].join('\n\n')}\n`
}

function entry(change: Change, asOf: string, reportOf: (article: string) => string): string {
  const { now, before, figures, reports, basis } = change
  const dates = changeLabel(change, asOf)
  const said = (sentences: readonly Sentence[]) => sentences.map(sentence => line(sentence.text))
  const lines = [
    dates,
    ...figures.map(figure => `${line(figure.before.text)} → ${line(figure.now.text)}`),
    ...said(now.length > 0 ? now : before),
    ...(now.length > 0 ? said(before).map(words => `before: ${words}`) : []),
    ...reports.map(article => `[${line(reportOf(article))}${basis === 'choice' ? ', known before' : ''}]`),
  ]
  return lines.map((words, i) => `${i === 0 ? '  ' : '    '}${words}`).join('\n')
}

function line(text: string): string {
  return plain(text).replace(/\s+/gu, ' ').trim()
}
