import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { byText } from '../../src/core/order.ts'

/** A document of an open corpus as running text; `id` is the corpus's own: an address, a day, a key. */
export type CorpusDocument = {
  readonly id: string
  readonly lang: string
  readonly text: string
  /** The day it was written, where the corpus tells it: YYYY-MM-DD. */
  readonly day?: string
}

/** What names, speed and word lists are measured and made on. */
export const CORPORA = ['istanbul-2025', 'wikinews', 'current-events', 'ukraine-addresses'] as const
export type Corpus = (typeof CORPORA)[number] | 'white-house'

/** The documents of one of the corpora below `root`/corpus, in file order. Throws when its files are not there. */
export function corpusDocuments(root: string, corpus: Corpus): readonly CorpusDocument[] {
  const folder = join(root, 'corpus', corpus)
  switch (corpus) {
    case 'istanbul-2025':
      return jsonLines(join(folder, 'reports.jsonl')).map(({ url, lang, text, published }) =>
        document(url, text, dayOf(published), lang),
      )
    case 'ukraine-addresses':
      return withUniqueIds(
        jsonLines(join(folder, 'addresses.en.jsonl')).map(({ id, text, date }) => document(id, text, dayOf(date))),
      )
    case 'current-events':
      return lastVersions(jsonLines(join(folder, 'day_revisions.jsonl')))
    case 'wikinews':
      return [2019, 2020].flatMap(year => wikinews(readFileSync(join(folder, `wikinews_${year}.csv`), 'utf8')))
    case 'white-house':
      return WHITE_HOUSE.flatMap(part => whiteHouse(folder, part))
  }
}

type Row = Readonly<Record<string, unknown>>

function document(id: unknown, text: unknown, day?: string, lang: unknown = 'en'): CorpusDocument {
  if (typeof id !== 'string' || typeof text !== 'string' || typeof lang !== 'string')
    throw new Error('a document of a corpus without id or text')
  return { id, lang, text, ...(day !== undefined && { day }) }
}

/** The day a time begins with; undefined where it has none. */
function dayOf(time: unknown): string | undefined {
  return /^\d{4}-\d\d-\d\d/u.exec(String(time))?.[0]
}

const WHITE_HOUSE = ['presidential-actions', 'statements-releases']

/** Markdown with front matter, a file a document; lines are wrapped by hand, paragraphs parted by empty lines. */
function whiteHouse(folder: string, part: string): readonly CorpusDocument[] {
  return readdirSync(join(folder, part), { recursive: true })
    .map(String)
    .filter(name => name.endsWith('.md'))
    .sort(byText)
    .map(name => {
      const body = readFileSync(join(folder, part, name), 'utf8').replace(/^---\n.*?\n---\n/su, '')
      const paragraphs = body.split(/\n\s*\n/u).map(text => text.replace(/\s+/gu, ' ').trim())
      const text = paragraphs.filter(one => one !== '').join('\n\n')
      return document(`${part}/${name}`, text, /\d{4}-\d\d-\d\d/u.exec(name)?.[0])
    })
}

/** Some addresses share an id: the second gets `#2`, and so on. */
function withUniqueIds(documents: readonly CorpusDocument[]): readonly CorpusDocument[] {
  const seen = new Map<string, number>()
  return documents.map(given => {
    const count = (seen.get(given.id) ?? 0) + 1
    seen.set(given.id, count)
    return count === 1 ? given : { ...given, id: `${given.id}#${count}` }
  })
}

function jsonLines(path: string): readonly Row[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as Row)
}

/** One document a day: its last version, an item a paragraph. */
function lastVersions(rows: readonly Row[]): readonly CorpusDocument[] {
  const days = new Map<unknown, { readonly time: string; readonly text: string }>()
  for (const { day, commit_time, items } of rows) {
    const time = String(commit_time)
    if ((days.get(day)?.time ?? '') > time || !Array.isArray(items)) continue
    days.set(day, { time, text: items.map((item: Row) => String(item.text)).join('\n\n') })
  }
  return [...days].map(([day, { text }]) => document(day, text, dayInWords(String(day))))
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** "May 28, 2025" as 2025-05-28. */
function dayInWords(words: string): string | undefined {
  const [, month = '', day = '', year = ''] = /^(\p{L}+) (\d+), (\d{4})$/u.exec(words) ?? []
  const at = MONTHS.indexOf(month) + 1
  return at === 0 ? undefined : `${year}-${String(at).padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** Rows `url,date,title,text` of a CSV file by RFC 4180; the date never holds a comma. */
function wikinews(file: string): readonly CorpusDocument[] {
  return csv(file)
    .slice(1)
    .filter(row => row.length === 4)
    .map(([url, date, , text]) => document(url, text, dayOf(date)))
}

function csv(file: string): readonly (readonly string[])[] {
  const rows: string[][] = []
  let row: string[] = []
  for (const match of file.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gu)) {
    row.push((match[1]?.replaceAll('""', '"') ?? match[2]) as string)
    if (match[3] === ',') continue
    rows.push(row)
    row = []
  }
  return rows
}
