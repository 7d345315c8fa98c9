import { adjacent, figureAt } from '../numbers.ts'
import { norm, type Range, type View } from '../quotes-view.ts'
import { isNoFigure } from './exclusions.ts'
import { harmAfter, harmBefore, harmByParse, harmNoun, kindOf } from './harm.ts'
import { type Counted, countedAt, countedBefore } from './nouns.ts'
import { amountValue, type Found, type Quantity } from './quantity.ts'
import type { AmountWords } from './words.ts'

/** "4.5m drones": before a counted noun "m" is a million, not a metre. */
export function millions(view: View, words: AmountWords, quantity: Quantity, sentence: Range): Found | undefined {
  if (norm(view, quantity.end) !== 'm' || !quantity.figure.digits || quantity.upper !== undefined) return undefined
  const counted = countedAt(view, words, quantity.end + 1, sentence.end)
  if (counted === undefined) return undefined
  const value = { ...amountValue(quantity, 'count', counted.unit), value: quantity.value * 1_000_000 }
  return { range: { first: quantity.first, end: counted.end }, value, rule: 'amount/count' }
}

/** A count of things or people, with what happened to them. */
export function count(
  view: View,
  words: AmountWords,
  quantity: Quantity,
  sentence: Range,
  last: Found | undefined,
): Found | undefined {
  const { first, figure, value } = quantity
  const bare = harmNoun(view, words, quantity.end)
  const counted = bare
    ? undefined
    : (countedAt(view, words, quantity.end, sentence.end) ?? countedBefore(view, words, first, value))
  const toll = !bare && !counted && isToll(view, words, quantity, sentence) ? 'person' : undefined
  if (isNoFigure(view, words, figure, quantity, counted?.unit ?? bare?.status ?? toll)) return undefined
  if (bare) return casualty(quantity, 'person', bare.status, bare.end)
  const end = Math.max(counted?.end ?? 0, quantity.end)
  if (toll !== undefined) return casualty(quantity, toll, 'killed', end)
  const elided = counted ? undefined : elidedUnit(view, words, quantity, sentence, last)
  const unit = counted?.unit ?? elided
  const status = statusOf(view, words, quantity, counted, unit ?? 'person', sentence, last)
  if (status !== undefined) return casualty(quantity, unit ?? 'person', status, end)
  // "one" is an article more often than a figure, "zero emission vehicles" are not none.
  if (value === 1 && !figure.digits) return undefined
  if (value === 0 && counted?.head !== quantity.end) return undefined
  if (unit === undefined) return bareFigure(view, words, quantity)
  const rule = elided === undefined ? 'amount/count' : 'amount/elided'
  return { range: { first, end }, value: amountValue(quantity, 'count', unit), rule }
}

/** By the parse where it speaks, else by the words beside figure and noun. */
function statusOf(
  view: View,
  words: AmountWords,
  quantity: Quantity,
  counted: Counted | undefined,
  unit: string,
  sentence: Range,
  last: Found | undefined,
): string | undefined {
  const kind = kindOf(words, unit)
  // "shot down 244 of the 273 drones launched": what hangs on the noun is said of the 273.
  const part = counted !== undefined && counted.end <= quantity.end && counted.head > quantity.end
  const before = harmBefore(view, words, quantity.first, kind, sentence.first)
  if (part && before !== undefined) return before
  const parsed = harmByParse(view, words, counted?.head ?? quantity.figure.end - 1, kind, sentence)
  if (parsed !== undefined) return parsed === 'agent' ? undefined : parsed
  return (
    harmAfter(view, words, counted?.end ?? quantity.end, kind, sentence.end) ??
    before ??
    inherited(view, words, quantity, unit, last)
  )
}

