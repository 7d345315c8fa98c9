import { join } from 'node:path'
import { type Corpus, corpusDocuments } from '../bench/loaders/corpora.ts'
import { type NameSentence, POLITICS_TYPES, readOwn, readTagged } from '../bench/loaders/names.ts'
import { readSentences, type TreebankSentence, type TreebankWord } from '../bench/loaders/treebank.ts'
import { dataRoot, PROJECT } from '../bench/root.ts'
import { readTable } from '../src/core/table.ts'
import { sentences } from '../src/lang/en/sentences.ts'
import { tokens } from '../src/lang/en/tokens.ts'

export const TYPES = ['PERSON', 'ORGANISATION', 'PLACE', 'GROUP', 'EVENT', 'WEAPON'] as const
export type Type = (typeof TYPES)[number]

/** A name for training; `other`: no PERSON, ORGANISATION or PLACE, the corpus does not say what. */
export type TrainName = { readonly start: number; readonly end: number; readonly type: Type | 'other' }

export type TrainSentence = {
  readonly document: string
  readonly words: readonly string[]
  /** Absent: not labelled, there for what it tells of the document. */
  readonly names?: readonly TrainName[]
  readonly weight: number
}

/** All corpora that weights may be trained on, brought to bench/labels/names/GUIDELINE.md. */
export function nameCorpora(): readonly TrainSentence[] {
  const root = join(dataRoot(), 'train', 'ner')
  const iob = (folder: string, ending: string, columns: { word: number; tag: number }, types: Types, weight: number) =>
    readTagged(join(root, folder), ending, columns).map(sentence => fromTagged(sentence, folder, types, weight))
  return [
    ...own('train', 3),
    ...iob('wikigold', '.conll.txt', { word: 0, tag: 1 }, WIKIGOLD, 1),
    ...iob('crossner-politics', 'train.txt', { word: 0, tag: 1 }, CROSSNER, 2),
    ...iob('wnut17', 'train.conll', { word: 0, tag: 1 }, WNUT, 0.6),
    ...readSentences(join(dataRoot(), 'train/gum/dep'), 'train').map(fromGum),
  ]
}

type Types = Readonly<Record<string, Type>>
const WIKIGOLD: Types = { PER: 'PERSON', ORG: 'ORGANISATION', LOC: 'PLACE' }
const CROSSNER: Types = { ...POLITICS_TYPES, event: 'EVENT', election: 'EVENT' }
const WNUT: Types = { person: 'PERSON', location: 'PLACE', corporation: 'ORGANISATION', group: 'ORGANISATION' }

const PEOPLES = new Set(
  readTable('actors/states.tsv', ['adjective', 'people']).flatMap(row => [
    ...row.adjective.split('|'),
    ...row.people.split('|'),
  ]),
)

function fromTagged(
  { document, words, names }: NameSentence,
  corpus: string,
  types: Types,
  weight: number,
): TrainSentence {
  const given = names.map(({ start, end, type }) => ({ start, end, type: types[type] ?? 'other' }))
  return {
    document: `${corpus} ${document}`,
    words,
    names: withPeoples(
      words,
      given.map(n => trimmed(n, words)),
    ),
    weight,
  }
}

const ARTICLES = new Set(['the', 'a', 'an'])

/** Without an article before it. */
function trimmed(name: TrainName, words: readonly string[]): TrainName {
  return name.end - name.start > 1 && ARTICLES.has((words[name.start] ?? '').toLowerCase())
    ? { ...name, start: name.start + 1 }
    : name
}

/** Peoples that the corpus left out, or put among the rest, are GROUP. */
function withPeoples(words: readonly string[], names: readonly TrainName[]): readonly TrainName[] {
  const kept = names.map(name =>
    name.type === 'other' && name.end - name.start === 1 && PEOPLES.has(words[name.start] ?? '')
      ? { ...name, type: 'GROUP' as const }
      : name,
  )
  const taken = new Set(kept.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i)))
  const found = words.flatMap((word, i) =>
    PEOPLES.has(word) && !taken.has(i) ? [{ start: i, end: i + 1, type: 'GROUP' as const }] : [],
  )
  return [...kept, ...found].sort((a, b) => a.start - b.start)
}

