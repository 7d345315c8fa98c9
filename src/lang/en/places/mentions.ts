import type { Annotation, Layers } from '../../../core/types.ts'
import { longestMatch, type Piece } from '../../gazetteer.ts'
import { isCapitalised, piecesOf } from '../names/pieces.ts'
import type { Candidate, OwnRow, PlaceLists } from './candidates.ts'

/** A passage that may name a place, with everything it may mean. */
export type PlaceMention = {
  readonly start: number
  readonly end: number
  /** What its places are looked up by; the same key means the same place throughout a text. */
  readonly key: string
  readonly candidates: readonly Candidate[]
  /** How it was recognised. */
  readonly by: 'name' | 'row' | 'behind'
  /** What the words beside it say it is: `area`, `town`, `water`, `site`. */
  readonly types: readonly string[]
  /** Also a common word or a person's name: only a place where the words beside it show one. */
  readonly needsProof: boolean
  /** Written short behind a comma: it can only say where the place before it lies. */
  readonly short?: true
}

/** Before a name that is also a common word or a person's ("in Nice", "near Split"). */
const PREPOSITIONS = new Set('in near at from to outside around through toward towards into over across'.split(' '))
/** Say which part of a place is meant; gazetteers know the place without them. */
const PARTS = new Set(
  'north south east west northern southern eastern western central upper lower greater downtown northeast northwest southeast southwest mid inner outer suburban metro metropolitan occupied rural the'.split(
    ' ',
  ),
)
const LONGEST = 5

/** The passages of a text that may name places, in reading order. */
export function placeMentions(
  text: string,
  before: Pick<Layers, 'token' | 'sentence' | 'name'>,
  lists: PlaceLists,
): readonly PlaceMention[] {
  const pieces = piecesOf(text, before)
  const named = new Map(before.name.map(name => [name.span.start, name]))
  const view: View = { text, pieces, lists }
  const found: PlaceMention[] = []
  let end = 0
  for (const [i, piece] of pieces.entries()) {
    if (piece.start < end) continue
    const name = named.get(piece.start)
    if (name) end = name.span.end
    const mention = mentionAt(view, i, name, found.at(-1))
    if (!mention) continue
    found.push(mention)
    end = Math.max(end, mention.end)
  }
  return found
}

type View = { readonly text: string; readonly pieces: readonly Piece[]; readonly lists: PlaceLists }

function mentionAt(
  view: View,
  at: number,
  name: Annotation<'name'> | undefined,
  last: PlaceMention | undefined,
): PlaceMention | undefined {
  const short = last && shortForm(view, at, last)
  if (short) return short
  if (name && name.value.type !== 'PLACE') return undefined
  const row = rowAt(view, at, name)
  if (name) return row && row.end > name.span.end ? row : mentionOfName(view, at, name)
  return row ?? townBeforeArea(view, at)
}

/** "Athens, Ga.": a short form behind a comma behind a place. */
function shortForm({ text, pieces, lists }: View, at: number, last: PlaceMention): PlaceMention | undefined {
  const piece = pieces[at]
  if (!piece || piece.start - last.end > 2 || text.slice(last.end, piece.start) !== ', ') return undefined
  const form = [`${piece.text}.`, piece.text].find(
    form => lists.short.has(form) && text.startsWith(form, piece.start),
  )
  const meant = form === undefined ? undefined : lists.short.get(form)
  if (form === undefined || meant === undefined) return undefined
  const candidates = lists.candidates(meant)
  return {
    start: piece.start,
    end: piece.start + form.length,
    key: meant.toLowerCase(),
    candidates,
    by: 'name',
    types: ['area'],
    needsProof: false,
    short: true,
  }
}

function mentionOfName(view: View, at: number, { span, by }: Annotation<'name'>): PlaceMention | undefined {
  const { text, pieces, lists } = view
  let next = at
  while ((pieces[next]?.start ?? Number.POSITIVE_INFINITY) < span.end) next += 1
  const written = text.slice(span.start, span.end)
  const { key, candidates } = lookUp(written, lists)
  if (candidates.length === 0) return undefined
  const types = typesBeside(view, at, next)
  return { start: span.start, end: span.end, key, candidates, by: 'name', types, needsProof: by === 'name/guess' }
}

