import { parse } from 'yaml'
import { makeReport, notice } from './report.ts'
import type { Context, Ingested } from './types.ts'

export type Markdown = { readonly fields: Readonly<Record<string, unknown>>; readonly body: string }

const FRONT = /^---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/u

/** Parts a document from its front matter; front matter that is no YAML gives no fields. */
export function splitFrontMatter(source: string): Markdown & { readonly broken: boolean } {
  const match = FRONT.exec(source)
  if (!match) return { fields: {}, body: source, broken: false }
  const body = source.slice(match[0].length)
  try {
    const value: unknown = parse(match[1] ?? '', { schema: 'failsafe', maxAliasCount: 0, uniqueKeys: false })
    return { fields: isFields(value) ? value : {}, body, broken: value !== null && !isFields(value) }
  } catch {
    return { fields: {}, body, broken: true }
  }
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Names that front matter uses for our fields, the first that is there wins. */
const NAMES = {
  url: ['url', 'source_url', 'canonical_url', 'link', 'permalink'],
  publisher: ['publisher', 'source', 'outlet', 'site'],
  lang: ['lang', 'language'],
  title: ['title', 'headline'],
  byline: ['author', 'authors', 'byline'],
  published: ['published', 'published_time', 'published_at', 'date'],
  modified: ['modified', 'modified_time', 'updated', 'lastmod'],
  fetched: ['fetched', 'fetched_at', 'retrieved'],
} as const

/** A Markdown document: its front matter (YAML) gives the fields, a first heading the title where it gives none. */
export function* readMarkdown(source: string, name: string, context: Context): Generator<Ingested> {
  const { fields, body, broken } = splitFrontMatter(source)
  if (broken)
    yield notice(
      'invalid-front-matter',
      'the front matter is not valid YAML; it is passed over',
      'Mend it: one "name: value" a line.',
      name,
      1,
    )
  const heading = /^\s*#\s+([^\n]{1,500})/u.exec(body)
  const title = textOf(fields, NAMES.title)
  yield makeReport({
    format: 'markdown',
    body: title === undefined && heading ? body.slice(heading[0].length) : body,
    url: textOf(fields, NAMES.url) ?? context.url,
    publisher: textOf(fields, NAMES.publisher),
    lang: textOf(fields, NAMES.lang),
    title: title ?? heading?.[1]?.replace(/\s+#*\s*$/u, ''),
    byline: textOf(fields, NAMES.byline),
    published: textOf(fields, NAMES.published),
    modified: textOf(fields, NAMES.modified),
    fetched: textOf(fields, NAMES.fetched) ?? context.fetched,
    origin: { file: name },
  })
}

function textOf(fields: Markdown['fields'], names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = [fields[name]].flat().filter(item => typeof item === 'string' && item.trim() !== '')
    if (value.length > 0) return value.join(', ')
  }
  return undefined
}
