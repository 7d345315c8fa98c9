import { ModelFile } from '../../../learn/container.ts'

/** What lists know about a word or a run of words; bits of a mask. */
export const LISTS = {
  country: 1,
  city: 2,
  region: 4,
  given: 8,
  family: 16,
  organisation: 32,
  people: 64,
  title: 128,
} as const

/** Looks up the hash of words as written: a mask of LISTS, 0 when no list has them. */
export type WordLists = { of(hash: number): number; casing(word: number): number }

/** Opens models/en/lists.bin: words of lists, and how often a word is written with a capital inside sentences of the news. */
export function openWordLists(): WordLists {
  const file = ModelFile.read('en/lists.bin')
  const lists = table(file.array('lists.key', 'i32'), file.array('lists.mask', 'u8'))
  const casing = table(file.array('casing.key', 'i32'), file.array('casing.bucket', 'u8'))
  return { of: lists, casing }
}

/** An open-addressing table whose size is a power of two; key 0 is empty. */
function table(keys: Int32Array, values: Uint8Array): (hash: number) => number {
  const mask = keys.length - 1
  return hash => {
    let place = hash & mask
    for (;;) {
      const key = keys[place] as number
      if (key === hash) return values[place] as number
      if (key === 0) return 0
      place = (place + 1) & mask
    }
  }
}
