import { createRequire } from 'node:module'
import type { Briefing, Changes } from '../core/briefing.ts'
import { orderChanges, orderKeys } from './order.ts'
import { briefingSchema } from './schema.ts'

const MOST_FAULTS = 5

/** A briefing as JSON: keys in the order of the types, two spaces, a final newline. The same briefing gives the same bytes. */
export function toJson(briefing: Briefing): string {
  return `${JSON.stringify(orderKeys(briefing), undefined, 2)}\n`
}

/** What changed between two briefings as JSON, in the same order of keys. */
export function changesJson(changes: Changes): string {
  return `${JSON.stringify(orderChanges(changes), undefined, 2)}\n`
}

/** Reads what `toJson` wrote. Throws an `Error` that names the path of each fault and the cure. */
export function fromJson(text: string): Briefing {
  const result = briefingSchema(loadZod()).safeParse(parse(text))
  if (result.success) return result.data
  const { issues } = result.error
  const shown = issues.slice(0, MOST_FAULTS).map(issue => `  ${pathOf(issue.path)}: ${issue.message}`)
  const more = issues.length > MOST_FAULTS ? [`  and ${issues.length - MOST_FAULTS} more`] : []
  throw new Error(
    [
      'this is not a dragoman-briefing/1 document:',
      ...shown,
      ...more,
      'Make it anew with "dragoman brief", or mend the fields named; schema/briefing.schema.json says what each must be.',
    ].join('\n'),
  )
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Error(
      `the briefing is not JSON: ${error instanceof Error ? error.message : String(error)}\n` +
        'Give the briefing.json that "dragoman brief" wrote, unchanged.',
    )
  }
}

/** zod takes longer to load than the rest of a short command, so it is loaded by those who read a briefing only. */
function loadZod() {
  const load = createRequire(import.meta.url)
  const { z }: typeof import('zod') = load('zod')
  return z
}

/** `developments[3].when.earliest`; `(whole document)` for the outermost value. */
function pathOf(path: readonly PropertyKey[]): string {
  const text = path
    .map(key => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./u, '')
  return text === '' ? '(whole document)' : text
}
