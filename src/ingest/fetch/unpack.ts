import { Readable, type Transform } from 'node:stream'
import { constants, createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from 'node:zlib'
import type { Chunk } from '../bytes.ts'
import { bomb, isBomb } from '../gzip.ts'
import { notice } from '../report.ts'
import type { Limits } from '../types.ts'

/** What a server may pack its answer as. */
export const ACCEPTED = 'gzip, br, zstd, identity;q=0.5'

/** RFC 9659: what is sent over HTTP needs no window above 8 MiB. */
const ZSTD_WINDOW = 23

/** What undoes a content coding; undefined for one that is not known. */
export function unpackerOf(coding: string): (() => Transform) | 'none' | undefined {
  if (/^(?:identity)?$/iu.test(coding)) return 'none'
  if (/^(?:x-)?gzip$/iu.test(coding)) return createGunzip
  if (/^br$/iu.test(coding)) return createBrotliDecompress
  if (/^deflate$/iu.test(coding)) return createInflate
  if (/^zstd$/iu.test(coding))
    return () => createZstdDecompress({ params: { [constants.ZSTD_d_windowLogMax]: ZSTD_WINDOW } })
  return undefined
}

/** Unpacks a body as it comes, no faster than it is read; a bomb is stopped, a damaged one ends with a notice. */
export async function* unpack(
  body: AsyncIterable<Uint8Array>,
  make: () => Transform,
  name: string,
  limits: Limits,
): AsyncGenerator<Chunk> {
  let [packed, plain] = [0, 0]
  let cut: { readonly error: unknown } | undefined
  async function* counted() {
    try {
      for await (const chunk of body) {
        packed += chunk.length
        yield chunk
      }
    } catch (error) {
      cut = { error }
      throw error
    }
  }
  const unpacker = make()
  const source = Readable.from(counted())
  source.on('error', error => unpacker.destroy(error))
  source.pipe(unpacker)
  try {
    for await (const chunk of unpacker) {
      plain += chunk.length
      if (isBomb(packed, plain, limits)) return yield bomb(name, limits)
      yield chunk
    }
  } catch {
    if (cut) throw cut.error
    yield notice(
      'damaged-archive',
      'what the server packed is truncated or damaged; what came before is kept',
      'Fetch it again.',
      name,
    )
  } finally {
    source.destroy()
    unpacker.destroy()
  }
}
