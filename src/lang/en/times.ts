import { type Day, daysBetween } from '../../core/day.ts'
import { contains } from '../../core/span.ts'
import type { Annotation, Layers } from '../../core/types.ts'
import type { Language, Setting } from '../language.ts'
import { datelineLength } from './sentences-dateline.ts'
import type { At, Resolved } from './times/at.ts'
import { dayOfPoint, type Point } from './times/calendar.ts'
import { type DocumentClass, documentClass, type Segment } from './times/document.ts'
import { type Lexicon, timeLexicon } from './times/lexicon.ts'
import { type Piece, piecesOf } from './times/pieces.ts'
import { joined, withRanges } from './times/ranges.ts'
import { type Rules, recognise, timeRules } from './times/recognise.ts'
import { resolve } from './times/resolve.ts'
import type { Found } from './times/sketch.ts'
import { speeches } from './times/speech.ts'
import { tenseAt } from './times/tense.ts'

type Time = Annotation<'time'>
type Before = Pick<Layers, 'token' | 'sentence' | 'quote'>

/** Sentences after which a mention is too far away to count from. */
const MENTION_REACH = 3
/** Sentences over which a stated year casts doubt on what leaves it out. */
const YEAR_REACH = 2
/** A dateline is at most so many days older than the day of publication. */
const DATELINE_DAYS = 7

/**
 * Makes the reader of English time expressions with its tables; throws on a faulty one.
 *
 * Expressions are found by rules over tokens, sentence by sentence, then given TIMEX3 values: in news counted from the day
 * of publication (of the dateline; in a quotation of the day it was said) with the tense of the sentence, in history (no day
 * of publication, or nearly all dates long before it) from the last mention. A range is one expression. Linear in the length
 * of the text; overlapping expressions do not occur. Where two readings are about as likely, both are given as
 * alternatives and `when` is left out. Tokens need their tags (`syntax`), which tell the tense.
 * Example: "on Tuesday" in a report of Wednesday 2025-05-28 → DATE 2025-05-27, anchor `published`.
 */
export function timeReader(): Language['times'] {
  const lexicon = timeLexicon()
  const rules = timeRules(lexicon)
  return (text, before, setting) => readTimes(text, before, setting, lexicon, rules).times
}

/** The kind of a text, by which its times are read. */
export function documentClassReader(): (text: string, before: Before, setting: Setting) => DocumentClass {
  const lexicon = timeLexicon()
  const rules = timeRules(lexicon)
  return (text, before, setting) => readTimes(text, before, setting, lexicon, rules).kind
}

/** What holds in the whole text. */
type Whole = Omit<At, 'tense' | 'named' | 'toCome'>

function readTimes(
  text: string,
  before: Before,
  { day }: Setting,
  lexicon: Lexicon,
  rules: Rules,
): { readonly times: readonly Time[]; readonly kind: DocumentClass } {
  const segments = segmentsOf(piecesOf(text, before.token), before.sentence).map(pieces => ({
    pieces,
    found: withRanges(recognise(rules, pieces), pieces, lexicon),
  }))
  const kind = documentClass(segments, day, lexicon)
  const plain: Whole = {
    history: kind === 'history',
    narrative: kind === 'history' || day === undefined,
    ahead: kind === 'schedule',
    live: kind === 'live blog',
    holidays: lexicon.holidayRules,
    from: 'published',
    ...(day === undefined ? {} : { published: day }),
  }
  const whole = withDateline(plain, segments, text, before.token)
  const spoken = speeches(before.quote, segments, (sketch, { pieces }, one) => {
    const point = resolve(sketch, { ...whole, ...around(lexicon, whole, pieces, one) })?.point
    return point && dayOfPoint(point)
  }).flatMap(({ content, day }) => (day === undefined || whole.narrative ? [] : [{ content, day }]))
  let next = 0
  const at = (start: number, end: number): Whole => {
    while ((spoken[next]?.content.end ?? Number.POSITIVE_INFINITY) < end) next += 1
    const speech = spoken[next]
    const own = speech && speech.day !== whole.published && contains(speech.content, { start, end })
    return own ? { ...whole, published: speech.day, from: 'speech' } : whole
  }
  return { times: timesOf(segments, lexicon, whole.narrative, at), kind }
}

