/** A sparse vector: term numbers, ascending, and their weights. */
export type Vector = { readonly ids: Int32Array; readonly weights: Float64Array }

/** Turns content words into vectors that can be compared; a word the space was not built from counts for nothing. */
export type TermSpace = {
  /** Number of different terms. */
  readonly size: number
  /** Unit vector of (1 + ln count) × inverse document frequency. */
  vector(terms: readonly string[]): Vector
}

const EMPTY: Vector = { ids: new Int32Array(0), weights: new Float64Array(0) }

/**
 * A space over the terms of some texts (sentences or articles), numbered in the order of their first appearance.
 * Inverse document frequency is ln((texts + 1) / (texts with the term + ½)), so that a term of every text weighs next to nothing.
 */
export function termSpace(texts: Iterable<readonly string[]>): TermSpace {
  const numbers = new Map<string, number>()
  const frequency: number[] = []
  let count = 0
  for (const text of texts) {
    count += 1
    for (const term of new Set(text)) {
      const known = numbers.get(term)
      if (known === undefined) numbers.set(term, frequency.push(1) - 1)
      else frequency[known] = (frequency[known] ?? 0) + 1
    }
  }
  const idf = Float64Array.from(frequency, n => Math.max(0, Math.log((count + 1) / (n + 0.5))))
  return { size: frequency.length, vector: terms => unit(weigh(terms, numbers, idf)) }
}

function weigh(terms: readonly string[], numbers: ReadonlyMap<string, number>, idf: Float64Array): Vector {
  const ids = Int32Array.from(terms.flatMap(term => numbers.get(term) ?? [])).sort()
  const unique: number[] = []
  const weights: number[] = []
  for (let i = 0; i < ids.length; ) {
    const id = ids[i] as number
    let end = i
    while (ids[end] === id) end += 1
    unique.push(id)
    weights.push((1 + Math.log(end - i)) * (idf[id] ?? 0))
    i = end
  }
  return { ids: Int32Array.from(unique), weights: Float64Array.from(weights) }
}

export function dot(a: Vector, b: Vector): number {
  let sum = 0
  for (let i = 0, j = 0; i < a.ids.length && j < b.ids.length; ) {
    const left = a.ids[i] as number
    const right = b.ids[j] as number
    if (left === right) sum += (a.weights[i++] as number) * (b.weights[j++] as number)
    else if (left < right) i += 1
    else j += 1
  }
  return sum
}

/** Cosine of the angle between two vectors; 0 where one is empty. */
export function cosine(a: Vector, b: Vector): number {
  const length = Math.sqrt(dot(a, a) * dot(b, b))
  return length === 0 ? 0 : dot(a, b) / length
}

/** The same direction, length 1; an empty vector stays empty. */
export function unit(vector: Vector): Vector {
  const length = Math.sqrt(dot(vector, vector))
  return length === 0 ? EMPTY : { ids: vector.ids, weights: vector.weights.map(weight => weight / length) }
}

/** The sum of vectors, over the terms of all. */
export function sumOf(vectors: readonly Vector[]): Vector {
  const total = new Map<number, number>()
  for (const { ids, weights } of vectors)
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i] as number
      total.set(id, (total.get(id) ?? 0) + (weights[i] as number))
    }
  const ids = Int32Array.from(total.keys()).sort()
  return { ids, weights: Float64Array.from(ids, id => total.get(id) ?? 0) }
}

/** The middle of two unit vectors over the terms that both have: what two views of one thing agree on. Length 1. */
export function agreed(a: Vector, b: Vector): Vector {
  const ids: number[] = []
  const weights: number[] = []
  for (let i = 0, j = 0; i < a.ids.length && j < b.ids.length; ) {
    const left = a.ids[i] as number
    const right = b.ids[j] as number
    if (left === right) {
      ids.push(left)
      weights.push(((a.weights[i++] as number) + (b.weights[j++] as number)) / 2)
    } else if (left < right) i += 1
    else j += 1
  }
  return unit({ ids: Int32Array.from(ids), weights: Float64Array.from(weights) })
}
