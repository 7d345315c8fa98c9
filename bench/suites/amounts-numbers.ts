import { readTable } from '../../src/core/table.ts'
import type { Annotation, Layers } from '../../src/core/types.ts'
import {
  adjacent,
  clean,
  digitsOf,
  type Figure,
  figureAt,
  type NumberWords,
  numberWords,
  ratioOf,
} from '../../src/lang/en/numbers.ts'
import { norm, spanOf, type View, viewOf } from '../../src/lang/en/quotes-view.ts'

/** A number in a text, whatever it counts. */
export type NumberFound = { readonly start: number; readonly end: number; readonly value: number }

type Read = { readonly value: number; readonly end: number }
type Lists = { readonly numbers: NumberWords; readonly units: ReadonlySet<string> }

/** Makes the function that reads all numbers of a text, with its word lists. Throws on a faulty table. */
export function numbersReader(): (text: string, before: Pick<Layers, 'token' | 'sentence'>) => readonly NumberFound[] {
  const units = new Set(readTable('lexicon/en/units.tsv', ['form', 'unit']).map(row => row.form))
  const lists = { numbers: numberWords(), units }
  return (text, before) => allNumbers(text, before, lists)
}

/**
 * Every number of an English text in reading order: digits, words, fractions ("two thirds", "2 1/4", "one over three", "one
 * out of three"), powers ("1.3e6", "1.3x10^6"), signs ("minus five"), scales ("10k", "2.33 k", "10M"). A figure right before the
 * letters of a unit ("180ml") is no number of its own. Amounts are read by `amounts`; this is for what has no unit.
 */
function allNumbers(text: string, before: Pick<Layers, 'token' | 'sentence'>, lists: Lists): readonly NumberFound[] {
  const view = viewOf(text, before)
  const found: NumberFound[] = []
  for (let i = 0; i < view.tokens.length; i++) {
    // "the one", "this one": a pronoun.
    if (norm(view, i) === 'one' && /^(?:the|this|that|which|each|every|another)$/u.test(norm(view, i - 1))) continue
    const sign = signAt(view, i)
    const read = numberAt(view, lists, i + sign.length)
    if (read === undefined) {
      found.push(...partsAt(view, i))
      continue
    }
    const span = spanOf(view, { first: i, end: read.end })
    if (!isGlued(view, lists, read.end)) found.push({ ...span, value: sign.negative ? -read.value : read.value })
    i = read.end - 1
  }
  return found
}

function signAt(view: View, i: number): { readonly length: 0 | 1; readonly negative: boolean } {
  const word = norm(view, i)
  if (word === 'minus' || word === 'negative') return { length: 1, negative: true }
  const previous = view.tokens[i - 1]
  const apart = previous === undefined || !adjacent(view, i - 1)
  const dash = (word === '-' || word === '−') && apart && previous?.value.kind !== 'number'
  return { length: dash ? 1 : 0, negative: dash }
}

/** Letters of a unit right after the figure: "180ml" is a measure. */
function isGlued(view: View, { units }: Lists, i: number): boolean {
  return view.tokens[i]?.value.kind === 'word' && adjacent(view, i - 1) && units.has(norm(view, i))
}

function numberAt(view: View, lists: Lists, i: number): Read | undefined {
  const power = powerAt(view, i)
  if (power !== undefined) return power
  const ratio = ratioOf(norm(view, i))
  if (ratio !== undefined) return { value: ratio, end: i + 1 }
  const word = shareWord(view, lists.numbers, i)
  if (word !== undefined) return word
  const figure = figureAt(view, lists.numbers, i)
  return (
    figure && (shareAfter(view, lists.numbers, figure) ?? overAfter(view, lists.numbers, longer(view, lists, figure)))
  )
}

/** "a third", "a half", "a hundredth", "one-eighth". */
function shareWord(view: View, numbers: NumberWords, i: number): Read | undefined {
  const dash = norm(view, i).indexOf('-')
  if (dash > 0 && norm(view, i).length < 40) {
    const part = shareOf(numbers, norm(view, i).slice(dash + 1))
    const first = numbers.get(norm(view, i).slice(0, dash))
    if (part !== undefined && first?.kind === 'unit') return { value: first.value / part, end: i + 1 }
  }
  if (!/^an?$/u.test(norm(view, i))) return undefined
  const ten = numbers.get(norm(view, i + 1))
  if (ten?.kind === 'group' && norm(view, i + 2) !== 'of') return { value: ten.value, end: i + 2 }
  const dashed = shareOf(numbers, norm(view, i + 1))
  if (dashed !== undefined) return { value: 1 / dashed, end: i + 2 }
  if (ten?.kind === 'part' && numbers.get(norm(view, i + 2))?.kind !== 'scale' && norm(view, i + 2) !== 'a')
    return { value: ten.value, end: i + 2 }
  return undefined
}

