import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Span } from '../../src/core/span.ts'
import type { Annotation } from '../../src/core/types.ts'
import { english } from '../../src/lang/en/index.ts'
import { tokens } from '../../src/lang/en/tokens.ts'
import type { Language } from '../../src/lang/language.ts'
import { CORPORA, corpusDocuments } from '../loaders/corpora.ts'
import { type NameSentence, type NameText, POLITICS_TYPES, readOwn, readRe3d, readTagged } from '../loaders/names.ts'
import { repaired } from '../loaders/names-repair.ts'
import { PROJECT } from '../root.ts'
import { f1, type Scored, SpanScore } from '../scorers/spans.ts'
import type { Figure, Suite, SuiteOptions } from '../types.ts'
import { nameOfCompromise } from './names-peers.ts'

/**
 * Names: exact span and type, micro F1. `uner` and `politics` are read with their own words and sentences, PERSON,
 * ORGANISATION and PLACE only (parties are organisations, countries places); `re3d` from running text as given and repaired
 * (see names-repair.ts); `own` is the half of our labelled crisis news that nothing is trained on, all types, from running
 * text (guideline: bench/labels/names/GUIDELINE.md). References by description ("the Ukrainian foreign ministry") are no
 * names and are left out.
 */
export const suite: Suite = {
  name: 'names',
  datasets: [
    {
      name: 'uner',
      path: 'train/ner/uner',
      run: (folder, options) => tagged('uner', readTagged(folder, '.iob2', { word: 1, tag: 2 }), UNER, options),
    },
    {
      name: 'politics',
      path: 'train/ner/crossner-politics',
      run: (folder, options) => {
        const ending = existsSync(join(folder, 'dev.txt')) ? 'dev.txt' : '.txt'
        return tagged('politics', readTagged(folder, ending, { word: 0, tag: 1 }), POLITICS_TYPES, options)
      },
    },
    { name: 're3d', path: 'train/ner/re3d', run: folder => re3d(readRe3d(folder)) },
    { name: 'own', path: 'corpus', run: folder => own(folder) },
  ],
}

type Types = Readonly<Record<string, string>>
const UNER: Types = { PER: 'PERSON', ORG: 'ORGANISATION', LOC: 'PLACE' }
const RE3D: Types = {
  Person: 'PERSON',
  Organisation: 'ORGANISATION',
  Location: 'PLACE',
  Nationality: 'GROUP',
  Weapon: 'WEAPON',
  MilitaryPlatform: 'WEAPON',
  Vehicle: 'WEAPON',
}

function figures(dataset: string, score: SpanScore, seconds: number, suffix = ''): readonly Figure[] {
  const base = { suite: 'names', dataset, seconds }
  const types = [...score.byType].filter(([, counts]) => counts.gold > 0)
  return [
    { ...base, metric: `f1${suffix}`, value: f1(score.all), n: score.all.gold },
    ...types.map(([type, counts]) => ({
      ...base,
      metric: `f1${suffix}:${type}`,
      value: f1(counts),
      n: counts.gold,
      detail: true,
    })),
  ]
}

/** Sentences of given words: the words are our tokens, joined by blanks. */
function tagged(
  dataset: string,
  sentences: readonly NameSentence[],
  types: Types,
  { peers }: SuiteOptions,
): readonly Figure[] {
  const language = english()
  const documents = documentsOf(sentences)
  const kept = new Set(Object.values(types))
  const score = new SpanScore()
  const started = performance.now()
  for (const document of documents) {
    const { text, token, sentence, starts } = laidOut(document)
    const syntax = language.syntax(text, { token, sentence })
    const names = language.names(text, { token: syntax, sentence }, {})
    score.add(
      document.flatMap(({ words, names }, s) =>
        names.flatMap(({ start, end, type }) => {
          const from = starts[s]?.[start] ?? 0
          const last = starts[s]?.[end - 1] ?? 0
          const wanted = types[type]
          return wanted ? [{ key: `${from} ${last + (words[end - 1]?.length ?? 0)}`, type: wanted }] : []
        }),
      ),
      scored(names).filter(({ type }) => kept.has(type)),
    )
  }
  const seconds = (performance.now() - started) / 1000
  const own = figures(dataset, score, seconds)
  return peers ? [...own, ...nameOfCompromise(dataset, documents, types)] : own
}

