import type { ModelFile } from './container.ts'

/**
 * Weights of a linear model over hashed features, frozen to 8 bits: an open-addressing table in which a feature's hash gives
 * its place (low bits) and a 16-bit check (high bits). Looking features up waits on memory and on little else, so what
 * belongs together lies together.
 *
 * `few` (up to three classes): one number a place: check, and the weights of the second and third class less that of the
 * first. `many`: two numbers a place, check with the count of pairs and where they begin; pairs of class and weight.
 */
export type Weights =
  | { readonly kind: 'few'; readonly classes: number; readonly mask: number; readonly slots: Int32Array }
  | {
      readonly kind: 'many'
      readonly classes: number
      readonly mask: number
      readonly slots: Uint32Array
      readonly pairs: Uint16Array
    }

/** Adds the weights of the first `count` features to `scores`, one score a class. */
export function addScores(weights: Weights, features: Int32Array, count: number, scores: Int32Array): void {
  if (weights.kind === 'few') addFew(weights.slots, weights.mask, features, count, scores)
  else addMany(weights.slots, weights.pairs, weights.mask, features, count, scores)
}

function addFew(slots: Int32Array, mask: number, features: Int32Array, count: number, scores: Int32Array): void {
  let second = 0
  let third = 0
  for (let i = 0; i < count; i++) {
    const hash = features[i] as number
    const wanted = checkOf(hash)
    let place = hash & mask
    let slot = slots[place] as number
    while (slot !== 0) {
      if ((slot & 0xffff) === wanted) {
        second += (slot << 8) >> 24
        third += slot >> 24
        break
      }
      place = (place + 1) & mask
      slot = slots[place] as number
    }
  }
  scores[1] = (scores[1] as number) + second
  scores[2] = (scores[2] as number) + third
}

/** Where the pairs of each feature begin and end, one after the other. */
const ranges = new Uint32Array(1024)
const MOST = ranges.length / 2

/** In two passes: so the look-ups, which wait on memory, do not wait for one another. */
function addMany(
  slots: Uint32Array,
  pairs: Uint16Array,
  mask: number,
  features: Int32Array,
  count: number,
  scores: Int32Array,
): void {
  for (let from = 0; from < count; from += MOST)
    addRanges(pairs, findRanges(slots, mask, features, from, Math.min(count, from + MOST)), scores)
}

/** Gives how many numbers of `ranges` it filled. */
function findRanges(slots: Uint32Array, mask: number, features: Int32Array, from: number, end: number): number {
  let n = 0
  for (let i = from; i < end; i++) {
    const hash = features[i] as number
    const wanted = checkOf(hash)
    let place = hash & mask
    let slot = slots[place * 2] as number
    while (slot !== 0) {
      if ((slot & 0xffff) === wanted) {
        const start = slots[place * 2 + 1] as number
        ranges[n++] = start
        ranges[n++] = start + (slot >>> 16)
        break
      }
      place = (place + 1) & mask
      slot = slots[place * 2] as number
    }
  }
  return n
}

function addRanges(pairs: Uint16Array, n: number, scores: Int32Array): void {
  for (let i = 0; i < n; i += 2) {
    const end = ranges[i + 1] as number
    for (let j = ranges[i] as number; j < end; j++) {
      const pair = pairs[j] as number
      const at = pair >> 8
      scores[at] = (scores[at] as number) + ((pair << 24) >> 24)
    }
  }
}

function checkOf(hash: number): number {
  return (hash >>> 16) | 1
}

/** A feature with its weights, one a class. */
export type FeatureRow = { readonly hash: number; readonly row: Float32Array }

/**
 * Freezes trained rows: scales so that the largest weight is 127 (clipping lower costs accuracy), rounds, drops what rounds
 * to nothing or to less than `least`. `most`: so many rows are kept, those of greatest weight. Of two features with one
 * place and check the first stays. `rows` in a fixed order gives fixed bytes.
 */
