/** A text as word ids: letters and digits only, case folded; punctuation and spacing do not count. */
export type Words = Readonly<Uint32Array>

/** Gives each word a number, the same for the same word across texts. */
export type Interner = (text: string) => Words

const WORD = /[\p{L}\p{N}]+/gu

/** An interner over one shared vocabulary; made anew for each run, so that nothing is kept between runs. */
export function interner(): Interner {
  const ids = new Map<string, number>()
  return text => {
    const found: number[] = []
    for (const [word] of text.toLowerCase().matchAll(WORD)) {
      let id = ids.get(word)
      if (id === undefined) {
        id = ids.size + 1
        ids.set(word, id)
      }
      found.push(id)
    }
    return Uint32Array.from(found)
  }
}

/** 32-bit hashes of the runs of `size` words, one for each place where a run begins (multiply-and-rotate mixing). */
export function shingles(words: Words, size: number): Uint32Array {
  const count = Math.max(0, words.length - size + 1)
  const found = new Uint32Array(count)
  for (let i = 0; i < count; i++) {
    let hash = 0x9747b28c
    for (let k = 0; k < size; k++) {
      hash = Math.imul(hash ^ (words[i + k] ?? 0), 0x85ebca6b)
      hash = (hash << 13) | (hash >>> 19)
    }
    hash ^= hash >>> 16
    hash = Math.imul(hash, 0xc2b2ae35)
    found[i] = (hash ^ (hash >>> 13)) >>> 0
  }
  return found
}
