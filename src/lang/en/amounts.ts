import { bySpan } from '../../core/span.ts'
import type { AmountValue, Annotation, Layers } from '../../core/types.ts'
import { type Bound, boundAfter, boundBefore } from './amounts-bounds.ts'
import { exchangeAt, isNoFigure } from './amounts-exclusions.ts'
import { canComeToHarm, harmAfter, harmBefore, harmNoun } from './amounts-harm.ts'
import { countedAt } from './amounts-nouns.ts'
import { type AmountWords, amountWords, phraseAt } from './amounts-words.ts'
import { type Figure, figureAt } from './numbers.ts'
import { norm, type Range, spanOf, type View, viewOf } from './quotes-view.ts'

type Amount = Annotation<'amount'>
type Before = Pick<Layers, 'token' | 'sentence' | 'time'>

/** One figure with its bounds, before it is known what it measures. */
type Quantity = {
  readonly first: number
  readonly end: number
  readonly value: number
  readonly upper?: number
  readonly bound: Bound
  readonly figure: Figure
  /** A currency before the figure. */
  readonly code?: string
}

type Found = { readonly range: Range; readonly value: AmountValue; readonly rule: string }

/** Makes the function that reads amounts, with its word lists. Throws on a faulty table. */
export function amountsReader(words: AmountWords = amountWords()): (text: string, before: Before) => readonly Amount[] {
  return (text, before) => amounts(text, before, words)
}

/**
 * Amounts of an English text in reading order: counts, money, percentages and measures, each with its span from the
 * modifier to the noun, unit or currency. `value` is a point, or a lower bound (`least`, also "dozens" ≥ 24, "scores"
 * ≥ 40, "hundreds" ≥ 200), an upper one (`most`), or the low end of a range with `upper`.
 *
 * The unit of a count is the head noun in the singular ("drone", "village", "ballistic missile"; "troops" are "soldier");
 * with what happened to people ("person killed", "child wounded"). "1,000-for-1,000" is 1,000 of "prisoner exchanged each
 * side". A figure inside a time, an age, an ordinal or a name with a number ("Nord Stream 2") is no amount, nor is one
 * without a noun.
 */
export function amounts(text: string, before: Before, words: AmountWords): readonly Amount[] {
  const view = viewOf(text, before)
  const timed = timedTokens(view, before)
  const found: Amount[] = []
  let last: Found | undefined
  for (const sentence of view.sentences) {
    let floor = sentence.first
    for (let i = sentence.first; i < sentence.end; i++) {
      if (timed[i]) continue
      const one = amountAt(view, words, i, { ...sentence, first: floor }, last, timed)
      if (one === undefined) continue
      found.push({ span: spanOf(view, one.range), value: one.value, by: one.rule })
      last = one
      floor = one.range.end
      i = one.range.end - 1
    }
    last = undefined
  }
  return found.sort(bySpan)
}

/** 1 for tokens that a time expression covers. */
function timedTokens(view: View, before: Before): Uint8Array {
  const timed = new Uint8Array(view.tokens.length)
  let at = 0
  for (const { span } of before.time) {
    while (at < view.tokens.length && (view.tokens[at]?.span.end ?? 0) <= span.start) at += 1
    for (let i = at; i < view.tokens.length && (view.tokens[i]?.span.start ?? 0) < span.end; i++) timed[i] = 1
  }
  return timed
}

function amountAt(
  view: View,
  words: AmountWords,
  i: number,
  sentence: Range,
  last: Found | undefined,
  timed: Uint8Array,
): Found | undefined {
  const exchange = exchangeAt(view, words, i)
  if (exchange !== undefined) {
    const value: AmountValue = {
      kind: 'count',
      value: exchange.value,
      bound: 'exact',
      unit: 'prisoner exchanged each side',
    }
    return { range: { first: i, end: exchange.end }, value, rule: 'amount/exchange' }
  }
  const compound = compoundMeasure(view, words, i, sentence)
  if (compound !== undefined) return compound
  const quantity = quantityAt(view, words, i, sentence)
  if (quantity === undefined || timed[quantity.end - 1]) return undefined
  return (
    money(view, words, quantity) ??
    percent(view, quantity) ??
    millions(view, words, quantity, sentence) ??
    measure(view, words, quantity) ??
    count(view, words, quantity, sentence, last)
  )
}

