import { notice } from './report.ts'
import type { Context, IngestOptions, Limits, Told } from './types.ts'

export type Fetched = {
  readonly url: string
  readonly bytes: AsyncIterable<Uint8Array>
  readonly context: Pick<Context, 'url' | 'charset' | 'fetched'>
}

export async function fetchDocument(url: string, _limits: Limits, _options: IngestOptions): Promise<Fetched | Told> {
  return notice('fetch-failed', 'addresses cannot be fetched yet', 'Save the page and name the file.', url)
}