function documentsOf(sentences: readonly NameSentence[]): readonly (readonly NameSentence[])[] {
  const documents: NameSentence[][] = []
  for (const sentence of sentences) {
    const last = documents.at(-1)
    if (last && sentence.document !== '' && last[0]?.document === sentence.document) last.push(sentence)
    else documents.push([sentence])
  }
  return documents
}

function laidOut(document: readonly NameSentence[]) {
  let text = ''
  const token: Annotation<'token'>[] = []
  const sentence: Annotation<'sentence'>[] = []
  const starts: number[][] = []
  for (const { words } of document) {
    const from = text.length
    starts.push(
      words.map(word => {
        const start = text.length
        text += `${word} `
        const value = tokens(word)[0]?.value ?? { kind: 'symbol' as const, norm: word }
        token.push({ span: { start, end: start + word.length }, value: { ...value, norm: value.norm }, by: 'bench' })
        return start
      }),
    )
    const span = { start: from, end: text.length - 1 }
    sentence.push({ span, value: { kind: 'sentence', paragraph: 0 }, by: 'bench' })
    text += '\n'
  }
  return { text, token, sentence, starts }
}

function scored(names: readonly Annotation<'name'>[]): readonly Scored[] {
  return names.flatMap(({ span, value }) => (value.described ? [] : [{ key: keyOf(span), type: value.type }]))
}

function keyOf({ start, end }: Span): string {
  return `${start} ${end}`
}

function namesIn(text: string, language: Language): readonly Annotation<'name'>[] {
  const bare = language.tokens(text)
  const sentence = language.sentences(text, bare)
  const token = language.syntax(text, { token: bare, sentence })
  return language.names(text, { token, sentence }, {})
}

function re3d(texts: readonly NameText[]): readonly Figure[] {
  const language = english()
  const [given, mended] = [new SpanScore(), new SpanScore()]
  const better = repaired(texts)
  const started = performance.now()
  texts.forEach(({ text, names }, i) => {
    const found = scored(namesIn(text, language)).filter(({ type }) => type !== 'EVENT')
    const gold = (names: NameText['names']) =>
      names.flatMap(name => (RE3D[name.type] ? [{ key: keyOf(name), type: RE3D[name.type] ?? '' }] : []))
    given.add(gold(names), found)
    mended.add(gold(better[i]?.names ?? []), found)
  })
  const seconds = (performance.now() - started) / 1000
  return [...figures('re3d', given, seconds), ...figures('re3d', mended, seconds, '_repaired')]
}

/** The untouched half of our own labels. */
function own(folder: string): readonly Figure[] {
  const rows = readOwn(join(PROJECT, 'bench', 'labels', 'names', 'test.jsonl'))
  const root = join(folder, '..')
  const texts = new Map<string, string>()
  for (const corpus of CORPORA)
    if (existsSync(join(folder, corpus)))
      for (const { id, text } of corpusDocuments(root, corpus)) texts.set(`${corpus} ${id}`, text)
  const language = english()
  const score = new SpanScore()
  const started = performance.now()
  for (const key of new Set(rows.map(({ corpus, document }) => `${corpus} ${document}`))) {
    const text = texts.get(key)
    if (text === undefined) throw new Error(`${folder}: no document ${key}, whose names are labelled`)
    const units = codePointStarts(text)
    const names = namesIn(text, language)
    for (const row of rows.filter(({ corpus, document }) => `${corpus} ${document}` === key)) {
      const [start, end] = [units[row.start] ?? 0, units[row.end] ?? 0]
      const inside = names.filter(({ span }) => span.start >= start && span.end <= end)
      score.add(
        row.names.map(([from, to, type]) => ({ key: `${units[from]} ${units[to]}`, type })),
        scored(inside),
      )
    }
  }
  return figures('own', score, (performance.now() - started) / 1000)
}

/** Where each code point of a text begins in code units, and its end. */
function codePointStarts(text: string): readonly number[] {
  const starts: number[] = []
  for (let at = 0; at < text.length; at += (text.codePointAt(at) as number) > 0xffff ? 2 : 1) starts.push(at)
  return [...starts, text.length]
}
