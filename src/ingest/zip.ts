import { Unzip, type UnzipFile, UnzipInflate } from 'fflate'
import { type Chunk, isNotice } from './bytes.ts'
import { bomb, isBomb, parts, tryPush } from './gzip.ts'
import { notice } from './report.ts'
import type { Limits, Told } from './types.ts'

/** A file of an archive; its chunks must be read before the next entry is asked for. */
export type Entry = { readonly name: string; readonly chunks: AsyncIterable<Chunk> }

type Happening =
  | { readonly kind: 'entry'; readonly name: string }
  | { readonly kind: 'chunk'; readonly bytes: Uint8Array }
  | { readonly kind: 'end' }
  | { readonly kind: 'told'; readonly told: Told; readonly last: boolean }

/**
 * The files of a zip archive as they come, in the archive's order, hidden ones and folders passed over. A truncated
 * archive gives what could be read and a notice; a bomb or too many files stop it.
 */
export async function* unzip(bytes: AsyncIterable<Chunk>, name: string, limits: Limits): AsyncGenerator<Entry | Told> {
  const happenings = happeningsOf(bytes, name, limits)
  for (let next = await happenings.next(); !next.done; next = await happenings.next()) {
    if (next.value.kind === 'told') yield next.value.told
    if (next.value.kind !== 'entry') continue
    const chunks = chunksOf(happenings)
    yield { name: next.value.name, chunks }
    for await (const _ of chunks);
  }
}

async function* chunksOf(happenings: AsyncGenerator<Happening>): AsyncGenerator<Chunk> {
  for (let next = await happenings.next(); !next.done; next = await happenings.next()) {
    if (next.value.kind === 'chunk') yield next.value.bytes
    else if (next.value.kind === 'told') yield next.value.told
    if (next.value.kind === 'end' || (next.value.kind === 'told' && next.value.last)) return
  }
}

async function* happeningsOf(bytes: AsyncIterable<Chunk>, name: string, limits: Limits): AsyncGenerator<Happening> {
  const queue: Happening[] = []
  const state = { open: false, entries: 0 }
  const reader = new Unzip(file => take(file, name, queue, state, limits))
  reader.register(UnzipInflate)
  let packed = 0
  let plain = 0
  for await (const chunk of bytes) {
    if (isNotice(chunk)) {
      yield { kind: 'told', told: chunk, last: false }
      continue
    }
    for (const part of parts(chunk)) {
      const whole = tryPush(() => reader.push(part))
      packed += part.length
      for (const happening of queue.splice(0)) {
        if (happening.kind === 'chunk') plain += happening.bytes.length
        yield happening
      }
      if (!whole) return yield { kind: 'told', told: damaged(name), last: true }
      if (isBomb(packed, plain, limits)) return yield { kind: 'told', told: bomb(name, limits), last: true }
      if (state.entries > limits.entries) return yield { kind: 'told', told: tooMany(name, limits), last: true }
    }
  }
  const complete = tryPush(() => reader.push(new Uint8Array(0), true))
  yield* queue
  if (!complete || state.open) yield { kind: 'told', told: damaged(name), last: true }
}

function take(
  file: UnzipFile,
  archive: string,
  queue: Happening[],
  state: { open: boolean; entries: number },
  limits: Limits,
): void {
  state.entries++
  if (file.name.endsWith('/') || isHidden(file.name) || state.entries > limits.entries) return
  queue.push({ kind: 'entry', name: file.name })
  state.open = true
  const end = () => {
    state.open = false
    queue.push({ kind: 'end' })
  }
  file.ondata = (error, bytes, final) => {
    if (error) queue.push({ kind: 'told', told: unreadable(`${archive}/${file.name}`, error.message), last: false })
    else if (bytes.length > 0) queue.push({ kind: 'chunk', bytes })
    if (error || final) end()
  }
  if (tryPush(() => file.start())) return
  queue.push({
    kind: 'told',
    told: unreadable(`${archive}/${file.name}`, 'packed in an unknown way or encrypted'),
    last: false,
  })
  end()
}

function isHidden(name: string): boolean {
  return name.split('/').some(part => part.startsWith('.') || part === '__MACOSX' || part === 'node_modules')
}

function unreadable(name: string, reason: string): Told {
  return notice('unreadable-entry', `the file in the archive cannot be read: ${reason}`, 'Unpack it by hand.', name)
}

function damaged(name: string): Told {
  return notice(
    'damaged-archive',
    'the archive is truncated or damaged; what came before is kept',
    'Fetch the file again.',
    name,
  )
}

function tooMany(name: string, { entries }: Limits): Told {
  return notice(
    'archive-too-large',
    `the archive holds more than ${entries} files; the rest is left out`,
    'Unpack it first.',
    name,
  )
}
