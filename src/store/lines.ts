import { canonical } from './canonical.ts'
import { type Entry, KINDS, type Store } from './contract.ts'
import { StoreError } from './errors.ts'
import { type Packed, pack, unpack } from './pack.ts'

/** The first line of an export. */
const FORMAT = 'dragoman-store/1'

/** Everything in a store as JSON Lines. Equal contents give equal bytes, whatever keeps them. */
export async function* exportLines(store: Store): AsyncGenerator<string> {
  yield `${canonical({ format: FORMAT })}\n`
  for await (const entry of store.entries()) yield `${toLine(entry)}\n`
}

function toLine(entry: Entry): string {
  return canonical(entry.kind === 'layers' ? { ...entry, layers: pack(entry.layers) } : entry)
}

/** Entries of one write: few enough to be held, many enough to be fast. */
const BATCH = 200

/** Adds what an export holds, which may be there already; gives how many entries were new. A bad line throws, with its number. */
export async function importLines(store: Store, lines: AsyncIterable<string>): Promise<number> {
  let [number, added] = [0, 0]
  let batch: Entry[] = []
  const flush = async () => {
    const written = await store.write(batch)
    added += written.length
    batch = []
  }
  for await (const line of lines) {
    number++
    if (number === 1) expectFormat(line)
    else if (line !== '') batch.push(fromLine(line, number))
    if (batch.length >= BATCH) await flush()
  }
  if (number === 0) expectFormat('')
  await flush()
  return added
}

function expectFormat(line: string): void {
  const record = parse(line)
  if (isRecord(record) && record.format === FORMAT) return
  const other = isRecord(record) && typeof record.format === 'string' && record.format.startsWith('dragoman-store/')
  throw new StoreError(
    other ? 'newer' : 'bad-entry',
    other ? 'this export was written by another version of Dragoman' : 'line 1: this is not an export of a store',
    other ? 'Import it with that version.' : 'Give what "dragoman store export" wrote, unchanged.',
  )
}

function fromLine(line: string, number: number): Entry {
  const record = parse(line)
  const entry = isRecord(record) ? shaped(record) : undefined
  if (entry) return entry
  throw new StoreError(
    'bad-entry',
    `line ${number} of the export is no record of a store`,
    'Give the export unchanged; lines before this one may have been added and are passed over the next time.',
  )
}

/** The record, if it has the fields that the store itself relies on. What is inside a text or a page is not read here. */
function shaped(record: Record<string, unknown>): Entry | undefined {
  const texts = (of: unknown, ...keys: readonly string[]) =>
    isRecord(of) && keys.every(key => typeof of[key] === 'string')
  const kind = KINDS.find(known => known === record.kind)
  const fits = {
    report: () =>
      texts(record.report, 'id', 'format', 'body') && isRecord(Reflect.get(Object(record.report), 'origin')),
    article: () =>
      texts(record, 'report') &&
      Number.isSafeInteger(record.version) &&
      (record.article === null || texts(record.article, 'id', 'report', 'title', 'text', 'publisher', 'lang')),
    layers: () => texts(record, 'article', 'version') && isPacked(record.layers),
    claims: () => texts(record, 'article', 'version') && Array.isArray(record.claims),
    briefing: () =>
      texts(record, 'id', 'crisis') &&
      texts(record.briefing, 'format', 'asOf') &&
      Array.isArray(record.events) &&
      Array.isArray(record.stories),
    mark: () => texts(record.mark, 'id', 'at', 'by', 'action', 'target'),
    notice: () => texts(record.notice, 'code', 'message', 'cure'),
    source: () =>
      texts(record.source, 'address') && isRecord(record.source) && typeof record.source.failures === 'number',
  }
  if (!kind || !fits[kind]()) return undefined
  const { layers } = record
  return (isPacked(layers) ? { ...record, layers: unpack(layers) } : record) as Entry
}

function isPacked(value: unknown): value is Packed {
  if (!isRecord(value) || !Array.isArray(value.words) || !isRecord(value.layers)) return false
  if (!value.words.every(word => typeof word === 'string' && parse(word) !== undefined)) return false
  const numbers = (list: unknown) => Array.isArray(list) && list.every(Number.isSafeInteger)
  return Object.values(value.layers).every(
    columns =>
      isRecord(columns) &&
      numbers(columns.start) &&
      numbers(columns.length) &&
      numbers(columns.by) &&
      isRecord(columns.values) &&
      Object.values(columns.values).every(numbers),
  )
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
