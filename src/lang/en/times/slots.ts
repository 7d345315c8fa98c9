import { isOnce } from './holidays.ts'
import type { Lexicon, WordKind } from './lexicon.ts'
import type { Piece } from './pieces.ts'

/** What a slot of a pattern read: its value and the piece after it. */
export type Slot = { readonly value: string; readonly end: number }

export type SlotReader = (pieces: readonly Piece[], i: number) => Slot | undefined

const SLASH = /^(\d{1,4})([/.])(\d{1,2})\2(\d{1,4})$/u
const ISO = /^\d{4}-\d{2}-\d{2}$/u
const CLOCK = /^([01]?\d|2[0-4])[:.]([0-5]\d)(?::([0-5]\d))?$/u
const ORDINAL = /^(\d{1,2})(?:st|nd|rd|th)$/u
const DECADE = /^([12]\d{2})0'?s$/u
const SHORT_DECADE = /^([0-9])0s$/u
const NAMED_NUMBER = /^\d{1,3}(?:,\d{3})*(?:\.\d+)?$/u

/** The readers by the name a pattern calls them. */
export function slotReaders(lexicon: Lexicon): ReadonlyMap<string, SlotReader> {
  const word = (kind: WordKind): SlotReader => {
    const list = lexicon.words.get(kind) ?? new Map<string, string>()
    return (pieces, i) => one(list.get(pieces[i]?.norm ?? ''), i)
  }
  return new Map<string, SlotReader>([
    ['month', named(word('month'))],
    ['wday', named(word('weekday'))],
    ['wdays', named(word('weekdays'))],
    ['unit', word('unit')],
    ['units', word('units')],
    ['part', word('part')],
    ['noon', word('noon')],
    ['season', word('season')],
    ['ampm', word('ampm')],
    ['zone', capitals(zone(word('zone'), word('zoneplace')))],
    ['vague', word('vague')],
    ['freq', word('freq')],
    ['mod', word('mod')],
    ['modnoun', word('modnoun')],
    ['approx', word('approx')],
    ['bc', word('bc')],
    ['quarter', word('quarter')],
    ['half', word('half')],
    ['two', twoDigits],
    ['dom', dayOfMonth],
    ['ord', ordinal(lexicon)],
    ['year', year],
    ['yy', shortYear],
    ['number', wholeNumber],
    ['num', number(lexicon)],
    ['decade', decade(lexicon)],
    ['clock', clock],
    ['hour', hour(lexicon)],
    ['hhmm', hoursMinutes],
    ['iso', iso],
    ['slash', slash],
    ['holiday', holiday(lexicon, false)],
    ['period', holiday(lexicon, true)],
  ])
}

function one(value: string | undefined, i: number): Slot | undefined {
  return value === undefined ? undefined : { value, end: i + 1 }
}

/** Months and weekdays begin with a capital, or are written in full beside a number, which the guards check. */
function named(read: SlotReader): SlotReader {
  return (pieces, i) => {
    const slot = read(pieces, i)
    if (slot === undefined) return undefined
    const piece = pieces[i]
    return piece !== undefined && (piece.upper || piece.norm.length > 4) ? slot : undefined
  }
}

function capitals(read: SlotReader): SlotReader {
  return (pieces, i) => (pieces[i]?.upper ? read(pieces, i) : undefined)
}

/** "GMT", "UTC+3", "GMT +03:00", "Kyiv time". */
function zone(named: SlotReader, place: SlotReader): SlotReader {
  return (pieces, i) => {
    const own = named(pieces, i)
    const [sign, hours] = [pieces[i + 1]?.norm ?? '', pieces[i + 2]]
    if (own?.value === 'Z' && /^[+-]$/u.test(sign) && hours?.glued) {
      const [, h, m = '00'] = /^(\d{1,2})(?::?([0-5]\d))?$/u.exec(hours.norm) ?? []
      if (h !== undefined && Number(h) <= 14) return { value: `${sign}${h.padStart(2, '0')}:${m}`, end: i + 3 }
    }
    const city = place(pieces, i)
    return own ?? (city && pieces[city.end]?.norm === 'time' ? { value: city.value, end: city.end + 1 } : undefined)
  }
}

function dayOfMonth(pieces: readonly Piece[], i: number): Slot | undefined {
  const norm = pieces[i]?.norm ?? ''
  const digits = norm.length <= 2 && pieces[i]?.digits ? norm : ORDINAL.exec(norm)?.[1]
  const value = Number(digits ?? 0)
  return value >= 1 && value <= 31 ? { value: String(value), end: i + 1 } : undefined
}

