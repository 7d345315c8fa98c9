import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import type { TreebankDoc } from '../loaders/conllu.ts'
import type { TreebankSentence } from '../loaders/treebank.ts'
import { blanksBefore, placed } from '../loaders/treebank-align.ts'
import type { Figure } from '../types.ts'

/** The tags of wink-nlp on running text, words matched by the characters they cover. It has no parser. */
export function tagsOfWink(
  dataset: string,
  documents: readonly TreebankDoc[],
  sentences: readonly TreebankSentence[],
): readonly Figure[] {
  const nlp = winkNLP(model, ['sbd', 'pos'])
  const byDocument = Map.groupBy(sentences, sentence => sentence.document)
  let [gold, given, right, seconds] = [0, 0, 0, 0]
  for (const { name, text } of documents) {
    const started = performance.now()
    const read = nlp.readDoc(text).tokens()
    const values = read.out(nlp.its.value) as readonly string[]
    const tags = read.out(nlp.its.pos) as readonly string[]
    seconds += (performance.now() - started) / 1000
    const wanted = new Map(placed(byDocument.get(name) ?? []).map(word => [word.key, word.upos]))
    const found = keysOf(text, values)
    gold += wanted.size
    given += values.length
    right += found.filter((key, i) => wanted.get(key) === tags[i]).length
  }
  const base = { suite: 'tags', dataset, n: gold, peer: 'wink-nlp', seconds, detail: true }
  return [
    { ...base, metric: 'upos_raw', value: (2 * right) / Math.max(1, gold + given) },
    { ...base, metric: 'tokens_per_second', value: given / Math.max(seconds, 1e-6) },
  ]
}

function keysOf(text: string, values: readonly string[]): readonly string[] {
  const before = blanksBefore(text)
  let at = 0
  return values.map(value => {
    const start = text.indexOf(value, at)
    if (start === -1) return ''
    at = start + value.length
    return `${start - (before[start] ?? 0)} ${at - (before[at] ?? 0)}`
  })
}
