import type { AmountValue } from '../../../core/types.ts'
import { adjacent, clean, digitsOf, figureAt } from '../numbers.ts'
import { norm, type Range, type View } from '../quotes-view.ts'
import { boundBefore } from './bounds.ts'
import { amountValue, type Found, hyphenated, type Quantity, rawAt } from './quantity.ts'
import { type AmountWords, type Money, phraseAt } from './words.ts'

/** An amount of money: the currency before the figure, or after it. */
export function money(view: View, words: AmountWords, quantity: Quantity, sentence: Range): Found | undefined {
  if (quantity.code !== undefined) {
    const again = moneyAfter(view, words, quantity.end)
    // "$10 dollars", "USD$ 23 billion dollars": said twice.
    const end =
      again?.value.code === quantity.code && /^\p{L}+$/u.test(norm(view, quantity.end)) ? again.end : quantity.end
    return withParts(view, words, quantity, { code: quantity.code, share: 1 }, end, sentence)
  }
  const start = norm(view, quantity.end) === 'of' || norm(view, quantity.end) === 'in' ? quantity.end + 1 : quantity.end
  const after = moneyAfter(view, words, start)
  if (after === undefined || (start > quantity.end && after.value.share !== 1)) return undefined
  if (isWeight(view, words, after.end, quantity)) return undefined
  return withParts(view, words, quantity, after.value, after.end, sentence)
}

type After<T = Money> = { readonly value: T; readonly end: number }

/** The currency that begins at token `i`, also as "MUSD" for millions of it; single letters only right after the figure. */
function moneyAfter(view: View, words: AmountWords, i: number): After | undefined {
  const dollars = norm(view, i + 1) === '$' && adjacent(view, i) ? words.moneyAfter.get(`${norm(view, i)}$`) : undefined
  if (dollars !== undefined) return { value: dollars, end: i + 2 }
  const capitals = words.moneyAfter.get(rawAt(view, i))
  if (capitals !== undefined) return { value: capitals, end: i + 1 }
  const found = phraseAt(view, words.moneyAfter, i)
  const short = found !== undefined && norm(view, i).length === 1 && /\p{L}/u.test(norm(view, i))
  if (found !== undefined && !(short && found.end === i + 1 && !adjacent(view, i - 1))) return found
  const word = norm(view, i)
  if (word.length !== 4 || word[0] !== 'm') return undefined
  const million = words.moneyAfter.get(word.slice(1))
  return million && rawAt(view, i) === word.toUpperCase()
    ? { value: { code: million.code, share: 1_000_000 }, end: i + 1 }
    : undefined
}

/** "pounds of meat" and "lose 25 pounds": pounds by weight. */
function isWeight(view: View, words: AmountWords, end: number, quantity: Quantity): boolean {
  if (!/^pounds?$/u.test(norm(view, end - 1)) || end - quantity.end > 1 || quantity.figure.scale > 1) return false
  if (norm(view, end) === 'of' && !words.nouns.has(norm(view, end + 1))) return true
  const before = norm(view, quantity.first - 1)
  return /^(?:weigh|weighs|weighed|weighing|drop|lose|lost|gain|gained|shed|to)$/u.test(before)
}

/** With the part after it: "3 dollars 50 cents", "20 dollars and 43". */
function withParts(
  view: View,
  words: AmountWords,
  quantity: Quantity,
  { code, share }: Money,
  end: number,
  sentence: Range,
): Found {
  const rule = 'amount/money'
  const plain = { range: { first: quantity.first, end }, value: amountValue(quantity, 'money', code, share), rule }
  if (share !== 1 || quantity.upper !== undefined || quantity.figure.scale > 1) return plain
  const start = norm(view, end) === 'and' ? end + 1 : end
  const small = start < sentence.end ? figureAt(view, words.numbers, start) : undefined
  if (small === undefined || small.value >= 100 || !Number.isInteger(small.value) || small.scale > 1) return plain
  const part = phraseAt(view, words.moneyAfter, small.end)
  const named = part !== undefined && part.value.share < 1 && part.end <= sentence.end
  const bare = small.end >= sentence.end || /^[.,;!?)]$/u.test(norm(view, small.end))
  if (!named && !(bare && (end > quantity.figure.end || start > end))) return plain
  const value = clean(quantity.value + small.value * (named ? part.value.share : 0.01))
  const range = { first: quantity.first, end: named ? part.end : small.end }
  return { range, value: { ...plain.value, value }, rule }
}

