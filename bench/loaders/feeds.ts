import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { byText } from '../../src/core/order.ts'

/** A feed with what another reader made of it. */
export type FeedCase = { readonly name: string; readonly bytes: Uint8Array; readonly expected: unknown }

/**
 * Reads a folder, with its folders, of pairs: `X.xml` or `X.opml` with `X.json`, or `X.json` with `X_expected.json`.
 * `alone` names the feeds that have no expected file.
 */
export function readFeedCases(folder: string): {
  readonly cases: readonly FeedCase[]
  readonly alone: readonly string[]
} {
  const files = new Set(readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort(byText))
  const cases: FeedCase[] = []
  const alone: string[] = []
  for (const name of files) {
    if (!isInput(name, files)) continue
    const expected = join(folder, expectedOf(name))
    if (existsSync(expected)) cases.push({ name, bytes: readFileSync(join(folder, name)), expected: parse(expected) })
    else alone.push(name)
  }
  if (cases.length === 0) throw new Error(`${folder}: no feed with an expected .json beside it`)
  return { cases, alone }
}

function isInput(name: string, files: ReadonlySet<string>): boolean {
  if (/\.(?:xml|opml)$/u.test(name)) return true
  const stem = name.replace(/\.json$/u, '')
  if (stem === name || stem.endsWith('_expected')) return false
  return !files.has(`${stem}.xml`) && !files.has(`${stem}.opml`)
}

function expectedOf(name: string): string {
  return name.endsWith('.json') ? name.replace(/\.json$/u, '_expected.json') : name.replace(/\.(?:xml|opml)$/u, '.json')
}

function parse(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'))
}
