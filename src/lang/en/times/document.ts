import { type Day, partsOf } from '../../../core/day.ts'
import type { Lexicon } from './lexicon.ts'
import type { Piece } from './pieces.ts'
import type { Found, Sketch } from './sketch.ts'
import { tenseAt } from './tense.ts'

/** The pieces of a sentence, or of what lies between two, with the expressions found in them. */
export type Segment = { readonly pieces: readonly Piece[]; readonly found: readonly Found[] }

/**
 * What kind of text it is, which decides what its times count from.
 * `news`: from the day of publication. `live blog`: its clock times too. `schedule`: days without a verb lie ahead.
 * `history`: from the last time mentioned.
 */
export type DocumentClass = 'news' | 'live blog' | 'schedule' | 'history'

/** History names at least so many years, the first so many years before publication. */
const MANY_YEARS = 6
const HISTORY_YEARS = 3
/** A live blog or schedule has at least so many entries that open with a clock time or a day. */
const MANY_ENTRIES = 4

/** The kind of a text by how its sentences open, and by how many of its dates name long past years. */
export function documentClass(
  segments: readonly Segment[],
  published: Day | undefined,
  lexicon: Lexicon,
): DocumentClass {
  if (isHistory(segments, published)) return 'history'
  const openings = segments.flatMap(segment => {
    const [first] = segment.found
    return first && first.first <= 1 ? [{ segment, first }] : []
  })
  const enough = (count: number) => count >= MANY_ENTRIES && count * 4 >= segments.length
  if (enough(openings.filter(({ first }) => first.sketch.clock !== undefined).length)) return 'live blog'
  const days = openings.filter(({ first: { sketch } }) => isDayOfCalendar(sketch))
  const past = days.filter(
    ({ segment, first }) => tenseAt(lexicon, segment.pieces, first.first, first.end) === 'past',
  ).length
  return enough(days.length) && past * 4 <= days.length ? 'schedule' : 'news'
}

function isDayOfCalendar({ kind, wday, month, day }: Sketch): boolean {
  return kind === 'date' && (wday !== undefined || (month !== undefined && day !== undefined))
}

/** Many years are named, the first long and nearly all before publication, and hardly anything counts from it. */
function isHistory(segments: readonly Segment[], published: Day | undefined): boolean {
  const sketches = segments.flatMap(({ found }) => found.map(({ sketch }) => sketch))
  const years = sketches.flatMap(({ year, bc }) => (year === undefined ? [] : [bc ? -year : year]))
  const own = published === undefined ? Number.POSITIVE_INFINITY : partsOf(published).year
  const old = years.filter(year => year < own).length
  const deictic = sketches.filter(s => s.base === 'published' || (s.wday !== undefined && s.day === undefined)).length
  const begins = (years[0] ?? own) <= own - HISTORY_YEARS
  return years.length >= MANY_YEARS && begins && old * 4 >= years.length * 3 && deictic * 4 <= years.length
}