export function percent(view: View, quantity: Quantity): Found | undefined {
  const word = norm(view, quantity.end)
  const next = norm(view, quantity.end + 1)
  const end = /^(?:%|percents?|pct|percentage)$/u.test(word)
    ? quantity.end + (word === 'percentage' && /^points?$/u.test(next) ? 2 : 1)
    : word === 'per' && next === 'cent'
      ? quantity.end + 2
      : -1
  if (end === -1) return undefined
  return { range: { first: quantity.first, end }, value: amountValue(quantity, 'percent', '%'), rule: 'amount/percent' }
}

export function measure(view: View, words: AmountWords, quantity: Quantity): Found | undefined {
  const open = /^[({]$/u.test(norm(view, quantity.end)) ? 1 : 0
  const start = norm(view, quantity.end) === 'of' ? quantity.end + 1 : quantity.end + open
  const unit = phraseAt(view, words.units, start) ?? sharedUnit(view, words, quantity)
  if (unit === undefined || !isUnit(view, start, unit)) return undefined
  if (open && !/^[)}]$/u.test(norm(view, unit.end))) return undefined
  const rule = 'amount/measure'
  const value = amountValue(quantity, 'measure', unit.value)
  const inches = unit.value === 'ft' && quantity.upper === undefined ? inchesAt(view, words, unit.end) : undefined
  if (inches !== undefined)
    return {
      range: { first: quantity.first, end: inches.end },
      value: { ...value, value: quantity.value + inches.value / 12 },
      rule,
    }
  return { range: { first: quantity.first, end: unit.end + open }, value, rule }
}

/** "1.83 and 2 GHz": the unit of the next figure; the words end with the first. */
function sharedUnit(view: View, words: AmountWords, { end, figure }: Quantity): After<string> | undefined {
  if (!figure.digits || (norm(view, end) !== 'and' && norm(view, end) !== 'or')) return undefined
  const next = figureAt(view, words.numbers, end + 1)
  const unit = next?.digits ? phraseAt(view, words.units, next.end) : undefined
  return unit && isUnit(view, next?.end ?? 0, unit) ? { value: unit.value, end } : undefined
}

/** A unit of one or two letters is one right after the figure, or as its symbol is written ("500 m", not "2 in"). */
function isUnit(view: View, start: number, unit: { readonly value: string; readonly end: number }): boolean {
  const word = norm(view, start)
  if (
    unit.end <= start ||
    unit.end > start + 1 ||
    word.length > 2 ||
    !/^\p{L}+$/u.test(word) ||
    adjacent(view, start - 1)
  )
    return true
  if (view.tokens[start - 1]?.value.kind === 'word') return false
  const raw = rawAt(view, start)
  return word !== 'in' && word !== 'ha' && (raw === unit.value || word.length === 2) && !/^\p{Lu}$/u.test(raw)
}

/** "2 inches" after feet. */
function inchesAt(
  view: View,
  words: AmountWords,
  i: number,
): { readonly value: number; readonly end: number } | undefined {
  const start = norm(view, i) === 'and' ? i + 1 : i
  const figure = figureAt(view, words.numbers, start)
  if (figure === undefined || figure.value >= 12) return undefined
  return words.units.get(norm(view, figure.end)) === 'in' ? { value: figure.value, end: figure.end + 1 } : undefined
}

/** "10-kilometer", "three-foot", "12-cent", "20-percent", "300-million-euro": one token. */
export function compound(view: View, words: AmountWords, i: number, sentence: Range): Found | undefined {
  const written = hyphenated(view, words, i)
  if (written === undefined) return undefined
  const { rest } = written
  const name = rest.slice(0, 2).join(' ')
  const value = (kind: AmountValue['kind'], unit: string, share = 1): Found => {
    const lead = boundBefore(view, words, i, sentence.first)
    return {
      range: { first: lead?.first ?? i, end: i + 1 },
      value: { kind, value: clean(written.value * share), bound: lead?.bound ?? 'exact', unit },
      rule: `amount/${kind}`,
    }
  }
  if (rest[0] === 'percent') return value('percent', '%')
  const currency = words.moneyAfter.get(name) ?? words.moneyAfter.get(rest[0] ?? '')
  if (currency !== undefined && (rest[0] ?? '').length > 1) return value('money', currency.code, currency.share)
  // "one-in-five" has no inches.
  const unit = words.units.get(name) ?? (rest[0] === 'in' ? undefined : words.units.get(rest[0] ?? ''))
  return unit === undefined ? undefined : value('measure', unit)
}

