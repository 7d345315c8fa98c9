import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { byText } from '../../src/core/order.ts'
import { filesOf, type Part } from './conllu.ts'

/** A word of a treebank; `head` counts from 1, 0 is the root. */
export type TreebankWord = {
  readonly form: string
  readonly lemma: string
  readonly upos: string
  readonly xpos: string
  readonly feats: string
  readonly head: number
  readonly deprel: string
  readonly misc: string
}

export type TreebankSentence = { readonly document: string; readonly words: readonly TreebankWord[] }

/** The sentences of one part of the treebank in a folder, files by name. Empty words and multi-word lines are left out. */
export function readSentences(folder: string, part: Part): readonly TreebankSentence[] {
  return [...filesOf(folder, part)]
    .sort(byText)
    .flatMap(file => parseSentences(readFileSync(join(folder, file), 'utf8')))
}

export function parseSentences(file: string): readonly TreebankSentence[] {
  const found: TreebankSentence[] = []
  let document = ''
  let words: TreebankWord[] = []
  for (const line of `${file}\n`.split('\n')) {
    const doc = /^# newdoc id ?= ?(.*)$/u.exec(line)
    if (doc) document = doc[1] ?? ''
    if (/^\d+\t/u.test(line)) words.push(parseWord(line))
    if (line !== '' || words.length === 0) continue
    found.push({ document, words })
    words = []
  }
  return found
}

function parseWord(line: string): TreebankWord {
  const [, form, lemma, upos, xpos, feats, head, deprel, , misc] = line.split('\t')
  if (form === undefined || deprel === undefined) throw new Error(`not a CoNLL-U word: ${line.slice(0, 80)}`)
  return {
    form,
    lemma: lemma ?? '_',
    upos: upos ?? '_',
    xpos: xpos ?? '_',
    feats: feats ?? '_',
    head: Number(head),
    deprel,
    misc: misc ?? '_',
  }
}