/** ", including three children" and "355 drones and nine missiles": what happened is said of the figure before. */
function inherited(
  view: View,
  words: AmountWords,
  quantity: Quantity,
  unit: string,
  last: Found | undefined,
): string | undefined {
  if (last?.rule !== 'amount/casualty') return undefined
  const before = norm(view, quantity.first - 1)
  const { status = '', unit: whole } = last.value
  const alike = kindOf(words, whole.slice(0, -status.length - 1)) === kindOf(words, unit)
  // "four died in Donetsk region, five in Kherson": of the same.
  const listed = /^(?:in|near|from|at)$/u.test(norm(view, quantity.end)) && /^(?:,|and|;|\()$/u.test(before)
  const beside = (quantity.first - last.range.end === 1 && /^(?:and|,)$/u.test(before)) || listed
  return before === 'including' || (beside && alike) ? status : undefined
}

const MAX_TOLL = 7

/** "the death toll rose to 34", "a toll of 73": the dead, with no figure between. */
function isToll(view: View, words: AmountWords, quantity: Quantity, sentence: Range): boolean {
  for (let at = quantity.first - 1; at >= sentence.first && at >= quantity.first - MAX_TOLL; at--) {
    if (words.classes.toll.has(norm(view, at))) return true
    if (view.tokens[at]?.value.kind !== 'word') return false
  }
  return false
}

function casualty(quantity: Quantity, unit: string, status: string, end: number): Found {
  return {
    range: { first: quantity.first, end },
    value: { ...amountValue(quantity, 'count', `${unit} ${status}`), status },
    rule: 'amount/casualty',
  }
}

/** "rose to 8,149.09", "15 a year", "claimed 230.": a figure in digits whose noun is not said beside it. */
function bareFigure(view: View, words: AmountWords, quantity: Quantity): Found | undefined {
  const { figure, first, end } = quantity
  if (!figure.digits || figure.value < 2) return undefined
  const next = view.tokens[end]?.value
  if (next?.norm === '-' && adjacent(view, end - 1)) return undefined
  // Ages: "soldiers under 25", "those of 18 to 25".
  if (quantity.value <= 100 && (quantity.bound === 'most' || view.tokens[first - 2]?.value.kind === 'number'))
    return undefined
  const ends = next === undefined || next.kind === 'punctuation' || next.pos === 'ADP' || words.stop.has(next.norm)
  const before = view.tokens[first - 1]?.value
  const follows = before?.pos === 'ADP' || before?.pos === 'VERB' || before?.pos === 'AUX' || before?.pos === 'DET'
  // "159 stocks rose, 1,200 fell and 45 were unchanged"
  const acts = /^(?:VERB|AUX)$/u.test(next?.pos ?? '') && /^(?:CCONJ|PUNCT)$/u.test(before?.pos ?? '')
  if (!(ends && (follows || first < figure.first)) && !acts) return undefined
  return { range: { first, end }, value: amountValue(quantity, 'number', ''), rule: 'amount/number' }
}

const MAX_BETWEEN = 8

/**
 * The unit of a figure without a noun that counts what the next or the last one counts: "500 and 1,000 songs", "4,300 jobs in
 * France, 3,700 in Germany", "472 drones, of which 385 were downed".
 */
function elidedUnit(
  view: View,
  words: AmountWords,
  quantity: Quantity,
  sentence: Range,
  last: Found | undefined,
): string | undefined {
  if (quantity.value < 2 && !quantity.figure.digits) return undefined
  return nextUnit(view, words, quantity, sentence) ?? lastUnit(view, quantity, last)
}

function nextUnit(view: View, words: AmountWords, quantity: Quantity, sentence: Range): string | undefined {
  const link = norm(view, quantity.end)
  const change = link === 'to' && norm(view, quantity.first - 1) === 'from'
  if (link !== 'and' && link !== 'or' && !change) return undefined
  const next = figureAt(view, words.numbers, quantity.end + 1)
  if (next && words.units.has(norm(view, next.end))) return undefined
  return next && countedAt(view, words, next.end, sentence.end)?.unit
}

function lastUnit(view: View, quantity: Quantity, last: Found | undefined): string | undefined {
  if (last?.value.kind !== 'count' || last.rule === 'amount/exchange') return undefined
  if (quantity.first - last.range.end > MAX_BETWEEN) return undefined
  const { status, unit } = last.value
  const thing = status === undefined ? unit : unit.slice(0, -status.length - 1)
  const before = norm(view, quantity.first - 1)
  const isPart = quantity.value <= last.value.value
  if (before === 'which' && norm(view, quantity.first - 2) === 'of') return isPart ? thing : undefined
  if (!/^(?:and|,|;|or|\()$/u.test(before)) return undefined
  const next = norm(view, quantity.end)
  if (next === 'of' && /^(?:them|which|whom)$/u.test(norm(view, quantity.end + 1))) return thing
  return /^(?:in|from|at|on|for|near)$/u.test(next) ? thing : undefined
}
