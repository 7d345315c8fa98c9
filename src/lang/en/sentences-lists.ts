import type { Annotation } from '../../core/types.ts'

type Token = Annotation<'token'>

/** Tokens that begin a list item, and tokens that belong to an item's number and so end no sentence. */
export type ListMarks = { readonly starts: ReadonlySet<number>; readonly inside: ReadonlySet<number> }

type Marker = { readonly ordinal: number; readonly shape: string; readonly first: number; readonly last: number }

const BULLETS = new Set(['•', '⁃', '*', '-', '–', '‣', '▪', '·'])

/**
 * The items of numbered lists ("1. … 2. …", "1) … 2) …", "• 9. … • 10. …", "a. … b. …"): a marker at the start of a line
 * opens a list, later ones belong to it when their number is the next one and their shape is the same.
 */
export function listMarks(tokens: readonly Token[], startsLine: (i: number) => boolean): ListMarks {
  const starts = new Set<number>()
  const inside = new Set<number>()
  let open: Marker | undefined
  for (let i = 0; i < tokens.length; i++) {
    const marker = markerAt(tokens, i)
    if (marker === undefined) continue
    const next = open !== undefined && open.ordinal + 1 === marker.ordinal && open.shape === marker.shape
    if (!next && !startsLine(marker.first)) continue
    open = marker
    starts.add(marker.first)
    for (let at = marker.first; at <= marker.last; at++) inside.add(at)
    i = marker.last
  }
  return { starts, inside }
}

/** A bullet or not, a number of one or two digits or a letter, then ".", ")" or ".)". */
function markerAt(tokens: readonly Token[], i: number): Marker | undefined {
  const bullet = BULLETS.has(tokens[i]?.value.norm ?? '')
  const at = bullet ? i + 1 : i
  const token = tokens[at]
  if (token === undefined) return undefined
  const ordinal = ordinalOf(token.value.norm)
  if (ordinal === undefined) return undefined
  let last = at
  while (last < at + 2 && isMark(tokens, last)) last += 1
  if (last === at) return undefined
  const letter = token.value.kind === 'word'
  const marks = tokens.slice(at + 1, last + 1).map(mark => mark.value.norm)
  return { ordinal, shape: `${bullet}${letter}${marks.join('')}`, first: i, last }
}

function ordinalOf(norm: string): number | undefined {
  if (/^\d{1,2}$/u.test(norm)) return Number(norm)
  return /^[a-z]$/u.test(norm) ? norm.charCodeAt(0) - 96 : undefined
}

function isMark(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 1]
  if (next === undefined || next.span.start !== tokens[i]?.span.end) return false
  return next.value.norm === ')' || (next.value.norm === '.' && tokens[i]?.value.norm !== '.')
}
