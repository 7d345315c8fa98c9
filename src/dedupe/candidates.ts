import { LONG_RUN } from './likeness.ts'
import { shingles, type Words } from './words.ts'

/** Words in a fingerprint. */
const SIZE = 6
/** Of this many fingerprints in a row one is kept: so every run of `LONG_RUN` words in two texts gives both the same one. */
const WINDOW = LONG_RUN - SIZE + 1
/** Of the texts that share a fingerprint this many count, the first ones: it may be boilerplate. */
const MOST_SHARED = 200
/** Two texts that share less of the smaller one's fingerprints are no copies: a third of what `isCopy` asks for. */
const LEAST_SHARED = 0.1
/** Texts compared with each text at most. */
const MOST_CANDIDATES = 50

/**
 * Pairs of texts that may be copies, the smaller index first: each text with the earlier ones that share the most
 * fingerprints. Fingerprints are chosen by winnowing (Schleimer, Wilkerson and Aiken 2003): the least hash of every
 * window, so that the choice depends on the words alone and not on where they stand. The work grows with the texts, not
 * with their square.
 */
export function* candidates(texts: readonly Words[]): Generator<readonly [number, number]> {
  const holders = new Map<number, number[]>()
  const sizes: number[] = []
  for (const [text, words] of texts.entries()) {
    const found = fingerprints(words)
    sizes.push(found.size)
    for (const other of likeliest(found, holders, sizes)) yield [other, text]
    for (const print of found) {
      const list = holders.get(print)
      if (list === undefined) holders.set(print, [text])
      else if (list.length < MOST_SHARED) list.push(text)
    }
  }
}

/** The least hash of each window; of a text shorter than a window, the least of all. */
export function fingerprints(words: Words): ReadonlySet<number> {
  const hashes = shingles(words, Math.max(1, Math.min(SIZE, words.length)))
  const kept = new Set<number>()
  const window = Math.min(WINDOW, hashes.length)
  for (let end = window; window > 0 && end <= hashes.length; end++) {
    let least = hashes[end - 1] ?? 0
    for (let i = end - window; i < end - 1; i++) least = Math.min(least, hashes[i] ?? 0)
    kept.add(least)
  }
  return kept
}

/** The texts that share the most fingerprints; ties by index. */
function likeliest(
  found: ReadonlySet<number>,
  holders: ReadonlyMap<number, readonly number[]>,
  sizes: readonly number[],
): readonly number[] {
  const shared = new Map<number, number>()
  for (const print of found)
    for (const other of holders.get(print) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1)
  return [...shared]
    .filter(([other, count]) => count >= LEAST_SHARED * Math.min(found.size, sizes[other] ?? 0))
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, MOST_CANDIDATES)
    .map(([other]) => other)
}
