import { crc32 } from 'node:zlib'
import { Gunzip } from 'fflate'
import { type Chunk, isNotice, join } from './bytes.ts'
import { notice } from './report.ts'
import type { Limits, Told } from './types.ts'

/** So much is inflated at once: at most a thousand times as much comes out. */
const STEP = 16 * 1024

/** Inflates a gzip stream. A truncated or damaged one gives what could be read and a notice; a bomb is stopped. */
export async function* gunzip(bytes: AsyncIterable<Chunk>, name: string, limits: Limits): AsyncGenerator<Chunk> {
  const out: Uint8Array[] = []
  const inflater = new Gunzip(chunk => out.push(chunk))
  let further = 0
  inflater.onmember = () => further++
  let packed = 0
  let plain = 0
  let sum = 0
  let tail: Uint8Array = new Uint8Array()
  for await (const chunk of bytes) {
    if (isNotice(chunk)) {
      yield chunk
      continue
    }
    for (const part of parts(chunk)) {
      const whole = tryPush(() => inflater.push(part))
      packed += part.length
      tail = join([tail, part]).subarray(-TRAILER)
      for (const ready of out.splice(0)) {
        plain += ready.length
        sum = crc32(ready, sum)
        if (ready.length > 0) yield ready
      }
      if (!whole) return yield damaged(name)
      if (isBomb(packed, plain, limits)) return yield bomb(name, limits)
    }
  }
  const complete = tryPush(() => inflater.push(new Uint8Array(0), true))
  for (const ready of out) {
    sum = crc32(ready, sum)
    if (ready.length > 0) yield ready
  }
  if (!complete || (further === 0 && sum !== checksumIn(tail))) yield damaged(name)
}

/** A gzip member ends with the CRC-32 and the length of what it holds (RFC 1952). */
const TRAILER = 8

function checksumIn(trailer: Uint8Array): number {
  return new DataView(trailer.buffer, trailer.byteOffset, trailer.byteLength).getUint32(0, true)
}

/** So much may come out of anything. */
const FREE = 8 * 1024 * 1024

/** A stream in steps small enough that one cannot fill the memory. */
export function* parts(chunk: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < chunk.length; at += STEP) yield chunk.subarray(at, at + STEP)
}

/** Whether so many packed bytes giving so many plain ones is beyond the limits. */
export function isBomb(packed: number, plain: number, { documentBytes, ratio }: Limits): boolean {
  return plain > Math.min(FREE, documentBytes) && plain > packed * ratio
}

/** The notice of an archive that was stopped. */
export function bomb(name: string, { ratio }: Limits): Told {
  return notice(
    'archive-bomb',
    `it unpacks to more than ${ratio} times its size; the rest is left out`,
    'Unpack it by hand if you trust it.',
    name,
  )
}

/** Whether a step of the inflater went well; it throws on broken input. */
export function tryPush(step: () => void): boolean {
  try {
    step()
    return true
  } catch {
    return false
  }
}

function damaged(name: string): Told {
  return notice(
    'damaged-archive',
    'the archive is truncated or damaged; what came before is kept',
    'Fetch the file again.',
    name,
  )
}
