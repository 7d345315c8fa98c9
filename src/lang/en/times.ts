import { type Day, partsOf } from '../../core/day.ts'
import type { Annotation, Layers } from '../../core/types.ts'
import type { Language, Setting } from '../language.ts'
import type { At, Resolved } from './times/at.ts'
import { dayOfPoint, type Point } from './times/calendar.ts'
import { type Lexicon, timeLexicon } from './times/lexicon.ts'
import { type Piece, piecesOf } from './times/pieces.ts'
import { type Rules, recognise, timeRules } from './times/recognise.ts'
import { resolve } from './times/resolve.ts'
import type { Found } from './times/sketch.ts'
import { tenseAt } from './times/tense.ts'

type Time = Annotation<'time'>
type Before = Pick<Layers, 'token' | 'sentence' | 'quote'>

/** The pieces of a sentence, or of what lies between two, with the expressions found in them. */
type Segment = { readonly pieces: readonly Piece[]; readonly found: readonly Found[] }

/** Sentences after which a mention is too far away to count from. */
const MENTION_REACH = 3
/** Sentences over which a stated year casts doubt on what leaves it out. */
const YEAR_REACH = 2
/** History names at least so many years, the first so many years before publication. */
const MANY_YEARS = 6
const HISTORY_YEARS = 3

/**
 * Makes the reader of English time expressions with its tables; throws on a faulty one.
 *
 * Expressions are found by rules over tokens, sentence by sentence, then given TIMEX3 values: in news counted from the day
 * of publication with the tense of the sentence, in history (no day of publication, or nearly all dates long before it)
 * from the last mention. Linear in the length of the text; overlapping expressions do not occur. A `when` is left out
 * where two readings are about as likely.
 * Example: "on Tuesday" in a report of Wednesday 2025-05-28 → DATE 2025-05-27, anchor `published`.
 */
export function timeReader(): Language['times'] {
  const lexicon = timeLexicon()
  const rules = timeRules(lexicon)
  return (text, before, setting) => times(text, before, setting, lexicon, rules)
}

function times(text: string, before: Before, setting: Setting, lexicon: Lexicon, rules: Rules): readonly Time[] {
  const segments = segmentsOf(piecesOf(text, before.token), before.sentence).map(pieces => ({
    pieces,
    found: recognise(rules, pieces),
  }))
  const history = isHistory(segments, setting.day)
  const narrative = history || setting.day === undefined
  const whole = {
    history,
    narrative,
    holidays: lexicon.holidayRules,
    ...(setting.day === undefined ? {} : { published: setting.day }),
  }
  const times: Time[] = []
  let memory: Memory = {}
  for (const [segment, { pieces, found }] of segments.entries()) {
    memory = forSegment(memory, segment)
    for (const one of found) {
      const at = { ...whole, ...recalled(memory, segment, narrative), ...around(lexicon, pieces, one) }
      const resolved = resolve(one.sketch, at)
      const [first, last] = [pieces[one.first], pieces[one.end - 1]]
      if (!resolved || !first || !last) continue
      times.push({ span: { start: first.start, end: last.end }, value: resolved.value, by: one.rule })
      memory = remembered(memory, segment, narrative, resolved)
    }
  }
  return times
}

/** What was mentioned so far, and in which segment; `day` and `stated` in the same one only. */
type Memory = {
  readonly mention?: { readonly point: Point; readonly segment: number }
  readonly year?: { readonly year: number; readonly segment: number }
  readonly day?: Day
  readonly stated?: Point
}

function forSegment({ mention, year }: Memory, segment: number): Memory {
  const near = year && segment - year.segment <= YEAR_REACH
  return { ...(mention ? { mention } : {}), ...(near ? { year } : {}) }
}

function recalled({ mention, year, day, stated }: Memory, segment: number, narrative: boolean): Partial<At> {
  const near = mention && (narrative || segment - mention.segment <= MENTION_REACH)
  return {
    ...(near ? { last: mention.point } : {}),
    ...(year ? { recent: year.year } : {}),
    ...(day === undefined ? {} : { day }),
    ...(stated ? { stated } : {}),
  }
}

/** In a narrative what counts from the day of publication tells nothing of the time it tells of. */
function remembered(memory: Memory, segment: number, narrative: boolean, { point, value }: Resolved): Memory {
  if (point === undefined) return memory
  const said = value.anchor === 'none'
  const day = dayOfPoint(point)
  return {
    ...memory,
    ...(narrative && value.anchor === 'published'
      ? {}
      : { mention: { point: finer(memory.mention?.point, point), segment } }),
    ...(said && !point.bc ? { year: { year: point.year, segment } } : {}),
    ...(said && point.month !== undefined ? { stated: point } : {}),
    ...(day === undefined ? {} : { day }),
  }
}

/** A year named again takes nothing from the month and day known before. */
function finer(last: Point | undefined, point: Point): Point {
  return last && point.month === undefined && last.year === point.year && last.bc === point.bc ? last : point
}

/** What the words around an expression say of it. */
function around(
  lexicon: Lexicon,
  pieces: readonly Piece[],
  { first, end }: Found,
): Pick<At, 'tense' | 'named' | 'toCome'> {
  const tense = tenseAt(lexicon, pieces, first, end)
  const named = lexicon.guards.get('day-name')?.has(pieces[end]?.norm ?? '') ?? false
  const toCome = lexicon.guards.get('to-come')?.has(pieces[first - 1]?.norm ?? '') ?? false
  return { named, toCome, ...(tense ? { tense } : {}) }
}

/** Pieces by sentence: no expression goes over the end of one. */
function segmentsOf(
  pieces: readonly Piece[],
  sentences: readonly Annotation<'sentence'>[],
): readonly (readonly Piece[])[] {
  const segments: Piece[][] = []
  let at = 0
  let open: Piece[] | undefined
  for (const piece of pieces) {
    while (at < sentences.length && (sentences[at]?.span.end ?? 0) <= piece.start) {
      at += 1
      open = undefined
    }
    const inside = (sentences[at]?.span.start ?? Number.POSITIVE_INFINITY) <= piece.start
    if (inside && open !== undefined && (open[0]?.start ?? 0) < (sentences[at]?.span.start ?? 0)) open = undefined
    if (open === undefined) {
      open = []
      segments.push(open)
    }
    open.push(piece)
  }
  return segments
}

/** History: many years are named, the first long and nearly all before publication, and hardly anything counts from it. */
function isHistory(segments: readonly Segment[], published: Day | undefined): boolean {
  const sketches = segments.flatMap(({ found }) => found.map(({ sketch }) => sketch))
  const years = sketches.flatMap(({ year, bc }) => (year === undefined ? [] : [bc ? -year : year]))
  const own = published === undefined ? Number.POSITIVE_INFINITY : partsOf(published).year
  const old = years.filter(year => year < own).length
  const deictic = sketches.filter(s => s.base === 'published' || (s.wday !== undefined && s.day === undefined)).length
  const begins = (years[0] ?? own) <= own - HISTORY_YEARS
  return years.length >= MANY_YEARS && begins && old * 4 >= years.length * 3 && deictic * 4 <= years.length
}
