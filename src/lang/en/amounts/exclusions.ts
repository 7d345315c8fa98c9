import { adjacent, digitsOf, type Figure } from '../numbers.ts'
import { isCapital, norm, type View } from '../quotes-view.ts'
import { rawAt } from './quantity.ts'
import type { AmountWords } from './words.ts'

/** Whether a figure that looks like a count is a year, an age, a score, part of a name or of a long number, or "the two". */
export function isNoFigure(
  view: View,
  words: AmountWords,
  figure: Figure,
  quantity: { readonly first: number; readonly value: number; readonly end: number },
  counted: string | undefined,
): boolean {
  const { age, definite, numbered } = words.classes
  const before = norm(view, quantity.first - 1)
  if (age.has(before) || numbered.has(before)) return true
  if (/^(?:years?|year-old)$/u.test(norm(view, quantity.end))) return true
  const bare = counted === undefined
  const plain = quantity.first === figure.first
  if (plain && (isYear(view, words, figure, counted) || isDay(view, figure) || isChained(view, figure))) return true
  if (plain && bare && isListed(view, figure)) return true
  if (plain && !figure.digits && figure.value < 11 && definite.has(before)) return true
  if (plain && figure.digits && isNumbered(view, figure, words)) return true
  return bare && before === 'of'
}

const MONTH = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/u

/** "May 28" and "28 May", where no time expression was read. */
function isDay(view: View, figure: Figure): boolean {
  if (!figure.digits || figure.value > 31 || figure.end - figure.first !== 1) return false
  const beside = [figure.first - 1, figure.end]
  return beside.some(i => isCapital(view, i) && MONTH.test(norm(view, i)))
}

/** The last of "children of 8, 12 and 17": a figure without a noun after another one. */
function isListed(view: View, figure: Figure): boolean {
  return /^(?:and|,|or)$/u.test(norm(view, figure.first - 1)) && view.tokens[figure.first - 2]?.value.kind === 'number'
}

/** Four digits without a comma that can be a year; before a listed noun, and not after "the" or "in", they count it. */
function isYear(view: View, words: AmountWords, figure: Figure, counted: string | undefined): boolean {
  const raw = norm(view, figure.first)
  if (figure.end - figure.first !== 1 || !/^(?:19|20)\d\d$/u.test(raw)) return false
  const before = norm(view, figure.first - 1)
  return (
    counted === undefined ||
    !words.nouns.has(norm(view, figure.end)) ||
    /^(?:the|in|since|of|this|by|its)$/u.test(before)
  )
}

/** Parts of a phone number, a score ("3-1") or a code: digits joined to digits, but for a rising range. */
function isChained(view: View, figure: Figure): boolean {
  if (!figure.digits) return false
  const { first, end } = figure
  const joined = (i: number) =>
    /^[-–+/:]$/u.test(norm(view, i)) && adjacent(view, i) && view.tokens[i + 1]?.value.kind === 'number'
  const after = joined(end) && adjacent(view, end - 1)
  return (
    after ||
    (first > 0 &&
      joined(first - 1) &&
      (norm(view, first - 1) === '+' || view.tokens[first - 2]?.value.kind === 'number') &&
      !isRange(view, first))
  )
}

function isRange(view: View, high: number): boolean {
  const [low, up] = [digitsOf(norm(view, high - 2)), digitsOf(norm(view, high))]
  return low !== undefined && up !== undefined && low < up && !/^[-–+]$/u.test(norm(view, high - 3))
}

/** "Nord Stream 2", "Trent 900", "iPhone 4": digits that hang on the name before them, or a small number after a capital. */
function isNumbered(view: View, figure: Figure, words: AmountWords): boolean {
  const before = figure.first - 1
  if (before < 0 || view.sentenceOf[before] !== view.sentenceOf[figure.first]) return false
  if (!/\p{Lu}/u.test(rawAt(view, before)) || words.stop.has(norm(view, before))) return false
  if (figure.value < 10) return true
  const head = view.tokens[figure.first]?.value.head
  return (
    head !== undefined &&
    head < figure.first &&
    view.tokens[before]?.value.pos === 'PROPN' &&
    figure.end === figure.first + 1
  )
}

/** "1,000-for-1,000", "1000 for 1000", "thousand-for-thousand": how many each side frees, and where the words end. */
export function exchangeAt(
  view: View,
  words: AmountWords,
  i: number,
): { readonly value: number; readonly end: number } | undefined {
  const parts = norm(view, i).length <= 40 ? norm(view, i).split('-for-') : []
  if (parts.length === 2) {
    const value = exchanged(words, parts[0] ?? '')
    return value !== undefined && value === exchanged(words, parts[1] ?? '') ? { value, end: i + 1 } : undefined
  }
  if (norm(view, i + 1) !== 'for' && norm(view, i + 1) !== 'x') return undefined
  const value = exchanged(words, norm(view, i))
  return value !== undefined && value > 1 && value === exchanged(words, norm(view, i + 2))
    ? { value, end: i + 3 }
    : undefined
}

function exchanged(words: AmountWords, text: string): number | undefined {
  return digitsOf(text) ?? words.numbers.get(text)?.value
}
