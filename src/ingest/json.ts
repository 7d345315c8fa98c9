import { type Chunk, lines } from './bytes.ts'
import { decode } from './decode.ts'
import { reportsOf } from './feed/index.ts'
import { isJsonFeed, readJsonFeed } from './feed/json.ts'
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

/** JSON Lines: one record a line; a bad line is told of and the next is read. Records of one odd shape are told of once. */
export async function* readJsonLines(
  chunks: AsyncIterable<Chunk>,
  name: string,
  context: Context,
): AsyncGenerator<Ingested> {
  const odd = new Map<string, { readonly line: number; more: number }>()
  for await (const line of lines(chunks, name, context.limits.lineBytes)) {
    if (!('bytes' in line)) {
      yield line
      continue
    }
    const { text, notices } = decode(line.bytes, name, {
      line: line.number,
      ...(context.charset ? { charset: context.charset } : {}),
    })
    yield* notices
    if (text.trim() === '') continue
    for (const item of readJson(text, name, context, line.number)) {
      const shape = 'notice' in item && item.notice.code === 'not-a-report' ? item.notice.message : undefined
      const before = shape === undefined ? undefined : odd.get(shape)
      if (before) before.more++
      else yield item
      if (shape !== undefined && !before) odd.set(shape, { line: line.number, more: 0 })
    }
  }
  for (const { line, more } of odd.values())
    if (more > 0) yield notice('not-a-report', `${more} more records are like the one of this line`, SHAPE, name, line)
}

/** Fields under which programs put a list of records. */
const LISTS = ['articles', 'reports', 'documents', 'results', 'records', 'data']

/** One JSON value: a record, a list of records, or a JSON Feed. */
export function* readJson(text: string, name: string, context: Context, line?: number): Generator<Ingested> {
  const value = parse(text)
  if (value === undefined)
    return yield notice(
      'invalid-json',
      `it is not valid JSON${line === undefined ? '' : ' on this line'}`,
      'Mend or remove it.',
      name,
      line,
    )
  if (isJsonFeed(value)) return yield* reportsOf(readJsonFeed(value), name, context)
  const records = listIn(value)
  for (const [i, record] of (records ?? [value]).entries())
    yield readRecord(record, name, context, line, records ? i + 1 : undefined)
}

/** Undefined where the text is no JSON; JSON itself has no such value. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function listIn(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value
  if (typeof value !== 'object' || value === null) return undefined
  const fields = value as Fields
  if (BODIES.some(([key]) => typeof fields[key] === 'string')) return undefined
  return LISTS.map(key => fields[key]).find(list => Array.isArray(list))
}

const SHAPE = 'Name the text "text" and the title "title"; see docs/reference/input.md.'

function readRecord(
  record: unknown,
  name: string,
  context: Context,
  line: number | undefined,
  item: number | undefined,
): Ingested {
  const origin = { file: name, ...(line === undefined ? {} : { line }) }
  const which = item === undefined ? 'the record' : `record ${item}`
  if (typeof record !== 'object' || record === null || Array.isArray(record))
    return notice('not-a-report', `${which} is not an object with fields`, SHAPE, name, line)
  const fields = record as Fields
  const found = BODIES.find(([key]) => typeof fields[key] === 'string' && fields[key] !== '')
  const title = textOf(fields, NAMES.title)
  if (!found && !title) {
    const keys = Object.keys(fields).slice(0, 8).join(', ')
    return notice('not-a-report', `${which} has neither a text nor a title; its fields are ${keys}`, SHAPE, name, line)
  }
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
