import type { NameType } from '../../src/core/types.ts'
import { type CorefInput, type CorefWord, coreference, openCorefResources } from '../../src/lang/en/coreference.ts'
import { documentFacts } from '../../src/lang/en/names/document-facts.ts'
import { openNameTagger } from '../../src/lang/en/names/learned.ts'
import { openWordLists } from '../../src/lang/en/names/word-lists.ts'
import { openForms } from '../../src/lang/en/syntax/forms.ts'
import { openLemmatizer } from '../../src/lang/en/syntax/lemmatizer.ts'
import { openParser } from '../../src/lang/en/syntax/parser.ts'
import { openTagger } from '../../src/lang/en/syntax/tagger.ts'
import type { Part } from '../loaders/conllu.ts'
import { type CorefDoc, readCorefDocs } from '../loaders/gum-coref.ts'
import { corefCounts, corefScores, type KeyChain, withoutSingletons } from '../scorers/coref.ts'
import type { Figure, Suite } from '../types.ts'

/**
 * Which mentions of a text stand for the same. `gum`: sentences and tokens of gold; tags, parse, lemmas and names by our own
 * models. Mentions match by their exact span; entities mentioned once are dropped from gold and response alike, as OntoNotes
 * does not mark them. The figure is the mean F1 of MUC, B³ and CEAFe over all development documents.
 */
export const suite: Suite = {
  name: 'coref',
  datasets: [{ name: 'gum', path: 'train/gum/dep', run: folder => documents('gum', folder) }],
}

function documents(dataset: string, folder: string, part: Part = 'dev'): readonly Figure[] {
  const docs = readCorefDocs(folder, part)
  const read = openReader()
  const resources = openCorefResources()
  const inputs = docs.map(read)
  const started = performance.now()
  const found = inputs.map(input => coreference(input, resources))
  const seconds = (performance.now() - started) / 1000
  const gold = docs.map(goldKeys)
  const counts = gold.map((chains, i) =>
    corefCounts(
      chains,
      (found[i] ?? []).map(({ mentions }) => mentions.map(({ start, end }) => `${start}-${end}`)),
    ),
  )
  const { conll, muc, b3, ceafe } = corefScores(counts)
  const n = gold.flat(2).length
  const figure = { suite: 'coref', dataset, n }
  return [
    { ...figure, metric: 'conll_f1', value: conll, seconds },
    { ...figure, metric: 'muc_f1', value: muc, detail: true },
    { ...figure, metric: 'b3_f1', value: b3, detail: true },
    { ...figure, metric: 'ceafe_f1', value: ceafe, detail: true },
  ]
}

/** Gold chains of two mentions or more, mentions as spans of the text. */
export function goldKeys(doc: CorefDoc): readonly KeyChain[] {
  const words = doc.sentences.flatMap(sentence => sentence.words)
  const key = (first: number, end: number) => `${words[first]?.start}-${words[end - 1]?.end}`
  return withoutSingletons(doc.chains.map(chain => chain.map(({ start, end }) => key(start, end))))
}

/** Gives a reader that tags, parses and names the words of a document. */
export function openReader(): (doc: CorefDoc) => CorefInput {
  const [forms, tagger, parser, lemma] = [openForms(), openTagger(), openParser(), openLemmatizer()]
  const lists = openWordLists()
  const nameTagger = openNameTagger(lists)
  return doc => {
    const all = doc.sentences.map(({ words }) => words.map(({ form }) => forms.of(form)))
    const facts = documentFacts(all, lists)
    let names = 0
    const sentences = doc.sentences.map(({ words, speaker }, s) => {
      const own = all[s] ?? []
      const [tags, heads, labels] = [new Uint8Array(own.length), new Int32Array(own.length), new Uint8Array(own.length)]
      tagger.tag(own, tags)
      parser.parse(own, tags, heads, labels)
      const found = nameTagger(own, tags, facts)
      const read = words.map(({ start, end, form }, i): CorefWord => {
        const tag = tagger.names[tags[i] as number] ?? '|'
        const [upos = '', xpos = ''] = tag.split('|')
        const head = (heads[i] as number) < words.length ? (heads[i] as number) : -1
        const at = found.findIndex(name => name.start <= i && i < name.end)
        const type = nameTypeOf(found[at]?.type)
        const name = type && { name: { type, id: names + at } }
        const relation = parser.labels[labels[i] as number] ?? ''
        return { start, end, text: form, lemma: lemma(form, tag), upos, xpos, head, relation, ...name }
      })
      names += found.length
      return { words: read, ...(speaker !== undefined && { speaker }) }
    })
    return { text: doc.text, sentences }
  }
}

const NAME_TYPES: readonly NameType[] = ['PERSON', 'ORGANISATION', 'PLACE', 'GROUP', 'EVENT', 'WEAPON']

function nameTypeOf(type: string | undefined): NameType | undefined {
  return NAME_TYPES.find(known => known === type)
}
