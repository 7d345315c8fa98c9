import compromise from 'compromise'
import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import type { Layers } from '../../src/core/types.ts'
import { openRecogniser } from '../../src/lang/en/names/recognise.ts'
import { quotesReader } from '../../src/lang/en/quotes.ts'
import { sentences } from '../../src/lang/en/sentences.ts'
import { syntaxReader } from '../../src/lang/en/syntax.ts'
import { timeReader } from '../../src/lang/en/times.ts'
import { tokens } from '../../src/lang/en/tokens.ts'
import { CORPORA, corpusDocuments } from '../loaders/corpora.ts'
import type { Figure } from '../types.ts'

/** Characters of text in a round. */
const CHARACTERS = 1_000_000
const ROUNDS = 3

/**
 * How fast English is read, in our tokens a second on one core, the best of three rounds over the same texts:
 * `tags_names` (tokens, sentences, tags, lemmas, names), `parse` (those and dependencies), `times` (times alone, on tagged text),
 * and `load_ms` of all models.
 * Peers read the same texts in the same process; wink-nlp tags only, compromise tags and finds names.
 */
export function readingSpeed(root: string, peers: boolean): readonly Figure[] {
  const texts = textsOf(root)
  const started = performance.now()
  const [parse, tag, names] = [syntaxReader(), syntaxReader('none'), openRecogniser()]
  const load = performance.now() - started
  const times = timeReader()
  const read = (syntax: typeof parse) => (text: string) => {
    const bare = tokens(text)
    const sentence = sentences(text, bare)
    names(text, { token: syntax(text, { token: bare, sentence }), sentence })
  }
  const n = texts.reduce((sum, text) => sum + tokens(text).length, 0)
  const base = { suite: 'speed', dataset: 'reading', n }
  const rate = (work: (text: string) => void) => n / best(texts, work)
  return [
    { ...base, metric: 'tokens_per_second:tags_names', value: rate(read(tag)) },
    { ...base, metric: 'tokens_per_second:parse', value: rate(read(parse)) },
    { ...base, metric: 'tokens_per_second:times', value: n / best(texts.map(tagged(tag)), timesIn(times)) },
    { ...base, metric: 'load_ms', value: load },
    ...(peers ? peerFigures(base, rate) : []),
  ]
}

type Tagged = { readonly text: string; readonly layers: Pick<Layers, 'token' | 'sentence' | 'quote'> }

function tagged(tag: ReturnType<typeof syntaxReader>): (text: string) => Tagged {
  const quotes = quotesReader()
  return text => {
    const bare = tokens(text)
    const sentence = sentences(text, bare)
    const token = tag(text, { token: bare, sentence })
    return { text, layers: { token, sentence, quote: quotes(text, { token, sentence }) } }
  }
}

function timesIn(times: ReturnType<typeof timeReader>): (item: Tagged) => void {
  return ({ text, layers }) => {
    times(text, layers, { day: '2025-05-28' })
  }
}

type Base = Pick<Figure, 'suite' | 'dataset' | 'n'>

function peerFigures(base: Base, rate: (work: (text: string) => void) => number): readonly Figure[] {
  const nlp = winkNLP(model, ['sbd', 'pos'])
  return [
    {
      ...base,
      metric: 'tokens_per_second:tags',
      value: rate(text => nlp.readDoc(text).tokens().out(nlp.its.pos)),
      peer: 'wink-nlp',
    },
    {
      ...base,
      metric: 'tokens_per_second:tags_names',
      value: rate(text => {
        const read = compromise(text)
        read.people().json()
        read.places().json()
        read.organizations().json()
      }),
      peer: 'compromise',
    },
  ]
}

/** Seconds of the fastest round. */
function best<T>(items: readonly T[], work: (item: T) => void): number {
  let fastest = Number.POSITIVE_INFINITY
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now()
    for (const item of items) work(item)
    fastest = Math.min(fastest, (performance.now() - started) / 1000)
  }
  return fastest
}

function textsOf(root: string): readonly string[] {
  const texts: string[] = []
  let left = CHARACTERS / CORPORA.length
  for (const corpus of CORPORA) {
    for (const { text, lang } of corpusDocuments(root, corpus)) {
      if (lang !== 'en' || left < 0) continue
      texts.push(text)
      left -= text.length
    }
    left += CHARACTERS / CORPORA.length
  }
  return texts
}
