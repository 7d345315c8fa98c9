import { bySpan } from '../../core/span.ts'
import type { AmountValue, Annotation, Layers } from '../../core/types.ts'
import { count, millions } from './amounts/counts.ts'
import { exchangeAt } from './amounts/exclusions.ts'
import { singular } from './amounts/nouns.ts'
import { type Found, quantityAt } from './amounts/quantity.ts'
import { compound, glued, halfMeasure, measure, money, percent, ratio } from './amounts/units.ts'
import { type AmountWords, amountWords } from './amounts/words.ts'
import { norm, type Range, spanOf, type View, viewOf } from './quotes-view.ts'

type Amount = Annotation<'amount'>
type Before = Pick<Layers, 'token' | 'sentence' | 'time'>

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
 * with what happened to it ("person killed", "child wounded", "drone downed"), both from the parse where there is one.
 * "1,000-for-1,000" is 1,000 of "prisoner exchanged each side". A figure inside a time, an age, an ordinal or a name with a
 * number ("Nord Stream 2") is no amount, nor is one without a noun. docs/reference/amounts.md has every rule with examples.
 */
export function amounts(text: string, before: Before, words: AmountWords): readonly Amount[] {
  const view = viewOf(text, before)
  const timed = timedTokens(view, before)
  const found: Amount[] = []
  let last: Found | undefined
  for (const sentence of view.sentences) {
    let floor = sentence.first
    for (let i = sentence.first; i < sentence.end; i++) {
      if (timed[i] || !mayBegin(view, words, i)) continue
      const one = amountAt(view, words, i, { ...sentence, first: floor }, last, timed)
      if (one === undefined) continue
      const per = perAt(view, words, one.range.end)
      found.push({ span: spanOf(view, one.range), value: { ...one.value, ...(per && { per }) }, by: one.rule })
      last = one
      floor = one.range.end
      i = one.range.end - 1
    }
    last = undefined
  }
  return found.sort(bySpan)
}

/** Whether an amount can begin at token `i`: most tokens are passed over here. */
function mayBegin(view: View, words: AmountWords, i: number): boolean {
  const { kind, norm: word } = view.tokens[i]?.value ?? { kind: 'punctuation', norm: '' }
  if (kind === 'number' || words.starts.has(word)) return true
  if (kind === 'word' && /[\d-]/u.test(word.slice(0, 40))) return true
  return norm(view, i + 1) === '$' || norm(view, i + 1) === '¥'
}

/** What the amount is for one of: "per barrel", "a year", "each week" right after it. */
function perAt(view: View, words: AmountWords, i: number): string | undefined {
  const noun = norm(view, i + 1)
  const link = norm(view, i)
  if (link === 'per' && view.tokens[i + 1]?.value.kind === 'word') return singular(words, noun)
  // "$891 million a year earlier" is no rate.
  if (words.classes['no-rate'].has(norm(view, i + 2))) return undefined
  return /^(?:an?|each|every)$/u.test(link) && words.classes.rate.has(noun) ? noun : undefined
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
    const { value, end } = exchange
    const amount: AmountValue = { kind: 'count', value, bound: 'exact', unit: 'prisoner exchanged each side' }
    return { range: { first: i, end }, value: amount, rule: 'amount/exchange' }
  }
  const oneToken =
    ratio(view, words, i) ?? compound(view, words, i, sentence) ?? glued(view, words, i) ?? halfMeasure(view, words, i)
  if (oneToken !== undefined) return oneToken
  const quantity = quantityAt(view, words, i, sentence)
  if (quantity === undefined || timed[quantity.end - 1]) return undefined
  return (
    money(view, words, quantity, sentence) ??
    percent(view, quantity) ??
    millions(view, words, quantity, sentence) ??
    measure(view, words, quantity) ??
    count(view, words, quantity, sentence, last)
  )
}
