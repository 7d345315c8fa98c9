import type { Day } from '../../core/day.ts'
import { Mistake } from '../../core/mistake.ts'
import { EVENT_TYPES } from '../../core/types.ts'
import { QUADRANTS } from '../../publish/index.ts'
import { clip, dayIn, numberIn } from './data-request.ts'
import { MOODS } from './data-words.ts'
import { type EventRow, FACETS, type Facet } from './events-rows.ts'

export const SORTS = ['date', 'kind', 'actor', 'place', 'origins'] as const
export type Sort = (typeof SORTS)[number]

/** What of the table is shown, and in which order. */
export type EventQuery = {
  readonly asOf?: Day
  readonly chosen: Readonly<Record<Facet, readonly string[]>>
  readonly from?: Day
  readonly to?: Day
  /** Only what so many independent origins tell. */
  readonly origins: number
  readonly sort: Sort
  readonly falling: boolean
  readonly page: number
}

/** Facets whose values are the same for every crisis. */
const KNOWN: Partial<Readonly<Record<Facet, readonly string[]>>> = {
  quadrant: Object.keys(QUADRANTS),
  kind: EVENT_TYPES,
  mood: MOODS,
}

/** Values of one facet that an address may choose: more is no choice, and each costs time. */
const MOST_CHOSEN = 50

/** Throws a `Mistake` on what cannot be meant. */
export function readEventQuery(query: URLSearchParams, asOf: Day | undefined): EventQuery {
  const chosen = Object.fromEntries(FACETS.map(facet => [facet, valuesOf(query, facet)])) as EventQuery['chosen']
  const [from, to] = [dayIn(query, 'from'), dayIn(query, 'to')]
  if (from && to && from > to) throw new Mistake(`No day is from ${from} to ${to}.`, 'Let the first day come first.')
  const { sort, falling } = sortIn(query)
  return {
    ...(asOf ? { asOf } : {}),
    chosen,
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    origins: numberIn(query, 'origins', 1),
    sort,
    falling,
    page: numberIn(query, 'page', 1),
  }
}

function valuesOf(query: URLSearchParams, facet: Facet): readonly string[] {
  const values = [...new Set(query.getAll(facet).filter(value => value !== ''))]
  const known = KNOWN[facet]
  const strange = known && values.find(value => !known.includes(value))
  if (strange !== undefined)
    throw new Mistake(`There is no ${facet} “${clip(strange)}”.`, `Use one of: ${known?.join(', ')}.`)
  if (values.length > MOST_CHOSEN)
    throw new Mistake(`${values.length} values of ${facet} are too many.`, `Choose at most ${MOST_CHOSEN}.`)
  return values
}

function sortIn(query: URLSearchParams): Pick<EventQuery, 'sort' | 'falling'> {
  const text = query.get('sort') ?? ''
  if (text === '') return { sort: 'date', falling: true }
  const falling = text.startsWith('-')
  const sort = SORTS.find(one => one === (falling ? text.slice(1) : text))
  if (sort) return { sort, falling }
  throw new Mistake(
    `The table has no order “${clip(text)}”.`,
    `Use one of: ${SORTS.join(', ')}, with a minus before it for the other direction.`,
  )
}

/** The query of an address; what is as usual is left out. A change but of the page leads to the first page. */
export function writeEventQuery(query: EventQuery, change: Partial<EventQuery> = {}): string {
  const { asOf, chosen, from, to, origins, sort, falling, page } = { ...query, page: 1, ...change }
  const pairs = [
    ...(asOf ? [['as-of', asOf]] : []),
    ...FACETS.flatMap(facet => chosen[facet].map(value => [facet, value])),
    ...(from ? [['from', from]] : []),
    ...(to ? [['to', to]] : []),
    ...(origins > 1 ? [['origins', String(origins)]] : []),
    ...(sort === 'date' && falling ? [] : [['sort', `${falling ? '-' : ''}${sort}`]]),
    ...(page > 1 ? [['page', String(page)]] : []),
  ]
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`
}

/** The query with a value of a facet chosen, or no longer. */
export function toggled(query: EventQuery, facet: Facet, value: string): EventQuery {
  const now = query.chosen[facet]
  const next = now.includes(value) ? now.filter(other => other !== value) : [...now, value]
  return { ...query, page: 1, chosen: { ...query.chosen, [facet]: next } }
}

export function isNarrowed({ chosen, from, to, origins }: EventQuery): boolean {
  return from !== undefined || to !== undefined || origins > 1 || FACETS.some(facet => chosen[facet].length > 0)
}

/** What fits: any value of a facet, but every facet. `but` leaves a facet out. */
export function fitting(rows: readonly EventRow[], query: EventQuery, but?: Facet): readonly EventRow[] {
  const asked = FACETS.filter(facet => facet !== but && query.chosen[facet].length > 0)
  return rows.filter(
    row =>
      row.event.lineages >= query.origins &&
      inRange(row, query) &&
      asked.every(facet => row.facets[facet].some(value => query.chosen[facet].includes(value))),
  )
}

function inRange({ when }: EventRow, { from, to }: EventQuery): boolean {
  if (!from && !to) return true
  return when !== undefined && (!from || when.latest >= from) && (!to || when.earliest <= to)
}

export type FacetCount = { readonly value: string; readonly count: number }

/** How many rows each value of a facet has under what the other facets choose; most first, chosen ones in any case. */
export function countsOf(rows: readonly EventRow[], query: EventQuery, facet: Facet): readonly FacetCount[] {
  const counts = new Map<string, number>(query.chosen[facet].map(value => [value, 0]))
  for (const row of fitting(rows, query, facet))
    for (const value of row.facets[facet]) counts.set(value, (counts.get(value) ?? 0) + 1)
  const list = [...counts].map(([value, count]) => ({ value, count }))
  if (facet === 'month') return list.sort((a, b) => (a.value < b.value ? 1 : -1))
  return list.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}

/** In the order asked for; what lacks the value comes last in both directions. */
export function sorted(rows: readonly EventRow[], { sort, falling }: EventQuery): readonly EventRow[] {
  const sign = falling ? -1 : 1
  const keyed = rows.map(row => ({ row, key: keyOf(row, sort) }))
  const order = (a: (typeof keyed)[number], b: (typeof keyed)[number]) => {
    if (a.key === b.key) return tie(a.row, b.row)
    if (a.key === undefined) return 1
    if (b.key === undefined) return -1
    return a.key < b.key ? -sign : sign
  }
  return keyed.sort(order).map(({ row }) => row)
}

function keyOf({ event, when, who, whom, places }: EventRow, sort: Sort): string | number | undefined {
  if (sort === 'date') return when && `${when.earliest} ${when.latest}`
  if (sort === 'origins') return event.lineages
  if (sort === 'kind') return EVENT_TYPES.indexOf(event.type)
  return sort === 'actor' ? (who[0] ?? whom[0])?.toLowerCase() : places[0]
}

/** Newest first, then by id. */
function tie(a: EventRow, b: EventRow): number {
  const [first, second] = [a, b].map(({ when }) => when?.earliest ?? '')
  if (first !== second) return (first ?? '') < (second ?? '') ? 1 : -1
  return a.event.id < b.event.id ? -1 : a.event.id > b.event.id ? 1 : 0
}
