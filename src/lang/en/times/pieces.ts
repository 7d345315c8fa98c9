import type { Annotation } from '../../../core/types.ts'

/** A word, number or mark, as time rules see it: hyphenated tokens are cut at their hyphens. */
export type Piece = {
  readonly norm: string
  readonly start: number
  readonly end: number
  /** Begins with a capital letter. */
  readonly upper: boolean
  /** Nothing but digits. */
  readonly digits: boolean
  /** No blank before it. */
  readonly glued: boolean
  /** Penn Treebank tag of its token, where one was read. */
  readonly tag?: string
}

const DIGITS = /^\d+$/u
const DASHES = /^[‐‑‒–−-]$/u

/** Cuts tokens at their hyphens; dashes of every length but the longest become "-". Linear. */
export function piecesOf(text: string, tokens: readonly Annotation<'token'>[]): readonly Piece[] {
  const pieces: Piece[] = []
  let end = -1
  for (const { span, value } of tokens) {
    const whole = value.norm.length !== span.end - span.start || !value.norm.includes('-') || isIso(value.norm)
    const glued = span.start === end
    if (whole) pieces.push(tagged(piece(text, span.start, span.end, value.norm, glued), value.xpos))
    else cut(text, span.start, value.norm, glued, pieces)
    end = span.end
  }
  return pieces
}

function cut(text: string, start: number, norm: string, glued: boolean, pieces: Piece[]): void {
  let from = 0
  for (let at = 0; at <= norm.length; at++) {
    if (at < norm.length && norm[at] !== '-') continue
    if (at > from) pieces.push(piece(text, start + from, start + at, norm.slice(from, at), glued || from > 0))
    if (at < norm.length) pieces.push(piece(text, start + at, start + at + 1, '-', glued || at > 0))
    from = at + 1
  }
}

function piece(text: string, start: number, end: number, norm: string, glued: boolean): Piece {
  const first = text.charAt(start)
  return {
    norm: norm.length === 1 && DASHES.test(norm) ? '-' : norm,
    start,
    end,
    upper: first !== first.toLowerCase(),
    digits: DIGITS.test(norm),
    glued,
  }
}

function tagged(bare: Piece, tag: string | undefined): Piece {
  return tag === undefined ? bare : { ...bare, tag }
}

function isIso(norm: string): boolean {
  return norm.length === 10 && norm[4] === '-' && norm[7] === '-'
}
