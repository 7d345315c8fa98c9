import { writeDay } from '../../core/day.ts'
import type { CodedEvent, When } from '../../core/types.ts'
import { QUADRANTS, type Quadrant, quadrantOf } from '../../publish/index.ts'
import { KIND_WORDS, MOOD_WORDS, MOODS, type Mood, moodsOf, type NameActor } from './data-words.ts'

/** What the table can be narrowed down by, in the order shown. */
export const FACETS = ['quadrant', 'kind', 'mood', 'actor', 'place', 'month'] as const
export type Facet = (typeof FACETS)[number]

export const FACET_TITLES: Readonly<Record<Facet, string>> = {
  quadrant: 'Words or deeds',
  kind: 'Kind',
  mood: 'Told as',
  actor: 'Actor',
  place: 'Place',
  month: 'Month',
}

/** An event with what it is found, sorted and counted by. */
export type EventRow = {
  readonly event: CodedEvent
  readonly quadrant: Quadrant
  readonly moods: readonly Mood[]
  readonly when?: When
  readonly who: readonly string[]
  readonly whom: readonly string[]
  readonly places: readonly string[]
  /** Reports that tell of it, copies among them. */
  readonly articles: number
  readonly facets: Readonly<Record<Facet, readonly string[]>>
}

/** The values of a facet with the words they are shown by. */
export type FacetWords = Readonly<Record<Facet, ReadonlyMap<string, string>>>

export type EventTable = { readonly rows: readonly EventRow[]; readonly words: FacetWords }

export const UNDATED = 'undated'

export function eventTable(events: readonly CodedEvent[], nameOf: NameActor): EventTable {
  const words: Readonly<Record<Facet, Map<string, string>>> = {
    quadrant: new Map(Object.entries(QUADRANTS).map(([id, { label }]) => [id, label])),
    kind: new Map(Object.entries(KIND_WORDS)),
    mood: new Map(MOODS.map(mood => [mood, MOOD_WORDS[mood]])),
    actor: new Map(),
    place: new Map(),
    month: new Map(),
  }
  const rows = events.map(event => {
    const row = rowOf(event, nameOf)
    for (const { value } of [...event.source, ...event.target])
      if (!words.actor.has(value.id)) words.actor.set(value.id, nameOf(value))
    for (const { value } of event.where) if (!words.place.has(value.id)) words.place.set(value.id, value.label)
    for (const month of row.facets.month) words.month.set(month, writeMonth(month))
    return row
  })
  return { rows, words }
}

function rowOf(event: CodedEvent, nameOf: NameActor): EventRow {
  const when = event.when[0]?.value
  const [moods, quadrant] = [moodsOf(event.flags), quadrantOf(event.type)]
  const names = (side: CodedEvent['source']) => [...new Set(side.map(({ value }) => nameOf(value)))]
  const actors = [...event.source, ...event.target].map(({ value }) => value.id)
  return {
    event,
    quadrant,
    moods,
    ...(when ? { when } : {}),
    who: names(event.source),
    whom: names(event.target),
    places: [...new Set(event.where.map(({ value }) => value.label))],
    articles: new Set(event.claims.map(({ article }) => article)).size,
    facets: {
      quadrant: [quadrant],
      kind: [event.type],
      mood: moods,
      actor: [...new Set(actors)],
      place: [...new Set(event.where.map(({ value }) => value.id))],
      month: [monthOf(when)],
    },
  }
}

/** `2025-05`, or the year alone of what is not dated more exactly. */
function monthOf(when: When | undefined): string {
  if (!when) return UNDATED
  const [from, to] = [when.earliest.slice(0, 7), when.latest.slice(0, 7)]
  return from === to || when.precision === 'week' || when.precision === 'range' ? from : from.slice(0, 4)
}

function writeMonth(month: string): string {
  if (month === UNDATED) return 'no date given'
  return month.length === 4 ? `${month}, no month given` : writeDay(`${month}-01`).replace(/^1 /u, '')
}
