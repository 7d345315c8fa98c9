import { readTable } from '../../core/table.ts'
import { norm, type View } from './quotes-view.ts'

const KINDS = ['unit', 'ten', 'scale', 'letter', 'fuzzy', 'group', 'part', 'share', 'nil'] as const
type Kind = (typeof KINDS)[number]
type NumberWord = { readonly kind: Kind; readonly value: number }

export type NumberWords = ReadonlyMap<string, NumberWord>

/** A number as written: tokens `first` to `end`. */
export type Figure = {
  readonly value: number
  readonly first: number
  readonly end: number
  /** `least` for "dozens" and the like. */
  readonly bound: 'exact' | 'least' | 'about'
  /** What the figure was multiplied with ("5 million": 1,000,000); 1 without a word of scale. */
  readonly scale: number
  /** Written in digits. */
  readonly digits: boolean
}

/** Reads the list of number words; throws on a faulty table. */
export function numberWords(): NumberWords {
  return new Map(
    readTable('lexicon/en/number-words.tsv', ['word', 'kind', 'value']).map(row => [
      row.word,
      { kind: kindOf(row.kind), value: Number(row.value) },
    ]),
  )
}

function kindOf(name: string): Kind {
  const kind = KINDS.find(one => one === name)
  if (kind === undefined) throw new Error(`data/lexicon/en/number-words.tsv: "${name}" is no kind`)
  return kind
}

const FRACTIONS: ReadonlyMap<string, number> = new Map([
  ['½', 1 / 2],
  ['⅓', 1 / 3],
  ['⅔', 2 / 3],
  ['¼', 1 / 4],
  ['¾', 3 / 4],
  ['⅕', 1 / 5],
  ['⅖', 2 / 5],
  ['⅗', 3 / 5],
  ['⅘', 4 / 5],
  ['⅙', 1 / 6],
  ['⅚', 5 / 6],
  ['⅛', 1 / 8],
  ['⅜', 3 / 8],
  ['⅝', 5 / 8],
  ['⅞', 7 / 8],
])
const MAX_DIGITS = 18
const MAX_WORDS = 12

/**
 * The number that begins at token `i`: digits ("1,000", "5.4", "5 000 000", "10 1/2"), words ("twenty-five", "two thousand
 * and one", "a million", "two point two million"), both ("5 million", "5bn"), fuzzy words ("dozens", "tens of thousands")
 * as lower bounds, "a pair", "half a million". `money` allows the letters of "$5m". Undefined when none begins there.
 */
export function figureAt(view: View, words: NumberWords, i: number, money = false): Figure | undefined {
  if (view.tokens[i]?.value.kind === 'number') return digitsAt(view, words, i, money)
  if (norm(view, i) === '.') return decimalAt(view, words, i, money)
  return fuzzyAt(view, words, i) ?? partAt(view, words, i) ?? sharesAt(view, words, i) ?? wordsAt(view, words, i)
}

/** The value of a token in digits; undefined for times, dates and codes. */
export function digitsOf(raw: string): number | undefined {
  if (FRACTIONS.get(raw) !== undefined) return FRACTIONS.get(raw)
  if (raw.length > MAX_DIGITS) return undefined
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u.test(raw)) return Number(raw.replaceAll(',', ''))
  // Lakhs and crores: two digits a group before the last three.
  if (/^\d{1,2}(?:,\d\d)+,\d{3}(?:\.\d+)?$/u.test(raw)) return Number(raw.replaceAll(',', ''))
  if (/^\d{1,3}(?:\.\d{3}){2,}$/u.test(raw)) return Number(raw.replaceAll('.', ''))
  if (/^\d+(?:\.\d+)?$/u.test(raw)) return Number(raw)
  return /^\d+,\d{1,2}$/u.test(raw) ? Number(raw.replace(',', '.')) : undefined
}

/** "1/2", "15/16": a proper fraction with a small denominator, in a token or in two tokens as "2/1000". */
export function ratioOf(raw: string): number | undefined {
  const slash = raw.indexOf('/')
  if (slash < 1 || slash > 3 || raw.length > 8 || !/^\d+\/\d+$/u.test(raw)) return undefined
  const [part, whole] = [Number(raw.slice(0, slash)), Number(raw.slice(slash + 1))]
  return whole > part ? part / whole : undefined
}

function digitsAt(view: View, words: NumberWords, i: number, money: boolean): Figure | undefined {
  const raw = norm(view, i)
  let value = digitsOf(raw)
  if (value === undefined) return undefined
  let end = i + 1
  if (/^\d{1,3}$/u.test(raw) && raw !== '0' && isGroup(view, end)) {
    let groups = raw
    while (isGroup(view, end) && groups.length < MAX_DIGITS) groups += norm(view, end++)
    value = Number(groups)
  } else {
    const ratio = /^\d+$/u.test(raw) ? (FRACTIONS.get(norm(view, end)) ?? ratioOf(norm(view, end))) : undefined
    if (ratio !== undefined && (view.tokens[end]?.span.start ?? 0) - (view.tokens[i]?.span.end ?? 0) <= 2) {
      value += ratio
      end += 1
    }
  }
  return scaled(view, words, { value, first: i, end, bound: 'exact', scale: 1, digits: true }, money)
}

