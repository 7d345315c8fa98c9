import type { Sketch, Unit } from './sketch.ts'

/** What a rule gives for one bracket: a maker and constants, as in `shift count=-1 base=published`. */
export type Give = { readonly make: string; readonly constants: ReadonlyMap<string, string> }

/** Reads the `give` column: one entry a bracket, between semicolons. */
export function parseGive(column: string): readonly Give[] {
  return column.split(';').map(part => {
    const [make = '', ...rest] = part.trim().split(' ')
    if (!MAKERS.has(make)) throw new Error(`time rule gives "${make}"; expected one of ${[...MAKERS.keys()].join(' ')}`)
    return { make, constants: new Map(rest.map(pair => pair.split('=', 2) as [string, string])) }
  })
}

type Slots = ReadonlyMap<string, string>
type Maker = (slots: Slots) => Sketch | undefined

const NUMBERS = [
  'year',
  'month',
  'day',
  'dayTo',
  'wday',
  'quarter',
  'half',
  'decade',
  'rel',
  'weekRel',
  'yearRel',
  'count',
  'plus',
] as const
const TEXTS = ['season', 'holiday', 'part', 'zone', 'mod', 'within'] as const
const LETTERS: Readonly<Record<Unit, readonly [before: string, letter: string]>> = {
  second: ['PT', 'S'],
  minute: ['PT', 'M'],
  hour: ['PT', 'H'],
  day: ['P', 'D'],
  night: ['P', 'NI'],
  weekend: ['P', 'WE'],
  week: ['P', 'W'],
  fortnight: ['P', 'W'],
  month: ['P', 'M'],
  quarter: ['P', 'Q'],
  half: ['P', 'H'],
  year: ['P', 'Y'],
  decade: ['P', 'DE'],
  century: ['P', 'CE'],
}
const WEEKDAY_SET = 'XXXX-WXX-'

const MAKERS: ReadonlyMap<string, Maker> = new Map<string, Maker>([
  ['date', date],
  ['shift', shift],
  ['ref', fixed('DATE')],
  ['duration', slots => measured('DURATION', slots)],
  ['set', slots => (slots.has('wday') ? days(slots.get('wday')) : measured('SET', slots))],
  ['set-days', slots => days(slots.get('wdays'))],
  ['set-word', fixed('SET')],
  ['short-year', shortYear],
  ['running', running],
  ['hour', hour],
])

/** The sketch a rule gives for what its slots read; undefined when the parts make no sense (hour 13 p.m.). */
export function make({ make: name, constants }: Give, slots: Slots): Sketch | undefined {
  return MAKERS.get(name)?.(new Map([...constants, ...slots]))
}

function fixed(type: Sketch['type']): Maker {
  return slots => ({ kind: 'fixed', type, value: slots.get('value') ?? '' })
}

function days(wday: string | undefined): Sketch {
  return { kind: 'fixed', type: 'SET', value: `${WEEKDAY_SET}${wday ?? 'X'}` }
}

function date(slots: Slots): Sketch | undefined {
  const all = new Map([...slots, ...wholeDate(slots)])
  const clock = clockOf(all)
  if (clock === null) return undefined
  const day = all.get('day') ?? all.get('dom')
  const century = all.get('century')
  return {
    kind: 'date',
    type: clock !== undefined || all.has('part') ? 'TIME' : 'DATE',
    ...numbers(all),
    ...(all.has('yy') ? { year: Number(all.get('yy')) } : {}),
    ...(day === undefined ? {} : { day: Number(day) }),
    ...(century === undefined ? {} : { century: Number(century) - 1 }),
    ...(all.has('bc') ? { bc: true } : {}),
    ...(clock === undefined ? {} : { clock }),
    ...texts(all),
    ...baseOf(all),
  }
}

/** Year, month and day of a date written in figures. */
function wholeDate(slots: Slots): readonly (readonly [string, string])[] {
  const [year, month, day] = (slots.get('iso') ?? slots.get('slash'))?.split('-') ?? []
  return year && month && day
    ? [
        ['year', year],
        ['month', month],
        ['day', day],
      ]
    : []
}

