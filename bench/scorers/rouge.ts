import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { porter } from './porter.ts'

/** The word lists of ROUGE-1.5.5: words left out, and irregular forms with their lemmas. */
export type RougeWords = { readonly stop: ReadonlySet<string>; readonly exceptions: ReadonlyMap<string, string> }

/** Counts of n-grams; the key is the tokens with a space between. */
export type Grams = ReadonlyMap<string, number>

/** Reads `smart_common_words.txt` and `wordnet-exceptions.tsv` of a folder; throws where one is missing. */
export function readRougeWords(folder: string): RougeWords {
  const lines = (name: string) =>
    readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .filter(line => line !== '')
  const pairs = lines('wordnet-exceptions.tsv').map(line => line.split('\t'))
  return {
    stop: new Set(lines('smart_common_words.txt').map(word => word.trim())),
    exceptions: new Map(pairs.map(([form = '', lemma = '']) => [form, lemma])),
  }
}

/**
 * Tokens as ROUGE-1.5.5 counts them: lower case, hyphens apart, all but ASCII letters and digits a border, stop words
 * dropped, tokens longer than three letters made their WordNet lemma if irregular, else their Porter stem.
 */
export function rougeTokens(text: string, words: RougeWords): readonly string[] {
  const raw = text
    .toLowerCase()
    .replace(/-/gu, ' - ')
    .replace(/[^a-z0-9]+/gu, ' ')
    .trim()
  const kept = raw.split(' ').filter(token => token !== '' && !words.stop.has(token))
  return kept.map(token => (token.length > 3 ? (words.exceptions.get(token) ?? porter(token)) : token))
}

/** The n-grams of a run of tokens, counted. */
export function gramsOf(tokens: readonly string[], n: number): Grams {
  const counts = new Map<string, number>()
  for (let i = 0; i + n <= tokens.length; i++) {
    const key = tokens.slice(i, i + n).join(' ')
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

/** How many n-grams two counts share, each as often as in the smaller. */
export function shared(a: Grams, b: Grams): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  let sum = 0
  for (const [gram, count] of small) sum += Math.min(count, large.get(gram) ?? 0)
  return sum
}

export function total(grams: Grams): number {
  let sum = 0
  for (const count of grams.values()) sum += count
  return sum
}
