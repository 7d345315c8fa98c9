import type { Briefing, Sentence } from '../core/briefing.ts'
import { linkOf, type Receipts, receiptsOf } from './receipts.ts'

export type Cell = string | number | undefined

/** One row an entry of the time line. RFC 4180: UTF-8, lines end in CRLF, the first names the columns. */
export function eventsCsv(briefing: Briefing): string {
  const receipts = receiptsOf(briefing)
  const rows = briefing.developments.map(({ when, status, type, actors, places, sentences }) => [
    when.earliest,
    when.latest,
    when.precision,
    when.edtf,
    status,
    type,
    actors.map(({ label }) => label).join('; '),
    places.join('; '),
    sentences.map(({ text }) => text).join(' '),
    ...restCells(sentences, receipts),
  ])
  const columns = ['earliest', 'latest', 'precision', 'edtf', 'status', 'type', 'actors', 'places', 'text']
  return table([...columns, ...REST], rows)
}

/** One row a statement. */
export function statementsCsv(briefing: Briefing): string {
  const receipts = receiptsOf(briefing)
  const rows = briefing.statements.flatMap(({ side, statements }) =>
    statements.map(({ speaker, role, when, where, sentence }) => [
      side,
      speaker,
      role,
      when?.edtf,
      where,
      sentence.text,
      ...restCells([sentence], receipts),
    ]),
  )
  return table(['side', 'speaker', 'role', 'date', 'place', 'text', ...REST], rows)
}

const REST = ['origins', 'publishers', 'passage', 'link']

/** What the sentences rest on: the most independent origins of one, the publishers, the first passage and its link. */
function restCells(sentences: readonly Sentence[], receipts: Receipts): readonly Cell[] {
  const resting = sentences.flatMap(sentence => receipts.of(sentence))
  const publishers = new Set(resting.flatMap(({ source }) => source?.publisher || []))
  const [first] = resting
  return [
    Math.max(0, ...sentences.map(({ lineages }) => lineages)),
    [...publishers].join('; '),
    first?.passage,
    first && linkOf(first),
  ]
}

/** RFC 4180: the first line names the columns. */
export function table(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [columns, ...rows].map(row => `${row.map(cell).join(',')}\r\n`).join('')
}

/** What a spreadsheet would take for a formula: these characters at the start, also full-width or after white space. */
const FORMULA = /^[\s\u0000-\u001F\u200B\uFEFF]*[=+\-@＝＋－＠]|^[\t\r\n]/u

/** Text that a spreadsheet would run gets an apostrophe in front (OWASP, "CSV injection"); every text is quoted. */
function cell(value: Cell): string {
  if (value === undefined || value === '') return ''
  if (typeof value === 'number') return String(value)
  const text = value.toWellFormed().replaceAll('\u0000', '\uFFFD')
  return `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
}
