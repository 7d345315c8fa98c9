import type { View } from './quotes-view.ts'
import { norm } from './quotes-view.ts'
import { classOf, LETTER, SPACE } from './tokens-classes.ts'

/** A quotation by its marks, as token indices; `close` is the last word of a paragraph that leaves its quotation open. */
export type Marked = { readonly open: number; readonly close: number; readonly closed: boolean }

/** What closes each mark. */
const PAIRS: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['“', '”'],
  ['„', '”“"'],
  ['«', '»'],
  ["'", "'"],
  ['‘', '’'],
])
/** A quotation that goes on for more paragraphs than this is a lost mark. */
const MAX_PARAGRAPHS = 20
/** Quotations between single marks are only read up to this many tokens. */
const MAX_SINGLE = 60

/**
 * Quotations by their marks: straight, curly, low-high and guillemets; single marks only where both ends are clear and
 * stand in one sentence. A paragraph that ends inside a quotation gives one up to its end when the next paragraph opens
 * with the same mark, as news writes it; else the lone mark is left out. Nested marks stay inside the outer quotation.
 */
export function marked(view: View): readonly Marked[] {
  const found: Marked[] = []
  let open = -1
  let paragraphs = 0
  for (let i = 0; i < view.tokens.length; i++) {
    if (open !== -1 && isParagraphStart(view, i)) {
      paragraphs += 1
      const goesOn = norm(view, i) === norm(view, open) && opens(view, i) && paragraphs < MAX_PARAGRAPHS
      if (goesOn) found.push({ open, close: i, closed: false })
      open = goesOn ? i : -1
      if (goesOn) continue
    }
    const mark = norm(view, i)
    if (open === -1) {
      if (PAIRS.get(mark) === undefined || !opens(view, i)) continue
      if (isSingle(mark)) {
        const close = singleClose(view, i)
        if (close === -1) continue
        found.push({ open: i, close, closed: true })
        i = close
      } else {
        open = i
        paragraphs = 0
      }
    } else if (PAIRS.get(norm(view, open))?.includes(mark) && closes(view, open, i)) {
      if (i > open + 1) found.push({ open, close: i, closed: true })
      open = -1
    } else if (mark === norm(view, open) && opens(view, i)) open = i
  }
  return found
}

function isParagraphStart(view: View, i: number): boolean {
  const here = view.sentenceOf[i] ?? 0
  const before = view.sentenceOf[i - 1] ?? here
  return here !== before && view.sentences[here]?.paragraph !== view.sentences[before]?.paragraph
}

function isSingle(mark: string): boolean {
  return mark === "'" || mark === '‘'
}

function charClass(view: View, at: number): number {
  return at < 0 ? SPACE : classOf(view.text.charCodeAt(at))
}

/** Free on its left side and bound on its right. */
function opens(view: View, i: number): boolean {
  const span = view.tokens[i]?.span
  if (span === undefined || charClass(view, span.end) === SPACE) return false
  const before = charClass(view, span.start - 1)
  return before === SPACE || '([{—–-/:'.includes(view.text[span.start - 1] ?? ' ') || norm(view, i) === '“'
}

function closes(view: View, open: number, i: number): boolean {
  const span = view.tokens[i]?.span
  if (span === undefined) return false
  if (norm(view, i) !== '"') return true
  const free = charClass(view, span.end)
  // `said "x" and` against `said "x "and`: a mark with blanks on its left only opens.
  return charClass(view, span.start - 1) !== SPACE || free === SPACE || i === open + 1 || free !== LETTER
}

/** The token that closes a single mark at `i`, in the same sentence; -1 when none is clear. */
function singleClose(view: View, i: number): number {
  const want = norm(view, i) === '‘' ? '’' : "'"
  const end = view.sentences[view.sentenceOf[i] ?? 0]?.end ?? i
  for (let at = i + 2; at < end && at < i + MAX_SINGLE; at++) {
    const span = view.tokens[at]?.span
    if (span === undefined || (norm(view, at) !== want && view.text[span.start] !== want)) continue
    if (view.tokens[at]?.value.kind !== 'punctuation') continue
    if (charClass(view, span.start - 1) === SPACE || charClass(view, span.end) === LETTER) continue
    // "the ministers' words": a possessive, unless a mark stands before it or after it.
    const possessive = /s$/u.test(norm(view, at - 1)) && charClass(view, span.end) === SPACE
    if (!possessive) return at
    return laterClose(view, at, end, want) ?? at
  }
  return -1
}

function laterClose(view: View, i: number, end: number, want: string): number | undefined {
  for (let at = i + 1; at < end && at < i + MAX_SINGLE; at++) {
    const span = view.tokens[at]?.span
    if (span && view.text[span.start] === want && view.tokens[at]?.value.kind === 'punctuation')
      return charClass(view, span.start - 1) === SPACE ? undefined : at
  }
  return undefined
}
