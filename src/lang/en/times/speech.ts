import type { Day } from '../../../core/day.ts'
import { contains, type Span } from '../../../core/span.ts'
import type { Layers } from '../../../core/types.ts'
import type { Segment } from './document.ts'
import type { Found, Sketch } from './sketch.ts'

/** Pieces between a verb of saying and the day on which it was said. */
const REACH = 8

/** Words said, and on which day where the text says so. */
export type Speech = { readonly content: Span; readonly day?: Day }

/**
 * The direct quotations of a text in reading order, each with the day on which it was spoken: the nearest day to its verb of
 * saying, in the same sentence and outside of all quotations ("he said on Monday").
 */
export function speeches(
  quotes: Layers['quote'],
  segments: readonly Segment[],
  dayOf: (sketch: Sketch, segment: Segment, found: Found) => Day | undefined,
): readonly Speech[] {
  const direct = quotes.filter(({ value }) => value.kind === 'direct')
  const days = direct.length === 0 ? [] : daysOutside(direct, segments)
  let at = 0
  return direct.map(({ value: { content, cue } }): Speech => {
    if (!cue) return { content }
    while (at < segments.length && endOf(segments[at]) <= cue.start) at += 1
    while (at > 0 && startOf(segments[at]) > cue.start) at -= 1
    const segment = segments[at]
    const said = segment && nearest(segment, days[at] ?? [], cue)
    const day = said && segment && dayOf(said.sketch, segment, said)
    return { content, ...(day === undefined ? {} : { day }) }
  })
}

/** For each segment the expressions that tell one day and stand outside of all quotations. */
function daysOutside(direct: Layers['quote'], segments: readonly Segment[]): readonly (readonly Found[])[] {
  let next = 0
  return segments.map(({ pieces, found }) =>
    found.filter(({ sketch, first, end }) => {
      const span = { start: pieces[first]?.start ?? 0, end: pieces[end - 1]?.end ?? 0 }
      while (next < direct.length && (direct[next]?.value.content.end ?? 0) < span.end) next += 1
      const content = direct[next]?.value.content
      return isOneDay(sketch) && !(content && contains(content, span))
    }),
  )
}

/** The expression nearest to a verb of saying, at most so many pieces away. */
function nearest({ pieces }: Segment, days: readonly Found[], cue: Span): Found | undefined {
  const verb = indexOf(pieces, piece => piece.start >= cue.start)
  const away = ({ first, end }: Found) => (first > verb ? first - verb : verb - end)
  let best: Found | undefined
  for (let i = indexOf(days, one => one.end >= verb - REACH); i < days.length; i++) {
    const one = days[i] as Found
    if (one.first > verb + REACH) break
    if (best === undefined || away(one) < away(best)) best = one
  }
  return best
}

/** The index of the first item for which a condition holds that holds for all after it. Binary search. */
function indexOf<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let [low, high] = [0, items.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (holds(items[middle] as T)) high = middle
    else low = middle + 1
  }
  return low
}

function isOneDay({ kind, type, unit, wday, day }: Sketch): boolean {
  if (type === 'DURATION' || type === 'SET') return false
  return kind === 'shift' ? unit === 'day' || unit === 'night' : wday !== undefined || day !== undefined
}

function startOf(segment: Segment | undefined): number {
  return segment?.pieces[0]?.start ?? Number.POSITIVE_INFINITY
}

function endOf(segment: Segment | undefined): number {
  return segment?.pieces.at(-1)?.end ?? Number.POSITIVE_INFINITY
}
