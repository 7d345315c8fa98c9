import type { Span } from '../../../core/span.ts'
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
  readonly by: 'name' | 'row' | 'behind' | 'again'
  /** What the words beside it say it is: `area`, `town`, `water`, `site`. */
  readonly types: readonly string[]
  /** Also a common word or a person's name: only a place where the words beside it show one. */
  readonly needsProof: boolean
  /** Written short behind a comma: it can only say where the place before it lies. */
  readonly short?: true
}

/** Before a name that is also a common word or a person's ("in Nice", "near Split"). */
const PREPOSITIONS = new Set('in near at from to outside around through toward towards into over across'.split(' '))
const INSIDE = new Set('in near outside'.split(' '))
/** Say which part of a place is meant; gazetteers know the place without them. */
const PARTS = new Set(
  'north south east west northern southern eastern western central upper lower greater downtown northeast northwest southeast southwest mid inner outer suburban metro metropolitan occupied rural the'.split(
    ' ',
  ),
)
const LONGEST = 5
/** Of short forms. */
const LENGTHS = [6, 5, 4, 3, 2]

/** The passages of a text that may name places, in reading order. */
export function placeMentions(
  text: string,
  before: Pick<Layers, 'token' | 'sentence' | 'name'>,
  lists: PlaceLists,
): readonly PlaceMention[] {
  const pieces = piecesOf(text, before)
  const named = new Map(before.name.map(name => [name.span.start, name]))
  const view: View = { text, pieces, lists, families: familiesOf(text, before.name) }
  const found: PlaceMention[] = []
  const earlier = new Map<string, PlaceMention>()
  let end = 0
  for (const [i, piece] of pieces.entries()) {
    if (piece.start < end) continue
    const name = named.get(piece.start)
    if (name) end = name.span.end
    const mention = mentionAt(view, i, name, found.at(-1)) ?? (name ? undefined : mentionAgain(view, i, earlier))
    if (!mention) continue
    found.push(mention)
    if (!mention.short) earlier.set(text.slice(mention.start, mention.end), mention)
    end = Math.max(end, mention.end)
  }
  return withSharedTypes(view, found)
}

const AND = /^(?:, | and |, and | or )(?:the )?$/u

/** "Donetsk, Luhansk and Kherson oblasts": the word behind the last says what all of them are. */
function withSharedTypes({ text, pieces }: View, mentions: readonly PlaceMention[]): readonly PlaceMention[] {
  const pieceAt = new Map(pieces.map(piece => [piece.start, piece.lower]))
  const shared = [...mentions]
  let types: readonly string[] = []
  for (let i = shared.length - 1; i >= 0; i--) {
    const [mention, next] = [shared[i] as PlaceMention, shared[i + 1]]
    const isPlural = pieceAt.get(mention.end + 1)?.endsWith('s') === true
    if (next && !AND.test(text.slice(mention.end, next.start))) types = []
    if (mention.types.length === 0 && types.length > 0) shared[i] = { ...mention, types }
    if (mention.types.length > 0) types = isPlural ? mention.types : []
  }
  return shared
}

type View = {
  readonly text: string
  readonly pieces: readonly Piece[]
  readonly lists: PlaceLists
  /** Family names of people whom the text names in full. */
  readonly families: ReadonlySet<string>
}

function familiesOf(text: string, names: readonly Annotation<'name'>[]): ReadonlySet<string> {
  return new Set(
    names.flatMap(({ span, value }) => {
      const words = value.type === 'PERSON' ? text.slice(span.start, span.end).split(' ') : []
      return words.length > 1 ? [words.at(-1) as string] : []
    }),
  )
}

function mentionAt(
  view: View,
  at: number,
  name: Annotation<'name'> | undefined,
  last: PlaceMention | undefined,
): PlaceMention | undefined {
  const short = last && shortForm(view, at, last)
  if (short) return short
  if (name && name.value.type !== 'PLACE') return isGuess(name) ? townOfGuess(view, at, name) : undefined
  if (isMoney(view, at) || isPartOfLonger(view, at, name)) return undefined
  const row = rowAt(view, at, name)
  if (name) return row && row.end > name.span.end ? row : mentionOfName(view, at, name)
  return row ?? townBeforeArea(view, at)
}

