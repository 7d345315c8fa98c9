import { addDays, type Day, daysBetween, isDay, weekday } from '../../../core/day.ts'
import { isSome } from '../../../core/some.ts'
import type { TimeReading, TimeValue, When } from '../../../core/types.ts'
import { type At, baseOf, type Resolved } from './at.ts'
import { addMonths, dayOfPoint, mondayOf, type Point, pointOf, weekOf } from './calendar.ts'
import { endsOf, isOnce, type Named, namedIn } from './holidays.ts'
import type { Sketch } from './sketch.ts'
import { spanning, whenOf } from './when.ts'
import { offsetOn } from './zones.ts'

type Anchor = TimeValue['anchor']

/** A date with all that it says or takes from elsewhere. `unsure`: the value is the likelier of two. */
type Dated = {
  readonly value: string
  readonly point?: Point
  readonly anchor: Anchor
  readonly certainty: TimeValue['certainty']
  readonly unsure?: boolean
  /** Values of the other readings where it is unsure, likeliest first. */
  readonly others?: readonly string[]
  /** Days that a value alone does not tell. */
  readonly when?: When
  /** For a moon calendar. */
  readonly mod?: string
}

/** A date without a year so many days away is hardly that of another year, whatever the tense. */
const NEAR = 45
const SURE = 30
/** In a narrative, a month at least so many months before the last one is next year's. */
const TURN_OF_YEAR = 8
/** In news, months so close to the last one mentioned are of its year. */
const CLOSE_MONTHS = 3

export function resolveDate(sketch: Sketch, at: At): Resolved | undefined {
  const dated = dateOf(sketch, at)
  if (dated === undefined) return undefined
  const { type, part, dayTo } = sketch
  const day = dated.point && dayOfPoint(dated.point)
  const value =
    part === 'ON' && day
      ? `${addDays(day, -1)}TNI`
      : `${dated.value}${clockOf(sketch, isDay(dated.value) ? dated.value : undefined)}`
  const when = dated.unsure ? undefined : (dated.when ?? whenOfDate(sketch, day, value, dayTo))
  const mod = sketch.mod ?? dated.mod
  const alternatives = dated.unsure ? readingsOf(sketch, dated) : []
  return {
    value: {
      type,
      value,
      ...(mod ? { mod } : {}),
      ...(when ? { when } : {}),
      anchor: dated.anchor,
      certainty: dated.certainty,
      ...(isSome(alternatives) ? { alternatives } : {}),
    },
    ...(dated.point ? { point: dated.point } : {}),
  }
}

/** All readings of what may be read in several ways, the one that was taken first. */
function readingsOf(sketch: Sketch, { value, others = [], anchor }: Dated): readonly TimeReading[] {
  if (others.length === 0) return []
  return [value, ...others].map(bare => {
    const full = `${bare}${clockOf(sketch, undefined)}`
    const when = whenOf(full, sketch.mod)
    return { value: full, ...(when ? { when } : {}), anchor }
  })
}

function clockOf({ clock, part, zone }: Sketch, day: Day | undefined): string {
  if (clock !== undefined) return `T${clock}${zone === undefined ? '' : offsetOn(zone, day)}`
  return part === undefined ? '' : `T${part === 'ON' ? 'NI' : part}`
}

function whenOfDate(sketch: Sketch, day: Day | undefined, value: string, dayTo: number | undefined): When | undefined {
  if (day !== undefined && dayTo !== undefined) {
    const next = pointOf(addDays(day, 1))
    const last = dayOfPoint({ ...(dayTo === 1 ? next : pointOf(day)), day: dayTo })
    return last && last > day ? spanning(day, last) : undefined
  }
  if (sketch.part === 'ON' && day !== undefined) return spanning(addDays(day, -1), day)
  return whenOf(value, sketch.mod)
}

function dateOf(sketch: Sketch, at: At): Dated | undefined {
  const { decade, century, year, bc, yearRel, weekRel, wday, day, month, holiday, season, quarter, half } = sketch
  const stated = { anchor: 'none', certainty: 'stated' } as const
  const once = at.holidays.get(holiday ?? '') ?? ''
  if (isOnce(once)) return { ...inHistory(once), ...stated }
  if (decade !== undefined) return { value: String(decade).padStart(3, '0'), ...stated }
  if (century !== undefined) return { value: `${bc ? 'BC' : ''}${String(century).padStart(2, '0')}`, ...stated }
  if (year !== undefined) {
    const own = inYear(sketch, year + (sketch.plus ?? 0), at)
    return own && { ...own, ...stated }
  }
  if (yearRel !== undefined) return relativeYear(sketch, yearRel, at)
  if (weekRel !== undefined && wday !== undefined) return weekdayOfWeek(sketch, weekRel, wday, at)
  if ((month ?? holiday ?? season ?? quarter ?? half) !== undefined) return yearly(sketch, at)
  if (day !== undefined) return dayAlone(day, at)
  if (wday !== undefined) return weekdayAlone(sketch, wday, at)
  return clockAlone(sketch, at)
}

