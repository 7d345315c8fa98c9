import {
  allSources,
  type Briefing,
  type Change,
  type Development,
  type PlaceEntry,
  type Sentence,
  type Source,
} from '../core/briefing.ts'
import { counted } from '../core/counted.ts'
import { writeDay } from '../core/day.ts'
import { groupBy } from '../core/order.ts'
import { byKind, changeLabel, changesTitle } from './changes.ts'
import { writeStamp, writeStampDay, writeWhen } from './dates.ts'
import { CHANGES, STATUS } from './kinds.ts'
import { webLink } from './links.ts'
import { linkOf, noteOf, type Receipt, type Receipts, receiptsOf } from './receipts.ts'

/** The briefing as Markdown that reads well as plain text; receipts are footnotes. The same briefing gives the same bytes. */
export function toMarkdown(briefing: Briefing): string {
  const receipts = receiptsOf(briefing)
  const write = (sentence: Sentence) => sentenceMd(sentence, receipts)
  const { headline, lead, background, where, statements, disagreements, changes, counts, asOf } = briefing
  const [first, ...others] = headline
  const blocks: readonly (string | readonly string[])[] = [
    `# ${write(first)}`,
    ...others.map(write),
    `*As of ${writeDay(asOf)} · ${counted(counts.reports, 'report')}, ${counted(counts.lineages, 'independent origin')}*`,
    ...lead.map(write),
    ...section('Background & context', background.map(write)),
    ...section('Key developments', developments(briefing, write)),
    ...section('Where', list(where.map(entry => placeMd(entry, write)))),
    ...section(
      'Statements',
      statements.flatMap(group => sideMd(group, asOf, write)),
    ),
    ...section(
      'Reports disagree',
      disagreements.flatMap(entry => clashMd(briefing, entry, s => sentenceMd(s, receipts, false))),
    ),
    ...(changes
      ? section(
          changesTitle(changes),
          changesMd(briefing, s => sentenceMd(s, receipts, false)),
        )
      : []),
    ...section('Related', list(related(briefing))),
    ...section(
      'Sources',
      [sourcesMd(briefing, receipts)].filter(text => text !== ''),
    ),
    ...section('How this page was made', [
      'Every sentence above is copied from the reports listed, but for dates and names written out and words left out by named rules. No language model took part.',
      'Check it against the reports: `dragoman verify briefing.json`',
    ]),
    receipts.list.map(footnote).join('\n'),
  ]
  return `${blocks
    .flat()
    .filter(block => block !== '')
    .join('\n\n')}\n`
}

const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/gu
const BIDI_CONTROL = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u

/**
 * Text of a report as one line of Markdown that shows as it is: what would be read as markup is escaped, and writing
 * directions inside end with it.
 */
