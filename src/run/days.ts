import { addDays, type Day } from '../core/day.ts'
import type { Article, CodedEvent } from '../core/types.ts'
import { quadrantOf } from '../publish/index.ts'
import { knownDay } from '../store/index.ts'

/** What a day of a crisis holds: reports that came out on it, and events that happened on it. */
export type DayCount = {
  readonly day: Day
  readonly reports: number
  /** Independent origins of the co-operative and of the conflicting events of the day. */
  readonly cooperation: number
  readonly conflict: number
  /** Of these, deeds; the rest are words. */
  readonly materialCooperation: number
  readonly materialConflict: number
}

/** Days a slider can hold; of a longer crisis the newest are counted. */
const MOST_DAYS = 400

/** Every day from the first report to the last, in order. */
export function daysOf(articles: readonly Article[], events: readonly CodedEvent[]): readonly DayCount[] {
  const reports = tally(articles.flatMap(article => knownDay(article) ?? []).map(day => [day, 1]))
  const known = [...reports.keys()].sort()
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last) return []
  const done = events.filter(({ flags }) => !flags.negated && !flags.future && !flags.hypothetical)
  const of = (side: 'cooperation' | 'conflict', only = '') =>
    tally(done.flatMap(event => (quadrantOf(event.type).endsWith(only + side) ? weighed(event) : [])))
  const [cooperation, conflict] = [of('cooperation'), of('conflict')]
  const [materialCooperation, materialConflict] = [of('cooperation', 'material-'), of('conflict', 'material-')]
  const days: DayCount[] = []
  for (let day: Day = last; day >= first && days.length < MOST_DAYS; day = addDays(day, -1))
    days.push({
      day,
      reports: reports.get(day) ?? 0,
      cooperation: cooperation.get(day) ?? 0,
      conflict: conflict.get(day) ?? 0,
      materialCooperation: materialCooperation.get(day) ?? 0,
      materialConflict: materialConflict.get(day) ?? 0,
    })
  return days.reverse()
}

/** An event counts on its day, as far as one day is known. */
function weighed({ when, lineages }: CodedEvent): readonly (readonly [Day, number])[] {
  const value = when[0]?.value
  return value && value.earliest === value.latest ? [[value.earliest, lineages]] : []
}

function tally(items: readonly (readonly [Day, number])[]): ReadonlyMap<Day, number> {
  const counts = new Map<Day, number>()
  for (const [day, n] of items) counts.set(day, (counts.get(day) ?? 0) + n)
  return counts
}