/** Our own labels: whole documents, the labelled sentences among them. */
export function own(part: 'train' | 'test', weight: number): readonly TrainSentence[] {
  const labelled = readOwn(join(PROJECT, 'bench', 'labels', 'names', `${part}.jsonl`))
  const documents = [...new Set(labelled.map(({ corpus, document }) => `${corpus} ${document}`))]
  return documents.flatMap(key => {
    const [corpus, id] = [key.slice(0, key.indexOf(' ')), key.slice(key.indexOf(' ') + 1)]
    const text = corpusDocuments(dataRoot(), corpus as Corpus).find(doc => doc.id === id)?.text ?? ''
    const rows = labelled.filter(row => row.corpus === corpus && row.document === id)
    return ownDocument(text, rows, key, weight)
  })
}

function ownDocument(
  text: string,
  rows: ReturnType<typeof readOwn>,
  document: string,
  weight: number,
): TrainSentence[] {
  const units: number[] = []
  for (let at = 0; at < text.length; at += (text.codePointAt(at) as number) > 0xffff ? 2 : 1) units.push(at)
  units.push(text.length)
  const all = tokens(text)
  return sentences(text, all).map(({ span }) => {
    const own = all.filter(token => token.span.start >= span.start && token.span.end <= span.end)
    const words = own.map(token => text.slice(token.span.start, token.span.end))
    const row = rows.find(row => units[row.start] === span.start && units[row.end] === span.end)
    if (!row) return { document, words, weight }
    const names = row.names.flatMap(([start, end, type]) => {
      const from = own.findIndex(token => token.span.end > (units[start] as number))
      const to = own.findIndex(token => token.span.end >= (units[end] as number))
      return from === -1 || to < from ? [] : [{ start: from, end: to + 1, type: type as Type }]
    })
    return { document, words, names, weight }
  })
}

const GUM_TYPES: Types = { person: 'PERSON', organization: 'ORGANISATION', place: 'PLACE', event: 'EVENT' }

/** Cuts names out of the noun phrases of GUM: the runs of proper nouns, with the type of the innermost phrase around. */
function fromGum({ document, words }: TreebankSentence): TrainSentence {
  const types = innermostTypes(words)
  const names: TrainName[] = []
  words.forEach((word, i) => {
    if (word.upos !== 'PROPN') return
    const last = names.at(-1)
    const type = GUM_TYPES[types[i] ?? ''] ?? 'other'
    if (last && last.end === i && words[i - 1]?.upos === 'PROPN' && last.type === type)
      names[names.length - 1] = { ...last, end: i + 1 }
    else names.push({ start: i, end: i + 1, type })
  })
  const texts = words.map(word => word.form)
  return {
    document: `gum ${document}`,
    words: texts,
    names: withPeoples(texts, names.flatMap(splitTitle(texts))),
    weight: 1,
  }
}

const TITLES = new Set(
  readTable('lexicon/en/titles.tsv', ['word', 'kind'])
    .filter(({ kind }) => kind === 'head')
    .map(({ word }) => word),
)

/** "President Obama": the title is no part of the name. */
function splitTitle(words: readonly string[]) {
  return (name: TrainName): readonly TrainName[] => {
    if (name.type !== 'PERSON') return [name]
    let { start } = name
    while (start < name.end - 1 && TITLES.has((words[start] ?? '').toLowerCase().replace(/\.$/u, ''))) start += 1
    return [{ ...name, start }]
  }
}

/** The type of the innermost entity around each word, from `Entity=(12-person-…` brackets. */
function innermostTypes(words: readonly TreebankWord[]): readonly (string | undefined)[] {
  const open: { id: string; type: string }[] = []
  return words.map(({ misc }) => {
    const entity = /(?:^|\|)Entity=([^|]*)/u.exec(misc)?.[1] ?? ''
    const marks = [...entity.matchAll(/\((\d+)-([a-z]+)(?:-[^()]*?)?(\))?(?=\(|\d+\)|$|\))|(\d+)\)/gu)]
    const closed: string[] = []
    for (const [, id, type, single, end] of marks) {
      if (id !== undefined && type !== undefined) open.push({ id, type })
      if (single !== undefined && id !== undefined) closed.push(id)
      if (end !== undefined) closed.push(end)
    }
    const type = open.at(-1)?.type
    for (const id of closed) {
      const at = open.findLastIndex(entity => entity.id === id)
      if (at !== -1) open.splice(at, 1)
    }
    return type
  })
}