/** ".75": a full stop right before digits, after a blank. */
function decimalAt(view: View, words: NumberWords, i: number, money: boolean): Figure | undefined {
  const raw = norm(view, i + 1)
  if (!/^\d{1,9}$/u.test(raw) || !adjacent(view, i) || (i > 0 && adjacent(view, i - 1))) return undefined
  const figure = { value: Number(`0.${raw}`), first: i, end: i + 2, bound: 'exact', scale: 1, digits: true } as const
  return scaled(view, words, figure, money)
}

/** "000" after one blank: a group of "5 000 000", the last one also with decimals. */
function isGroup(view: View, i: number): boolean {
  const here = view.tokens[i]
  const before = view.tokens[i - 1]
  return (
    /^\d{3}(?:\.\d+)?$/u.test(norm(view, i)) &&
    here !== undefined &&
    before !== undefined &&
    here.span.start - before.span.end === 1 &&
    !before.value.norm.includes('.')
  )
}

export function adjacent(view: View, i: number): boolean {
  return view.tokens[i]?.span.end === view.tokens[i + 1]?.span.start
}

/** With the words of scale that follow: "million", "hundred thousand", "bn", after money "m". */
function scaled(view: View, words: NumberWords, figure: Figure, money: boolean): Figure {
  let { end, scale } = figure
  for (;;) {
    const word = words.get(norm(view, end))
    const letter = word?.kind === 'letter' && (money || norm(view, end) === 'k') && adjacent(view, end - 1)
    const plural = pluralScale(view, words, end)
    if (word === undefined || (word.kind !== 'scale' && !letter && plural === undefined) || end - figure.first > 4)
      break
    scale *= plural ?? word.value
    end += 1
  }
  const half = scale >= 1000 ? halfAfter(view, words, end, true) : undefined
  const value = figure.value * scale + (half?.value ?? 0) * scale
  return { ...figure, end: half?.end ?? end, scale, value: clean(value) }
}

/** "dozens" and "millions" after a number: "three dozens", "two thousand millions"; "hundreds" and "tens" are no such scale. */
function pluralScale(view: View, words: NumberWords, i: number): number | undefined {
  const word = words.get(norm(view, i))
  const isScale = word?.kind === 'fuzzy' && (word.value === 24 || word.value >= 2_000_000)
  return isScale ? word.value / 2 : undefined
}

/** "and a half" after "3 million" (`whole`: not "3 billion and a half million") or before it, as in "one and a half million". */
function halfAfter(
  view: View,
  words: NumberWords,
  i: number,
  whole: boolean,
): { readonly value: number; readonly end: number } | undefined {
  if (norm(view, i) !== 'and' || !/^(?:a|one)$/u.test(norm(view, i + 1))) return undefined
  const part = norm(view, i + 2)
  if (part !== 'half' && part !== 'quarter') return undefined
  if (whole && words.get(norm(view, i + 3))?.kind === 'scale') return undefined
  return { value: part === 'half' ? 0.5 : 0.25, end: i + 3 }
}

/** Without the dust of binary fractions: 5.4 × 10⁹ is 5400000000. */
export function clean(value: number): number {
  return Number(value.toPrecision(15))
}

/** "dozens", "tens of thousands", "hundreds of millions". */
function fuzzyAt(view: View, words: NumberWords, i: number): Figure | undefined {
  const word = words.get(norm(view, i))
  if (word?.kind !== 'fuzzy') return undefined
  const next = norm(view, i + 1) === 'of' ? words.get(norm(view, i + 2)) : undefined
  if (norm(view, i) === 'tens' && next?.kind !== 'fuzzy') return undefined
  if (next?.kind !== 'fuzzy' || next.value < 200)
    return { value: word.value, first: i, end: i + 1, bound: 'least', scale: 1, digits: false }
  // "thousands" alone is two thousand, as a multiplier one thousand.
  return {
    value: word.value * (next.value / 2),
    first: i,
    end: i + 3,
    bound: 'least',
    scale: next.value / 2,
    digits: false,
  }
}

