import type { Annotation } from '../../src/core/types.ts'
import { sentences as splitSentences } from '../../src/lang/en/sentences.ts'
import { syntaxReader } from '../../src/lang/en/syntax.ts'
import { tokens } from '../../src/lang/en/tokens.ts'
import { readTreebank, type TreebankDoc } from '../loaders/conllu.ts'
import { readSentences, type TreebankSentence } from '../loaders/treebank.ts'
import { blanksBefore, placed } from '../loaders/treebank-align.ts'
import { ParseScore, type ScoredWord } from '../scorers/parse.ts'
import type { Figure, Suite, SuiteOptions } from '../types.ts'
import { tagsOfWink } from './tags-peers.ts'

/**
 * Parts of speech, dependencies, lemmas on the development part of treebanks, scored as the CoNLL 2018 shared task does
 * (subtypes of relations left aside, punctuation counted). `upos`, `uas`, `las`, `lemma`: over the treebank's own words and
 * sentences; `xpos` and `las_subtypes` are details. Lines with `_raw` are F1 from running text, our own words and sentences: a
 * word counts where it covers the same characters.
 */
export const suite: Suite = {
  name: 'tags',
  datasets: [
    { name: 'ewt', path: 'train/ud-ewt', run: (folder, options) => treebank('ewt', folder, options) },
    { name: 'gum', path: 'train/gum/dep', run: (folder, options) => treebank('gum', folder, options) },
  ],
}

type Token = Annotation<'token'>
type Reader = ReturnType<typeof syntaxReader>

function treebank(dataset: string, folder: string, { peers }: SuiteOptions): readonly Figure[] {
  const sentences = readSentences(folder, 'dev')
  const documents = readTreebank(folder)
  const read = syntaxReader()
  const base = { suite: 'tags', dataset }
  const started = performance.now()
  const words = sentences.map(sentence => onGoldWords(sentence, read))
  const seconds = (performance.now() - started) / 1000
  const score = new ParseScore()
  sentences.forEach((sentence, i) => {
    score.addSentence(goldWords(sentence), words[i] ?? [])
  })
  const raw = onRunningText(documents, sentences, read)
  const of = (metric: string, value: number, detail = false): Figure => ({
    ...base,
    metric,
    value,
    n: score.gold,
    seconds,
    ...(detail && { detail }),
  })
  return [
    of('upos', score.share('upos')),
    of('uas', score.share('uas')),
    of('las', score.share('las')),
    of('lemma', score.share('lemma')),
    of('xpos', score.share('xpos'), true),
    of('las_subtypes', score.share('subtypes'), true),
    of('upos_raw', raw.f1('upos'), true),
    of('uas_raw', raw.f1('uas'), true),
    of('las_raw', raw.f1('las'), true),
    of('tokens_per_second', score.gold / Math.max(seconds, 1e-6), true),
    ...(peers ? tagsOfWink(dataset, documents, sentences) : []),
  ]
}

function goldWords({ words }: TreebankSentence): readonly ScoredWord[] {
  return words.map(({ upos, xpos, lemma, head, deprel }) => ({ upos, xpos, lemma, head: head - 1, relation: deprel }))
}

/** Reads the treebank's words as if our tokeniser had cut them. */
function onGoldWords({ words }: TreebankSentence, read: Reader): readonly ScoredWord[] {
  let text = ''
  const token = words.map(({ form }): Token => {
    const start = text.length
    text += `${form} `
    const value = tokens(form)[0]?.value ?? { kind: 'symbol', norm: form }
    return { span: { start, end: start + form.length }, value, by: 'bench' }
  })
  const span = { start: 0, end: text.length }
  const sentence = [{ span, value: { kind: 'sentence' as const, paragraph: 0 }, by: 'bench' }]
  return read(text, { token, sentence }).map(scoredWord)
}

function scoredWord({ value }: Token): ScoredWord {
  return {
    upos: value.pos ?? '',
    xpos: value.xpos ?? '',
    lemma: value.lemma ?? '',
    head: value.head ?? -1,
    relation: value.relation ?? '',
  }
}

/** Reads whole documents; words are matched by the characters they cover, blanks left out. */
function onRunningText(
  documents: readonly TreebankDoc[],
  sentences: readonly TreebankSentence[],
  read: Reader,
): ParseScore {
  const score = new ParseScore()
  const byDocument = Map.groupBy(sentences, sentence => sentence.document)
  for (const { name, text } of documents) {
    const gold = placed(byDocument.get(name) ?? [])
    const bare = tokens(text)
    const token = read(text, { token: bare, sentence: splitSentences(text, bare) })
    const before = blanksBefore(text)
    const key = ({ span }: Token) => `${span.start - (before[span.start] ?? 0)} ${span.end - (before[span.end] ?? 0)}`
    const given = token.map(one => ({ ...scoredWord(one), key: key(one), headKey: headKey(one, token, key) }))
    score.addAligned(gold, given)
  }
  return score
}

function headKey(one: Token, all: readonly Token[], key: (token: Token) => string): string {
  const head = one.value.head === undefined ? undefined : all[one.value.head]
  return head ? key(head) : 'root'
}
