import type { Lexicon } from './lexicon.ts'
import type { Piece } from './pieces.ts'

export type Tense = 'past' | 'future'

const REACH = 40

/**
 * Whether an expression, the pieces `first` to before `end` of a sentence, lies before or after the time of speaking, by
 * the nearest cue: the one before it, unless it is part of what a verb straight behind it says ("said Friday's talks
 * would", "said the talks on Friday would"); else the one after it. Undefined without a cue.
 */
export function tenseAt(lexicon: Lexicon, pieces: readonly Piece[], first: number, end: number): Tense | undefined {
  const cue = (i: number): Tense | undefined => cueAt(lexicon, pieces, i)
  const possessive = pieces[end]?.norm === "'s"
  const next = possessive ? search(cue, end + 1, end + 5) : cue(end) === 'future' ? 'future' : undefined
  if (next) return next
  if (pieces[first - 1]?.norm === 'since') return 'past'
  for (let i = first - 1; i >= Math.max(0, first - REACH); i--) {
    if (pieces[i]?.norm === ';') break
    const found = cue(i)
    if (found) return found
  }
  const weak = lexicon.cues.get(pieces[first - 1]?.norm ?? '') === 'weak-future'
  return search(cue, end, end + REACH) ?? (weak ? 'future' : undefined)
}

function search(cue: (i: number) => Tense | undefined, from: number, to: number): Tense | undefined {
  for (let i = from; i < to; i++) {
    const found = cue(i)
    if (found) return found
  }
  return undefined
}

/**
 * A modal verb, a word that looks forward ("agreed to meet", "is due") or what follows "be" is future, a past tense or
 * participle past. "could have met" is past, "will have met" is not.
 */
function cueAt(lexicon: Lexicon, pieces: readonly Piece[], i: number): Tense | undefined {
  const piece = pieces[i]
  if (!piece || (piece.upper && i > 0)) return undefined
  const [last, next] = [pieces[i - 1]?.norm, pieces[i + 1]?.norm]
  if (last === 'be') return 'future'
  if (piece.tag === 'MD') return next === 'have' && piece.norm !== 'will' ? 'past' : 'future'
  const known = lexicon.cues.get(piece.norm)
  const opens = next === 'to' && pieces[i + 2]?.tag === 'VB'
  if (opens && (known === 'forward' || known === 'future')) return 'future'
  if (known === 'future' && piece.tag !== 'VBD') return 'future'
  return piece.tag === 'VBD' || piece.tag === 'VBN' ? 'past' : undefined
}