/** The figure at token `i` with bounds, range and a currency before it. */
function quantityAt(view: View, words: AmountWords, i: number, sentence: Range): Quantity | undefined {
  const symbol = phraseAt(view, words.moneyBefore, i) ?? dollarAt(view, words, i)
  const start = symbol?.end ?? i
  const low = figureAt(view, words.numbers, start, symbol !== undefined)
  if (low === undefined || low.end > sentence.end) return undefined
  const range = rangeAfter(view, words, low, symbol !== undefined, sentence, i)
  const upper = range?.high
  const value =
    upper !== undefined && low.scale === 1 && upper.scale > 1 && low.value < upper.value / upper.scale
      ? low.value * upper.scale
      : low.value
  const between = upper !== undefined && norm(view, i - 1) === 'between' && i - 1 >= sentence.first
  const lead = between ? { bound: 'exact' as const, first: i - 1 } : boundBefore(view, i, sentence.first)
  const tail = boundAfter(view, upper?.end ?? low.end)
  const bound = upper !== undefined ? 'exact' : (lead?.bound ?? tail?.bound ?? low.bound)
  return {
    first: lead?.first ?? i,
    end: tail?.end ?? upper?.end ?? low.end,
    value,
    ...(upper && { upper: upper.value }),
    bound: bound === 'exact' && upper === undefined ? low.bound : bound,
    figure: upper ?? low,
    ...(symbol && { code: symbol.value }),
  }
}

/** "US$", "A$": letters and a dollar sign are two tokens. */
function dollarAt(
  view: View,
  words: AmountWords,
  i: number,
): { readonly value: string; readonly end: number } | undefined {
  if (norm(view, i + 1) !== '$' || view.tokens[i]?.span.end !== view.tokens[i + 1]?.span.start) return undefined
  const value = words.moneyBefore.get(`${norm(view, i)}$`)
  return value === undefined ? undefined : { value, end: i + 2 }
}

/** The upper end of "25-30", "two to three", "between 25 and 30", "$3bn-$5bn". */
function rangeAfter(
  view: View,
  words: AmountWords,
  low: Figure,
  money: boolean,
  sentence: Range,
  i: number,
): { readonly high: Figure } | undefined {
  const link = norm(view, low.end)
  const before = norm(view, i - 1)
  const links =
    /^[-–—]$/u.test(link) || (link === 'to' && before !== 'from') || (link === 'and' && before === 'between')
  if (!links) return undefined
  const symbol = money ? phraseAt(view, words.moneyBefore, low.end + 1) : undefined
  const high = figureAt(view, words.numbers, symbol?.end ?? low.end + 1, money)
  if (high === undefined || high.end > sentence.end) return undefined
  return high.value > low.value || high.value / high.scale > low.value ? { high } : undefined
}

function amountValue(quantity: Quantity, kind: AmountValue['kind'], unit: string): AmountValue {
  const { value, upper, bound } = quantity
  return { kind, value, ...(upper !== undefined && { upper }), bound, unit }
}

function money(view: View, words: AmountWords, quantity: Quantity): Found | undefined {
  if (quantity.code !== undefined)
    return { range: rangeOf(quantity), value: amountValue(quantity, 'money', quantity.code), rule: 'amount/money' }
  const start = norm(view, quantity.end) === 'of' || norm(view, quantity.end) === 'in' ? quantity.end + 1 : quantity.end
  const after = phraseAt(view, words.moneyAfter, start)
  if (after === undefined) return undefined
  return {
    range: { first: quantity.first, end: after.end },
    value: amountValue(quantity, 'money', after.value),
    rule: 'amount/money',
  }
}

function rangeOf(quantity: Quantity): Range {
  return { first: quantity.first, end: quantity.end }
}

function percent(view: View, quantity: Quantity): Found | undefined {
  const word = norm(view, quantity.end)
  const end =
    word === '%' || word === 'percent' || word === 'pct'
      ? quantity.end + 1
      : word === 'per' && norm(view, quantity.end + 1) === 'cent'
        ? quantity.end + 2
        : word === 'percentage' && /^points?$/u.test(norm(view, quantity.end + 1))
          ? quantity.end + 2
          : -1
  if (end === -1) return undefined
  return { range: { first: quantity.first, end }, value: amountValue(quantity, 'percent', '%'), rule: 'amount/percent' }
}

