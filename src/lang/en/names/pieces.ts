import type { Annotation, Layers } from '../../../core/types.ts'
import type { Piece } from '../../gazetteer.ts'
import { tokens } from '../tokens.ts'

const OPENING = new Set(['“', '"', '«', '„', '‘'])

/** The words of a text for name lists: tokens without punctuation, cut at hyphens. */
export function piecesOf(text: string, before: Pick<Layers, 'token' | 'sentence'>): readonly Piece[] {
  const pieces: Piece[] = []
  const starts = before.sentence.map(sentence => sentence.span.start)
  let next = 0
  let opened = false
  for (const token of before.token) {
    if (token.value.kind === 'punctuation' || token.value.kind === 'symbol') {
      opened = OPENING.has(text.slice(token.span.start, token.span.end))
      continue
    }
    const initial = (starts[next] ?? Number.POSITIVE_INFINITY) <= token.span.start
    while ((starts[next] ?? Number.POSITIVE_INFINITY) <= token.span.start) next++
    addPieces(pieces, text, token, initial || opened)
    opened = false
  }
  return pieces
}

function addPieces(pieces: Piece[], text: string, token: Annotation<'token'>, initial: boolean): void {
  const raw = text.slice(token.span.start, token.span.end)
  let at = 0
  for (const part of raw.split(/[-‐‑]/u)) {
    if (part !== '') {
      const start = token.span.start + at
      const word = part.replace(/[’ʼ]/gu, "'")
      const before = pieces.at(-1)
      const joined = before !== undefined && isJoint(text, before.end, start)
      pieces.push({
        start,
        end: start + part.length,
        text: word,
        lower: word.toLowerCase(),
        joined,
        initial: initial && at === 0,
      })
    }
    at += part.length + 1
  }
}

function isJoint(text: string, end: number, start: number): boolean {
  return end === start || (start === end + 1 && /[\s‐‑-]/u.test(text.slice(end, start)))
}

/** The words of a name from a list, cut as texts are. */
export function wordsOfName(name: string): readonly string[] {
  // Plain words are cut nowhere else; most names are such, and there are thousands to open.
  if (/^\p{L}+(?: \p{L}+)*$/u.test(name)) return name.split(' ')
  return piecesOf(name, { token: tokens(name), sentence: [] }).map(piece => piece.text)
}

/** Begins with a capital letter. */
export function isCapitalised(piece: Piece | undefined): boolean {
  return piece !== undefined && /^\p{Lu}/u.test(piece.text)
}

/** The piece that begins at a place or after it, by binary search. */
export function pieceAt(pieces: readonly Piece[], start: number): number {
  let low = 0
  let high = pieces.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((pieces[middle]?.start ?? 0) < start) low = middle + 1
    else high = middle
  }
  return low
}
