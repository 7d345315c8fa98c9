import type { AmountValue } from '../../../core/types.ts'
import { adjacent, clean, digitsOf, type Figure, figureAt, ratioOf, wordValue } from '../numbers.ts'
import { norm, type Range, type View } from '../quotes-view.ts'
import { boundAfter, boundBefore } from './bounds.ts'
import { type AmountWords, type Bound, phraseAt } from './words.ts'

/** One figure with its bounds, before it is known what it measures. */
export type Quantity = {
  readonly first: number
  readonly end: number
  readonly value: number
  readonly upper?: number
  readonly bound: Bound
  readonly figure: Figure
  /** A currency before the figure. */
  readonly code?: string
}

export type Found = { readonly range: Range; readonly value: AmountValue; readonly rule: string }

export function amountValue(quantity: Quantity, kind: AmountValue['kind'], unit: string, share = 1): AmountValue {
  const { value, upper, bound } = quantity
  return { kind, value: clean(value * share), ...(upper !== undefined && { upper: clean(upper * share) }), bound, unit }
}

/** The figure at token `i` with bounds, range and a currency before it. */
export function quantityAt(view: View, words: AmountWords, i: number, sentence: Range): Quantity | undefined {
  const symbol = symbolAt(view, words, i)
  const start = symbol?.end ?? i
  const low = numberAt(view, words, start, symbol !== undefined)
  if (low === undefined || low.end > sentence.end) return undefined
  const range = rangeAfter(view, words, low, symbol !== undefined, sentence, i)
  const lead = range?.lead === undefined ? boundBefore(view, words, i, sentence.first) : undefined
  const sign = lead || range ? undefined : minusBefore(view, i, sentence.first)
  const tail = boundAfter(view, words, range?.high.end ?? low.end)
  const bound = lead?.bound ?? tail?.bound ?? low.bound
  return {
    first: range?.lead ?? lead?.first ?? sign ?? i,
    end: tail?.end ?? range?.high.end ?? low.end,
    value: sign === undefined ? (range ? alike(low, range.high) : low.value) : -low.value,
    ...(range && { upper: range.high.value }),
    bound: range ? (lead?.bound === 'about' ? 'about' : 'exact') : bound === 'exact' ? low.bound : bound,
    figure: range?.high ?? low,
    ...(symbol && { code: symbol.value }),
  }
}

/** "5-10 million": the lower end has the scale of the upper. */
function alike(low: Figure, high: Figure): number {
  return low.scale === 1 && high.scale > 1 && low.value < high.value / high.scale
    ? clean(low.value * high.scale)
    : low.value
}

/** Where "minus" or a sign right before the figure stands. */
function minusBefore(view: View, i: number, floor: number): number | undefined {
  const before = i - 1
  if (before < floor) return undefined
  const word = norm(view, before)
  if (word === 'minus') return before
  const isSign = (word === '-' || word === '−') && adjacent(view, before)
  return isSign && (before === floor || !adjacent(view, before - 1)) ? before : undefined
}

type Symbol = { readonly value: string; readonly end: number }

/** A currency before a figure: "€", "EUR", "US$" (two tokens; also apart, but not the "a" of "a $5 million deal"). */
function symbolAt(view: View, words: AmountWords, i: number): Symbol | undefined {
  const letters = norm(view, i)
  const sign = norm(view, i + 1)
  const joined = letters.length > 1 || letters === 'c' || adjacent(view, i)
  if (letters.length < 6 && joined && (sign === '$' || sign === '¥')) {
    const value = words.moneyBefore.get(`${letters}${sign}`)
    if (value !== undefined) return { value, end: i + 2 }
  }
  const capitals = view.tokens[i]?.span.end === (view.tokens[i]?.span.start ?? 0) + 3 ? rawAt(view, i) : ''
  const code = words.moneyBefore.get(capitals)
  return code === undefined ? phraseAt(view, words.moneyBefore, i) : { value: code, end: i + 1 }
}

export function rawAt(view: View, i: number): string {
  const span = view.tokens[i]?.span
  return span === undefined ? '' : view.text.slice(span.start, span.end)
}

