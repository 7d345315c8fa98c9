import type { TreebankSentence } from '../bench/loaders/treebank.ts'
import { type Form, type Forms, openForms } from '../src/lang/en/syntax/forms.ts'
import {
  type Ambiguity,
  highest,
  setGroups,
  TAG_FEATURES,
  type TaggerModel,
  tagFeatures,
} from '../src/lang/en/syntax/tagger.ts'
import { ModelFile } from '../src/learn/container.ts'
import { Perceptron } from '../src/learn/perceptron.ts'
import { randomFrom, shuffled } from '../src/learn/random.ts'
import { freeze, weightArrays } from '../src/learn/weights.ts'
import { modelPath, tell } from './places.ts'
import { trainingSentences } from './treebanks.ts'

const PASSES = 8
/** Words seen this often have an ambiguity group. */
const FREQUENT = 5
/** A word seen this often, and in this share of uses with one tag, has that tag where it is written small. */
const SURE_USES = 20
const SURE_SHARE = 0.99
/** Tags rarer than this in training are no classes. */
const RARE_TAG = 8
const LEAST_UPDATES = 3

/** Trains the tagger on these sentences; the same sentences in the same order give the same model. */
export function trainTagger(sentences: readonly TreebankSentence[], forms: Forms, passes = PASSES): TaggerModel {
  const names = tagNames(sentences)
  const ids = new Map(names.map((name, i) => [name, i]))
  const examples = sentences.map(({ words }) => ({
    forms: words.map(word => forms.of(word.form)),
    gold: Uint8Array.from(words, word => ids.get(`${word.upos}|${word.xpos}`) ?? 255),
  }))
  const ambiguity = ambiguityOf(examples, names)
  const learner = new Perceptron(names.length)
  const random = randomFrom(1)
  for (let pass = 1; pass <= passes; pass++) {
    let wrong = 0
    for (const e of shuffled(examples.length, random)) {
      const example = examples[e]
      if (example) wrong += learnSentence(learner, example, ambiguity)
    }
    tell(`  pass ${pass} of ${passes}: ${wrong} wrong`)
  }
  return { names, weights: freeze(learner.averaged(LEAST_UPDATES), names.length), ambiguity }
}

type Example = { readonly forms: readonly Form[]; readonly gold: Uint8Array }

const features = new Int32Array(TAG_FEATURES)
const groups = new Int32Array(1024)
const certain = new Uint8Array(1024)
const tags = new Uint8Array(1024)

function learnSentence(learner: Perceptron, { forms, gold }: Example, ambiguity: Ambiguity): number {
  const scores = new Float64Array(learner.classes)
  setGroups(forms, ambiguity, groups, certain)
  let wrong = 0
  for (let i = 0; i < forms.length; i++) {
    features.set((forms[i] as Form).own)
    const count = tagFeatures(forms, groups, tags, i, features, (forms[i] as Form).own.length)
    learner.tick()
    learner.score(features, count, scores)
    const right = gold[i] as number
    const best = highest(scores)
    tags[i] = best
    if (right === 255 || best === right) continue
    learner.update(features, count, right, best)
    wrong += 1
  }
  return wrong
}

function tagNames(sentences: readonly TreebankSentence[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const { words } of sentences)
    for (const { upos, xpos } of words) counts.set(`${upos}|${xpos}`, (counts.get(`${upos}|${xpos}`) ?? 0) + 1)
  return [...counts]
    .filter(([, count]) => count >= RARE_TAG)
    .map(([name]) => name)
    .sort()
}

function ambiguityOf(examples: readonly Example[], names: readonly string[]): Ambiguity {
  const seen = new Map<number, Map<number, number>>()
  for (const { forms, gold } of examples)
    forms.forEach(({ word }, i) => {
      const tags = seen.get(word) ?? new Map<number, number>()
      seen.set(word, tags)
      tags.set(gold[i] as number, (tags.get(gold[i] as number) ?? 0) + 1)
    })
  const rows: { hash: number; group: number; certain: number }[] = []
  const known = new Map<string, number>()
  for (const [hash, tags] of seen) {
    const total = [...tags.values()].reduce((sum, n) => sum + n, 0)
    if (total < FREQUENT) continue
    // A tag counts when it makes up 3 % of the uses.
    const group = [...tags]
      .filter(([tag, n]) => tag !== 255 && n >= total * 0.03)
      .map(([tag]) => names[tag])
      .sort()
      .join(' ')
    if (!known.has(group)) known.set(group, known.size + 1)
    const [tag, most] = [...tags].reduce((best, one) => (one[1] > best[1] ? one : best))
    const sure = tag !== 255 && total >= SURE_USES && most >= total * SURE_SHARE
    rows.push({ hash, group: known.get(group) ?? 0, certain: sure ? tag + 1 : 0 })
  }
  rows.sort((a, b) => a.hash - b.hash)
  return {
    hash: Int32Array.from(rows, row => row.hash),
    group: Uint16Array.from(rows, row => row.group),
    certain: Uint8Array.from(rows, row => row.certain),
  }
}

export function writeTagger({ names, weights, ambiguity }: TaggerModel): void {
  new ModelFile(
    { names },
    new Map<string, Int32Array | Uint16Array | Uint8Array | Int8Array>([
      ['ambiguity.hash', ambiguity.hash],
      ['ambiguity.group', ambiguity.group],
      ['ambiguity.certain', ambiguity.certain],
      ...weightArrays('tags', weights),
    ]),
  ).write(modelPath('tagger.bin'))
}

if (import.meta.main) writeTagger(trainTagger(trainingSentences(), openForms()))
