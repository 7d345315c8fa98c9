import { type Chunk, lines } from './bytes.ts'
import { decode } from './decode.ts'
import { makeReport, notice } from './report.ts'
import type { Context, Ingested } from './types.ts'

type Fields = Readonly<Record<string, unknown>>

/** Names that records use for our fields, the first that is there wins. */
const NAMES = {
  url: ['url', 'link', 'uri', 'canonical_url', 'page_url', 'permalink'],
  publisher: ['publisher', 'source', 'outlet', 'site', 'domain', 'author_site'],
  lang: ['lang', 'language'],
  title: ['title', 'headline', 'name', 'event_title'],
  byline: ['byline', 'author', 'authors', 'creator', 'speaker'],
  published: [
    'published',
    'published_at',
    'date_published',
    'datePublished',
    'publication_date',
    'pubDate',
    'date',
    'event_start_date',
  ],
  modified: ['modified', 'updated', 'updated_at', 'date_modified', 'dateModified'],
  fetched: ['fetched', 'fetched_at', 'retrieved', 'crawled', 'scraped_at'],
} as const
const BODIES = [
  ['text', 'text'],
  ['body', 'text'],
  ['content', 'text'],
  ['article', 'text'],
  ['full_text', 'text'],
  ['content_text', 'text'],
  ['html', 'fragment'],
  ['content_html', 'fragment'],
  ['description', 'fragment'],
  ['summary', 'fragment'],
] as const

/** JSON Lines: one record a line; a bad line is told of and the next is read. */
export async function* readJsonLines(
  chunks: AsyncIterable<Chunk>,
  name: string,
  context: Context,
): AsyncGenerator<Ingested> {
  for await (const line of lines(chunks, name, context.limits.lineBytes)) {
    if (!('bytes' in line)) {
      yield line
      continue
    }
    const { text, notices } = decode(line.bytes, name)
    yield* notices
    if (text.trim() !== '') yield* readJson(text, name, context, line.number)
  }
}

/** One JSON value: a record, or a list of records. */
export function* readJson(text: string, name: string, context: Context, line?: number): Generator<Ingested> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    yield notice(
      'invalid-json',
      `not valid JSON: ${error instanceof Error ? error.message : String(error)}`,
      'Mend or remove the line.',
      name,
      line,
    )
    return
  }
  for (const [i, record] of (Array.isArray(value) ? value : [value]).entries())
    yield readRecord(record, name, context, line ?? (Array.isArray(value) ? i + 1 : undefined))
}

function readRecord(record: unknown, name: string, context: Context, line: number | undefined): Ingested {
  const origin = { file: name, ...(line === undefined ? {} : { line }) }
  if (typeof record !== 'object' || record === null || Array.isArray(record))
    return notice(
      'not-a-report',
      'the record is not an object with fields',
      'Give objects with at least "title" or "text".',
      name,
      line,
    )
  const fields = record as Fields
  const found = BODIES.find(([key]) => typeof fields[key] === 'string' && fields[key] !== '')
  const title = textOf(fields, NAMES.title)
  if (!found && !title)
    return notice(
      'not-a-report',
      `the record has neither a text nor a title (its fields: ${Object.keys(fields).slice(0, 8).join(', ')})`,
      'Name the text "text" and the title "title".',
      name,
      line,
    )
  const text = String(found ? fields[found[0]] : '')
  return makeReport({
    format: found?.[1] === 'fragment' || (found?.[0] === 'content' && looksLikeHtml(text)) ? 'fragment' : 'text',
    body: text,
    url: textOf(fields, NAMES.url),
    publisher: textOf(fields, NAMES.publisher),
    lang: textOf(fields, NAMES.lang),
    title,
    byline: textOf(fields, NAMES.byline),
    published: textOf(fields, NAMES.published),
    modified: textOf(fields, NAMES.modified),
    fetched: textOf(fields, NAMES.fetched) ?? context.fetched,
    origin,
  })
}

function looksLikeHtml(text: string): boolean {
  return /<(?:p|div|br|h[1-6]|ul|a)\b[^>]*>/iu.test(text.slice(0, 2000))
}

function textOf(fields: Fields, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = fields[name]
    if (typeof value === 'string' && value.trim() !== '') return value
    if (typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string')
      return value.name
    if (Array.isArray(value) && value.every(item => typeof item === 'string') && value.length > 0)
      return value.join(', ')
  }
  return undefined
}
