import type { Day } from '../../../core/day.ts'
import type { TimeAnchor, TimeValue } from '../../../core/types.ts'
import { type Point, pointOf } from './calendar.ts'
import type { Sketch } from './sketch.ts'
import type { Tense } from './tense.ts'

/** What is known where an expression stands. */
export type At = {
  /** The day that news counts from: of publication, of the dateline, or of the speech that a quotation is from. */
  readonly published?: Day
  readonly from: 'published' | 'dateline' | 'speech'
  /** Told in the order of what happened: unsaid parts come from the last mention. */
  readonly narrative: boolean
  /** A narrative of what is long past, not only a text without a day of publication. */
  readonly history: boolean
  /** The last point mentioned, near enough to count from. */
  readonly last?: Point
  /** A point with its year that the same sentence mentioned before. */
  readonly stated?: Point
  /** A year stated in the sentences just before: unsaid parts may be its. */
  readonly recent?: number
  /** A day in the same sentence, which a clock time belongs to. */
  readonly day?: Day
  readonly tense?: Tense
  /** Part of a name: "the September 11 attacks" may be those of another year. */
  readonly named: boolean
  /** "a truce from Monday" may lie ahead though the verb is past. */
  readonly toCome: boolean
  /** What a report of this kind is about where its verbs do not say: a schedule looks ahead. */
  readonly ahead: boolean
  /** A clock time alone is surely of the day of publication, as in a live blog. */
  readonly live: boolean
  /** The first end of the range that this is the second end of. */
  readonly since?: Point
  /** The rules of the days with a name. */
  readonly holidays: ReadonlyMap<string, string>
}

/** A value with the point it leaves for what counts from it. */
export type Resolved = { readonly value: TimeValue; readonly point?: Point }

/** What a relative expression counts from. */
export function baseOf({ base }: Sketch, at: At): { readonly point: Point; readonly anchor: TimeAnchor } | undefined {
  const mention = base === 'mention' || (base === 'auto' && at.narrative)
  if (mention) return at.last && { point: at.last, anchor: 'mention' }
  return at.published === undefined ? undefined : { point: pointOf(at.published), anchor: at.from }
}