/** A figure, or one with a hyphen after a currency ("$300-million", "$70-a-share"). */
function numberAt(view: View, words: AmountWords, i: number, money: boolean): Figure | undefined {
  const figure = figureAt(view, words.numbers, i, money)
  const ratio = figure || money ? undefined : ratioOf(norm(view, i))
  // "3/4 cup": before anything else two figures with a slash can be a day.
  if (ratio !== undefined && phraseAt(view, words.units, i + 1) !== undefined)
    return { value: ratio, first: i, end: i + 1, bound: 'exact', scale: 1, digits: true }
  if (figure !== undefined || !money) return figure
  const raw = norm(view, i)
  const dash = raw.indexOf('-')
  if (dash < 1 || raw.length > 40) return undefined
  const value = digitsOf(raw.slice(0, dash))
  if (value === undefined) return undefined
  const word = words.numbers.get(raw.slice(dash + 1).split('-', 1)[0] ?? '')
  const scale = word?.kind === 'scale' ? word.value : 1
  return { value: clean(value * scale), first: i, end: i + 1, bound: 'exact', scale, digits: true }
}

type Upper = { readonly high: Figure; readonly lead?: number }

/** The upper end of "25-30", "two to three", "between 25 and 30", "$3bn-$5bn", "from 10 euros to 20 euros". */
function rangeAfter(
  view: View,
  words: AmountWords,
  low: Figure,
  money: boolean,
  sentence: Range,
  i: number,
): Upper | undefined {
  const before = i - 1 >= sentence.first ? norm(view, i - 1) : ''
  const between = before === 'between'
  const from = before === 'from'
  // The unit of the lower end, where both have it.
  const unit = between || from ? (unitEnd(view, words, low.end) ?? low.end) : low.end
  const link = norm(view, unit)
  const dash = /^[-–—]$/u.test(link)
  const linked =
    dash || (link === 'to' && (!from || isSpan(view, words, i - 1, sentence.first))) || (link === 'and' && between)
  // "rose $2 to $96": by how much and to what.
  if (!linked || (link === 'to' && !between && !from && isChange(view, words, i, sentence.first))) return undefined
  const about = /^(?:~|about|around|some)$/u.test(norm(view, unit + 1)) ? unit + 2 : unit + 1
  const symbol = money ? symbolAt(view, words, about) : undefined
  const high = figureAt(view, words.numbers, symbol?.end ?? about, money)
  if (high === undefined || high.end > sentence.end) return undefined
  if (dash && !high.digits && low.digits) return undefined
  const rises = high.value > low.value || high.value / high.scale > low.value
  return rises ? { high, ...(between || (from && link === 'to') ? { lead: i - 1 } : {}) } : undefined
}

/** "ranging from", "from" at the start: a span; "rose from 20 to 30": a change. */
function isSpan(view: View, words: AmountWords, from: number, floor: number): boolean {
  if (from === floor || words.classes.range.has(norm(view, from - 1))) return true
  if (isChange(view, words, from, floor)) return false
  return view.tokens[from - 1]?.value.kind === 'punctuation'
}

function isChange(view: View, words: AmountWords, i: number, floor: number): boolean {
  for (let at = i - 1; at >= floor && at > i - 4; at--) if (words.classes.change.has(norm(view, at))) return true
  return false
}

function unitEnd(view: View, words: AmountWords, i: number): number | undefined {
  if (norm(view, i) === '%' || norm(view, i) === 'percent') return i + 1
  return (phraseAt(view, words.moneyAfter, i) ?? phraseAt(view, words.units, i))?.end
}

/** The number at the start of a hyphenated word: "10-kilometer", "three-foot", "300-million-euro", and the rest of it. */
export function hyphenated(
  view: View,
  words: AmountWords,
  i: number,
): { readonly value: number; readonly rest: readonly string[] } | undefined {
  const raw = norm(view, i)
  if (raw.length > 40 || !raw.includes('-')) return undefined
  const [head = '', ...rest] = raw.split('-')
  let value = digitsOf(head) ?? wordValue(words.numbers, head)?.value
  if (value === undefined) return undefined
  let at = 0
  const second = wordValue(words.numbers, rest[0] ?? '')
  if (second?.kind === 'unit' && value % 10 === 0 && value > 10 && value < 100) value += rest[at++] ? second.value : 0
  for (
    let scale = words.numbers.get(rest[at] ?? '');
    scale?.kind === 'scale';
    scale = words.numbers.get(rest[at] ?? '')
  ) {
    value *= scale.value
    at += 1
  }
  return { value: clean(value), rest: rest.slice(at) }
}