/** Counts from the day of the dateline where that is another than the day of publication, or none is known. */
function withDateline(whole: Whole, segments: readonly Segment[], text: string, tokens: Layers['token']): Whole {
  const length = datelineLength(text, tokens)
  const end = length === 0 ? 0 : (tokens[length - 1]?.span.end ?? 0)
  const [first] = segments
  const dated = first?.found.find(({ sketch, end: last }) => {
    return sketch.day !== undefined && (first.pieces[last - 1]?.end ?? end + 1) <= end
  })
  const point = dated && resolve(dated.sketch, { ...whole, tense: 'past', named: false, toCome: false })?.point
  const day = point && dayOfPoint(point)
  if (day === undefined || day === whole.published) return whole
  const { published } = whole
  if (published !== undefined && (day > published || daysBetween(day, published) > DATELINE_DAYS)) return whole
  return { ...whole, published: day, from: 'dateline', narrative: whole.history }
}

function timesOf(
  segments: readonly Segment[],
  lexicon: Lexicon,
  narrative: boolean,
  wholeAt: (start: number, end: number) => Whole,
): readonly Time[] {
  const times: Time[] = []
  let memory: Memory = {}
  for (const [segment, { pieces, found }] of segments.entries()) {
    memory = forSegment(memory, segment)
    let from: { readonly time: Time; readonly start: number; readonly since?: Point } | undefined
    for (const [k, one] of found.entries()) {
      const [first, last] = [pieces[one.first], pieces[one.end - 1]]
      if (!first || !last) continue
      const whole = wholeAt(first.start, last.end)
      const since = from?.since === undefined ? {} : { since: from.since }
      const near = {
        ...whole,
        ...recalled(memory, segment, narrative),
        ...around(lexicon, whole, pieces, one),
        ...since,
      }
      const at = { ...near, ...dayBehind(one, found, k, near) }
      const resolved = resolve(one.sketch, at)
      const time = resolved && { span: { start: first.start, end: last.end }, value: resolved.value, by: one.rule }
      const range = from && time && joined(from.time, time, from.start)
      if (range) times.pop()
      if (time) times.push(range ?? time)
      if (resolved) memory = remembered(memory, segment, narrative, resolved)
      const start = one.opens === undefined ? undefined : pieces[one.opens]?.start
      from =
        time && start !== undefined ? { time, start, ...(resolved.point ? { since: resolved.point } : {}) } : undefined
    }
  }
  return times
}

/** Pieces between a clock time and its day: ", on". */
const DAY_REACH = 2

/** The day straight behind a clock time, or behind the range it opens: "from 9 to 11 a.m. on Tuesday". */
function dayBehind(one: Found, found: readonly Found[], k: number, at: At): Pick<At, 'day'> {
  if (one.sketch.clock === undefined || one.sketch.wday !== undefined || one.sketch.day !== undefined) return {}
  const end = one.opens === undefined ? one : (found[k + 1] ?? one)
  const next = found[one.opens === undefined ? k + 1 : k + 2]
  if (!next || next.first - end.end > DAY_REACH || next.sketch.clock !== undefined) return {}
  const point = resolve(next.sketch, at)?.point
  const day = point && dayOfPoint(point)
  return day === undefined ? {} : { day }
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
  const { anchor } = value
  const said = anchor === 'none'
  const day = dayOfPoint(point)
  return {
    ...memory,
    ...(narrative && anchor !== 'none' && anchor !== 'mention'
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
  { ahead }: Pick<At, 'ahead'>,
  pieces: readonly Piece[],
  { first, end, opens }: Found,
): Pick<At, 'tense' | 'named' | 'toCome'> {
  const tense = tenseAt(lexicon, pieces, first, end) ?? (ahead ? 'future' : undefined)
  const named = lexicon.guards.get('day-name')?.has(pieces[end]?.norm ?? '') ?? false
  const toCome = opens === undefined && (lexicon.guards.get('to-come')?.has(pieces[first - 1]?.norm ?? '') ?? false)
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
