import { mix } from '../../../learn/hash.ts'
import type { Form } from '../syntax/forms.ts'
import { FACT_BITS, isCapital } from './document-facts.ts'
import type { WordLists } from './word-lists.ts'

export const NAME_FEATURES = 160
/** Names in lists are looked for up to this many words. */
export const LONGEST = 8

/** What the features of a sentence are made from; one item a word. */
export type NameView = {
  readonly forms: readonly Form[]
  /** Tags as numbers of the tagger. */
  readonly tags: Uint8Array
  /** List masks of the words alone. */
  readonly lists: Int32Array
  /** Masks of lists that have a run of words: where it begins, goes on, ends. */
  readonly runs: Int32Array
  readonly facts: ReadonlyMap<number, number>
  readonly casing: Int32Array
  /** Of a word with a capital: the first and last word of the capitalised words it stands among, also across "of" and the like. */
  readonly runFirst: Int32Array
  readonly runLast: Int32Array
  readonly wideFirst: Int32Array
  readonly wideLast: Int32Array
}

const JOINING = new Set(['of', 'for', 'and', 'the', 'on', 'in', 'de', 'al', '-', '’s', "'s", '&'])

/** Looks all words and runs of words of a sentence up in the lists. */
export function nameView(
  forms: readonly Form[],
  tags: Uint8Array,
  facts: ReadonlyMap<number, number>,
  lists: WordLists,
  room: NameRoom,
): NameView {
  if (room.lists.length < forms.length) Object.assign(room, nameRoom(forms.length * 2))
  room.runs.fill(0, 0, forms.length)
  for (let i = 0; i < forms.length; i++) {
    const form = forms[i] as Form
    room.lists[i] = isCapital(form) ? lists.of(form.exact) : lists.of(form.word) & 128
    room.casing[i] = lists.casing(form.word)
    if (isCapital(form)) markRuns(forms, i, lists, room.runs)
  }
  setRuns(forms, room.runFirst, room.runLast, 0)
  setRuns(forms, room.wideFirst, room.wideLast, 2)
  return { forms, tags, facts, ...room }
}

/** Arrays kept from sentence to sentence. */
export type NameRoom = {
  lists: Int32Array
  runs: Int32Array
  casing: Int32Array
  runFirst: Int32Array
  runLast: Int32Array
  wideFirst: Int32Array
  wideLast: Int32Array
}

export function nameRoom(length = 64): NameRoom {
  const array = () => new Int32Array(length)
  return {
    lists: array(),
    runs: array(),
    casing: array(),
    runFirst: array(),
    runLast: array(),
    wideFirst: array(),
    wideLast: array(),
  }
}

/** For each word with a capital the ends of the run it stands in; up to `joining` small joining words may stand between. */
function setRuns(forms: readonly Form[], first: Int32Array, last: Int32Array, joining: number): void {
  let i = 0
  while (i < forms.length) {
    if (!isCapital(forms[i] as Form)) {
      i += 1
      continue
    }
    let end = i
    for (let j = i + 1; j < forms.length; j++) {
      const form = forms[j] as Form
      if (isCapital(form)) end = j
      else if (j - end > joining || !JOINING.has(form.text)) break
    }
    first.fill(i, i, end + 1)
    last.fill(end, i, end + 1)
    i = end + 1
  }
}

/** Marks the longest run of two words and more from `i` that a list has: words with a capital, small joining words between. */
function markRuns(forms: readonly Form[], i: number, lists: WordLists, runs: Int32Array): void {
  let hash = (forms[i] as Form).exact
  let mask = 0
  let end = i
  for (let j = i + 1; j < i + LONGEST && j < forms.length; j++) {
    const form = forms[j] as Form
    if (!isCapital(form) && !JOINING.has(form.text)) break
    hash = mix(hash, form.exact)
    const found = lists.of(hash)
    if (found === 0) continue
    mask = found
    end = j
  }
  if (mask === 0) return
  for (let j = i; j <= end; j++) {
    const part = j === i ? 1 : j === end ? 3 : 2
    if (runs[j] === 0) runs[j] = mask * 4 + part
  }
}

/** Places around a word from which others are seen: two before, one before, itself, one after, two after. */
export const PLACES = 5
const SELF = 2

/**
 * Fills in the features of a word seen from a place (0 … 4, itself at 2), after the first `from`; gives their number. They depend
 * on nothing but the word, so that their scores can be kept.
 */
export function wordFeatures(form: Form, place: number, features: Int32Array, from: number): number {
  let n = from
  const base = 400 + place * 20
  features[n++] = mix(base, form.word)
  features[n++] = mix(base + 1, form.shape)
  features[n++] = mix(base + 2, form.fine)
  features[n++] = mix(base + 3, form.middle)
  features[n++] = mix(base + 4, form.coarse)
  features[n++] = mix(base + 5, form.suffix)
  if (place !== SELF) return n
  features.set(form.own, n)
  return n + form.own.length
}

const EDGE_WORD = 17

/**
 * Fills `features` with all of word `i` and gives their number: words, shapes, classes and tags around it, lists, what the
 * rest of the text tells. Known to matter: Ratinov & Roth (2009).
 */