function texts(slots: Slots): Partial<Record<(typeof TEXTS)[number], string>> {
  return Object.fromEntries(TEXTS.flatMap(key => (slots.has(key) ? [[key, slots.get(key)]] : [])))
}

function numbers(slots: Slots): Partial<Record<(typeof NUMBERS)[number], number>> {
  return Object.fromEntries(NUMBERS.flatMap(key => (slots.has(key) ? [[key, Number(slots.get(key))]] : [])))
}

function baseOf(slots: Slots): Pick<Sketch, 'base'> {
  const base = slots.get('base')
  return base === 'published' || base === 'mention' || base === 'auto' ? { base } : {}
}

function modOf(slots: Slots): Pick<Sketch, 'mod'> {
  const mod = slots.get('mod')
  return mod === undefined ? {} : { mod }
}

/** 24-hour clock; null for an impossible hour. */
function clockOf(slots: Slots): string | null | undefined {
  const clock = slots.get('clock')
  const half = slots.get('ampm')
  if (clock === undefined || half === undefined) return clock
  const hour = Number(clock.slice(0, 2))
  if (hour < 1 || hour > 12) return null
  const full = (hour % 12) + (half === 'pm' ? 12 : 0)
  return `${String(full).padStart(2, '0')}${clock.slice(2)}`
}

function unitOf(slots: Slots): Unit | undefined {
  const name = slots.get('unit') ?? slots.get('units')
  return name !== undefined && name in LETTERS ? (name as Unit) : undefined
}

function shift(slots: Slots): Sketch | undefined {
  const unit = unitOf(slots)
  if (unit === undefined) return undefined
  const count = countOf(slots)
  const part = slots.get('part')
  const time = part !== undefined || unit === 'hour' || unit === 'minute' || unit === 'second'
  return {
    kind: 'shift',
    type: time ? 'TIME' : 'DATE',
    unit,
    ...(count === undefined ? {} : { count }),
    ...(slots.has('sign') ? { loose: true, sign: Number(slots.get('sign')) < 0 ? -1 : 1 } : {}),
    ...(slots.get('tense') === 'future' ? { tense: 'future', value: measured('DURATION', slots)?.value ?? '' } : {}),
    ...(part === undefined ? {} : { part }),
    ...baseOf(slots),
    ...modOf(slots),
  }
}

/** How many units; undefined where the words do not say ("a few days ago"). */
function countOf(slots: Slots): number | undefined {
  if (slots.has('vague')) return undefined
  const number = slots.get('num')
  return number === undefined ? Number(slots.get('count') ?? 0) : Number(number) * Number(slots.get('sign') ?? 1)
}

/** Durations and sets: "P2D", "PXW", "PT30M", "P2.5Y"; decades and centuries as TIMEX3's DE and CE. */
function measured(type: 'DURATION' | 'SET', slots: Slots): Sketch | undefined {
  const unit = unitOf(slots)
  if (unit === undefined) return undefined
  const [before, letter] = LETTERS[unit]
  const vague = slots.get('vague')
  const number = slots.get('num') ?? slots.get('count') ?? '1'
  const plain = vague === undefined ? number : /^\d+$/u.test(vague) && vague !== '1' ? vague : 'X'
  const count = unit === 'fortnight' && plain !== 'X' ? String(Number(plain) * 2) : plain
  return { kind: 'fixed', type, value: `${before}${count}${letter}`, ...modOf(slots) }
}

/** The "9" of "from 9 to 11 a.m.": before or after noon as its partner says. */
function hour(slots: Slots): Sketch | undefined {
  const sketch = date(slots)
  return sketch && { ...sketch, halfDay: 'partner' }
}

/** "for a third day": a duration that has lasted up to now. */
function running(slots: Slots): Sketch | undefined {
  const unit = unitOf(slots)
  const count = Number(slots.get('num') ?? 0)
  const measure = measured('DURATION', slots)
  return unit && measure && count > 1 && count < 1000 ? { ...measure, kind: 'running', unit, count } : undefined
}

/** The "45" of "1939–45": the century is that of the year before it, which the resolver knows as its partner. */
function shortYear(slots: Slots): Sketch | undefined {
  const yy = slots.get('yy')
  return yy === undefined ? undefined : { kind: 'date', type: 'DATE', year: Number(yy) }
}
