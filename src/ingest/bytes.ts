import { notice } from './report.ts'
import type { Told } from './types.ts'

/** A chunk of bytes, or a notice that the rest cannot be had. */
export type Chunk = Uint8Array | Told

/** Whether a chunk is a notice instead of bytes. */
export function isNotice(chunk: Chunk): chunk is Told {
  return !(chunk instanceof Uint8Array)
}

/** Reads the first bytes of a stream to see what it is, and gives the whole stream back. */
export async function peek(
  bytes: AsyncIterable<Chunk>,
  size: number,
): Promise<{ head: Uint8Array; told: readonly Told[]; all: AsyncIterable<Chunk> }> {
  const iterator = bytes[Symbol.asyncIterator]()
  const first: Chunk[] = []
  let length = 0
  while (length < size) {
    const next = await iterator.next()
    if (next.done) break
    first.push(next.value)
    if (!isNotice(next.value)) length += next.value.length
  }
  async function* all() {
    yield* first
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value
  }
  const told = first.filter(isNotice)
  return { told, head: join(first.filter(chunk => chunk instanceof Uint8Array)).subarray(0, size), all: all() }
}

/** All bytes of a stream, or undefined when they are more than the limit: the rest is not even read. */
export async function collect(
  chunks: AsyncIterable<Chunk>,
  limit: number,
): Promise<{ bytes?: Uint8Array; notices: readonly Told[] }> {
  const parts: Uint8Array[] = []
  const notices: Told[] = []
  let length = 0
  for await (const chunk of chunks) {
    if (isNotice(chunk)) {
      notices.push(chunk)
      continue
    }
    length += chunk.length
    if (length > limit) return { notices }
    parts.push(chunk)
  }
  return { bytes: join(parts), notices }
}

/** One array of all parts; a single part as it is. */
export function join(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts
  if (only && parts.length === 1) return only
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

const NEWLINE = 10

/** Lines of a stream with their numbers; one longer than the limit is passed over with a notice. */
export async function* lines(
  chunks: AsyncIterable<Chunk>,
  name: string,
  limit: number,
): AsyncGenerator<{ bytes: Uint8Array; number: number } | Told> {
  let held: Uint8Array[] = []
  let size = 0
  let number = 1
  const take = (): { bytes: Uint8Array; number: number } | Told => {
    const line =
      size > limit
        ? notice(
            'line-too-long',
            `the line is longer than ${limit} bytes`,
            'Split the record, or give it as a file of its own.',
            name,
            number,
          )
        : { bytes: join(held), number }
    held = []
    size = 0
    number++
    return line
  }
  for await (const chunk of chunks) {
    if (isNotice(chunk)) {
      yield chunk
      continue
    }
    let from = 0
    for (let at = chunk.indexOf(NEWLINE); at !== -1; at = chunk.indexOf(NEWLINE, from)) {
      if (size + at - from <= limit) held.push(chunk.subarray(from, at))
      size += at - from
      yield take()
      from = at + 1
    }
    if (size + chunk.length - from <= limit) held.push(chunk.subarray(from))
    size += chunk.length - from
    if (size > limit) held = []
  }
  if (size > 0) yield take()
}
