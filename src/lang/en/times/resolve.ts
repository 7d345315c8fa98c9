import { addDays, type Day, weekday } from '../../../core/day.ts'
import type { When } from '../../../core/types.ts'
import { type At, baseOf, type Resolved } from './at.ts'
import { addMonths, addYears, dayOfPoint, type Point, pointOf, weekOf } from './calendar.ts'
import { resolveDate } from './resolve-date.ts'
import type { Sketch, Unit } from './sketch.ts'
import { spanning, whenOf } from './when.ts'

/** The value of a sketch where it stands; undefined for a day that does not exist (31 June). Pure. */
export function resolve(sketch: Sketch, at: At): Resolved | undefined {
  if (sketch.kind === 'fixed') return bare(sketch, sketch.value ?? '')
  if (sketch.kind === 'running') return running(sketch, at)
  return sketch.kind === 'shift' ? resolveShift(sketch, at) : resolveDate(sketch, at)
}

/** A value that has no place in the calendar. */
function bare({ type, mod }: Sketch, value: string): Resolved {
  return { value: { type, value, ...(mod ? { mod } : {}), anchor: 'none', certainty: 'stated' } }
}

/** "for a third day" up to the day of publication: the duration, and the days it has lasted. */
function running(sketch: Sketch, at: At): Resolved {
  const { value } = bare(sketch, sketch.value ?? '')
  const { unit = 'day', count = 1 } = sketch
  if (at.published === undefined || at.narrative) return { value }
  const first = shifted(unit, 1 - count, pointOf(at.published))
  const when = first && whenOf(first.value)
  if (!when) return { value }
  return { value: { ...value, when: spanning(when.earliest, at.published), anchor: at.from, certainty: 'implied' } }
}

function resolveShift(sketch: Sketch, at: At): Resolved {
  const short = sketch.unit === 'hour' || sketch.unit === 'minute' || sketch.unit === 'second'
  if (sketch.tense === 'future' && (short || at.tense !== 'future'))
    return bare({ ...sketch, type: 'DURATION' }, sketch.value ?? '')
  const { unit = 'day', mod, part } = sketch
  const count = unit === 'weekend' ? weekendCount(sketch, at) : sketch.count
  if (count === undefined) return bare(sketch, sketch.sign === -1 ? 'PAST_REF' : 'FUTURE_REF')
  const base = baseOf(sketch, at)
  const moved = base && shifted(unit, count, base.point)
  if (!base || !moved) return bare(sketch, unresolved(unit, count, part))
  const night = part === 'ON'
  const value = part && moved.day ? `${night ? addDays(moved.day, -1) : moved.day}T${night ? 'NI' : part}` : moved.value
  const when = whenOfShift(sketch, count, base.point, value, moved)
  return {
    value: {
      type: sketch.type,
      value,
      ...(mod ? { mod } : {}),
      ...(when ? { when } : {}),
      anchor: base.anchor,
      certainty: base.anchor !== 'mention' && sketch.base !== 'auto' ? 'stated' : 'implied',
    },
    ...(moved.point ? { point: moved.point } : {}),
  }
}

function unresolved(unit: Unit, count: number, part: string | undefined): string {
  if (unit === 'hour' || unit === 'minute' || unit === 'second')
    return count < 0 ? 'PAST_REF' : count > 0 ? 'FUTURE_REF' : 'PRESENT_REF'
  if (part !== undefined) return `XXXX-XX-XXT${part === 'ON' ? 'NI' : part}`
  if (unit === 'week' || unit === 'fortnight') return 'XXXX-WXX'
  if (unit === 'weekend') return 'XXXX-WXX-WE'
  return unit === 'day' || unit === 'night' ? 'XXXX-XX-XX' : unit === 'month' ? 'XXXX-XX' : 'XXXX'
}

/** "the weekend" is the one behind us unless the sentence looks ahead; on a Saturday or Sunday it is this one. */
function weekendCount({ count = 0, base }: Sketch, { published, tense }: At): number {
  if (count !== 0 || published === undefined || weekday(published) > 5) return count
  if (base === 'auto') return tense === 'future' ? 0 : -1
  return tense === 'past' && weekday(published) <= 2 ? -1 : 0
}