function measure(view: View, words: AmountWords, quantity: Quantity): Found | undefined {
  const start = norm(view, quantity.end) === 'of' ? quantity.end + 1 : quantity.end
  const unit = phraseAt(view, words.units, start)
  if (
    unit === undefined ||
    (/^(?:in|m|t|mi|ha|mt)$/u.test(norm(view, start)) &&
      view.tokens[start]?.span.start !== view.tokens[start - 1]?.span.end)
  )
    return undefined
  return {
    range: { first: quantity.first, end: unit.end },
    value: amountValue(quantity, 'measure', unit.value),
    rule: 'amount/measure',
  }
}

/** "4.5m drones": before a counted noun "m" is a million, not a metre. */
function millions(view: View, words: AmountWords, quantity: Quantity, sentence: Range): Found | undefined {
  if (norm(view, quantity.end) !== 'm' || !quantity.figure.digits || quantity.upper !== undefined) return undefined
  const counted = countedAt(view, words, quantity.end + 1, sentence.end)
  if (counted === undefined) return undefined
  const value = { ...amountValue(quantity, 'count', counted.unit), value: quantity.value * 1_000_000 }
  return { range: { first: quantity.first, end: counted.end }, value, rule: 'amount/count' }
}

/** "10-kilometer", "2,500-mile": one token. */
function compoundMeasure(view: View, words: AmountWords, i: number, sentence: Range): Found | undefined {
  const word = norm(view, i)
  const dash = word.indexOf('-')
  if (dash === -1 || !/^\d/u.test(word) || word.length > 40) return undefined
  const value = Number(word.slice(0, dash).replaceAll(',', ''))
  const unit = words.units.get(word.slice(dash + 1))
  if (unit === undefined || !Number.isFinite(value)) return undefined
  const lead = boundBefore(view, i, sentence.first)
  return {
    range: { first: lead?.first ?? i, end: i + 1 },
    value: { kind: 'measure', value, bound: lead?.bound ?? 'exact', unit },
    rule: 'amount/measure',
  }
}

function count(
  view: View,
  words: AmountWords,
  quantity: Quantity,
  sentence: Range,
  last: Found | undefined,
): Found | undefined {
  const bare = harmNoun(view, words, quantity.end)
  const counted = bare === undefined ? countedAt(view, words, quantity.end, sentence.end) : undefined
  if (isNoFigure(view, words, quantity.figure, quantity, counted?.unit ?? bare?.status)) return undefined
  const before = harmBefore(view, words, quantity.first, sentence.first)
  if (bare !== undefined) return casualty(quantity, 'person', bare.status, bare.end)
  const end = counted?.end ?? quantity.end
  const status = harmAfter(view, words, end, sentence.end) ?? before ?? inherited(view, quantity, last)
  const unit = counted?.unit ?? (status === undefined ? undefined : 'person')
  if (unit === undefined) return undefined
  if (status !== undefined && canComeToHarm(unit)) return casualty(quantity, unit, status, end)
  if (isSmall(quantity)) return undefined
  return { range: { first: quantity.first, end }, value: amountValue(quantity, 'count', unit), rule: 'amount/count' }

  /** "one" is an article more often than a figure. */
  function isSmall({ figure, value }: Quantity): boolean {
    return value === 1 && !figure.digits
  }
}

/** ", including three children": what happened is said of the figure before. */
function inherited(view: View, quantity: Quantity, last: Found | undefined): string | undefined {
  if (last?.rule !== 'amount/casualty' || norm(view, quantity.first - 1) !== 'including') return undefined
  return last.value.unit.slice(last.value.unit.lastIndexOf(' ') + 1)
}

function casualty(quantity: Quantity, unit: string, status: string, end: number): Found {
  return {
    range: { first: quantity.first, end },
    value: amountValue(quantity, 'count', `${unit} ${status}`),
    rule: 'amount/casualty',
  }
}
