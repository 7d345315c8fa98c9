import type { Candidate } from './material.ts'

export type Vector = ReadonlyMap<string, number>

/** What can be compared: a key of its own and its content words. */
export type Comparable = { readonly key: string; readonly terms: readonly string[] }

/** How alike candidates are: cosine of TF-IDF vectors over content words, computed where asked. */
export type Likeness<T extends Comparable = Candidate> = {
  of(a: T, b: T): number
  /** Candidates at least so alike, found through shared rare words. */
  near(candidate: T, least: number): readonly T[]
  /** Cosine with the middle of a set of candidates. */
  toMiddle(candidate: T, middle: Vector): number
  middle(candidates: readonly T[]): Vector
  ofWords(words: readonly string[]): Vector
}

/** Postings longer than this are too common to find likeness by. */
const COMMON = 400

export function likeness<T extends Comparable>(candidates: readonly T[]): Likeness<T> {
  const documents = new Map<string, number>()
  for (const { terms } of candidates)
    for (const term of new Set(terms)) documents.set(term, (documents.get(term) ?? 0) + 1)
  const idf = (term: string) => Math.log((candidates.length + 1) / ((documents.get(term) ?? 0) + 0.5))
  const vectors = new Map(candidates.map(c => [c.key, unit(weigh(c.terms, idf))]))
  const postings = new Map<string, T[]>()
  for (const c of candidates)
    for (const term of new Set(c.terms)) {
      const list = postings.get(term)
      if (list) list.push(c)
      else postings.set(term, [c])
    }
  const vectorOf = (c: T): Vector => vectors.get(c.key) ?? new Map()
  return {
    of: (a, b) => dot(vectorOf(a), vectorOf(b)),
    near: (candidate, least) => {
      const vector = vectorOf(candidate)
      const met = new Map<string, T>()
      for (const term of vector.keys()) {
        const list = postings.get(term) ?? []
        if (list.length <= COMMON) for (const other of list) if (other.key !== candidate.key) met.set(other.key, other)
      }
      return [...met.values()].filter(other => dot(vector, vectorOf(other)) >= least)
    },
    toMiddle: (candidate, middle) => dot(vectorOf(candidate), middle),
    middle: group => unit(sum(group.map(vectorOf))),
    ofWords: words => unit(weigh(words, idf)),
  }
}

function weigh(terms: readonly string[], idf: (term: string) => number): Vector {
  const counts = new Map<string, number>()
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  return new Map([...counts].map(([term, n]) => [term, (1 + Math.log(n)) * idf(term)]))
}

function sum(vectors: readonly Vector[]): Vector {
  const total = new Map<string, number>()
  for (const vector of vectors) for (const [term, weight] of vector) total.set(term, (total.get(term) ?? 0) + weight)
  return total
}

function unit(vector: Vector): Vector {
  let square = 0
  for (const weight of vector.values()) square += weight * weight
  const length = Math.sqrt(square) || 1
  return new Map([...vector].map(([term, weight]) => [term, weight / length]))
}

function dot(a: Vector, b: Vector): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  let total = 0
  for (const [term, weight] of small) total += weight * (large.get(term) ?? 0)
  return total
}
