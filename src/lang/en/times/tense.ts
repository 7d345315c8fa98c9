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

/** "to" counts after a word that looks forward ("agreed to meet"); a word in -ed is past. */
function cueAt(lexicon: Lexicon, pieces: readonly Piece[], i: number): Tense | undefined {
  const piece = pieces[i]
  if (!piece || (piece.upper && i > 0)) return undefined
  if (pieces[i - 1]?.norm === 'be') return 'future'
  const known = lexicon.cues.get(piece.norm)
  const forward = known === 'forward' && pieces[i + 1]?.norm === 'to'
  if (forward) return isInfinitive(lexicon, pieces[i + 2]) ? 'future' : pastForm(piece)
  return known === 'past' || known === 'future' ? known : pastForm(piece)
}

/** After "to": no name, article or number. */
function isInfinitive(lexicon: Lexicon, piece: Piece | undefined): boolean {
  return (
    piece !== undefined &&
    /^\p{L}{2,}/u.test(piece.norm) &&
    !piece.upper &&
    !lexicon.units.has(piece.norm) &&
    piece.norm !== 'the'
  )
}

function pastForm({ norm, upper }: Piece): 'past' | undefined {
  return !upper && norm.length > 4 && norm.endsWith('ed') && !/(?:eed|hundred)$/u.test(norm) ? 'past' : undefined
}
