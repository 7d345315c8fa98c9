import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { filesBelow, type TimeCase, type TimeMark } from './time-case.ts'

/**
 * Reads a folder of texts with inline time expressions: TimeML `*.tml` (TIMEX3; TempEval-3: <DCT>, <TEXT>), or else
 * `*.key.xml` (TIMEX2; WikiWars: <DATETIME>, <TEXT>).
 */
export function readInlineCases(folder: string): readonly TimeCase[] {
  const timeml = readdirSync(folder, { recursive: true, encoding: 'utf8' }).some(name => name.endsWith('.tml'))
  return filesBelow(folder, timeml ? '.tml' : '.key.xml').map(path =>
    inlineCase(basename(path), readFileSync(path, 'utf8')),
  )
}

const TAG = /<(\/?)([A-Za-z][A-Za-z0-9_]*)([^<>]*)>/gu
const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
}

/**
 * One file. The text may hold bare `&` and `<`, so tags are scanned for and all else is kept; other tags are dropped.
 * Only <TEXT> is scored: the time of the document itself is given, not found.
 */
export function inlineCase(name: string, source: string): TimeCase {
  const head = /<(?:DCT|DATETIME)>([\s\S]*?)<\/(?:DCT|DATETIME)>/u.exec(source)?.[1] ?? ''
  const day = /\b(?:val|value)="(\d{4}-\d{2}-\d{2})/u.exec(head)?.[1]
  const body = /<TEXT>([\s\S]*)<\/TEXT>/u.exec(source)?.[1] ?? ''
  const marks: TimeMark[] = []
  const open: { readonly start: number; readonly attributes: string }[] = []
  let text = ''
  let from = 0
  for (const match of body.matchAll(TAG)) {
    text += decoded(body.slice(from, match.index))
    from = match.index + match[0].length
    if (!/^TIMEX[23]$/u.test(match[2] ?? '') || match[3]?.endsWith('/')) continue
    if (match[1] === '') open.push({ start: text.length, attributes: match[3] ?? '' })
    else {
      const own = open.pop()
      if (own) marks.push({ start: own.start, end: text.length, ...meaning(own.attributes) })
    }
  }
  text += decoded(body.slice(from))
  return { name, text, marks: marks.sort((a, b) => a.start - b.start || b.end - a.end), ...(day ? { day } : {}) }
}

function decoded(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|apos);/gu, entity => ENTITIES[entity] ?? entity)
}

function meaning(attributes: string): Pick<TimeMark, 'type' | 'values'> {
  const of = (name: string) => new RegExp(`(?:^|\\s)${name}="([^"]*)"`, 'u').exec(attributes)?.[1]
  const value = of('value') ?? of('val') ?? ''
  const type = of('type')
  return { values: value === '' ? [] : [value], ...(type ? { type } : {}) }
}
