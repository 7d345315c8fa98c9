import { createReadStream } from 'node:fs'
import { glob, readdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { byText } from '../core/order.ts'
import { notice } from './report.ts'
import type { Told } from './types.ts'

/** The input that stands for standard input. */
export const STDIN = '-'

/** Whether an input is an address, of whatever scheme, and not a path. */
export function isAddress(input: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//iu.test(input)
}

/** The bytes of a file as they come; at most a few chunks are held. */
export function openFile(path: string): AsyncIterable<Uint8Array> {
  return createReadStream(path, { highWaterMark: 256 * 1024 })
}

/**
 * The files an input stands for, in byte order of their paths: a file is itself, a folder all files below it, a pattern
 * all it matches. Hidden files, `node_modules`, README and LICENSE are passed over in folders; a folder that was entered before is told of once.
 */
export async function* filesOf(input: string): AsyncGenerator<string | Told> {
  if (input === STDIN || isAddress(input)) return yield input
  const info = await stat(input).catch(() => undefined)
  if (info?.isDirectory()) return yield* below(input, new Set([await realpath(input)]))
  if (info) return yield input
  if (!/[*?[{]/u.test(input)) return yield missing(input)
  const matches = []
  for await (const match of glob(input, { exclude: name => isHidden(name.split(/[\\/]/u).at(-1) ?? '') }))
    matches.push(match)
  if (matches.length === 0) yield missing(input)
  for (const match of matches.sort(byText)) if ((await stat(match).catch(() => undefined))?.isFile()) yield match
}

/** What tells about a folder is no report. */
const ABOUT = /^(?:README|LICEN[CS]E)(?:\.(?:md|txt))?$/u

async function* below(folder: string, entered: Set<string>): AsyncGenerator<string | Told> {
  const entries = await readdir(folder).catch(error => fault(error, folder))
  if (!Array.isArray(entries)) return yield entries
  for (const entry of entries.sort(byText)) {
    if (isHidden(entry) || ABOUT.test(entry)) continue
    const path = join(folder, entry)
    const info = await stat(path).catch(error => fault(error, path))
    if ('notice' in info) yield info
    else if (info.isFile()) yield path
    else if (info.isDirectory()) yield* enter(path, entered)
  }
}

async function* enter(path: string, entered: Set<string>): AsyncGenerator<string | Told> {
  const real = await realpath(path)
  if (entered.has(real)) {
    yield notice('folder-seen', 'the folder links to one that is already read', 'Remove the link.', path)
    return
  }
  entered.add(real)
  yield* below(path, entered)
}

function isHidden(name: string): boolean {
  return (name.startsWith('.') && name !== '.' && name !== '..') || name === 'node_modules'
}

function missing(input: string): Told {
  return notice(
    'no-such-file',
    'there is no such file, folder or match',
    'Check the spelling; put patterns in quotation marks.',
    input,
  )
}

function fault(error: unknown, path: string): Told {
  const reason = error instanceof Error ? error.message : String(error)
  return notice('unreadable-file', `it cannot be read: ${reason}`, 'Check that the file exists and may be read.', path)
}
