import { Buffer } from 'node:buffer'
import type { Notice, Report } from '../../src/core/types.ts'
import { type IngestOptions, ingest, readBytes } from '../../src/ingest/index.ts'
import type { Ingested } from '../../src/ingest/types.ts'

export type Outcome = { readonly reports: readonly Report[]; readonly notices: readonly Notice[] }

export async function sort(items: AsyncIterable<Ingested> | Iterable<Ingested>): Promise<Outcome> {
  const [reports, notices]: [Report[], Notice[]] = [[], []]
  for await (const item of items) 'report' in item ? reports.push(item.report) : notices.push(item.notice)
  return { reports, notices }
}

export function read(content: string | Uint8Array, name: string, options?: IngestOptions): Promise<Outcome> {
  return sort(readBytes(typeof content === 'string' ? Buffer.from(content) : content, name, options))
}

export function readAll(inputs: readonly string[], options?: IngestOptions): Promise<Outcome> {
  return sort(ingest(inputs, options))
}

export function codes({ notices }: Outcome): readonly string[] {
  return notices.map(({ code }) => code)
}

export async function* chunked(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
