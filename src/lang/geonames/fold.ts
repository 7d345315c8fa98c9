import { hashText, mix } from '../../learn/hash.ts'

/** Letters that Unicode does not take apart into a base letter and a mark. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ['ø', 'o'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['ł', 'l'],
  ['ı', 'i'],
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['þ', 'th'],
])
/** Words written short and in full. */
const SHORT: ReadonlyMap<string, string> = new Map([
  ['saint', 'st'],
  ['fort', 'ft'],
  ['mount', 'mt'],
])
const SEED = 0x1b873593

/** The words of a name as the gazetteer keeps them: small letters without marks or apostrophes ("Saint-Lô" → "st", "lo"). */
export function foldedWords(name: string): readonly string[] {
  return name.split(/[\s\p{Pd},/()]+/u).flatMap(word => {
    const folded = foldWord(word)
    return folded === '' ? [] : [folded]
  })
}

/** One word in small letters, without marks, apostrophes and full stops. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase()
  const plain = /^[a-z]+$/u.test(lower)
    ? lower
    : lower
        .normalize('NFD')
        .replace(/[^\p{L}\p{N}]/gu, '')
        .replace(/[øđðłıßæœþ]/gu, letter => LETTERS.get(letter) ?? letter)
  return SHORT.get(plain) ?? plain
}

/** A run of words as two hashes: by `place` it is found, `check` tells names apart that share a place. */
export type NameKey = { readonly place: number; readonly check: number }

export const NO_WORDS: NameKey = { place: 0, check: 0 }

/** The key of a run of words and one more; a name of n words is looked up by n steps. */
export function keyWith(before: NameKey, word: string): NameKey {
  return {
    place: mix(before.place, hashText(word)) >>> 0,
    check: mix(before.check, hashText(word, 0, word.length, SEED)) & 0xffff,
  }
}

export function keyOf(words: readonly string[]): NameKey {
  return words.reduce(keyWith, NO_WORDS)
}
