import type { Span } from '../../../core/span.ts'
import type { Piece } from '../../gazetteer.ts'
import type { View } from './view.ts'

const LINKS = new Set(['of', 'and', 'for', 'to', 'the', "'s", "'"])
const TAIL_LINKS = new Set(['of', 'to', 'for', 'in'])
const MOST_WORDS = 10
const TAIL_WORDS = 6

/** The title right before a name ("Ukrainian Defence Minister"), without a leading article; its last word must be a title. */
export function titleBefore(view: View, at: number): Span | undefined {
  const { pieces, lists } = view
  if (!pieces[at]?.joined || !lists.heads.has(pieces[at - 1]?.lower ?? '')) return undefined
  let from = at - 1
  while (at - from < MOST_WORDS && pieces[from]?.joined) {
    const step = stepBack(view, from)
    if (step === undefined) break
    from = step
  }
  while (from < at - 1 && LINKS.has(pieces[from]?.lower ?? '')) from++
  return spanOf(pieces, from, at)
}

function stepBack({ pieces, lists, to }: View, from: number): number | undefined {
  const mention = to.get(from)
  if (mention) return mention.from
  const word = pieces[from - 1]?.lower ?? ''
  return lists.heads.has(word) || lists.modifiers.has(word) || LINKS.has(word) ? from - 1 : undefined
}

/** The office in an apposition: ", Ukraine's defence minister", ", head of the Kharkiv region,". */
export function titleAfter(view: View, to: number): Span | undefined {
  const { text, pieces, lists } = view
  const [last, first] = [pieces[to - 1], pieces[to]]
  if (last === undefined || first === undefined || !/^,\s?$/u.test(text.slice(last.end, first.start))) return undefined
  const from = /^(?:the|an?)$/u.test(first.lower) ? to + 1 : to
  let at = from
  while (at < to + MOST_WORDS && (at === to || pieces[at]?.joined)) {
    const mention = view.from.get(at)
    const word = pieces[at]?.lower ?? ''
    if (mention) at = mention.to
    else if (lists.heads.has(word) && !lists.heads.has(pieces[at + 1]?.lower ?? ''))
      return spanOf(pieces, from, endOfTail(view, at + 1))
    else if (lists.modifiers.has(word) || lists.heads.has(word) || word === "'s" || word === 'the') at++
    else return undefined
  }
  return undefined
}

/** "of the Ukrainian delegation", "to the United Nations" after a title. */
function endOfTail({ pieces, from }: View, at: number): number {
  if (!pieces[at]?.joined || !TAIL_LINKS.has(pieces[at]?.lower ?? '')) return at
  let to = at + 1
  if (pieces[to]?.lower === 'the') to++
  const mention = from.get(to)
  if (mention) to = mention.to
  const named = mention !== undefined
  while (to - at < TAIL_WORDS && pieces[to]?.joined && /^\p{L}+$/u.test(pieces[to]?.text ?? '')) {
    const word = pieces[to]
    const isNoun = /^(?:delegation|team|region|oblast|office|party|army|parliament|ministry|committee|state)$/u.test(
      word?.lower ?? '',
    )
    if (isNoun) return to + 1
    if (!/^\p{Lu}/u.test(word?.text ?? '')) break
    to++
  }
  return named || to > at + 2 ? to : at
}

function spanOf(pieces: readonly Piece[], from: number, to: number): Span | undefined {
  const [first, last] = [pieces[from], pieces[to - 1]]
  return first && last ? { start: first.start, end: last.end } : undefined
}