export function nameFeatures(view: NameView, i: number, features: Int32Array): number {
  let n = 0
  for (let place = 0; place < PLACES; place++) {
    const near = view.forms[i + place - SELF]
    if (near) n = wordFeatures(near, place, features, n)
  }
  return companyFeatures(view, i, features, n)
}

/** Those features of word `i` that depend on its company, after the first `from`. */
export function companyFeatures(view: NameView, i: number, features: Int32Array, from: number): number {
  const { forms, tags, lists, runs, facts, casing } = view
  const form = forms[i] as Form
  let n = from
  for (let place = 0; place < PLACES; place++) if (!forms[i + place - SELF]) features[n++] = mix(EDGE_WORD, place)
  const before = forms[i - 1]
  const after = forms[i + 1]
  const tag = (tags[i] as number) + 1
  const tagBefore = before ? (tags[i - 1] as number) + 1 : 0
  const tagAfter = after ? (tags[i + 1] as number) + 1 : 0
  const list = lists[i] as number
  const listBefore = before ? (lists[i - 1] as number) : 0
  const listAfter = after ? (lists[i + 1] as number) : 0
  features[n++] = mix(600, tag)
  features[n++] = mix(601, tagBefore)
  features[n++] = mix(602, tagAfter)
  features[n++] = mix(603, mix(tagBefore, tag))
  features[n++] = mix(604, mix(tag, tagAfter))
  features[n++] = mix(605, mix(tagBefore, mix(tag, tagAfter)))
  features[n++] = mix(606, mix(before?.word ?? 1, form.word))
  features[n++] = mix(607, mix(form.word, after?.word ?? 1))
  features[n++] = mix(608, mix(before?.shape ?? 1, form.shape))
  features[n++] = mix(609, mix(form.shape, after?.shape ?? 1))
  features[n++] = mix(610, mix(before?.shape ?? 1, mix(form.shape, after?.shape ?? 1)))
  features[n++] = mix(611, mix(before?.middle ?? 1, form.middle))
  features[n++] = mix(612, mix(form.middle, after?.middle ?? 1))
  features[n++] = mix(613, mix(before?.word ?? 1, form.shape))
  features[n++] = mix(614, mix(form.shape, after?.word ?? 1))
  features[n++] = mix(615, mix(form.shape, i === 0 ? 1 : 2))
  features[n++] = mix(616, list)
  features[n++] = mix(617, mix(list, tag))
  features[n++] = mix(618, mix(listBefore, list))
  features[n++] = mix(619, mix(list, listAfter))
  features[n++] = mix(620, listBefore)
  features[n++] = mix(621, listAfter)
  features[n++] = mix(622, runs[i] as number)
  features[n++] = mix(623, mix(casing[i] as number, form.shape))
  features[n++] = mix(624, mix(casing[i] as number, i === 0 ? 1 : 2))
  features[n++] = mix(625, mix(mix(listBefore, list), mix(listAfter, form.shape)))
  features[n++] = mix(626, mix(before?.middle ?? 1, form.shape))
  features[n++] = mix(627, mix(after?.middle ?? 1, form.shape))
  for (let bit = 1; bit < 256; bit *= 2) if ((list & bit) !== 0) features[n++] = mix(640, bit)
  if (!isCapital(form)) return n
  n = factFeatures(facts.get(form.word) ?? 0, i, form, features, n)
  n = runFeatures(view, i, 680, view.runFirst[i] as number, view.runLast[i] as number, features, n)
  return runFeatures(view, i, 700, view.wideFirst[i] as number, view.wideLast[i] as number, features, n)
}

/** What stands at the ends of the capitalised words around word `i`, and just outside of them. */
function runFeatures(
  { forms, lists }: NameView,
  i: number,
  base: number,
  first: number,
  last: number,
  features: Int32Array,
  from: number,
): number {
  const head = forms[last] as Form
  const start = forms[first] as Form
  const place = mix(Math.min(3, i - first), Math.min(3, last - i))
  let n = from
  features[n++] = mix(base, mix(head.word, place))
  features[n++] = mix(base + 1, mix(head.fine, place))
  features[n++] = mix(base + 2, head.word)
  features[n++] = mix(base + 3, head.middle)
  features[n++] = mix(base + 4, mix(start.word, place))
  features[n++] = mix(base + 5, mix(lists[first] as number, place))
  features[n++] = mix(base + 6, mix(forms[first - 1]?.word ?? 1, place))
  features[n++] = mix(base + 7, mix(forms[last + 1]?.word ?? 1, place))
  features[n++] = mix(base + 8, mix(forms[first - 1]?.middle ?? 1, place))
  features[n++] = mix(base + 9, mix(forms[last + 1]?.middle ?? 1, place))
  features[n++] = mix(base + 10, mix(place, first === 0 ? 1 : 2))
  return n
}

function factFeatures(mask: number, i: number, form: Form, features: Int32Array, from: number): number {
  let n = from
  features[n++] = mix(660, mix(mask & 3, i === 0 ? 1 : 2))
  for (let bit = 0; bit < FACT_BITS; bit++)
    if ((mask & (1 << bit)) !== 0) features[n++] = mix(661, mix(bit, form.shape))
  features[n++] = mix(662, mix(mask & 0x1fc, form.coarse))
  return n
}
