import type { Form } from '../syntax/forms.ts'
import { FACT_BITS, isCapital } from './document-facts.ts'
import type { NameView } from './learned-features.ts'

/**
 * Words that the net sees for each word, as places in the sentence: the word with two neighbours on each side, the last word
 * of the capitalised words around it, and the words after and before those.
 */
export const SLOTS = 8
const NEAR = 2
/** At most this many codes a word. */
export const MOST_CODES = 80

const TAGS = 96
const LISTS = 8
const PARTS = 3
const CASES = 9
const POSITIONS = 16

const TAG_AT = 0
const LIST_AT = TAG_AT + 3 * TAGS
const RUN_AT = LIST_AT + 3 * LISTS
const CASING_AT = RUN_AT + LISTS * PARTS
const FACT_AT = CASING_AT + 2 * CASES
const EDGE_AT = FACT_AT + 2 * (FACT_BITS + 1)
const NARROW_AT = EDGE_AT + 2 * NEAR + 1
const WIDE_AT = NARROW_AT + POSITIONS
const HEAD_AT = WIDE_AT + POSITIONS + 1
/** Codes are below this. */
export const CODES = HEAD_AT + 2 * LISTS

/** Whether a word is near enough to a capital to belong to a name; the net looks at no others. */
export function nearCapital(forms: readonly Form[], i: number): boolean {
  for (let at = i - NEAR; at <= i + NEAR; at++) {
    const form = forms[at]
    if (form && isCapital(form)) return true
  }
  return false
}

/** Fills in the places of the words the net sees for word `i`; −1 where there is none. */
export function netSlots({ forms, wideFirst, wideLast }: NameView, i: number, slots: Int32Array): void {
  for (let k = -NEAR; k <= NEAR; k++) slots[k + NEAR] = i + k < forms.length ? i + k : -1
  if (i < NEAR) for (let k = 0; k < NEAR - i; k++) slots[k] = -1
  const capital = isCapital(forms[i] as Form)
  const last = wideLast[i] as number
  slots[5] = capital ? last : -1
  slots[6] = capital && last + 1 < forms.length ? last + 1 : -1
  slots[7] = capital ? (wideFirst[i] as number) - 1 : -1
}

/** Fills in what else the net is told of word `i`, as numbers below CODES: tags, lists, casing, facts of the text; gives their count. */
export function netCodes(view: NameView, i: number, codes: Int32Array): number {
  const { forms, tags, lists, runs, facts, casing } = view
  const form = forms[i] as Form
  const first = i === 0 ? 1 : 0
  let n = 0
  for (let k = -1; k <= 1; k++) {
    if (!forms[i + k]) continue
    codes[n++] = TAG_AT + (k + 1) * TAGS + (tags[i + k] as number)
    n = bits(lists[i + k] as number, LIST_AT + (k + 1) * LISTS, codes, n)
  }
  for (let k = -NEAR; k <= NEAR; k++) if (k !== 0 && !forms[i + k]) codes[n++] = EDGE_AT + k + NEAR
  const run = runs[i] as number
  if (run !== 0) n = bits(run >> 2, RUN_AT + ((run & 3) - 1) * LISTS, codes, n)
  codes[n++] = CASING_AT + first * CASES + (casing[i] as number)
  if (!isCapital(form)) return n
  const fact = facts.get(form.word) ?? 0
  codes[n++] = FACT_AT + first * (FACT_BITS + 1) + FACT_BITS
  n = bits(fact, FACT_AT + first * (FACT_BITS + 1), codes, n)
  codes[n++] = NARROW_AT + position(i, view.runFirst[i] as number, view.runLast[i] as number)
  codes[n++] = WIDE_AT + position(i, view.wideFirst[i] as number, view.wideLast[i] as number)
  if (view.wideFirst[i] === 0) codes[n++] = WIDE_AT + POSITIONS
  n = bits(lists[view.wideFirst[i] as number] as number, HEAD_AT, codes, n)
  return bits(lists[view.wideLast[i] as number] as number, HEAD_AT + LISTS, codes, n)
}

function bits(mask: number, from: number, codes: Int32Array, count: number): number {
  let n = count
  for (let bit = 0; mask >> bit !== 0; bit++) if (((mask >> bit) & 1) !== 0) codes[n++] = from + bit
  return n
}

function position(i: number, first: number, last: number): number {
  return Math.min(3, i - first) * 4 + Math.min(3, last - i)
}