/** What a sketch is in a given year; undefined for a day that is not. */
function inYear(sketch: Sketch, year: number, at: At): Own | undefined {
  const { bc = false, month, day, season, quarter, half, holiday } = sketch
  if (year < 1 || year > 9999) return undefined
  const name = `${bc ? 'BC' : ''}${String(year).padStart(4, '0')}`
  if (holiday !== undefined) {
    const named = namedIn(at.holidays.get(holiday) ?? '', year)
    return named && inCalendar(named)
  }
  if (sketch.within !== undefined) return weekWith(sketch, dayOfPoint({ year, month: month ?? 0, day: day ?? 0 }))
  const era = bc ? { bc } : {}
  const whole = { year, ...era }
  if (season !== undefined) return { value: `${name}-${season}`, point: whole }
  if (quarter !== undefined) return quarter > 4 ? undefined : { value: `${name}-Q${quarter}`, point: whole }
  if (half !== undefined) return half > 2 ? undefined : { value: `${name}-H${half}`, point: whole }
  if (month === undefined) return { value: name, point: whole }
  const upToMonth = `${name}-${String(month).padStart(2, '0')}`
  if (day === undefined) return { value: upToMonth, point: { year, month, ...era } }
  if (!bc && dayOfPoint({ year, month, day }) === undefined) return undefined
  return { value: `${upToMonth}-${String(day).padStart(2, '0')}`, point: { year, month, day, ...era } }
}

/** A holiday is a day, one of a moon calendar a day more or less; a season of holidays a row of days. */
function inCalendar({ from, to, about }: Named): Own {
  const point = pointOf(from)
  if (about) {
    const value = from === to ? from : `${from}/${to}`
    return { value, point, when: spanning(addDays(from, -1), addDays(to, 1)), mod: 'APPROX' }
  }
  return from === to ? { value: from, point } : { value: `${from}/${to}`, point, when: spanning(from, to) }
}

/** "the Cold War": its first and last year, month or day. */
function inHistory(rule: string): Own {
  const [from, to] = endsOf(rule).map(end => whenOf(end))
  const when = from && to && spanning(from.earliest, to.latest)
  return { value: rule, ...(when ? { when } : {}) }
}

/** "the week of 19 May". */
function weekWith({ within }: Sketch, day: Day | undefined): Own | undefined {
  if (day === undefined) return undefined
  const { year, week } = weekOf(day)
  return {
    value: `${String(year).padStart(4, '0')}-W${String(week).padStart(2, '0')}${within === 'weekend' ? '-WE' : ''}`,
    point: pointOf(day),
  }
}

function relativeYear(sketch: Sketch, yearRel: number, at: At): Dated | undefined {
  const base = baseOf(sketch, at)
  const own =
    base &&
    inYear({ ...sketch, bc: base.point.bc ?? false }, base.point.year + (base.point.bc ? -yearRel : yearRel), at)
  if (!base || !own) return { value: nameless(sketch), anchor: 'none', certainty: 'stated' }
  return { ...own, anchor: base.anchor, certainty: 'stated' }
}

function weekdayOfWeek(sketch: Sketch, weekRel: number, wday: number, at: At): Dated {
  const base = baseOf(sketch, at)
  const from = base && dayOfPoint(base.point)
  if (!base || from === undefined) return { value: nameless(sketch), anchor: 'none', certainty: 'stated' }
  const day = addDays(mondayOf(from), 7 * weekRel + wday - 1)
  return { value: day, point: pointOf(day), anchor: base.anchor, certainty: 'stated' }
}

/** What recurs every year, written without one. */
function yearly(sketch: Sketch, at: At): Dated | undefined {
  const { base } = sketch
  if (at.since) return afterSince(sketch, at.since, at)
  const reference: Point | undefined =
    base === 'mention' || at.narrative ? at.last : (at.stated ?? (at.published ? pointOf(at.published) : at.last))
  if (reference === undefined) return { value: nameless(sketch), anchor: 'none', certainty: 'stated' }
  const told = at.narrative || base === 'mention' || at.stated !== undefined
  if (!told) return yearlyInNews(sketch, at, at.published as Day)
  const own = inYear({ ...sketch, bc: reference.bc ?? false }, toldYear(sketch, reference), at)
  const unsure = base !== 'mention' && !isNearBy(sketch, reference, at)
  const others = unsure && !reference.bc ? otherYears(sketch, reference, own?.value, at) : []
  return own && { ...own, anchor: 'mention', certainty: 'implied', unsure, others }
}