export function freeze(
  rows: readonly FeatureRow[],
  classes: number,
  { most = rows.length, least = 1 }: { readonly most?: number; readonly least?: number } = {},
): Weights {
  const few = classes <= 3
  const relative = few
    ? rows.map(({ hash, row }) => ({ hash, row: row.map(weight => weight - (row[0] as number)) }))
    : rows
  const scale = 127 / largestOf(relative)
  const kept = strongest(relative, most).filter(({ row }) =>
    row.some(weight => Math.abs(Math.round(weight * scale)) >= least),
  )
  let size = 16
  while (size < kept.length * 1.4) size *= 2
  const at = new Int32Array(size).fill(-1)
  kept.forEach(({ hash }, i) => {
    let place = hash & (size - 1)
    while (at[place] !== -1 && checkOf((kept[at[place] as number] as FeatureRow).hash) !== checkOf(hash))
      place = (place + 1) & (size - 1)
    if (at[place] === -1) at[place] = i
  })
  const ordered = Array.from(at, i => kept[i])
  return few ? freezeFew(ordered, classes, scale) : freezeMany(ordered, classes, scale, least)
}

function strongest(rows: readonly FeatureRow[], most: number): readonly FeatureRow[] {
  if (rows.length <= most) return rows
  const strength = Float64Array.from(rows, ({ row }) =>
    row.reduce((high, weight) => Math.max(high, Math.abs(weight)), 0),
  )
  const weakest = strength.toSorted()[rows.length - most] as number
  return rows.filter((_, i) => (strength[i] as number) >= weakest)
}

/** The largest absolute weight. */
export function largestOf(rows: readonly FeatureRow[]): number {
  let largest = 1e-9
  for (const { row } of rows) for (const weight of row) largest = Math.max(largest, Math.abs(weight))
  return largest
}

function freezeFew(rows: readonly (FeatureRow | undefined)[], classes: number, scale: number): Weights {
  const slots = Int32Array.from(rows, found => {
    if (!found) return 0
    const byte = (c: number) => Math.round((found.row[c] ?? 0) * scale) & 0xff
    return (byte(2) << 24) | (byte(1) << 16) | checkOf(found.hash)
  })
  return { kind: 'few', classes, mask: rows.length - 1, slots }
}

function freezeMany(rows: readonly (FeatureRow | undefined)[], classes: number, scale: number, least: number): Weights {
  const slots = new Uint32Array(rows.length * 2)
  const pairs: number[] = []
  rows.forEach((found, place) => {
    if (!found) return
    const start = pairs.length
    found.row.forEach((weight, c) => {
      const rounded = Math.round(weight * scale)
      if (Math.abs(rounded) >= least) pairs.push((c << 8) | (rounded & 0xff))
    })
    slots[place * 2] = ((pairs.length - start) << 16) | checkOf(found.hash)
    slots[place * 2 + 1] = start
  })
  return { kind: 'many', classes, mask: rows.length - 1, slots, pairs: Uint16Array.from(pairs) }
}

/** The arrays of a model file for these weights, names begun with `name`. */
export function weightArrays(
  name: string,
  weights: Weights,
): readonly [string, Int32Array | Uint16Array | Uint8Array][] {
  if (weights.kind === 'few') return [[`${name}.few`, weights.slots]]
  const { slots, pairs, mask } = weights
  const places = Array.from({ length: mask + 1 }, (_, i) => slots[i * 2] as number)
  return [
    [`${name}.check`, Uint16Array.from(places, slot => slot & 0xffff)],
    [`${name}.count`, Uint8Array.from(places, slot => slot >>> 16)],
    [`${name}.pairs`, pairs],
  ]
}

export function readWeights(file: ModelFile, name: string, classes: number): Weights {
  if (classes <= 3) {
    const slots = file.array(`${name}.few`, 'i32')
    return { kind: 'few', classes, mask: slots.length - 1, slots }
  }
  const check = file.array(`${name}.check`, 'u16')
  const count = file.array(`${name}.count`, 'u8')
  const slots = new Uint32Array(check.length * 2)
  let start = 0
  for (let i = 0; i < check.length; i++) {
    slots[i * 2] = ((count[i] as number) << 16) | (check[i] as number)
    slots[i * 2 + 1] = start
    start += count[i] as number
  }
  return { kind: 'many', classes, mask: check.length - 1, slots, pairs: file.array(`${name}.pairs`, 'u16') }
}
