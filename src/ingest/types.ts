import type { Notice, Report } from '../core/types.ts'

/** What ingesting gives, one at a time: a report, or a notice about something that could not be read. */
export type Ingested = { readonly report: Report } | Told

/** A notice on its way out. */
export type Told = { readonly notice: Notice }

export type Limits = {
  /** Bytes of one document (page, feed, mail, text) after decompression. */
  readonly documentBytes: number
  /** Bytes of one line of JSON Lines. */
  readonly lineBytes: number
  /** Decompressed bytes for each compressed byte, beyond which a file is taken for a bomb. */
  readonly ratio: number
  /** Files of one archive. */
  readonly entries: number
  /** Archives inside archives. */
  readonly nesting: number
  /** Levels of nested elements in XML. */
  readonly depth: number
  /** Milliseconds for one address, from first to last byte. */
  readonly fetchMs: number
}

export const LIMITS: Limits = {
  documentBytes: 64 * 1024 * 1024,
  lineBytes: 8 * 1024 * 1024,
  ratio: 400,
  entries: 100_000,
  nesting: 3,
  depth: 500,
  fetchMs: 30_000,
}

/** Whether addresses that are not public may be asked: all, none, or those of some hosts (`name:port`). */
export type AllowPrivate = boolean | ((host: string) => boolean)

export type IngestOptions = {
  /** What `-` reads. */
  readonly stdin?: AsyncIterable<Uint8Array | string>
  readonly limits?: Partial<Limits>
  /** Allow addresses of this machine and of private networks. */
  readonly allowPrivate?: AllowPrivate
  /** Told before each file: how many are done, of how many when known, and the name of the next. */
  readonly progress?: (done: number, total: number | undefined, name: string) => void
  readonly signal?: AbortSignal
}

/** What came with a document besides its bytes. */
export type Context = {
  readonly limits: Limits
  /** Archives around it. */
  readonly nesting: number
  /** The address it was fetched from. */
  readonly url?: string
  /** The character set its server named. */
  readonly charset?: string
  /** When the server said it was sent, ISO 8601. */
  readonly fetched?: string
}
