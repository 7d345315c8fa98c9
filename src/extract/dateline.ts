import type { Span } from '../core/span.ts'
import { readTable } from '../core/table.ts'

const PLACES: ReadonlySet<string> = new Set(
  readTable('places/places.tsv', ['label', 'kind', 'aliases']).flatMap(({ label, kind, aliases }) =>
    kind === 'city' || kind === 'site' ? [label, ...aliases.split('|')] : [],
  ),
)

const CAPITALS = String.raw`\p{Lu}[\p{Lu}.'’-]+(?:[ -]\p{Lu}[\p{Lu}.'’-]*){0,3}`
const MIXED = String.raw`\p{Lu}[\p{L}'’-]+(?:[ -]\p{Lu}[\p{L}'’-]+){0,2}`
const REGION = String.raw`(?:,[ ]\p{Lu}[\p{L}. '’-]{1,30}?){0,2}`
const DAY = String.raw`(?:,[ ](?:\p{Lu}\p{L}{2,8}\.?[ ]\d{1,2}|\d{1,2}\.?[ ]\p{L}{3,9})(?:,[ ]\d{4}|[ ]\d{4})?)?`
const AGENCY = String.raw`(?:[ ]\([\p{L}\p{N}][\p{L}\p{N} .,&/-]{1,40}\))`
const DASH = String.raw`[ ]?(?:[\u2013\u2014]|--|-)[ ]`

/** A place in capitals; a place with an agency in brackets; both with a dash behind. */
const SURE = new RegExp(`^(?:(${CAPITALS})${REGION}${DAY}${AGENCY}?|(${MIXED})${REGION}${DAY}${AGENCY})${DASH}`, 'u')
/** "ROME:" or a place in mixed letters with only a dash, a colon or a date: the place must be known. */
const KNOWN = new RegExp(`^(${CAPITALS}|${MIXED})${REGION}${DAY}(?:${DASH}|:[ ])`, 'u')
/** Words in capitals that stand before a dash and are no place. */
const LABEL =
  /^(?:BREAKING|UPDATE|UPDATED|EXCLUSIVE|OPINION|ANALYSIS|LIVE|WATCH|VIDEO|PHOTOS?|FACTBOX|EXPLAINER|CORRECTED|REFILE|WRAPUP|INTERVIEW|NEWS|URGENT|ALERT|EDITORIAL|Q&A|FACT CHECK|JUST IN|[A-Z])$/u

/** A caption or a first line may stand before it. */
const PARAGRAPHS = 4

/**
 * The dateline at the start of a news text or of one of its first paragraphs: "BERLIN, May 23 (Agency) -". The span runs
 * through the dash. Conservative: capitals or an agency make it sure, else the place must be one of the project's list.
 */
export function findDateline(text: string): { readonly place: string; readonly span: Span } | undefined {
  let start = text.length - text.trimStart().length
  for (let i = 0; i < PARAGRAPHS && start < text.length; i++) {
    const found = datelineAt(text, start)
    if (found) return found
    const next = text.indexOf('\n\n', start)
    if (next === -1) return undefined
    start = next + 2
  }
  return undefined
}

function datelineAt(text: string, start: number): { readonly place: string; readonly span: Span } | undefined {
  const head = text.slice(start, start + 160)
  const sure = SURE.exec(head)
  const match = sure && !LABEL.test(sure[1] ?? '') ? sure : known(head)
  if (!match) return undefined
  const place = match[1] ?? match[2] ?? ''
  return { place, span: { start, end: start + match[0].trimEnd().length } }
}

function known(head: string): RegExpExecArray | undefined {
  const match = KNOWN.exec(head)
  const place = match?.[1] ?? ''
  return match && (PLACES.has(place) || PLACES.has(capitalised(place))) ? match : undefined
}

function capitalised(place: string): string {
  return place.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, letter => letter.toUpperCase())
}
