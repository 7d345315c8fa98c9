import { plain } from '../src/lang/en/syntax/forms.ts'
import {
  apply,
  endingKey,
  type LemmaModel,
  type LemmaRule,
  LONGEST_ENDING,
  lemmatizerWith,
  wordKey,
} from '../src/lang/en/syntax/lemmatizer.ts'
import { ModelFile } from '../src/learn/container.ts'
import { hashText } from '../src/learn/hash.ts'
import { modelPath, tell } from './places.ts'
import { trainingSentences } from './treebanks.ts'

/** An ending counts when its rule was seen so often and in this share of its uses. */
const LEAST = 3
const SHARE = 0.8

type Word = { readonly text: string; readonly lower: string; readonly tag: string; readonly rule: number }

/** Learns lemma rules from the treebanks: endings first, then the words that the endings get wrong. */
export function trainLemmas(sentences = trainingSentences()): LemmaModel {
  const rules: LemmaRule[] = []
  const ids = new Map<string, number>()
  const words: Word[] = []
  for (const { words: given } of sentences)
    for (const { form, lemma, upos, xpos } of given) {
      if (lemma === '_') continue
      const lower = plain(form)
      const rule = ruleOf(form, lower, lemma, upos === 'PROPN')
      const key = `${rule.keep} ${rule.cut} ${rule.add}`
      if (!ids.has(key)) {
        ids.set(key, rules.length)
        rules.push(rule)
      }
      words.push({ text: form, lower, tag: `${upos}|${xpos}`, rule: ids.get(key) ?? 0 })
    }
  const table = endings(words)
  addExceptions(words, rules, table)
  const sorted = [...table].sort(([a], [b]) => a - b)
  return { rules, key: Int32Array.from(sorted, ([key]) => key), rule: Uint16Array.from(sorted, ([, rule]) => rule) }
}

function ruleOf(text: string, lower: string, lemma: string, proper: boolean): LemmaRule {
  if (lower === 'i' && lemma === 'I') return { keep: false, cut: 1, add: 'I' }
  const keep = proper || (lemma !== lemma.toLowerCase() && text[0] === lemma[0])
  const from = keep ? text : lower
  let same = 0
  while (same < from.length && same < lemma.length && from[same] === lemma[same]) same += 1
  return { keep, cut: from.length - same, add: lemma.slice(same) }
}

function endings(words: readonly Word[]): Map<number, number> {
  const counts = new Map<number, Map<number, number>>()
  for (const { lower, tag, rule } of words)
    for (let n = 0; n <= Math.min(LONGEST_ENDING, lower.length); n++) {
      const key = endingKey(lower, n, hashText(tag))
      const rules = counts.get(key) ?? new Map<number, number>()
      counts.set(key, rules)
      rules.set(rule, (rules.get(rule) ?? 0) + 1)
    }
  const table = new Map<number, number>()
  for (const [key, rules] of counts) {
    const total = [...rules.values()].reduce((sum, n) => sum + n, 0)
    const [rule, count] = [...rules].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0] ?? [0, 0]
    if (count >= LEAST && count >= total * SHARE) table.set(key, rule)
  }
  return table
}

/** Words that the endings would get wrong, by their most frequent lemma. */
function addExceptions(words: readonly Word[], rules: readonly LemmaRule[], table: Map<number, number>): void {
  const seen = new Map<string, Map<number, number>>()
  for (const { lower, tag, rule } of words) {
    const key = `${lower}\t${tag}`
    const own = seen.get(key) ?? new Map<number, number>()
    seen.set(key, own)
    own.set(rule, (own.get(rule) ?? 0) + 1)
  }
  const guess = lemmatizerWith({ rules, key: Int32Array.from(table.keys()), rule: Uint16Array.from(table.values()) })
  const exceptions = new Map<number, number>()
  for (const [key, own] of seen) {
    const [lower = '', tag = ''] = key.split('\t')
    const [rule, count] = [...own].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0] ?? [0, 0]
    const best = rules[rule]
    if (best && count >= 1 && apply(best, lower, lower) !== guess(lower, tag))
      exceptions.set(wordKey(lower, hashText(tag)), rule)
  }
  for (const [key, rule] of exceptions) table.set(key, rule)
  tell(`${table.size} endings and words, ${rules.length} rules`)
}

if (import.meta.main) {
  const { rules, key, rule } = trainLemmas()
  new ModelFile(
    { rules },
    new Map<string, Int32Array | Uint16Array>([
      ['key', key],
      ['rule', rule],
    ]),
  ).write(modelPath('lemmas.bin'))
}