/** "first", "21st", "twenty-first". */
function ordinal({ words, tens }: Lexicon): SlotReader {
  const list = words.get('ordinal') ?? new Map<string, string>()
  return (pieces, i) => {
    const norm = pieces[i]?.norm ?? ''
    const digits = ORDINAL.exec(norm)?.[1]
    const plain = digits ?? list.get(norm)
    if (plain !== undefined) return { value: plain, end: i + 1 }
    const ten = tens.get(norm)
    const unit = list.get(pieces[i + 2]?.norm ?? '')
    if (ten === undefined || pieces[i + 1]?.norm !== '-' || unit === undefined || unit.length > 1) return undefined
    return { value: String(ten + Number(unit)), end: i + 3 }
  }
}

function year(pieces: readonly Piece[], i: number): Slot | undefined {
  const piece = pieces[i]
  if (!piece?.digits || piece.norm.length !== 4) return undefined
  return piece.norm >= '1000' && piece.norm < '2200' ? { value: piece.norm, end: i + 1 } : undefined
}

/** "'99" for 1999; up to '39 for this century. */
function shortYear(pieces: readonly Piece[], i: number): Slot | undefined {
  const [mark, digits] = [pieces[i], pieces[i + 1]]
  if (!mark || !digits?.glued || !digits.digits || digits.norm.length !== 2 || !/^['’‘]$/u.test(mark.norm))
    return undefined
  return { value: `${digits.norm < '40' ? '20' : '19'}${digits.norm}`, end: i + 2 }
}

/** The "45" of "1939–45". */
function twoDigits(pieces: readonly Piece[], i: number): Slot | undefined {
  const piece = pieces[i]
  return piece?.digits && piece.norm.length === 2 ? { value: piece.norm, end: i + 1 } : undefined
}

function wholeNumber(pieces: readonly Piece[], i: number): Slot | undefined {
  const piece = pieces[i]
  return piece?.digits && piece.norm.length <= 4 ? { value: String(Number(piece.norm)), end: i + 1 } : undefined
}

/** Digits or words below a hundred thousand, also "two and a half", "half a", "a dozen". */
function number({ units, tens, scales }: Lexicon): SlotReader {
  const small = (pieces: readonly Piece[], i: number): Slot | undefined => {
    const norm = pieces[i]?.norm ?? ''
    const unit = units.get(norm)
    if (unit !== undefined) return { value: String(unit), end: i + 1 }
    const ten = tens.get(norm)
    if (ten === undefined) return undefined
    const dash = pieces[i + 1]?.norm === '-'
    const next = units.get(pieces[dash ? i + 2 : i + 1]?.norm ?? '')
    if (next === undefined || next === 0 || next > 9) return { value: String(ten), end: i + 1 }
    return { value: String(ten + next), end: dash ? i + 3 : i + 2 }
  }
  const words = (pieces: readonly Piece[], i: number): Slot | undefined => {
    const article = /^an?$/u.test(pieces[i]?.norm ?? '') && scales.has(pieces[i + 1]?.norm ?? '')
    const first = article ? { value: '1', end: i + 1 } : small(pieces, i)
    if (first === undefined) return undefined
    const scale = scales.get(pieces[first.end]?.norm ?? '')
    if (scale === undefined) return first
    const total = Number(first.value) * scale
    const and = pieces[first.end + 1]?.norm === 'and' ? first.end + 2 : first.end + 1
    const rest = scale >= 100 ? small(pieces, and) : undefined
    return rest
      ? { value: String(total + Number(rest.value)), end: rest.end }
      : { value: String(total), end: first.end + 1 }
  }
  return (pieces, i) => {
    const norm = pieces[i]?.norm ?? ''
    const slot =
      norm.length <= 9 && NAMED_NUMBER.test(norm) ? { value: norm.replaceAll(',', ''), end: i + 1 } : words(pieces, i)
    return slot && half(pieces, slot)
  }
}

/** "two and a half", "two-and-a-half", "2½". */
function half(pieces: readonly Piece[], slot: Slot): Slot {
  let at = slot.end
  if (pieces[at]?.norm === '½') return { value: String(Number(slot.value) + 0.5), end: at + 1 }
  const words: string[] = []
  while (words.length < 3 && at < slot.end + 6) {
    const norm = pieces[at]?.norm ?? ''
    at += 1
    if (norm !== '-') words.push(norm)
  }
  const long = words.join(' ') === 'and a half'
  if (!long && !(words[0] === 'and' && words[1] === 'half')) return slot
  const end = long ? at : slot.end + 2
  return { value: String(Number(slot.value) + 0.5), end }
}

/** "1990s", "nineties". */
function decade({ words }: Lexicon): SlotReader {
  const list = words.get('decade') ?? new Map<string, string>()
  return (pieces, i) => {
    const norm = pieces[i]?.norm ?? ''
    const digits = DECADE.exec(norm)?.[1] ?? list.get(norm)
    if (digits !== undefined) return { value: digits, end: i + 1 }
    const short = /^['’‘]$/u.test(norm) && pieces[i + 1]?.glued ? SHORT_DECADE.exec(pieces[i + 1]?.norm ?? '') : null
    if (short) return { value: `${(short[1] ?? '') < '3' ? '20' : '19'}${short[1]}`, end: i + 2 }
    const split = pieces[i]?.digits && /^[12]\d\d0$/u.test(norm) && pieces[i + 1]?.glued
    return split && /^['’]?s$/u.test(pieces[i + 1]?.norm ?? '') ? { value: norm.slice(0, 3), end: i + 2 } : undefined
  }
}

/** "14:30", "18.00", "0630". */
function clock(pieces: readonly Piece[], i: number): Slot | undefined {
  const match = CLOCK.exec(pieces[i]?.norm ?? '')
  if (!match) return undefined
  const hours = (match[1] ?? '').padStart(2, '0')
  return { value: `${hours}:${match[2] ?? ''}${match[3] === undefined ? '' : `:${match[3]}`}`, end: i + 1 }
}

/** "0630", which only a zone or "hours" makes a clock time. */
function hoursMinutes(pieces: readonly Piece[], i: number): Slot | undefined {
  const norm = pieces[i]?.norm ?? ''
  const match = norm.length === 4 ? /^([01]\d|2[0-3])([0-5]\d)$/u.exec(norm) : null
  return match ? { value: `${match[1]}:${match[2]}`, end: i + 1 } : undefined
}

function hour({ units }: Lexicon): SlotReader {
  return (pieces, i) => {
    const piece = pieces[i]
    const value = piece?.digits && piece.norm.length <= 2 ? Number(piece.norm) : (units.get(piece?.norm ?? '') ?? 99)
    return value <= 24 ? { value: `${String(value).padStart(2, '0')}:00`, end: i + 1 } : undefined
  }
}

function iso(pieces: readonly Piece[], i: number): Slot | undefined {
  const norm = pieces[i]?.norm ?? ''
  return norm.length === 10 && ISO.test(norm) ? { value: norm, end: i + 1 } : undefined
}

/** "7/8/07" (month first, unless the first number is above 12), "28/05/2025", "31.10.1974" (day first), as YYYY-MM-DD. */
function slash(pieces: readonly Piece[], i: number): Slot | undefined {
  const norm = pieces[i]?.norm ?? ''
  const match = norm.length >= 6 && norm.length <= 10 ? SLASH.exec(norm) : null
  if (!match) return undefined
  const [, a = '', mark = '', b = '', c = ''] = match
  if (a.length === 4) return dated(a, b, c, i)
  if (a.length > 2 || (c.length !== 4 && c.length !== 2) || (mark === '.' && c.length !== 4)) return undefined
  const full = c.length === 4 ? c : `${c < '40' ? '20' : '19'}${c}`
  return mark === '.' || Number(a) > 12 ? dated(full, b, a, i) : dated(full, a, b, i)
}

function dated(y: string, m: string, d: string, i: number): Slot | undefined {
  if (Number(m) < 1 || Number(m) > 12 || Number(d) < 1 || Number(d) > 31) return undefined
  return { value: `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`, end: i + 1 }
}

/** A day or row of days of every year, or with `once` a time of history. */
function holiday({ holidays, holidayRules }: Lexicon, once: boolean): SlotReader {
  return (pieces, i) => {
    if (!pieces[pieces[i]?.norm === 'the' ? i + 1 : i]?.upper) return undefined
    for (const { words, name } of holidays.get(pieces[i]?.norm ?? '') ?? []) {
      if (isOnce(holidayRules.get(name) ?? '') !== once) continue
      if (words.every((word, k) => pieces[i + k]?.norm === word)) return { value: name, end: i + words.length }
    }
    return undefined
  }
}