type Moved = { readonly value: string; readonly point?: Point; readonly day?: Day }

const MONTHS_IN: Partial<Record<Unit, number>> = { month: 1, quarter: 3, half: 6 }
const YEARS_IN: Partial<Record<Unit, number>> = { year: 1, decade: 10, century: 100 }

/** `count` units from a point; undefined when the point is too coarse for the unit, or the count is no whole number. */
function shifted(unit: Unit, count: number, from: Point): Moved | undefined {
  if (!Number.isInteger(count) || Math.abs(count) > 200_000) return undefined
  const years = YEARS_IN[unit]
  if (years !== undefined) return yearsOn(from, count * years, years)
  const months = MONTHS_IN[unit]
  if (months !== undefined) return monthsOn(from, count * months, months)
  const day = dayOfPoint(from)
  if (day === undefined) return undefined
  if (unit === 'day' || unit === 'night') {
    const to = addDays(day, count)
    return { value: unit === 'night' ? `${to}TNI` : to, point: pointOf(to), day: to }
  }
  if (unit !== 'week' && unit !== 'fortnight' && unit !== 'weekend') return undefined
  const { year, week } = weekOf(addDays(day, count * (unit === 'fortnight' ? 14 : 7)))
  return { value: `${year}-W${String(week).padStart(2, '0')}${unit === 'weekend' ? '-WE' : ''}` }
}

function monthsOn(from: Point, count: number, size: number): Moved | undefined {
  if (from.month === undefined || from.bc) return undefined
  const { year, month } = addMonths(from.year, from.month, count)
  if (year < 1) return undefined
  const name = String(year).padStart(4, '0')
  if (size === 3) return { value: `${name}-Q${Math.ceil(month / 3)}` }
  if (size === 6) return { value: `${name}-H${month > 6 ? 2 : 1}` }
  return { value: `${name}-${String(month).padStart(2, '0')}`, point: { year, month } }
}

function yearsOn(from: Point, count: number, size: number): Moved | undefined {
  const { year, bc } = addYears(from.year, from.bc ?? false, count)
  const name = String(year).padStart(4, '0')
  const value = bc ? `BC${name}` : name.slice(0, size === 1 ? 4 : size === 10 ? 3 : 2)
  return size === 1 ? { value, point: { year, ...(bc ? { bc } : {}) } } : { value }
}

/** "earlier this month" lies before the day of publication, "later this month" after it. "two weeks ago" is not to the day: three days, half a month, half a year to either side. */
const MARGIN: Partial<Record<Unit, number>> = { week: 3, fortnight: 4, month: 16, year: 184 }

function whenOfShift(sketch: Sketch, count: number, from: Point, value: string, moved: Moved): When | undefined {
  if (sketch.part === 'ON' && moved.day) return spanning(addDays(moved.day, -1), moved.day)
  if (sketch.part === 'NI' && count < 0 && moved.day) return spanning(moved.day, addDays(moved.day, 1))
  const when = whenOf(value)
  const published = dayOfPoint(from)
  if (
    count === 0 &&
    sketch.base === 'published' &&
    when &&
    published &&
    (sketch.mod === 'START' || sketch.mod === 'END')
  )
    return sketch.mod === 'START' ? spanning(when.earliest, published) : spanning(published, when.latest)
  const margin = sketch.loose ? MARGIN[sketch.unit ?? 'day'] : undefined
  if (margin === undefined) return whenOf(value, sketch.mod)
  const day = dayOfPoint(from)
  const middle = day === undefined ? undefined : middleOf(sketch.unit ?? 'day', count, day)
  return middle === undefined ? undefined : spanning(addDays(middle, -margin), addDays(middle, margin))
}

function middleOf(unit: Unit, count: number, day: Day): Day | undefined {
  if (unit === 'week' || unit === 'fortnight') return addDays(day, count * (unit === 'week' ? 7 : 14))
  const { year, month, day: date } = pointOf(day)
  const moved = addMonths(year, month, unit === 'year' ? count * 12 : count)
  return dayOfPoint({ ...moved, day: Math.min(date, 28) })
}
