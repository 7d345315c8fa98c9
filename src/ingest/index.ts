import { fetchDocument } from './fetch.ts'
import { readStream } from './read.ts'
import { notice } from './report.ts'
import { type Context, type Ingested, type IngestOptions, LIMITS } from './types.ts'
import { filesOf, isAddress, openFile, STDIN } from './walk.ts'

export type { AllowPrivate, Ingested, IngestOptions, Limits } from './types.ts'
export { LIMITS } from './types.ts'
export { isAddress } from './walk.ts'

/**
 * Reads reports from files, folders, glob patterns, `-` (standard input) and http(s) addresses, in that order, files of
 * a folder by path. What cannot be read becomes a notice and the rest goes on; a report that came before is left out.
 * Throws only when `signal` aborts.
 */
export async function* ingest(inputs: readonly string[], options: IngestOptions = {}): AsyncGenerator<Ingested> {
  const sources = []
  for (const input of inputs) for await (const found of filesOf(input)) sources.push(found)
  const seen = new Set<string>()
  for (const [done, source] of sources.entries()) {
    options.signal?.throwIfAborted()
    if (typeof source !== 'string') {
      yield source
      continue
    }
    options.progress?.(done, sources.length, source)
    yield* once(readSource(source, options), source, seen, options.signal)
  }
  options.progress?.(sources.length, sources.length, '')
}

/** Reads one named document from memory: the name's ending helps where the content does not tell its format. */
export async function* readBytes(
  bytes: Uint8Array,
  name: string,
  options: IngestOptions = {},
): AsyncGenerator<Ingested> {
  yield* once(readStream(whole(bytes), name, contextOf(options)), name, new Set(), options.signal)
}

function contextOf(options: IngestOptions): Context {
  return { limits: { ...LIMITS, ...options.limits }, nesting: 0 }
}

async function* readSource(source: string, options: IngestOptions): AsyncGenerator<Ingested> {
  const context = contextOf(options)
  if (source === STDIN) {
    if (options.stdin) yield* readStream(bytesOf(options.stdin), '<stdin>', context)
    else yield notice('no-input', 'standard input is not connected', 'Pipe a document into the command.', '<stdin>')
    return
  }
  if (!isAddress(source)) return yield* readStream(openFile(source), source, context)
  const fetched = await fetchDocument(source, context.limits, options)
  if ('notice' in fetched) yield fetched
  else yield* readStream(fetched.bytes, fetched.url, { ...context, ...fetched.context })
}

/** Lets each report pass once; tells how many were left out. */
async function* once(
  items: AsyncIterable<Ingested>,
  name: string,
  seen: Set<string>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Ingested> {
  let again = 0
  let line: number | undefined
  try {
    for await (const item of items) {
      signal?.throwIfAborted()
      if ('report' in item && seen.has(item.report.id)) {
        if (again++ === 0) line = item.report.origin.line
        continue
      }
      if ('report' in item) seen.add(item.report.id)
      yield item
    }
  } catch (error) {
    signal?.throwIfAborted()
    yield unreadable(error, name)
  }
  if (again === 0) return
  const what =
    again === 1 ? 'one report was read before and is left out' : `${again} reports were read before and are left out`
  yield notice(
    'duplicate-report',
    `${what}${again > 1 && line ? ', the first here' : ''}`,
    'Nothing to do.',
    name,
    line,
  )
}

function unreadable(error: unknown, name: string): Ingested {
  const reason = error instanceof Error ? error.message : String(error)
  return notice('unreadable-file', `it cannot be read: ${reason}`, 'Check that the file exists and may be read.', name)
}

async function* whole(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

async function* bytesOf(chunks: AsyncIterable<Uint8Array | string>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) yield typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk
}
