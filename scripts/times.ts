import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readTable } from '../src/core/table.ts'
import type { Annotation, Layers } from '../src/core/types.ts'
import { quotesReader } from '../src/lang/en/quotes.ts'
import { sentences } from '../src/lang/en/sentences.ts'
import { syntaxReader } from '../src/lang/en/syntax.ts'
import { RULE_COLUMNS } from '../src/lang/en/times/recognise.ts'
import { timeReader } from '../src/lang/en/times.ts'
import { tokens } from '../src/lang/en/tokens.ts'

/** The page whose end is the table of rules, and the line after which it stands. */
const PAGE = 'docs/reference/times.md'
const MARK = '## Every rule with its example'
/** The day of publication of all examples, a Wednesday. */
const DAY = '2025-05-28'

/** The page of the project with its table as the rules make it now. */
export function timesPage(page: string): string {
  const [head = ''] = page.split(MARK)
  return `${head}${MARK}\n\n${ruleTable()}`
}

/** What is out of step in the page, one line; empty when all is well. */
export function timesFaults(root: string): readonly string[] {
  const page = readFileSync(join(root, PAGE), 'utf8')
  return timesPage(page) === page ? [] : [`${PAGE}: its table is not what the rules make; run "node scripts/times.ts"`]
}

function ruleTable(): string {
  const read = reading()
  const rows = readTable('lexicon/en/time-rules.tsv', RULE_COLUMNS).map(({ id, example, not }) => {
    const found = read(example).filter(({ by }) => by === `time/${id}`)
    const cells = [`\`${id}\``, marked(example, found), ...columnsOf(found), not.replaceAll('; ', '<br>')]
    return `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`
  })
  return [
    `Read in a report of Wednesday ${DAY}. **Bold** is what the rule annotates; an empty cell of EDTF says that the value has no`,
    'place in the calendar, or several likely ones. The last column holds what the rule must not find.',
    '',
    '| rule | example | TIMEX3 | EDTF | precision | counted from | not |',
    '|---|---|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}

function reading(): (text: string) => Layers['time'] {
  const [syntax, quotes, times] = [syntaxReader('none'), quotesReader(), timeReader()]
  return text => {
    const bare = tokens(text)
    const sentence = sentences(text, bare)
    const token = syntax(text, { token: bare, sentence })
    return times(text, { token, sentence, quote: quotes(text, { token, sentence }) }, { day: DAY })
  }
}

function marked(text: string, found: readonly Annotation<'time'>[]): string {
  return found.reduceRight(
    (rest, { span }) => `${rest.slice(0, span.start)}**${rest.slice(span.start, span.end)}**${rest.slice(span.end)}`,
    text,
  )
}

function columnsOf(found: readonly Annotation<'time'>[]): readonly string[] {
  const list = (cell: (time: Annotation<'time'>) => string | undefined) =>
    [...new Set(found.map(cell))].filter(Boolean).join('<br>')
  return [
    list(({ value: { type, value, mod } }) => `${type} \`${value}\`${mod ? ` ${mod}` : ''}`),
    list(({ value }) => value.when && `\`${value.when.edtf}\``),
    list(({ value }) => value.when?.precision),
    list(({ value }) => value.anchor),
  ]
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = join(dirname(fileURLToPath(import.meta.url)), '..', PAGE)
  writeFileSync(file, timesPage(readFileSync(file, 'utf8')))
}
