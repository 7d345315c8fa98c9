import type { Lexicon } from './lexicon.ts'
import type { Group, Match } from './pattern.ts'
import type { Piece } from './pieces.ts'

/** Whether a bracket of a match is a time, by the pieces around it. */
export type Guard = (pieces: readonly Piece[], group: Group, match: Match<unknown>) => boolean

type Maker = (lexicon: Lexicon) => Guard

const MAKERS: ReadonlyMap<string, Maker> = new Map<string, Maker>([
  ['year', year],
  ['counted', lexicon => (pieces, group) => !isCounted(lexicon, pieces, group.end)],
  ['numbered', lexicon => (pieces, group) => !isNumbered(lexicon, pieces, group.first)],
  ['dom', dayOfMonth],
  ['month', month],
  ['bare-month', bareMonth],
  ['wday', weekday],
  ['clock', clock],
  ['season', season],
  ['rate', rate],
  ['freq', frequency],
  ['whole', () => isNoFraction],
  ['alone', standsAlone],
  ['upper', () => (pieces, group) => pieces[group.first]?.upper === true],
  ['rising', () => rising],
  ['untitled', () => untitled],
  ['close', () => isClose],
  ['ordinal-day', ordinalDay],
])

/**
 * The guards of a rule, all of which must hold: names, or `before=KIND`, `after=KIND` with `not-`, which look up the piece
 * beside the bracket in data/lexicon/en/time-guards.tsv. Throws on an unknown one.
 */
export function guardOf(names: string, lexicon: Lexicon): Guard {
  const guards = names.split(' ').map(name => {
    const made = MAKERS.get(name)?.(lexicon) ?? beside(lexicon, name)
    if (!made)
      throw new Error(
        `time rule guard "${name}"; expected (not-)before=KIND, (not-)after=KIND or ${[...MAKERS.keys()].join(' ')}`,
      )
    return made
  })
  return (pieces, group, match) => guards.every(guard => guard(pieces, group, match))
}

function beside(lexicon: Lexicon, name: string): Guard | undefined {
  const [, not, side, kind = ''] = /^(not-)?(before|after)=(.+)$/u.exec(name) ?? []
  if (side === undefined || !lexicon.guards.has(kind)) return undefined
  return (pieces, group) =>
    has(lexicon, kind, side === 'before' ? pieces[group.first - 1] : pieces[group.end]) === (not === undefined)
}

function has(lexicon: Lexicon, kind: string, piece: Piece | undefined): boolean {
  return piece !== undefined && (lexicon.guards.get(kind)?.has(piece.norm) ?? false)
}

/** A piece of letters, so no number and no mark. */
function isWord(piece: Piece | undefined): piece is Piece {
  return piece !== undefined && /^\p{L}/u.test(piece.norm)
}

/** "2000 soldiers", "5 km", "20%": what stands before `end` is a figure. */
function isCounted(lexicon: Lexicon, pieces: readonly Piece[], end: number): boolean {
  const next = pieces[end]
  if (!next) return false
  if (next.norm === '%' || next.norm === '°') return true
  if (has(lexicon, 'counted', next)) return true
  if (!isWord(next) || next.upper || has(lexicon, 'free', next)) return false
  return next.norm.length > 4 && /[^su]s$/u.test(next.norm) && !next.norm.endsWith('is')
}

