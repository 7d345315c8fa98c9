import { idOf } from '../core/id.ts'
import type { Report } from '../core/types.ts'
import type { Ingested, Told } from './types.ts'

const OPTIONAL = ['url', 'publisher', 'lang', 'title', 'byline', 'published', 'modified', 'fetched'] as const

/** The fields of a report before it has an id; empty ones are taken as absent. */
export type Fields = { readonly [K in keyof Omit<Report, 'id'>]: Report[K] | undefined }
type Loose = Pick<Report, 'format' | 'body' | 'origin'> & Partial<Fields>

/** Makes a report of its fields. The id is a hash of what it says, not of where it lay nor of when it was fetched. */
export function makeReport(fields: Loose): Ingested {
  const { format, body, origin } = fields
  const known: Partial<Record<(typeof OPTIONAL)[number], string>> = Object.fromEntries(
    OPTIONAL.flatMap(key => {
      const value = fields[key]?.trim()
      return value ? [[key, value] as const] : []
    }),
  )
  const { url, publisher, lang, title, byline, published, modified } = known
  const id = idOf('report', format, body, url, publisher, lang, title, byline, published, modified)
  return { report: { id, format, body, ...known, origin } }
}

/** A notice about a file, with its 1-based line where there is one. */
export function notice(code: string, message: string, cure: string, file: string, line?: number): Told {
  return { notice: { code, message, cure, file, ...(line === undefined ? {} : { line }) } }
}