/** Of the year of the day of publication, if there is one, or of the year after the last mention. */
function otherYears(sketch: Sketch, last: Point, taken: string | undefined, at: At): readonly string[] {
  const news = at.published && yearlyInNews(sketch, at, at.published)?.value
  const next = inYear(sketch, last.year + 1, at)?.value
  return [...new Set([news, next])].flatMap(value => (value === undefined || value === taken ? [] : [value]))
}

function yearlyInNews(sketch: Sketch, at: At, published: Day): Dated | undefined {
  const { year } = pointOf(published)
  const options = [-1, 0, 1].flatMap((n): readonly Option[] => {
    const own = inYear(sketch, year + n, at)
    const when = own && (own.when ?? whenOf(own.value))
    return own && when ? [{ own, when }] : []
  })
  const chosen = choose(sketch, options, published, at.tense)
  if (chosen)
    return {
      ...chosen.option.own,
      anchor: at.from,
      certainty: sketch.rel === undefined ? 'implied' : 'stated',
      unsure: chosen.unsure || at.named || isDoubtful(at, chosen.option),
      others: othersThan(
        chosen.option,
        options,
        published,
        at.recent === undefined ? undefined : inYear(sketch, at.recent, at)?.value,
      ),
    }
  const own = options.length === 0 ? inYear(sketch, year, at) : undefined
  return own && { ...own, anchor: at.from, certainty: 'implied', unsure: true }
}

/** The other options: that of a year stated just before first, then the nearest. */
function othersThan(
  chosen: Option,
  options: readonly Option[],
  published: Day,
  stated: string | undefined,
): readonly string[] {
  const away = ({ when }: Option) => Math.abs(daysBetween(when.earliest, published))
  const nearest = options.filter(option => option !== chosen).sort((a, b) => away(a) - away(b))
  const values = [...(stated === undefined ? [] : [stated]), ...nearest.map(({ own }) => own.value)]
  return [...new Set(values)].filter(value => value !== chosen.own.value)
}

/** The second end of a range is the first one like it after the first end. */
function afterSince(sketch: Sketch, since: Point, at: At): Dated | undefined {
  const { month = since.month, day } = sketch
  const turns =
    month !== undefined &&
    since.month !== undefined &&
    (month < since.month || (month === since.month && (day ?? 31) < (since.day ?? 1)))
  const own = inYear({ ...sketch, bc: since.bc ?? false }, turns && !since.bc ? since.year + 1 : since.year, at)
  return own && { ...own, anchor: 'mention', certainty: 'implied' }
}

/** History goes on from its last mention; in news without a day of publication only a month close by is of the same year. */
function isNearBy({ month }: Sketch, last: Point, { history }: At): boolean {
  return history || (month !== undefined && last.month !== undefined && Math.abs(month - last.month) <= CLOSE_MONTHS)
}

/** After "In February 2022 they invaded", "in April" may be that year's. */
function isDoubtful({ recent, tense }: At, { when }: Option): boolean {
  return recent !== undefined && tense !== 'future' && recent !== Number(when.earliest.slice(0, 4))
}

/** Narratives go on in time: after November, "in February" is the next year's. */
function toldYear({ month, rel, turnsTo }: Sketch, last: Point): number {
  if (turnsTo !== undefined && (last.month ?? 1) <= turnsTo) return last.year - 1
  if (rel !== undefined && month !== undefined && last.month !== undefined) {
    if (rel < 0) return month >= last.month ? last.year - 1 : last.year
    if (rel > 0) return month <= last.month ? last.year + 1 : last.year
  }
  const turned = month !== undefined && last.month !== undefined && !last.bc && last.month - month >= TURN_OF_YEAR
  return turned ? last.year + 1 : last.year
}

type Own = Pick<Dated, 'value' | 'point' | 'when' | 'mod'>

type Option = { readonly own: Own; readonly when: When }

type Choice = { readonly option: Option; readonly unsure: boolean }

