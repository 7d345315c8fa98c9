import { readTable } from '../../core/table.ts'
import type { Annotation, Layers, PlaceValue } from '../../core/types.ts'
import { type Gazetteer, gazetteer, longestMatch, type Piece } from '../gazetteer.ts'
import type { Setting } from '../language.ts'
import { piecesOf, wordsOfName } from './names/pieces.ts'

type Place = Annotation<'place'>
type Row = { readonly value: PlaceValue; readonly needsContext: boolean }

/** Before a name that is also a common word or a person's ("in Nice", "near Split"). */
const PREPOSITIONS = new Set('in near at from to outside around through toward towards into over across'.split(' '))

/**
 * Gives a reader of places: every name that the word lists read as a place or a state, with its point on the map, and
 * names that are also other words where a preposition or the state behind them ("Nice, France") shows the place. Of places
 * that share a name the one whose state stands beside it is meant, else the one whose state the text names most often;
 * without any such sign the name stays unplaced. The dateline and the outlet never decide.
 */
export function placeReader(): (
  text: string,
  before: Pick<Layers, 'token' | 'sentence' | 'name'>,
  setting: Setting,
) => readonly Place[] {
  const { rows, states } = placeLists()
  return (text, before) => {
    const pieces = piecesOf(text, before)
    const named = new Map(before.name.map(name => [name.span.start, name]))
    const countries = countriesOf(before.name)
    const found: Place[] = []
    let end = 0
    for (const [i, piece] of pieces.entries()) {
      if (piece.start < end) continue
      const name = named.get(piece.start)
      if (name) end = name.span.end
      const state = name && statePlace(name, states)
      const place = state ?? cityPlace(pieces, i, name, rows, states, countries)
      if (!place) continue
      found.push(place)
      end = Math.max(end, place.span.end)
    }
    return found
  }
}

function statePlace({ span, value }: Annotation<'name'>, states: States): Place | undefined {
  const state = value.type === 'PLACE' && value.actor !== undefined ? states.byId.get(value.actor) : undefined
  return state && state.label === value.label ? { span, value: state, by: 'place/state' } : undefined
}

function cityPlace(
  pieces: readonly Piece[],
  at: number,
  name: Annotation<'name'> | undefined,
  rows: Gazetteer<Row>,
  states: States,
  countries: ReadonlyMap<string, number>,
): Place | undefined {
  if (name && name.value.type !== 'PLACE') return undefined
  const match = longestMatch(rows, pieces, at)
  const [first, last] = [pieces[at], pieces[at + (match?.length ?? 1) - 1]]
  const learned = name?.by === 'name/learned'
  if (!match || !first || !last || (name && !learned && name.span.end !== last.end)) return undefined
  const beside = stateAfter(pieces, at + match.length, states)
  const known = name !== undefined && (!learned || beside === undefined)
  const candidates = match.values.filter(row => known || !row.needsContext || isShown(pieces, at, row, beside))
  const value = chosen(candidates, beside, countries)
  if (!value) return undefined
  return { span: { start: first.start, end: last.end }, value, by: beside ? 'place/within' : 'place/listed' }
}

function isShown(pieces: readonly Piece[], at: number, { value }: Row, beside: string | undefined): boolean {
  if (beside !== undefined) return beside === value.country
  return pieces[at]?.joined === true && PREPOSITIONS.has(pieces[at - 1]?.lower ?? '')
}

/** The state named behind a place: "Tripoli, Lebanon". Pieces hold no commas; one lies between two that are not joined. */
function stateAfter(pieces: readonly Piece[], at: number, states: States): string | undefined {
  const [last, next] = [pieces[at - 1], pieces[at]]
  if (!last || !next || next.joined || next.start - last.end !== 2) return undefined
  return longestMatch(states.names, pieces, at)?.values[0]
}

function chosen(
  rows: readonly Row[],
  beside: string | undefined,
  countries: ReadonlyMap<string, number>,
): PlaceValue | undefined {
  if (rows.length <= 1) return rows[0]?.value
  const within = rows.filter(row => row.value.country === beside)
  if (within.length > 0) return within[0]?.value
  const count = ({ value }: Row) => countries.get(value.country ?? '') ?? 0
  const [first, second] = [...rows].sort((a, b) => count(b) - count(a))
  return first && second && count(first) > count(second) ? first.value : undefined
}

/** How often a text names each state, its people or its bodies. */
function countriesOf(names: readonly Annotation<'name'>[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { value } of names)
    if (value.country !== undefined && (value.type !== 'PLACE' || value.actor !== undefined))
      counts.set(value.country, (counts.get(value.country) ?? 0) + 1)
  return counts
}

type States = { readonly byId: ReadonlyMap<string, PlaceValue>; readonly names: Gazetteer<string> }

function placeLists(): { readonly rows: Gazetteer<Row>; readonly states: States } {
  const columns = ['id', 'label', 'kind', 'country', 'latitude', 'longitude', 'aliases', 'ambiguous'] as const
  const rows = readTable('places/places.tsv', columns).flatMap(row => {
    const value: PlaceValue = { ...pointOf(row), kind: kindOf(row.kind) }
    return namesOf(row).map(name => [name, { value, needsContext: row.ambiguous === 'yes' }] as const)
  })
  const states = readTable('actors/states.tsv', ['id', 'label', 'aliases', 'latitude', 'longitude'])
  return {
    rows: gazetteer(rows, wordsOfName),
    states: {
      byId: new Map(states.map(row => [row.id, { ...pointOf({ ...row, country: row.id }), kind: 'country' }])),
      names: gazetteer(
        states.flatMap(row => namesOf(row).map(name => [name, row.id] as const)),
        wordsOfName,
      ),
    },
  }
}

function pointOf(row: Record<'id' | 'label' | 'country' | 'latitude' | 'longitude', string>): Omit<PlaceValue, 'kind'> {
  return {
    id: row.id,
    label: row.label,
    ...(row.country === '' ? {} : { country: row.country }),
    latitude: Number(row.latitude),
    longitude: Number(row.longitude),
  }
}

function namesOf({ label, aliases }: { readonly label: string; readonly aliases: string }): readonly string[] {
  return [...new Set([label, ...(aliases === '' ? [] : aliases.split('|'))])]
}

function kindOf(kind: string): PlaceValue['kind'] {
  if (kind === 'city' || kind === 'region' || kind === 'water' || kind === 'site') return kind
  throw new Error(`data/places/places.tsv: "${kind}" is no kind; expected city, region, water or site`)
}
