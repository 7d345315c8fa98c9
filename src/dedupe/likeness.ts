import { shingles, type Words } from './words.ts'

/** Words in a shingle. */
const SHINGLE = 5
/** A run of common words that two authors do not write by chance. */
export const LONG_RUN = 12
/** A run that is copied even where less of the text is common. */
const VERY_LONG_RUN = 25
const CONTAINED = 0.5
const PARTLY_CONTAINED = 0.3

export type Likeness = {
  /** Share of the shorter text's 5-word shingles that the longer one has too. */
  readonly containment: number
  /** Words of the longest run common to both. */
  readonly run: number
  /** Words of the shorter and of the longer text. */
  readonly shorter: number
  readonly longer: number
}

/** A text made ready to be compared: its shingles in order, and where each first stands. */
export type Profile = {
  readonly words: Words
  readonly shingles: Uint32Array
  readonly places: ReadonlyMap<number, number>
}

export function profile(words: Words): Profile {
  const found = shingles(words, SHINGLE)
  const places = new Map<number, number>()
  for (const [at, shingle] of found.entries()) if (!places.has(shingle)) places.set(shingle, at)
  return { words, shingles: found, places }
}

/**
 * How much of the shorter text stands in the longer one. Real copies of agency copy share few shingles overall but long
 * runs, so both figures count (containment after Broder 1997; longest run as in greedy string tiling). Linear in the
 * length of the shorter text.
 */
export function likeness(a: Profile, b: Profile): Likeness {
  const [short, long] = a.words.length <= b.words.length ? [a, b] : [b, a]
  let shared = 0
  for (const shingle of short.places.keys()) if (long.places.has(shingle)) shared += 1
  const containment = short.places.size === 0 ? 0 : shared / short.places.size
  return { containment, run: longestRun(short, long), shorter: short.words.length, longer: long.words.length }
}

/** The longest run of words in both, of those that begin at a shingle's first place in the long text. */
function longestRun(short: Profile, long: Profile): number {
  let longest = 0
  for (let i = 0; i < short.shingles.length; ) {
    const at = long.places.get(short.shingles[i] ?? 0)
    const length = at === undefined ? 0 : runAt(short.words, i, long.words, at)
    longest = Math.max(longest, length)
    i += Math.max(1, length - SHINGLE + 1)
  }
  return longest
}

function runAt(a: Words, from: number, b: Words, at: number): number {
  let length = 0
  while (from + length < a.length && a[from + length] === b[at + length]) length += 1
  return length
}

/**
 * Whether a likeness means that one text was made from the other; `credited`: both name the same agency as their source.
 * A text shorter than a long run is a copy of one with the same words only.
 */
export function isCopy({ containment, run, shorter, longer }: Likeness, credited: boolean): boolean {
  if (shorter < LONG_RUN) return run === longer
  if (run < LONG_RUN) return false
  const needed = credited || run >= VERY_LONG_RUN ? PARTLY_CONTAINED : CONTAINED
  return containment >= needed
}
