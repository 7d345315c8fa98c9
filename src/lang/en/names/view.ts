import type { Layers } from '../../../core/types.ts'
import type { Piece } from '../../gazetteer.ts'
import type { Setting } from '../../language.ts'
import type { NameLists } from './lists.ts'
import { type Mention, mentionsOf } from './mentions.ts'
import { type Cast, castOf } from './people.ts'
import { piecesOf } from './pieces.ts'

/** A text laid out for reading its names. */
export type View = {
  readonly text: string
  readonly pieces: readonly Piece[]
  /** The same pieces in lower case, for words whose case does not matter. */
  readonly lower: readonly Piece[]
  readonly lists: NameLists
  readonly setting: Setting
  /** The mentions by the piece they begin with, and by the piece after their end. */
  readonly from: ReadonlyMap<number, Mention>
  readonly to: ReadonlyMap<number, Mention>
  readonly cast: Cast
}

export function viewOf(
  text: string,
  before: Pick<Layers, 'token' | 'sentence'>,
  setting: Setting,
  lists: NameLists,
): View {
  const pieces = piecesOf(text, before)
  const mentions = mentionsOf(pieces, lists)
  return {
    text,
    pieces,
    lower: pieces.map(piece => ({ ...piece, text: piece.lower })),
    lists,
    setting,
    from: new Map(mentions.map(mention => [mention.from, mention])),
    to: new Map(mentions.map(mention => [mention.to, mention])),
    cast: castOf(text, pieces, mentions),
  }
}
