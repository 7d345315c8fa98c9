import type { Annotation, TimeEnd } from '../../../core/types.ts'
import type { Lexicon } from './lexicon.ts'
import type { Piece } from './pieces.ts'
import type { Found } from './sketch.ts'
import { rangeOf } from './when.ts'

type Time = Annotation<'time'>

/** Pieces before "from" in which a verb of moving makes it no range: "moved from Monday to Friday". */
const MOVE_REACH = 4

/**
 * Says of linked expressions which are ranges: those joined by a dash, "to", "until" or the like, and by "and" after
 * "between"; not what was moved from one day to another. The others stay two times of a list.
 */
export function withRanges(found: readonly Found[], pieces: readonly Piece[], lexicon: Lexicon): readonly Found[] {
  return found.map((one, i) => {
    const next = found[i + 1]
    if (one.link !== 'range' || !next) return one
    const opens = opening(one, next, pieces, lexicon)
    const { link: _, ...alone } = one
    return opens === undefined ? alone : { ...one, opens }
  })
}

function opening(one: Found, next: Found, pieces: readonly Piece[], lexicon: Lexicon): number | undefined {
  const between = pieces.slice(one.end, next.first).map(({ norm }) => norm)
  const lead = pieces[one.first - 1]?.norm ?? ''
  if (between.includes('or')) return undefined
  if (between.includes('and')) return lead === 'between' ? one.first - 1 : undefined
  if (lead !== 'from' && lead !== 'between') return one.first
  const moved = pieces.slice(Math.max(0, one.first - 1 - MOVE_REACH), one.first - 1)
  return moved.some(({ norm }) => lexicon.guards.get('moved')?.has(norm)) ? undefined : one.first - 1
}

/** "from 23 to 25 May" as one time, with its two ends as they are marked in TIMEX3; undefined where they are no row of days. */
export function joined(from: Time, to: Time, start: number): Time | undefined {
  const [a, b] = [from.value, to.value]
  const when = a.when && b.when && rangeOf(a.when, b.when)
  if (!when && !(a.type === 'TIME' && b.type === 'TIME' && a.when === undefined && b.when === undefined))
    return undefined
  return {
    span: { start, end: to.span.end },
    value: {
      type: a.type === 'TIME' || b.type === 'TIME' ? 'TIME' : 'DATE',
      value: `${a.value}/${b.value}`,
      ...(when ? { when } : {}),
      anchor: a.anchor === 'none' || a.anchor === 'mention' ? b.anchor : a.anchor,
      certainty: a.certainty === 'stated' && b.certainty === 'stated' ? 'stated' : 'implied',
      ends: [endOf(from), endOf(to)],
    },
    by: from.by,
  }
}

function endOf({ span, value: { type, value, mod, when } }: Time): TimeEnd {
  return { span, type, value, ...(mod ? { mod } : {}), ...(when ? { when } : {}) }
}
