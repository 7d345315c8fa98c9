import { ModelFile } from '../../../learn/container.ts'
import { hashText, mix } from '../../../learn/hash.ts'
import { plain } from './forms.ts'

/** How a form becomes its lemma: `cut` letters off the end, `add` put there; `keep`: capitals stay. */
export type LemmaRule = { readonly keep: boolean; readonly cut: number; readonly add: string }

export type LemmaModel = {
  readonly rules: readonly LemmaRule[]
  /** Hashes of an ending with its tag, in order, and the rule of each. */
  readonly key: Int32Array
  readonly rule: Uint16Array
}

/** Endings up to this long decide; a whole word stands before all of them. */
export const LONGEST_ENDING = 5

/** Gives the lemma of a form with its tag (`UPOS|XPOS`). */
export type Lemmatizer = (text: string, tag: string) => string

export function openLemmatizer(): Lemmatizer {
  const file = ModelFile.read('en/lemmas.bin')
  const { rules } = file.meta as { rules: readonly LemmaRule[] }
  return lemmatizerWith({ rules, key: file.array('key', 'i32'), rule: file.array('rule', 'u16') })
}

/**
 * Looks for the whole word with its tag, then its longest known ending with the tag, and rewrites the end (suffix rules as
 * in Jongejan & Dalianis 2009).
 */
export function lemmatizerWith({ rules, key, rule }: LemmaModel): Lemmatizer {
  const table = new Map<number, number>()
  for (let i = 0; i < key.length; i++) table.set(key[i] as number, rule[i] as number)
  return (text, tag) => {
    const lower = plain(text)
    const tagHash = hashText(tag)
    let found = table.get(wordKey(lower, tagHash))
    for (let n = Math.min(LONGEST_ENDING, lower.length); found === undefined && n >= 0; n--)
      found = table.get(endingKey(lower, n, tagHash))
    const applied = found === undefined ? undefined : rules[found]
    return applied ? apply(applied, text, lower) : lower
  }
}

export function apply({ keep, cut, add }: LemmaRule, text: string, lower: string): string {
  const from = keep ? text : lower
  return cut > from.length ? from : from.slice(0, from.length - cut) + add
}

export function wordKey(lower: string, tagHash: number): number {
  return mix(mix(1, hashText(lower)), tagHash)
}

export function endingKey(lower: string, length: number, tagHash: number): number {
  return mix(mix(2 + length, hashText(lower, lower.length - length)), tagHash)
}