/** Of last year's, this year's and next year's the one meant; unsure where tense and nearness speak against each other. */
function choose(sketch: Sketch, options: readonly Option[], published: Day, tense: At['tense']): Choice | undefined {
  const { rel, day, wday } = sketch
  const { year: own } = pointOf(published)
  const sure = (option: Option | undefined): Choice | undefined => option && { option, unsure: false }
  const past = options.findLast(({ when }) => when.latest < published)
  const ahead = options.find(({ when }) => when.earliest > published)
  const current = options.find(({ when }) => when.earliest <= published && published <= when.latest)
  if (rel === -1) return sure(past)
  if (rel === 1) return sure(ahead)
  if (rel === 0) return sure(options.find(({ when }) => Number(when.earliest.slice(0, 4)) === own))
  const fitting = wday === undefined ? [] : options.filter(({ when }) => weekday(when.earliest) === wday)
  if (day !== undefined && fitting.length === 1) return sure(fitting[0])
  if (current) return sure(current)
  if (!past || !ahead) return sure(past ?? ahead)
  const [since, until] = [daysBetween(past.when.latest, published), daysBetween(published, ahead.when.earliest)]
  if (tense === 'future') return { option: day !== undefined && since < 7 ? past : ahead, unsure: since < NEAR }
  if (tense === 'past' && day !== undefined && until < NEAR) return { option: ahead, unsure: until > SURE }
  if (tense === 'past') return { option: past, unsure: until < NEAR }
  return sure(until < since ? ahead : past)
}

/** "the 28th": of the month mentioned, or the nearest one. */
function dayAlone(day: number, at: At): Dated | undefined {
  const mention = at.since ?? (at.narrative ? at.last : at.stated)
  if (mention?.month !== undefined) {
    const own = inYear(
      { kind: 'date', type: 'DATE', month: mention.month, day, bc: mention.bc ?? false },
      mention.year,
      at,
    )
    return own && { ...own, anchor: 'mention', certainty: 'implied' }
  }
  if (at.published === undefined || at.narrative) return undefined
  const published = at.published
  const { year, month } = pointOf(published)
  const options = [-1, 0, 1].flatMap(n => dayOfPoint({ ...addMonths(year, month, n), day }) ?? [])
  const chosen = at.tense === 'future' ? options.find(d => d >= published) : options.findLast(d => d <= published)
  return chosen === undefined
    ? undefined
    : { value: chosen, point: pointOf(chosen), anchor: at.from, certainty: 'implied' }
}

function weekdayAlone(sketch: Sketch, wday: number, at: At): Dated {
  const { rel, base, part } = sketch
  const since = at.since && dayOfPoint(at.since)
  const told = base === 'mention' || at.narrative || since !== undefined
  const from = since ?? (told ? at.last && dayOfPoint(at.last) : at.published)
  if (from === undefined) return { value: nameless(sketch), anchor: 'none', certainty: 'stated' }
  const back = (weekday(from) - wday + 7) % 7
  const before = addDays(from, -back)
  const after = addDays(from, (7 - back) % 7)
  const strictly = (day: Day, days: number) => (day === from ? addDays(day, days) : day)
  const dated = (day: Day, other?: Day): Dated => ({
    value: day,
    point: pointOf(day),
    anchor: told ? 'mention' : at.from,
    certainty: 'implied',
    ...(other === undefined ? {} : { unsure: true, others: [other] }),
  })
  if (since !== undefined) return dated(strictly(after, 7))
  if (rel === -1) return nearWeek(strictly(before, -7), -7)
  if (rel === 1) return nearWeek(strictly(after, 7), 7)
  if (told) return dated(after, strictly(before, -7))
  if (rel === 0) return dated(at.tense === 'past' ? before : after)
  if (at.tense === 'future') return dated(after)
  return at.toCome && at.tense === 'past' && part === undefined ? dated(before, strictly(after, 7)) : dated(before)

  /** "next Friday" on a Wednesday: in two days, or in nine. */
  function nearWeek(day: Day, further: number): Dated {
    const near = base !== 'mention' && mondayOf(day) === mondayOf(from ?? day)
    return near ? dated(day, addDays(day, further)) : dated(day)
  }
}

/** A part of a day or clock time belongs to the day of its sentence; a clock time else most likely to that of publication. */
function clockAlone({ clock }: Sketch, at: At): Dated {
  const own = at.day
  if (own !== undefined) return { value: own, anchor: 'mention', certainty: 'implied' }
  const day = clock === undefined ? undefined : at.narrative ? at.last && dayOfPoint(at.last) : at.published
  const anchor: Anchor = day === undefined ? 'none' : at.narrative ? 'mention' : at.from
  const point = day === undefined || !at.live ? {} : { point: pointOf(day) }
  return { value: day ?? 'XXXX-XX-XX', ...point, anchor, certainty: 'implied', unsure: !at.live }
}

function nameless({ month, day, wday, season, quarter, half }: Sketch): string {
  const two = (n: number) => String(n).padStart(2, '0')
  if (month !== undefined) return day === undefined ? `XXXX-${two(month)}` : `XXXX-${two(month)}-${two(day)}`
  if (season !== undefined) return `XXXX-${season}`
  if (quarter !== undefined) return `XXXX-Q${quarter}`
  if (half !== undefined) return `XXXX-H${half}`
  return wday === undefined ? 'XXXX-XX-XX' : `XXXX-WXX-${wday}`
}
