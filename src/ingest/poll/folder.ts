import { readFile, stat } from 'node:fs/promises'
import { decode } from '../decode.ts'
import { parseOpml } from '../opml.ts'
import type { Told } from '../types.ts'
import { LIMITS } from '../types.ts'
import { filesOf } from '../walk.ts'
import { parseXml } from '../xml.ts'
import { type Listed, listedIn } from './content.ts'

/** A file of a folder; `state` is another when it was written to. */
export type Found = { readonly path: string; readonly state: string }

/** The files of a folder as they are now. */
export async function* filesNow(folder: string): AsyncGenerator<Found | Told> {
  for await (const path of filesOf(folder)) {
    if (typeof path !== 'string') {
      yield path
      continue
    }
    const info = await stat(path).catch(() => undefined)
    if (info) yield { path, state: `${info.size}-${Math.round(info.mtimeMs)}` }
  }
}

/** Whether a path is a list of feeds. */
export function looksLikeOpml(path: string): boolean {
  return /\.opml$/iu.test(path)
}

/** The feeds of an OPML file; a fault where it cannot be read as one. */
export async function feedsIn(path: string): Promise<readonly Listed[] | { readonly fault: string }> {
  try {
    const { root } = parseXml(decode(await readFile(path), path).text, LIMITS.depth)
    const opml = root && parseOpml(root)
    return opml ? listedIn(opml.outlines, '') : { fault: 'it is no list of feeds (OPML)' }
  } catch (error) {
    return { fault: `it cannot be read: ${error instanceof Error ? error.message : String(error)}` }
  }
}