/** "Resolution 1970", "No. 1999", "$2000", "1/2000", "F-2000". */
function isNumbered(lexicon: Lexicon, pieces: readonly Piece[], first: number): boolean {
  const last = pieces[first - 1]
  if (!last) return false
  if (has(lexicon, 'number-name', last)) return true
  if (/^[$€£¥#/:+=×°.]$/u.test(last.norm)) return /^[$€£¥#+×]$/u.test(last.norm) || pieces[first]?.glued === true
  const word = pieces[first - 2]
  return last.norm === '-' && pieces[first]?.glued === true && last.glued && isWord(word) && !isNamed(lexicon, word)
}

function isNamed(lexicon: Lexicon, { norm }: Piece): boolean {
  return lexicon.words.get('month')?.has(norm) === true || lexicon.words.get('weekday')?.has(norm) === true
}

/** Before it a number is rather a figure. */
const OLD_YEAR = '1400'

/** A number of four digits: a year after "in" and the like, in brackets, or where nothing is counted with it. */
function year(lexicon: Lexicon): Guard {
  return (pieces, group) => {
    const [own, last, next] = [pieces[group.end - 1], pieces[group.first - 1], pieces[group.end]]
    if (!own || isNumbered(lexicon, pieces, group.first)) return false
    if (next?.glued && /^[%°/_]$/u.test(next.norm)) return false
    if (next?.norm === ':' && pieces[group.end + 1]?.glued) return false
    if (next?.norm === '-' && pieces[group.end + 1]?.digits && pieces[group.end + 1]?.glued) {
      if (pieces[group.end + 1]?.norm.length !== 4 && next.glued) return false
    }
    if (last?.norm === '-' && last.glued && isShortNumber(pieces[group.first - 2])) return false
    const round = own.norm.endsWith('0')
    const counted = isCounted(lexicon, pieces, group.end)
    if (own.norm < OLD_YEAR && !has(lexicon, 'lead-old', last)) return false
    if (!has(lexicon, 'lead', last) && (last?.digits || next?.digits)) return false
    if (has(lexicon, 'lead', last) && !(counted && round)) return !(counted && has(lexicon, 'counted', next))
    if (has(lexicon, 'amount', last)) return false
    if (counted) return last?.norm === 'the' && !round
    return own.norm >= '1700' || last?.norm === '('
  }
}

/** The "555" of "555-2024". */
function isShortNumber(piece: Piece | undefined): boolean {
  return piece?.digits === true && piece.norm.length !== 4 && piece.norm.length !== 2
}

/** A day beside a month: "20 May", "May 20" but not "in May 20 people", "March 5 km". */
function dayOfMonth(lexicon: Lexicon): Guard {
  return (pieces, group) => {
    const [first, last] = [pieces[group.first], pieces[group.end - 1]]
    if (!first || !last || isNumbered(lexicon, pieces, group.first)) return false
    const end = pieces[group.end]
    if (last.digits && last.norm.length <= 2) {
      if (end?.glued && /^[%°/]$/u.test(end.norm)) return false
      if (end?.norm === ':' && pieces[group.end + 1]?.glued) return false
      const before = pieces[group.first - 1]
      const month = has(lexicon, 'lead', before) && !has(lexicon, 'lead-day', before)
      if (month && isCounted(lexicon, pieces, group.end)) return false
    }
    return !first.digits || pieces[group.first + 1]?.norm !== 'of'
  }
}

const AMBIGUOUS: ReadonlySet<string> = new Set(['3', '5', '8'])
const NAMES: ReadonlySet<string> = new Set(['4', '5', '6', '8', '1'])

/** A month that is also a word begins with a capital, and is no surname. */
function month(lexicon: Lexicon): Guard {
  return (pieces, group) => {
    const value = group.slots.get('month') ?? ''
    for (let i = group.first; i < group.end; i++) {
      const piece = pieces[i]
      if (piece === undefined || !isWord(piece) || lexicon.words.get('month')?.get(piece.norm) !== value) continue
      if (!piece.upper && AMBIGUOUS.has(value) && !nextToDay(pieces, i)) return false
      return !has(lexicon, 'first-name', pieces[i - 1])
    }
    return true
  }
}

function nextToDay(pieces: readonly Piece[], i: number): boolean {
  const [last, next] = [pieces[i - 1], pieces[i + 1]]
  if (last?.norm === 'of' || /^\d+(?:st|nd|rd|th)$/u.test(last?.norm ?? '')) return true
  const after = pieces[i + 2]
  const ends = after === undefined || !isWord(after) || after.norm === 'at'
  return /^\d+(?:st|nd|rd|th)?$/u.test(next?.norm ?? '') && ends
}

/** A month by itself: after a preposition or the like where it is also a word or a name. */
function bareMonth(lexicon: Lexicon): Guard {
  const fits = month(lexicon)
  return (pieces, group, match) => {
    if (!fits(pieces, group, match)) return false
    const value = group.slots.get('month') ?? ''
    const [own, last, next] = [pieces[group.end - 1], pieces[group.first - 1], pieces[group.end]]
    if (!own?.upper && own !== undefined && AMBIGUOUS.has(value)) return false
    if (next?.digits && next.norm.length <= 2 && !isCounted(lexicon, pieces, group.end + 1)) return false
    const listed = last?.norm === 'and' || last?.norm === 'or'
    if (listed && NAMES.has(value) && isWord(next) && next.upper) return false
    if (has(lexicon, 'lead', last) || next?.norm === "'s") return !(value === '3' && has(lexicon, 'march-on', next))
    if (isShort(own) && !own?.norm.endsWith('.')) return false
    if (NAMES.has(value) && isWord(next) && next.upper) return false
    if (NAMES.has(value) && isWord(last) && last.upper && group.first > 1) return false
    if (!AMBIGUOUS.has(value)) return true
    return last?.norm === 'the' && value !== '8'
      ? isWord(next) && !next.upper && !has(lexicon, 'march-on', next)
      : false
  }
}

function isShort(piece: Piece | undefined): boolean {
  return piece !== undefined && piece.norm.length <= 3 && piece.norm !== 'may'
}

/** A weekday by itself: short forms only before a date, "the Sun" never. */
function weekday(lexicon: Lexicon): Guard {
  return (pieces, group) => {
    const [before, after] = [pieces[group.first - 1], pieces[group.end]]
    if (has(lexicon, 'weekday-name', before) || has(lexicon, 'paper', after)) return false
    if (before?.norm === 'the' && isWord(after) && after.upper) return false
    for (let i = group.first; i < group.end; i++) {
      const piece = pieces[i]
      if (piece === undefined || !lexicon.words.get('weekday')?.has(piece.norm)) continue
      if (piece.norm.length > 5 || piece.norm.endsWith('.')) return true
      if (pieces[i - 1]?.norm === 'the' || !piece.upper) return false
      return pieces[i + 1]?.norm === ',' || pieces[i + 1]?.digits === true || has(lexicon, 'lead-day', pieces[i - 1])
    }
    return true
  }
}

/** "14:30": after "at" and the like, or with what only a clock time has; never a score ("won 21:15"). */
function clock(lexicon: Lexicon): Guard {
  return (pieces, group) => {
    const [own, last, next] = [pieces[group.first], pieces[group.first - 1], pieces[group.end]]
    if (!own || isCounted(lexicon, pieces, group.end) || isNumbered(lexicon, pieces, group.first)) return false
    if (own.norm.includes('.')) return has(lexicon, 'lead-clock', last) && next?.norm !== '-' && last?.norm === 'at'
    return has(lexicon, 'lead-clock', last) || next?.norm === 'on' || next?.norm === 'local' || last === undefined
  }
}

/** "in the spring", "this summer", "Winter": not "fall of Kabul", "spring water", "Prague Spring". */
function season(lexicon: Lexicon): Guard {
  return (pieces, group) => {
    const [own, last, next] = [pieces[group.end - 1], pieces[group.first - 1], pieces[group.end]]
    const article = pieces[group.first]?.norm === 'the'
    if (/^V/u.test(own?.tag ?? '')) return false
    if (own?.norm === 'fall' && !(article && has(lexicon, 'lead', last))) return false
    if (next?.norm === 'of' || (own?.upper && isWord(last) && last.upper)) return false
    if (own?.upper && isWord(next) && next.upper && !has(lexicon, 'season-noun', next)) return false
    if (!own?.upper && has(lexicon, 'season-noun', next)) return true
    return has(lexicon, 'lead', last) || (article && own?.norm !== 'fall' && !isWord(next))
  }
}

/** "1939–45" without blanks, and no part of a longer row of figures ("138-2010-2015"). */
function isClose(pieces: readonly Piece[], group: Group, match: Match<unknown>): boolean {
  const [a, b] = match.groups
  if (!a || !b || group !== b) return true
  const joint = (from: number, to: number) =>
    pieces[from]?.norm === '-' && pieces[from]?.glued && pieces[to]?.glued && pieces[to]?.digits
  const short = pieces[b.first]?.norm.length === 2
  if (short && !(pieces[b.first]?.glued && pieces[b.first - 1]?.glued)) return false
  const before = pieces[a.first - 1]?.norm === '-' && pieces[a.first]?.glued && pieces[a.first - 2]?.digits
  return !before && !joint(b.end, b.end + 1)
}

/** "today", but no "USA Today". */
function untitled(pieces: readonly Piece[], group: Group): boolean {
  const [own, last] = [pieces[group.first], pieces[group.first - 1]]
  return !(own?.upper && isWord(last) && last.upper && (group.first > 1 || /^NNP/u.test(last.tag ?? '')))
}

/** "daily", but no "Daily Mail" and no "Novosti Daily". */
function frequency(lexicon: Lexicon): Guard {
  return (pieces, group) => {
    const [own, last, next] = [pieces[group.first], pieces[group.first - 1], pieces[group.end]]
    if (has(lexicon, 'paper', next)) return false
    return !(own?.upper && ((isWord(next) && next.upper) || (isWord(last) && last.upper)))
  }
}

/** "the day before", "two days before": not where it counts from what follows ("two days before the attack"). */
function standsAlone(lexicon: Lexicon): Guard {
  return (pieces, group) => {
    const next = pieces[group.end]
    if (next === undefined || next.digits) return next === undefined
    return !isWord(next) || !(next.upper || has(lexicon, 'origin', next))
  }
}

/** "30 a day", "twice a week". */
function rate(lexicon: Lexicon): Guard {
  return (pieces, group) => {
    const last = pieces[group.first - 1]
    return last?.digits === true || has(lexicon, 'price', last)
  }
}

/** Not "three quarters of the capital". */
function isNoFraction(pieces: readonly Piece[], group: Group): boolean {
  return !/^quarters?$/u.test(pieces[group.end - 1]?.norm ?? '') || pieces[group.end]?.norm !== 'of'
}

/** "1939–45", "the 23rd to 25th": the second is the greater. */
function rising(_: readonly Piece[], group: Group, match: Match<unknown>): boolean {
  const [a, b] = match.groups
  if (group !== b || !a) return true
  const figure = ({ slots }: Group) => slots.get('dom') ?? slots.get('yy') ?? slots.get('year') ?? ''
  const [from, to] = [figure(a), figure(b)]
  return Number(from.slice(-to.length)) < Number(to)
}

/** A day without a month: not "the 20th century", "the 1st battalion". */
function ordinalDay(lexicon: Lexicon): Guard {
  return (pieces, group) => {
    const next = pieces[group.end]
    return has(lexicon, 'lead-date', pieces[group.first - 1]) && (!isWord(next) || has(lexicon, 'after-date', next))
  }
}