/** "one in five", "two out of three", "one-in-five": a share, as a percentage. */
export function ratio(view: View, words: AmountWords, i: number): Found | undefined {
  const dashed = /^(\p{L}+|\d{1,2})-in-(\p{L}+|\d{1,4})$/u.exec(norm(view, i).slice(0, 40))
  const value = (raw: string) => digitsOf(raw) ?? words.numbers.get(raw)?.value
  const between = norm(view, i + 1)
  const at = between === 'in' ? i + 2 : between === 'out' && norm(view, i + 2) === 'of' ? i + 3 : -1
  if (!dashed && at === -1) return undefined
  const part = value(dashed?.[1] ?? norm(view, i))
  const whole = value(dashed?.[2] ?? norm(view, at))
  if (part === undefined || whole === undefined || !Number.isInteger(part) || part < 1) return undefined
  // "2 in 2022", "three in five cities" after a verb are counts: only small shares of round wholes, of something.
  const round = whole <= 10 || whole === 12 || whole === 20 || whole === 100 || whole === 1000
  if (part >= whole || part > 9 || !round || words.numbers.get(norm(view, at + 1))?.kind === 'scale') return undefined
  if (!dashed && (isHarmBefore(view, words, i) || !/\p{L}{3}|^of$/u.test(norm(view, at + 1)))) return undefined
  return {
    range: { first: i, end: dashed ? i + 1 : at + 1 },
    value: { kind: 'percent', value: clean((100 * part) / whole), bound: 'exact', unit: '%' },
    rule: 'amount/ratio',
  }
}

function isHarmBefore(view: View, words: AmountWords, i: number): boolean {
  return words.harm.person.has(norm(view, i - 1)) || words.harm.air.has(norm(view, i - 1))
}

/** "USD115", "115USD", "€ur": a currency and its figure in one token. */
export function glued(view: View, words: AmountWords, i: number): Found | undefined {
  const word = norm(view, i)
  if (word.length > 24 || view.tokens[i]?.value.kind !== 'word') return undefined
  const before = /^(\p{L}{2,4})(\d[\d.,]*)(\p{L}{0,2})$/u.exec(word)
  const after = before ? undefined : /^(\d[\d.,]*)(\p{L}{2,3})$/u.exec(word)
  const code = before ? words.moneyBefore.get(before[1] ?? '') : words.moneyAfter.get(after?.[2] ?? '')?.code
  const number = digitsOf((before?.[2] ?? after?.[1] ?? '').replace(/[.,]$/u, ''))
  const scale = before?.[3] ? words.numbers.get(before[3])?.value : 1
  if (code === undefined || number === undefined || scale === undefined) return undefined
  const next = scale === 1 ? words.numbers.get(norm(view, i + 1)) : undefined
  const big = next?.kind === 'scale' ? next.value : 1
  return {
    range: { first: i, end: big === 1 ? i + 1 : i + 2 },
    value: { kind: 'money', value: clean(number * scale * big), bound: 'exact', unit: code },
    rule: 'amount/money',
  }
}

/** "half a mile", "a quarter of a kilogram": the unit itself is in parts. */
export function halfMeasure(view: View, words: AmountWords, i: number): Found | undefined {
  const part = words.numbers.get(norm(view, i))
  if (part?.kind !== 'part') return undefined
  const at = norm(view, i + 1) === 'of' ? i + 2 : i + 1
  if (!/^an?$/u.test(norm(view, at))) return undefined
  if (/^percent(?:age)?$/u.test(norm(view, at + 1))) {
    const end = norm(view, at + 2) === 'point' ? at + 3 : at + 2
    const value = { kind: 'percent', value: part.value, bound: 'exact', unit: '%' } as const
    return { range: { first: i, end }, value, rule: 'amount/percent' }
  }
  const unit = phraseAt(view, words.units, at + 1)
  if (unit === undefined || norm(view, at + 1).length < 3) return undefined
  return {
    range: { first: i, end: unit.end },
    value: { kind: 'measure', value: part.value, bound: 'exact', unit: unit.value },
    rule: 'amount/measure',
  }
}