export function md(text: string): string {
  const line = text.toWellFormed().replace(/\s+/gu, ' ').trim().replace(CONTROL, '\uFFFD')
  const escaped = line
    .replace(/[\\`*_[\]~|$^]/gu, '\\$&')
    .replace(/&(?=#?[\p{L}\p{N}]+;)/gu, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/:(?=\/\/)/gu, '\\:')
    .replace(/\b(www)\./giu, '$1\\.')
    .replace(/^([#+=:-])/u, '\\$1')
    .replace(/^(\d{1,9})([.)])/u, '$1\\$2')
  return BIDI_CONTROL.test(escaped) ? `\u2068${escaped}\u2069` : escaped
}

function sentenceMd(sentence: Sentence, receipts: Receipts, origins = true): string {
  const marks = receipts.of(sentence).map(({ number }) => `[^${number}]`)
  return `${md(sentence.text)}${marks.join('')}${origins && sentence.lineages <= 1 ? ' *(one origin)*' : ''}`
}

function section(title: string, blocks: readonly string[]): readonly string[] {
  return blocks.length > 0 ? [`## ${title}`, ...blocks] : []
}

function list(items: readonly string[]): readonly string[] {
  return items.length > 0 ? [items.map(item => `- ${item}`).join('\n')] : []
}

function developments({ developments: entries, asOf }: Briefing, write: (s: Sentence) => string): readonly string[] {
  const line = ({ when, status, sentences }: Development) => {
    const word = STATUS[status] === '' ? '' : ` *${STATUS[status]}*:`
    return `${status === 'happened' ? '' : '○ '}**${writeWhen(when, asOf)}** —${word} ${sentences.map(write).join(' ')}`
  }
  return list(entries.map(line))
}

function placeMd({ label, within, places, sentences }: PlaceEntry, write: (s: Sentence) => string): string {
  const towns = places.map(place => place.label).filter(name => name !== label)
  const about = [within, towns.join(', ')].filter(text => text !== undefined && text !== '').join('; ')
  return `**${md(label)}**${about === '' ? '' : ` (${md(about)})`} — ${sentences.map(write).join(' ')}`
}

function sideMd(
  { side, statements }: Briefing['statements'][number],
  asOf: string,
  write: (s: Sentence) => string,
): readonly string[] {
  const rows = statements.map(({ speaker, role, when, where, sentence }) => {
    const about = [role && md(role), when && writeWhen(when, asOf), where && md(where)].filter(Boolean)
    return `**${md(speaker)}**${about.length > 0 ? `, ${about.join(', ')}` : ''}\n\n> ${write(sentence)}`
  })
  return [`### ${md(side)}`, ...rows]
}

function clashMd(
  briefing: Briefing,
  { question, readings }: Briefing['disagreements'][number],
  write: (s: Sentence) => string,
): readonly string[] {
  const source = (id: string) => {
    const found = briefing.sources.find(one => one.article === id)
    const stamp = found?.published ?? found?.known
    return `${nameOf(found)}${stamp ? ` (${writeStampDay(stamp)})` : ''}`
  }
  const rows = readings.map(
    ({ value, sources, lineages }) =>
      `${write(value)} — ${sources.map(source).join(', ')}; ${counted(lineages, 'origin')}`,
  )
  return [`### ${write(question)}`, ...list(rows)]
}

function changesMd(briefing: Briefing, write: (s: Sentence) => string): readonly string[] {
  const { changes, asOf } = briefing
  if (!changes || changes.list.length === 0) return ['Nothing on this page is otherwise than it was.']
  const sources = new Map(allSources(briefing).map(source => [source.article, source]))
  const line = (change: Change) => {
    const { now, before, figures, reports, basis } = change
    const dates = changeLabel(change, asOf)
    const said = (now.length > 0 ? now : before).map(write).join(' ')
    const names = [...new Set(reports.map(article => nameOf(sources.get(article))))].join(', ')
    return [
      `**${dates}** —`,
      ...figures.map(figure => `${write(figure.before)} → ${write(figure.now)}.`),
      said,
      now.length > 0 && before.length > 0 && `*Before:* ${before.map(write).join(' ')}`,
      `(${names}${basis === 'choice' ? ', known before' : ''})`,
    ]
      .filter(Boolean)
      .join(' ')
  }
  return byKind(changes).flatMap(([kind, group]) => [`### ${CHANGES[kind]}`, ...list(group.map(line))])
}

function related(briefing: Briefing): readonly string[] {
  return briefing.related.map(({ title, url, kind }) => {
    const link = webLink(url)
    const words = link === undefined ? md(title || url) : `[${md(title || url)}](<${link}>)`
    return `${kind === 'promoted' ? '*Promoted:* ' : ''}${words}`
  })
}

function sourcesMd(briefing: Briefing, receipts: Receipts): string {
  const family = groupBy(allSources(briefing), source => source.lineage)
  return allSources(briefing)
    .map(source => {
      const kin = (family.get(source.lineage) ?? []).filter(other => other !== source).map(other => other.number)
      const link = webLink(source.url)
      const stamp = source.published ?? source.known
      const numbers = receipts.from(source.article).map(({ number }) => number)
      const about = [
        nameOf(source),
        stamp && writeStamp(stamp),
        numbers.length > 0 ? `receipts ${numbers.join(', ')}` : 'not cited',
        kin.length > 0 && `same origin as source ${kin.join(', ')}`,
        link === undefined ? source.url && md(source.url) : `<${link}>`,
      ].filter(Boolean)
      return `${source.number}. ${md(source.title) || 'untitled'} — ${about.join(' · ')}`
    })
    .join('\n')
}

function footnote(receipt: Receipt): string {
  const { source, number } = receipt
  const { before, passage, after } = noteOf(receipt)
  const stamp = source?.published ?? source?.known
  const link = linkOf(receipt)
  const words = passage === '' ? 'passage not carried' : `“${md(passage)}”`
  const around = `${before === '' ? '' : `${md(before)} `}${words}${after === '' ? '' : ` ${md(after)}`}`
  return `[^${number}]: ${around} — ${nameOf(source)}${stamp ? `, ${writeStampDay(stamp)}` : ''}.${link === undefined ? '' : ` <${link}>`}`
}

function nameOf(source: Source | undefined): string {
  return md(source?.publisher ?? '') || 'publisher unknown'
}