/** What one is divided by in "third", "thirds", "quarters", "twenty-fifth"; undefined for other words. */
function shareOf(numbers: NumberWords, word: string): number | undefined {
  const plain = numbers.get(word)
  if (plain?.kind === 'share') return plain.value
  const dash = word.indexOf('-')
  if (dash < 1 || word.length > 40) return undefined
  const ten = numbers.get(word.slice(0, dash))
  const last = word.slice(dash + 1).replace(/s$/u, '')
  const unit =
    last === 'first'
      ? 1
      : last === 'second'
        ? 2
        : numbers.get(last)?.kind === 'share'
          ? numbers.get(last)?.value
          : undefined
  return ten?.kind === 'ten' && unit !== undefined && unit < 10 ? ten.value + unit : undefined
}

/**
 * A fraction whose upper part is the figure just read: "two thirds", "twenty-three fifths", "one hundred thirty fifths"
 * (100/35), "one hundred and three quarters" (100 ¾), "forty two and a third".
 */
function shareAfter(view: View, numbers: NumberWords, figure: Figure): Read | undefined {
  const and = andFraction(view, numbers, figure)
  if (and !== undefined) return and
  let end = figure.end
  if (norm(view, end) === '-' && adjacent(view, end - 1) === adjacent(view, end)) end += 1
  const tens = numbers.get(norm(view, end))
  const units = norm(view, end + 1) === 'firsts' ? 1 : shareOf(numbers, norm(view, end + 1))
  // "three twenty firsts": over 21.
  if (tens?.kind === 'ten' && units !== undefined && units < 10)
    return { value: figure.value / (tens.value + units), end: end + 2 }
  const part = shareOf(numbers, norm(view, end))
  // "two millionth" is an ordinal.
  if (part === undefined || (figure.value > 1 && part > 999 && !norm(view, end).endsWith('s'))) return undefined
  const last = norm(view, figure.end - 1)
  const before = norm(view, figure.end - 2)
  // "and three quarters": the three are above the line, the rest before it.
  if (before === 'and' && figure.end - figure.first > 2) {
    const small = numbers.get(last)
    if (small?.kind === 'unit' && small.value < 10)
      return { value: figure.value - small.value + small.value / part, end: end + 1 }
  }
  const ten = numbers.get(last)
  if (ten?.kind === 'ten' && figure.end - figure.first > 1 && before !== 'and' && part < 10)
    return { value: (figure.value - ten.value) / (ten.value + part), end: end + 1 }
  return scaled(view, numbers, figure.value / part, end + 1)
}

function scaled(view: View, numbers: NumberWords, value: number, i: number): Read {
  const scale = scaleEnd(view, numbers, i)
  return { value: clean(value * scale.value), end: scale.end }
}

/** "of a million", "billion" after a fraction. */
function scaleEnd(view: View, numbers: NumberWords, i: number): Read {
  const at = norm(view, i) === 'of' && /^an?$/u.test(norm(view, i + 1)) ? i + 2 : i
  const scale = numbers.get(norm(view, at))
  return scale?.kind === 'scale' ? { value: scale.value, end: at + 1 } : { value: 1, end: i }
}

/** "and a third", "and two thirds", "and one fourth" after a figure; after millions it is a part of one. */
function andFraction(view: View, numbers: NumberWords, figure: Figure): Read | undefined {
  if (norm(view, figure.end) !== 'and') return undefined
  const at = figure.end + 1
  const share = shareWord(view, numbers, at)
  const upper = share ? undefined : figureAt(view, numbers, at)
  // "one billion and a quarter million"
  if (upper && !upper.digits && upper.scale >= 1000 && upper.value < figure.scale && upper.value % upper.scale > 0)
    return { value: clean(figure.value + upper.value), end: upper.end }
  const part = upper && upper.value < 100 ? shareOf(numbers, norm(view, upper.end)) : undefined
  const read =
    share ?? (upper && part !== undefined ? scaled(view, numbers, upper.value / part, upper.end + 1) : undefined)
  if (read && read.value >= 1000) return { value: clean(figure.value + read.value), end: read.end }
  return read && { value: clean(figure.value + read.value * (figure.scale >= 1000 ? figure.scale : 1)), end: read.end }
}

/** "one over three", "1 over 20", "one out of three", "1 in twenty-one": only proper ones but for "over". */
function overAfter(view: View, numbers: NumberWords, figure: Figure): Read {
  const plain = { value: figure.value, end: figure.end }
  const word = norm(view, figure.end)
  const length = word === 'over' || word === 'in' ? 1 : word === 'out' && norm(view, figure.end + 1) === 'of' ? 2 : 0
  if (length === 0) return plain
  const below = figureAt(view, numbers, figure.end + length)
  if (below === undefined || below.value <= figure.value) return plain
  const isYear = below.digits && below.value > 1900 && below.value < 2100
  return isYear ? plain : { value: figure.value / below.value, end: below.end }
}