/** "half a million", "a quarter of a million", "half million", "half a dozen", "a pair", "a couple". */
function partAt(view: View, words: NumberWords, i: number): Figure | undefined {
  const first = i
  let at = /^an?$/u.test(norm(view, i)) ? i + 1 : i
  const word = words.get(norm(view, at))
  if (word?.kind === 'group' && at > i && norm(view, at + 1) === 'of') {
    // "a couple of hundred trucks"
    const of = words.get(norm(view, at + 2))
    const scale = of?.kind === 'scale' ? of.value : 1
    return {
      value: word.value * scale,
      first,
      end: scale > 1 ? at + 3 : at + 1,
      bound: norm(view, at) === 'couple' ? 'about' : 'exact',
      scale: scale >= 1000 ? scale : 1,
      digits: false,
    }
  }
  if (word?.kind !== 'part') return undefined
  at += 1
  if (norm(view, at) === 'of') at += 1
  if (/^an?$/u.test(norm(view, at))) at += 1
  const scale = words.get(norm(view, at))
  if (scale?.kind !== 'scale' || (scale.value < 1000 && norm(view, at) !== 'dozen')) return undefined
  return { value: word.value * scale.value, first, end: at + 1, bound: 'exact', scale: scale.value, digits: false }
}

/** "two thirds of a million", "three quarters billion". */
function sharesAt(view: View, words: NumberWords, i: number): Figure | undefined {
  const upper = words.get(norm(view, i))
  const share = words.get(norm(view, i + 1))
  if (upper?.kind !== 'unit' || share?.kind !== 'share') return undefined
  const at = norm(view, i + 2) === 'of' && /^an?$/u.test(norm(view, i + 3)) ? i + 4 : i + 2
  const scale = words.get(norm(view, at))
  if (scale?.kind !== 'scale' || scale.value < 1000) return undefined
  const value = (upper.value / share.value) * scale.value
  return { value: clean(value), first: i, end: at + 1, bound: 'exact', scale: scale.value, digits: false }
}

/** "two", "twenty-five", "three hundred and five thousand", "a hundred", "one and a half million". */
function wordsAt(view: View, words: NumberWords, i: number): Figure | undefined {
  let total = 0
  let part = -1
  let scale = 1
  let at = i
  if (/^an?$/u.test(norm(view, i)) && words.get(norm(view, i + 1))?.kind === 'scale') {
    part = 1
    at = i + 1
  }
  for (; at < i + MAX_WORDS; at++) {
    const plural = part > 0 ? pluralScale(view, words, at) : undefined
    const word = plural ? ({ kind: 'scale', value: plural } as const) : wordValue(words, norm(view, at))
    if (word === undefined) {
      const point = part > -1 ? pointAt(view, words, at) : undefined
      if (point !== undefined) {
        part += point.value
        at = point.end - 1
        continue
      }
      if (norm(view, at) !== 'and' || part === -1) break
      const half = halfAfter(view, words, at, part === 0)
      if (half !== undefined) {
        if (part === 0) total += half.value * scale
        else part += half.value
        at = half.end - 1
        continue
      }
      if (part % 100 !== 0) break
      if (scale < 100 || scale > 1000 || wordValue(words, norm(view, at + 1))?.kind === 'scale') break
      if (wordValue(words, norm(view, at + 1)) === undefined) break
    } else if (word.kind === 'scale') {
      if (part === -1 && total === 0) break
      scale = word.value
      if (scale < 1000) part = Math.max(part, 1) * scale
      else {
        // "two thousand million", "three lakh crore": a scale of a scale.
        total = part === 0 ? total * scale : total + part * scale
        part = 0
      }
    } else if (part > 0 && part % 100 !== 0 && !(part % 10 === 0 && word.value < 10 && word.kind === 'unit')) break
    else part = Math.max(part, 0) + word.value
  }
  if (part === -1) return undefined
  return {
    value: clean(total + part),
    first: i,
    end: at,
    bound: 'exact',
    scale: scale >= 1000 ? scale : 1,
    digits: false,
  }
}

/** "point two", "point zero three", "point eleven" after a whole number. */
function pointAt(
  view: View,
  words: NumberWords,
  i: number,
): { readonly value: number; readonly end: number } | undefined {
  if (norm(view, i) !== 'point') return undefined
  let digits = ''
  let at = i + 1
  for (; at < i + MAX_WORDS; at++) {
    const word = wordValue(words, norm(view, at))
    if (word === undefined || word.kind === 'scale') break
    digits += String(word.value)
  }
  return digits === '' ? undefined : { value: Number(`0.${digits}`), end: at }
}

/** The value of a word, also with a hyphen ("twenty-five"); not of those that only stand beside other words. */
export function wordValue(words: NumberWords, word: string): NumberWord | undefined {
  const plain = words.get(word)
  if (plain !== undefined)
    return plain.kind === 'unit' || plain.kind === 'ten' || plain.kind === 'scale'
      ? plain
      : plain.kind === 'nil'
        ? { kind: 'unit', value: 0 }
        : undefined
  const dash = word.indexOf('-')
  if (dash === -1) return undefined
  const [ten, unit] = [words.get(word.slice(0, dash)), words.get(word.slice(dash + 1))]
  return ten?.kind === 'ten' && unit?.kind === 'unit' ? { kind: 'ten', value: ten.value + unit.value } : undefined
}