/** What a name may mean: as it stands, else without words for a part of it ("northern Gaza") or for what it is ("Sumy Region"). */
function lookUp(written: string, lists: PlaceLists): { readonly key: string; readonly candidates: readonly Candidate[] } {
  const short = lists.short.get(`${written}.`) ?? (written.includes('.') ? lists.short.get(written) : undefined)
  if (short !== undefined) return { key: short.toLowerCase(), candidates: lists.candidates(short) }
  const whole = lists.candidates(written)
  if (whole.length > 0) return { key: written.toLowerCase(), candidates: whole }
  const words = written.split(/[\s-]+/u)
  let [from, to] = [0, words.length]
  while (from < to - 1 && PARTS.has((words[from] ?? '').toLowerCase())) from += 1
  while (to - 1 > from && lists.typeWords.has((words[to - 1] ?? '').toLowerCase())) to -= 1
  const bare = words.slice(from, to).join(' ')
  const candidates = from === 0 && to === words.length ? [] : lists.candidates(bare)
  const areas = to < words.length ? candidates.filter(({ value }) => value.kind === 'region') : []
  return { key: written.toLowerCase(), candidates: areas.length > 0 ? areas : candidates }
}

function typesBeside({ pieces, lists }: View, from: number, to: number): readonly string[] {
  const after = pieces[to]?.joined ? lists.typeWords.get(pieces[to]?.lower ?? '') : undefined
  if (after) return after
  const of = pieces[from - 1]?.lower === 'of' && pieces[from]?.joined ? pieces[from - 2]?.lower : undefined
  return (of !== undefined && lists.typeWords.get(of)) || []
}

/** One of our rows that begins here, longest first. */
function rowAt(view: View, at: number, name: Annotation<'name'> | undefined): PlaceMention | undefined {
  const { pieces, lists } = view
  const match = longestMatch(lists.rows, pieces, at)
  const [first, last] = [pieces[at], pieces[at + (match?.length ?? 1) - 1]]
  if (!match || !first || !last) return undefined
  const written = view.text.slice(first.start, last.end)
  const proven = name !== undefined || pieces[at - 1]?.lower === undefined ? name !== undefined : isPlaced(pieces, at)
  const { key, candidates } = lookUp(written, lists)
  const rows: readonly OwnRow[] = match.values
  const own = rows.map(({ candidate }) => candidate)
  return {
    start: first.start,
    end: last.end,
    key,
    candidates: candidates.length > 0 ? candidates : own,
    by: 'row',
    types: typesBeside(view, at, at + match.length),
    needsProof: !proven && rows.every(row => row.needsContext),
  }
}

function isPlaced(pieces: readonly Piece[], at: number): boolean {
  return pieces[at]?.joined === true && PREPOSITIONS.has(pieces[at - 1]?.lower ?? '')
}

/** "Brookfield, Wisconsin": a run of capitalised words that only the area behind its comma shows to be a town. */
function townBeforeArea(view: View, at: number): PlaceMention | undefined {
  const { text, pieces, lists } = view
  if (!isCapitalised(pieces[at])) return undefined
  let length = 1
  while (length < LONGEST && pieces[at + length]?.joined && isCapitalised(pieces[at + length])) length += 1
  const last = pieces[at + length - 1] as Piece
  const next = pieces[at + length]
  if (!next || next.joined || next.start - last.end !== 2 || !isCapitalised(next)) return undefined
  const start = (pieces[at] as Piece).start
  const candidates = lists.candidates(text.slice(start, last.end))
  if (candidates.length === 0) return undefined
  const key = text.slice(start, last.end).toLowerCase()
  return { start, end: last.end, key, candidates, by: 'behind', types: [], needsProof: true }
}