/** "Athens, Ga.": a short form behind a comma behind a place. */
function shortForm({ text, pieces, lists }: View, at: number, last: PlaceMention): PlaceMention | undefined {
  const piece = pieces[at]
  if (!piece || piece.start - last.end > 2 || text.slice(last.end, piece.start) !== ', ') return undefined
  // Tokens may end inside of a form ("W.Va."): the text decides, the longest form first.
  const form = LENGTHS.map(length => text.slice(piece.start, piece.start + length)).find(
    (form, i) => lists.short.has(form) && !/^\p{L}/u.test(text.slice(piece.start + (LENGTHS[i] as number))),
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

function mentionOfName(view: View, at: number, { span: whole, by }: Annotation<'name'>): PlaceMention | undefined {
  const { text, pieces, lists } = view
  const span = withoutArticle(view, at, whole)
  let next = at
  while ((pieces[next]?.start ?? Number.POSITIVE_INFINITY) < span.end) next += 1
  const written = text.slice(span.start, span.end)
  const { key, candidates } = lookUp(written, lists)
  if (candidates.length === 0) return undefined
  const types = typesBeside(view, at, next)
  // "Mayor John Manchester … Manchester said": the person, unless the words beside it show the town.
  const needsProof = by === 'name/learned' && view.families.has(written) && !isPlaced(pieces, at)
  return { start: span.start, end: span.end, key, candidates, by: 'name', types, needsProof }
}

/** "The Philippines" without its article; "The Hague" with it. */
function withoutArticle({ text, pieces, lists }: View, at: number, span: Span): Span {
  const [article, next] = [pieces[at], pieces[at + 1]]
  if (!next || next.start >= span.end || !/^(?:the|a|an)$/u.test(article?.lower ?? '')) return span
  const whole = lists.candidates(text.slice(span.start, span.end))
  const begins = whole.some(({ value }) => /^the /iu.test(value.label))
  return begins ? span : { start: next.start, end: span.end }
}

/** What a name may mean: as it stands, else without words for a part of it ("northern Gaza") or for what it is ("Sumy Region"). */
function lookUp(
  written: string,
  lists: PlaceLists,
): { readonly key: string; readonly candidates: readonly Candidate[] } {
  const short = lists.short.get(`${written}.`) ?? (written.includes('.') ? lists.short.get(written) : undefined)
  if (short !== undefined) return { key: short.toLowerCase(), candidates: lists.candidates(short) }
  const whole = isOnlyTypes(written, lists) ? [] : lists.candidates(written)
  if (whole.length > 0) return { key: written.toLowerCase(), candidates: whole }
  const capitals = lists.short.get(written)
  if (capitals !== undefined) return { key: capitals.toLowerCase(), candidates: lists.candidates(capitals) }
  const words = written.split(/[\s-]+/u)
  let [from, to] = [0, words.length]
  while (from < to - 1 && PARTS.has((words[from] ?? '').toLowerCase())) from += 1
  while (to - 1 > from && isAreaWord(words[to - 1] ?? '', lists)) to -= 1
  const bare = words.slice(from, to).join(' ')
  const candidates = from === 0 && to === words.length ? [] : lists.candidates(bare)
  const areas = to < words.length ? candidates.filter(({ value }) => value.kind === 'region') : []
  return { key: written.toLowerCase(), candidates: areas.length > 0 ? areas : candidates }
}

/** "Street", "Park", "North": words that say what a place is, without its name. */
function isOnlyTypes(written: string, { typeWords }: PlaceLists): boolean {
  return written.split(/[\s-]+/u).every(word => typeWords.has(word.toLowerCase()) || PARTS.has(word.toLowerCase()))
}

function isAreaWord(word: string, { typeWords }: PlaceLists): boolean {
  const kinds = typeWords.get(word.toLowerCase()) ?? []
  return kinds.includes('area') || kinds.includes('town')
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

/** "US$5 million", "$US 5". */
function isMoney({ text, pieces }: View, at: number): boolean {
  const piece = pieces[at]
  return piece !== undefined && (text[piece.end] === '$' || text[piece.start - 1] === '$')
}

/** Rivers and seas are not meant where a direction before them makes another name. */
function isWater(pieces: readonly Piece[], at: number, lists: PlaceLists): boolean {
  const match = longestMatch(lists.rows, pieces, at)
  return match?.values.every(row => row.candidate.value.kind === 'water') === true
}

/** "West Nile virus", "Wichita Drive": the word before or behind makes it the name of something else. */
function isPartOfLonger({ pieces, lists }: View, at: number, name: Annotation<'name'> | undefined): boolean {
  const before = pieces[at]?.joined ? pieces[at - 1] : undefined
  if (before !== undefined && isCapitalised(before)) {
    if (name === undefined && PARTS.has(before.lower) && before.lower !== 'the') return true
    if (/^(?:north|south|east|west)$/u.test(before.lower) && isWater(pieces, at, lists)) return true
  }
  if (name === undefined) return false
  let next = at
  while ((pieces[next]?.start ?? Number.POSITIVE_INFINITY) < name.span.end) next += 1
  const behind = pieces[next]
  if (!behind?.joined || !isCapitalised(behind)) return false
  return lists.typeWords.get(behind.lower)?.includes('street') === true
}

/** A name that the text has used for a place before: what it means there it means here. */
function mentionAgain(
  { text, pieces }: View,
  at: number,
  earlier: ReadonlyMap<string, PlaceMention>,
): PlaceMention | undefined {
  const first = pieces[at]
  if (!first || !isCapitalised(first) || earlier.size === 0) return undefined
  let last = at
  while (last + 1 < at + LONGEST && pieces[last + 1]?.joined && isCapitalised(pieces[last + 1])) last += 1
  const end = (pieces[last] as Piece).end
  const before = earlier.get(text.slice(first.start, end))
  return before && { ...before, start: first.start, end, by: 'again', types: [], needsProof: true }
}

function isPlaced(pieces: readonly Piece[], at: number): boolean {
  return pieces[at]?.joined === true && PREPOSITIONS.has(pieces[at - 1]?.lower ?? '')
}

/** Read as a person or a body by its shape alone: no list knows it. */
function isGuess({ by, value }: Annotation<'name'>): boolean {
  return by === 'name/learned' && (value.type === 'PERSON' || value.type === 'ORGANISATION')
}

/** "in Fairfield", "Tyler, Texas": the words beside a name that only looks like a person's show a town. */
function townOfGuess(view: View, at: number, { span }: Annotation<'name'>): PlaceMention | undefined {
  const { text, pieces, lists } = view
  const written = text.slice(span.start, span.end)
  if (view.families.has(written)) return undefined
  const { key, candidates } = lookUp(written, lists)
  if (candidates.length === 0) return undefined
  const placed = pieces[at]?.joined === true && INSIDE.has(pieces[at - 1]?.lower ?? '') && !written.includes(' ')
  return { ...span, key, candidates, by: 'behind', types: [], needsProof: !placed }
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
