import { ModelFile } from '../../../learn/container.ts'
import { hashText, mix } from '../../../learn/hash.ts'

/** What the learned readers know of a word by its spelling alone, as hashes. */
export type Form = {
  readonly text: string
  /** The word as written. */
  readonly exact: number
  /** Whether it begins with a capital letter. */
  readonly capital: boolean
  /** The word in lower case, plain marks, every digit a 0. */
  readonly word: number
  /** Classes of words with like company, from fine to coarse; 0 when the word is rare. */
  readonly fine: number
  readonly middle: number
  readonly coarse: number
  readonly suffix: number
  readonly shape: number
  /** Features of the word itself for the tagger. */
  readonly own: Int32Array
}

/** Knows words by their spelling; `of` keeps what it worked out. */
export type Forms = { of(text: string): Form }

/** Words kept worked out; when there are more, all are forgotten. */
const KEPT = 60_000
const AFFIX = 5

type Clusters = {
  readonly hash: Int32Array
  readonly fine: Uint16Array
  readonly middle: Uint8Array
  readonly coarse: Uint8Array
}

/** Opens the word classes of models/en/clusters.bin. */
export function openForms(): Forms {
  const file = ModelFile.read('en/clusters.bin')
  return formsWith({
    hash: file.array('hash', 'i32'),
    fine: file.array('fine', 'u16'),
    middle: file.array('middle', 'u8'),
    coarse: file.array('coarse', 'u8'),
  })
}

function formsWith(clusters: Clusters): Forms {
  const known = new Map<string, Form>()
  return {
    of(text) {
      const before = known.get(text)
      if (before) return before
      if (known.size >= KEPT) known.clear()
      const form = formOf(text, clusters)
      known.set(text, form)
      return form
    },
  }
}

function formOf(text: string, clusters: Clusters): Form {
  const lower = plain(text)
  const word = hashText(lower.replace(/\p{Nd}/gu, '0'))
  const row = find(clusters.hash, hashText(lower))
  const fine = row === -1 ? 0 : (clusters.fine[row] as number)
  const middle = row === -1 ? 0 : (clusters.middle[fine] as number)
  const coarse = row === -1 ? 0 : (clusters.coarse[middle] as number)
  const shape = hashText(shapeOf(text))
  const suffix = hashText(lower, Math.max(0, lower.length - 3))
  const classes =
    row === -1 ? { fine: 0, middle: 0, coarse: 0 } : { fine: fine + 1, middle: middle + 1, coarse: coarse + 1 }
  const exact = hashText(text)
  const form = { text, exact, capital: /^\p{Lu}/u.test(text), word, ...classes, suffix, shape }
  return { ...form, own: ownFeatures(form, lower) }
}

/** Lower case with typewriter marks. */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[’ʼ‘`´]/gu, "'")
    .replace(/[“”«»„]/gu, '"')
    .replace(/[‐‑–]/gu, '-')
}

function ownFeatures(form: Omit<Form, 'own'>, lower: string): Int32Array {
  const found = [
    mix(1, 0),
    mix(2, form.word),
    mix(3, form.exact),
    mix(4, form.shape),
    mix(5, form.fine),
    mix(6, form.middle),
    mix(7, form.coarse),
    mix(8, mix(form.suffix, form.shape)),
    mix(9, mix(form.coarse, form.suffix)),
  ]
  for (let n = 1; n <= AFFIX && n < lower.length; n++) {
    found.push(mix(20 + n, hashText(lower, lower.length - n)))
    if (n < AFFIX) found.push(mix(30 + n, hashText(lower, 0, n)))
  }
  const hyphen = lower.lastIndexOf('-')
  if (hyphen > 0) found.push(mix(10, hashText(lower, hyphen + 1)))
  return Int32Array.from(found)
}

/** "Umerov" → Xx, "NATO" → X, "F-16" → X-d, "U.S." → X.X.; runs count once. */
export function shapeOf(text: string): string {
  let shape = ''
  for (const char of text) {
    const kind = /\p{Lu}/u.test(char) ? 'X' : /\p{L}/u.test(char) ? 'x' : /\p{Nd}/u.test(char) ? 'd' : char
    if (kind !== shape.at(-1)) shape += kind
    if (shape.length > 7) break
  }
  return shape
}

/** Binary search in sorted numbers; -1 when it is not there. */
export function find(sorted: Int32Array, wanted: number): number {
  let low = 0
  let high = sorted.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const value = sorted[middle] as number
    if (value === wanted) return middle
    if (value < wanted) low = middle + 1
    else high = middle - 1
  }
  return -1
}