/** "4 thousand 3 hundred and 21", "10M", "2.33 k", "fifty - two", "twenty-one trillion three hundred". */
function longer(view: View, { numbers, units }: Lists, figure: Figure): Figure {
  const raw = rawOf(view, figure.end)
  const letter = /^(?:k|K|M|G|T|B|MM)$/u.test(raw) && figure.digits ? numbers.get(raw.toLowerCase()) : undefined
  const value = raw === 'G' ? 1e9 : letter?.value
  if (value !== undefined && figure.scale === 1)
    return { ...figure, value: clean(figure.value * value), end: figure.end + 1, scale: value }
  if (norm(view, figure.end) === '-' && !figure.digits) {
    const ten = figure.value % 10 === 0 && figure.value % 100 > 0
    const unit = numbers.get(norm(view, figure.end + 1))
    if (ten && unit?.kind === 'unit' && unit.value < 10)
      return longer(
        view,
        { numbers, units },
        scaleUp(view, numbers, { ...figure, value: figure.value + unit.value, end: figure.end + 2 }),
      )
  }
  if (!figure.digits || figure.scale < 100) return figure
  const and = norm(view, figure.end) === 'and' ? 1 : 0
  const rest = figureAt(view, numbers, figure.end + and)
  const small = rest !== undefined && rest.value < figure.scale && (and === 1 || rest.scale > 1) && rest.value > 0
  return small
    ? longer(
        view,
        { numbers, units },
        { ...rest, value: figure.value + rest.value, first: figure.first, scale: and ? 1 : rest.scale },
      )
    : figure
}

function scaleUp(view: View, numbers: NumberWords, figure: Figure): Figure {
  const scale = numbers.get(norm(view, figure.end))
  return scale?.kind === 'scale' ? { ...figure, value: figure.value * scale.value, end: figure.end + 1 } : figure
}

/** "1e10", "12.32e+14", "2.5^-1", "1.3x10^6". */
function powerAt(view: View, i: number): Read | undefined {
  const raw = norm(view, i)
  if (raw.length > 24) return undefined
  const whole = /^(\d+(?:\.\d+)?)e(\d{1,2})$/u.exec(raw)
  if (whole) return { value: Number(raw), end: i + 1 }
  if (/^\d+(?:\.\d+)?e-\d{1,2}$/u.test(raw)) return { value: Number(raw), end: i + 1 }
  if (/^\d+(?:\.\d+)?$/u.test(raw) && norm(view, i + 1) === 'e' && adjacent(view, i))
    return exponentAt(view, i + 2, power => Number(`${raw}e${power}`))
  if (/^\d+(?:\.\d+)?e$/u.test(raw)) return exponentAt(view, i + 1, power => Number(`${raw}${power}`))
  if (/^\d[\d.,]*G$/u.test(rawOf(view, i)))
    return { value: clean((digitsOf(raw.slice(0, -1)) ?? Number.NaN) * 1e9), end: i + 1 }
  const [base = '', times] = raw.split('x10')
  const number = digitsOf(base)
  if (number === undefined || (times !== undefined && times !== '') || norm(view, i + 1) !== '^') return undefined
  return exponentAt(view, i + 2, power => (times === undefined ? number ** power : Number(`${number}e${power}`)))
}

function exponentAt(view: View, i: number, value: (power: number) => number): Read | undefined {
  const sign = /^[-+−]$/u.test(norm(view, i)) ? 1 : 0
  const power = norm(view, i + sign)
  if (!/^\d{1,3}$/u.test(power) || !adjacent(view, i - 1)) return undefined
  return { value: value(Number(sign && norm(view, i) !== '+' ? `-${power}` : power)), end: i + sign + 1 }
}

/** Numbers inside one token: "5/17/2018", "22,24,26", "192.168.1.2", "SCP-173". */
function partsAt(view: View, i: number): readonly NumberFound[] {
  const token = view.tokens[i]
  const raw = norm(view, i)
  if (token === undefined || raw.length > 40 || token.value.kind === 'punctuation') return []
  const isNumber = token.value.kind === 'number'
  const code = isNumber ? undefined : /^\p{L}+-(\d{1,9})$/u.exec(raw)
  if (code) return [{ start: token.span.end - (code[1] ?? '').length, end: token.span.end, value: Number(code[1]) }]
  if (!isNumber) return []
  return [...raw.matchAll(/\d+/gu)].map(part => ({
    start: token.span.start + part.index,
    end: token.span.start + part.index + part[0].length,
    value: Number(part[0]),
  }))
}

function rawOf(view: View, i: number): string {
  const token: Annotation<'token'> | undefined = view.tokens[i]
  return token === undefined ? '' : view.text.slice(token.span.start, token.span.end)
}
