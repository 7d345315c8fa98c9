import { type Chunk, collect, peek } from './bytes.ts'
import { decode, decodeHead } from './decode.ts'
import { readFeed } from './feed/index.ts'
import { gunzip } from './gzip.ts'
import { readJson, readJsonLines } from './json.ts'
import { readMail } from './mail.ts'
import { readMarkdown } from './markdown.ts'
import { readOpml } from './opml.ts'
import { makeReport, notice } from './report.ts'
import { type Format, HEAD, sniffBytes, sniffText } from './sniff.ts'
import type { Context, Ingested } from './types.ts'
import { unzip } from './zip.ts'

/** Reads one document as it comes: what it is is decided by its first bytes, then by its name. */
export async function* readStream(
  bytes: AsyncIterable<Chunk>,
  name: string,
  context: Context,
): AsyncGenerator<Ingested> {
  const { head, told, all } = await peek(bytes, HEAD)
  const kind = sniffBytes(head) ?? sniffText(decodeHead(head), name)
  if (kind === 'gzip' || kind === 'zip') return yield* readArchive(kind, all, name, context)
  if (kind === 'jsonl') return yield* readJsonLines(all, name, context)
  const refusal = refused(kind, name)
  if (refusal) {
    yield* told
    if (kind !== 'empty' || told.length === 0) yield refusal
    return
  }
  const { bytes: document, notices } = await collect(all, context.limits.documentBytes)
  yield* notices
  if (!document) return yield tooLarge(name, context.limits.documentBytes)
  yield* readDocument(document, kind, name, context)
}

async function* readArchive(
  kind: 'gzip' | 'zip',
  all: AsyncIterable<Chunk>,
  name: string,
  context: Context,
): AsyncGenerator<Ingested> {
  if (context.nesting >= context.limits.nesting) return yield tooNested(name)
  const inner = { ...context, nesting: context.nesting + 1 }
  if (kind === 'gzip')
    return yield* readStream(gunzip(all, name, context.limits), name.replace(/\.(?:gz|gzip)$/iu, ''), inner)
  if (OFFICE.test(name))
    return yield notice(
      'unknown-format',
      'office documents and books are not read',
      'Save it as plain text, Markdown or a page.',
      name,
    )
  for await (const entry of unzip(all, name, context.limits)) {
    if ('notice' in entry) yield entry
    else yield* readStream(entry.chunks, `${name}/${entry.name}`, inner)
  }
}

/** Formats that are zip archives inside. */
const OFFICE = /\.(?:docx|xlsx|pptx|odt|ods|odp|epub|jar|apk)$/iu

async function* readDocument(
  bytes: Uint8Array,
  kind: Format,
  name: string,
  context: Context,
): AsyncGenerator<Ingested> {
  if (kind === 'mail') return yield* readMail(bytes, name, context)
  const { text, notices } = decode(bytes, name, context)
  yield* notices
  const origin = { file: name }
  const given = { url: context.url, fetched: context.fetched, origin }
  if (kind === 'json') yield* readJson(text, name, context)
  else if (kind === 'feed') yield* readFeed(text, name, context)
  else if (kind === 'opml') yield* readOpml(text, name, context.limits.depth)
  else if (kind === 'html') yield makeReport({ ...given, format: 'html', body: text })
  else if (kind === 'markdown') yield* readMarkdown(text, name, context)
  else yield makeReport({ ...given, format: 'text', body: text })
}

function refused(kind: Format, name: string): Ingested | undefined {
  if (kind === 'empty') return notice('empty-file', 'it holds no text', 'Fetch or save it again.', name)
  if (kind === 'binary')
    return notice('binary-file', 'it is not a text format', 'Give the text of it: HTML, Markdown or plain text.', name)
  if (kind === 'table')
    return notice(
      'unknown-format',
      'tables (CSV, TSV) are not read',
      'Turn the rows into JSON Lines with the fields title, text, published, url.',
      name,
    )
  if (kind === 'xml') return notice('unknown-format', 'it is XML, but no feed', 'Give RSS, Atom, OPML or a page.', name)
  if (kind === 'unknown')
    return notice(
      'unknown-format',
      'its format is not known',
      'Name plain text .txt, Markdown .md, pages .html, records .jsonl.',
      name,
    )
  return undefined
}

function tooLarge(name: string, limit: number): Ingested {
  return notice(
    'file-too-large',
    `it is larger than ${limit} bytes, so it is not read`,
    'Split it, or give the records as JSON Lines.',
    name,
  )
}

function tooNested(name: string): Ingested {
  return notice('archive-too-deep', 'it is an archive inside too many archives', 'Unpack it first.', name)
}
