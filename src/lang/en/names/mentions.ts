import { longestMatch, type Piece } from '../../gazetteer.ts'
import type { NameEntry, NameLists } from './lists.ts'
import { isCapitalised } from './pieces.ts'

/** A run of pieces that names something: what the lists say, or a person they do not know. */
export type Mention = {
  readonly from: number
  /** Index after the last piece. */
  readonly to: number
  readonly entries: readonly NameEntry[]
  readonly unknown: boolean
}

const MOST_PIECES = 5
const PARTICLES = new Set(
  'al el ul bin ibn bint de del della di da du van von der den dos la le ben abu ter ten y'.split(' '),
)

/** All mentions of a text from left to right, the longest at each place, none overlapping. */
export function mentionsOf(pieces: readonly Piece[], lists: NameLists): readonly Mention[] {
  const found: Mention[] = []
  let at = 0
  while (at < pieces.length) {
    const mention = mentionAt(pieces, at, lists, found.at(-1))
    if (mention) found.push(mention)
    at = mention ? mention.to : at + 1
  }
  return found
}

function mentionAt(
  pieces: readonly Piece[],
  at: number,
  lists: NameLists,
  last: Mention | undefined,
): Mention | undefined {
  const match = longestMatch(lists.names, pieces, at)
  const listed = match && { from: at, to: at + match.length, entries: match.values, unknown: false }
  if (match?.values.some(entry => entry.kind === 'person')) return listed
  const person = isCapitalised(pieces[at]) ? personAt(pieces, at, lists, match !== undefined) : undefined
  if (person && person.to > (listed?.to ?? at)) return person
  if (listed && isFamilyAlone(listed) && hasGivenBefore(pieces, at, lists, last))
    return { ...listed, from: at - 1, entries: [], unknown: true }
  return listed
}

function isFamilyAlone(mention: Mention): boolean {
  return mention.entries.every(entry => entry.kind === 'family')
}

/** "Melania Trump": another capitalised word stands before the family name, so it is not the one we know. */
function hasGivenBefore(pieces: readonly Piece[], at: number, lists: NameLists, last: Mention | undefined): boolean {
  const before = pieces[at - 1]
  if (before === undefined || !pieces[at]?.joined || !isCapitalised(before) || (last && last.to >= at)) return false
  if (before.initial && !lists.given.has(before.text)) return false
  return before.text.length > 1 && !isPlainWord(before, lists) && /^\p{Lu}\p{Ll}+$/u.test(before.text)
}

/** A person the lists do not have: after a title, with a common given name, or as the subject of a verb of saying. */
function personAt(pieces: readonly Piece[], at: number, lists: NameLists, isListed: boolean): Mention | undefined {
  const piece = pieces[at]
  if (piece === undefined || isPlainWord(piece, lists)) return undefined
  const to = endOfName(pieces, at, lists)
  const length = to - at
  const named = { from: at, to, entries: [], unknown: true }
  if (lists.given.has(piece.text) && length >= 2) return named
  if (isListed) return undefined
  if (isAfterTitle(pieces, at, lists) && !/^\p{Lu}+$/u.test(piece.text)) return named
  const speaks = lists.uses.get('subject')?.has(pieces[to]?.lower ?? '') === true && pieces[to]?.joined === true
  const article = pieces[at - 1]?.lower === 'the' && piece.joined
  return (length === 2 || length === 3) && speaks && !piece.initial && !article && !continues(pieces, at)
    ? named
    : undefined
}

function continues(pieces: readonly Piece[], at: number): boolean {
  return pieces[at]?.joined === true && isCapitalised(pieces[at - 1])
}

function isAfterTitle(pieces: readonly Piece[], at: number, lists: NameLists): boolean {
  return pieces[at]?.joined === true && lists.heads.has(pieces[at - 1]?.lower ?? '')
}

/** Words that begin or continue no person's name: function words, titles, institutions. */
function isPlainWord(piece: Piece, lists: NameLists): boolean {
  const { lower } = piece
  return (
    lists.stops.has(lower) || lists.heads.has(lower) || lists.modifiers.has(lower) || lists.organisationHeads.has(lower)
  )
}

function endOfName(pieces: readonly Piece[], at: number, lists: NameLists): number {
  let to = at + 1
  while (to - at < MOST_PIECES) {
    const piece = pieces[to]
    if (piece?.joined !== true) break
    if (isNamePart(pieces, to, lists)) to++
    else if (PARTICLES.has(piece.lower) && pieces[to + 1]?.joined && isNamePart(pieces, to + 1, lists)) to += 2
    else break
  }
  return to
}

function isNamePart(pieces: readonly Piece[], at: number, lists: NameLists): boolean {
  const piece = pieces[at]
  if (piece === undefined || !isCapitalised(piece) || /\d/u.test(piece.text) || isPlainWord(piece, lists)) return false
  const match = longestMatch(lists.names, pieces, at)
  return match?.values.every(entry => entry.kind === 'family') ?? true
}
