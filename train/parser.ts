import type { TreebankSentence } from '../bench/loaders/treebank.ts'
import { type Forms, openForms } from '../src/lang/en/syntax/forms.ts'
import { ParseFeatures } from '../src/lang/en/syntax/parse-features.ts'
import { ParseState } from '../src/lang/en/syntax/parse-state.ts'
import { allowed, LEFT, may, type ParserModel, RIGHT, SHIFT, take } from '../src/lang/en/syntax/parser.ts'
import type { RoleModel } from '../src/lang/en/syntax/roles.ts'
import { highest, openTagger, type Tagger, type TaggerModel, taggerWith } from '../src/lang/en/syntax/tagger.ts'
import { ModelFile } from '../src/learn/container.ts'
import { Perceptron } from '../src/learn/perceptron.ts'
import { randomFrom, shuffled } from '../src/learn/random.ts'
import { type FeatureRow, freeze, weightArrays } from '../src/learn/weights.ts'
import type { ParseExample } from './parse-example.ts'
import { modelPath, tell } from './places.ts'
import { learnRoles } from './roles.ts'
import { trainTagger } from './tagger.ts'
import { trainingSentences } from './treebanks.ts'

const PASSES = 8
/** The weights of as many learners are added up, each with its own order of sentences. */
const SEEDS = [2, 5, 8]
const FOLDS = 4
/** How often the parser follows its own choice in training, from the second pass on. */
const EXPLORE = 0.9
const LEAST_UPDATES = 3
/** A tag seen this often, and in this share of uses with one label, has that label. */
const SURE_USES = 200
const SURE_SHARE = 0.99
/** So many features of moves are kept, those of greatest weight. */
const MOST_MOVES = 740_000

/**
 * Tags each sentence by a tagger that did not see its fold (jack-knifing): the parser must learn from tags as wrong as
 * those it will get. `names` are those of the tagger trained on all sentences.
 */
export function jackknife(
  sentences: readonly TreebankSentence[],
  forms: Forms,
  names: readonly string[],
): Uint8Array[] {
  const fold = foldOf(sentences)
  const tags: Uint8Array[] = []
  for (let k = 0; k < FOLDS; k++) {
    tell(`fold ${k + 1} of ${FOLDS}`)
    const tagger = lookingAtAll(
      trainTagger(
        sentences.filter((_, i) => fold[i] !== k),
        forms,
      ),
    )
    const translate = tagger.names.map(name => names.indexOf(name))
    sentences.forEach(({ words }, i) => {
      if (fold[i] !== k) return
      const given = new Uint8Array(words.length)
      tagger.tag(
        words.map(word => forms.of(word.form)),
        given,
      )
      tags[i] = given.map(tag => translate[tag] as number)
    })
  }
  return tags
}

/** A tagger that takes no word's tag as certain: trained on tags that are right too often, the parser was worse (−.6 UAS). */
function lookingAtAll({ ambiguity, ...model }: TaggerModel): Tagger {
  return taggerWith({ ...model, ambiguity: { ...ambiguity, certain: new Uint8Array(ambiguity.certain.length) } })
}

/** Whole documents in one fold. */
function foldOf(sentences: readonly TreebankSentence[]): readonly number[] {
  const documents = [...new Set(sentences.map(({ document }) => document))]
  const places = new Map(documents.map((document, i) => [document, i % FOLDS]))
  return sentences.map(({ document }) => places.get(document) ?? 0)
}

/** The part of speech of each tag, as a number. */
export function uposOf(names: readonly string[]): readonly number[] {
  const parts = names.map(name => name.split('|')[0])
  const known = [...new Set(parts)]
  return parts.map(part => known.indexOf(part))
}

export function labelNames(sentences: readonly TreebankSentence[]): readonly string[] {
  return [...new Set(sentences.flatMap(({ words }) => words.map(word => word.deprel)))].sort()
}

export function examplesOf(
  sentences: readonly TreebankSentence[],
  tags: readonly Uint8Array[],
  forms: Forms,
): ParseExample[] {
  const labels = labelNames(sentences)
  const ids = new Map(labels.map((label, i) => [label, i]))
  return sentences.map(({ words }, i) => ({
    forms: words.map(word => forms.of(word.form)),
    tags: tags[i] as Uint8Array,
    roles: new Uint8Array(words.length),
    heads: Int32Array.from(words, word => (word.head === 0 ? words.length : word.head - 1)),
    labels: Int32Array.from(words, word => ids.get(word.deprel) ?? 0),
  }))
}

/** Tags of the treebank that have one label in nearly all their uses: its place and one, for each tag; 0 for the others. */
export function sureLabels(
  sentences: readonly TreebankSentence[],
  labels: readonly string[],
  tags: readonly string[],
): readonly number[] {
  const words = sentences.flatMap(sentence => sentence.words)
  return tags.map(tag => {
    const counts = new Map<string, number>()
    for (const { upos, xpos, deprel } of words)
      if (`${upos}|${xpos}` === tag) counts.set(deprel, (counts.get(deprel) ?? 0) + 1)
    const total = [...counts.values()].reduce((sum, n) => sum + n, 0)
    const sure = [...counts].find(([, n]) => total >= SURE_USES && n >= total * SURE_SHARE)
    return sure ? labels.indexOf(sure[0]) + 1 : 0
  })
}

type Learner = { readonly moves: Perceptron; readonly arcs: Perceptron; readonly upos: Uint8Array }
type Rows = { readonly moves: readonly FeatureRow[]; readonly arcs: readonly FeatureRow[] }

/** Trains on the examples; `upos` is the part of speech of each tag, `sure` its label where it has but one. */
export function trainParser(
  examples: readonly ParseExample[],
  labels: readonly string[],
  { upos, sure }: { readonly upos: readonly number[]; readonly sure: readonly number[] },
  roles: RoleModel,
  watch?: (model: () => ParserModel, seed: number, pass: number) => void,
): ParserModel {
  let sum: Rows = { moves: [], arcs: [] }
  const modelOf = ({ moves, arcs }: Rows) => ({
    labels,
    upos,
    sure,
    roles,
    moves: freeze(moves, 3, { most: MOST_MOVES }),
    arcs: freeze(arcs, labels.length, { least: 3 }),
  })
  for (const seed of SEEDS) {
    const learner = { moves: new Perceptron(3), arcs: new Perceptron(labels.length), upos: Uint8Array.from(upos) }
    const rows = () => ({
      moves: added(sum.moves, learner.moves.averaged(LEAST_UPDATES)),
      arcs: added(sum.arcs, learner.arcs.averaged(LEAST_UPDATES)),
    })
    learn(learner, examples, randomFrom(seed), pass => watch?.(() => modelOf(rows()), seed, pass))
    sum = rows()
  }
  return modelOf(sum)
}

/** Learns with a dynamic oracle (Goldberg & Nivre 2013). */
function learn(
  learner: Learner,
  examples: readonly ParseExample[],
  random: () => number,
  watch: (pass: number) => void,
): void {
  for (let pass = 1; pass <= PASSES; pass++) {
    const wrong = { moves: 0, labels: 0 }
    for (const e of shuffled(examples.length, random))
      learnSentence(learner, examples[e] as ParseExample, pass === 1 ? 0 : EXPLORE, random, wrong)
    tell(`  pass ${pass} of ${PASSES}: ${wrong.moves} moves and ${wrong.labels} labels wrong`)
    watch(pass)
  }
}

/** Adds up the weights of each feature. */
function added(some: readonly FeatureRow[], more: readonly FeatureRow[]): readonly FeatureRow[] {
  const rows = new Map(some.map(({ hash, row }) => [hash, row]))
  for (const { hash, row } of more) {
    const before = rows.get(hash)
    rows.set(hash, before ? row.map((weight, c) => weight + (before[c] as number)) : row)
  }
  return Array.from(rows, ([hash, row]) => ({ hash, row }))
}

const state = new ParseState()
const featuresOf = new ParseFeatures(state)
const { features } = featuresOf
const moveScores = new Float64Array(3)
const costs = new Int32Array(3)

function learnSentence(
  learner: Learner,
  example: ParseExample,
  explore: number,
  random: () => number,
  wrong: { moves: number; labels: number },
): void {
  const labelScores = new Float64Array(learner.arcs.classes)
  const labelOf = (head: number, child: number) => {
    const count = featuresOf.ofLabel(head, child)
    learner.arcs.tick()
    learner.arcs.score(features, count, labelScores)
    const best = highest(labelScores)
    if (example.heads[child] !== head) return best
    const right = example.labels[child] as number
    if (best !== right) {
      learner.arcs.update(features, count, right, best)
      wrong.labels += 1
    }
    return explore > 0 ? best : right
  }
  state.begin(example.forms, example.tags, example.roles, learner.upos)
  while (!state.done) {
    const count = featuresOf.ofMove()
    learner.moves.tick()
    learner.moves.score(features, count, moveScores)
    const guess = allowed(state, moveScores)
    const right = bestRight(example, moveScores)
    if (costs[guess] !== costs[right]) {
      learner.moves.update(features, count, right, guess)
      wrong.moves += 1
    }
    take(state, costs[guess] !== costs[right] && random() >= explore ? right : guess, labelOf)
  }
}

/** The move of highest score among those that lose the fewest arcs; fills `costs`. */
function bestRight({ heads }: ParseExample, scores: Float64Array): number {
  let right = -1
  for (let move = 0; move < 3; move++) {
    costs[move] = may(state, move) ? costOf(heads, move) : 1e6
    const better =
      right === -1 ||
      (costs[move] as number) < (costs[right] as number) ||
      (costs[move] === costs[right] && (scores[move] as number) > (scores[right] as number))
    if (better && (costs[move] as number) < 1e6) right = move
  }
  return right
}

/** How many arcs of the treebank can no longer be made after this move. */
function costOf(heads: Int32Array, move: number): number {
  const { front, size, depth, stack } = state
  const top = state.onStack(0)
  let cost = 0
  if (move === SHIFT) {
    for (let i = 0; i < depth; i++) {
      const node = stack[i] as number
      if (heads[node] === front) cost += 1
      if (heads[front] === node && node !== top) cost += 1
    }
    return cost
  }
  const head = heads[top] as number
  for (let node = front; node < size; node++) if (heads[node] === top) cost += 1
  if (move === LEFT && head !== front && (head > front || head === state.onStack(1))) cost += 1
  if (move === RIGHT && head >= front) cost += 1
  return cost
}

export function writeParser({ labels, upos, sure, roles, moves, arcs }: ParserModel): void {
  new ModelFile(
    { labels, upos, sure, roles: roles.names },
    new Map<string, Uint16Array | Int32Array | Uint8Array | Int8Array>([
      ...weightArrays('roles', roles.weights),
      ...weightArrays('moves', moves),
      ...weightArrays('arcs', arcs),
    ]),
  ).write(modelPath('parser.bin'))
}

if (import.meta.main) {
  const forms = openForms()
  const sentences = trainingSentences()
  const { names } = openTagger()
  const examples = examplesOf(sentences, jackknife(sentences, forms, names), forms)
  const labels = labelNames(sentences)
  const { model, guessed } = learnRoles(examples, labels, foldOf(sentences))
  writeParser(trainParser(guessed, labels, { upos: uposOf(names), sure: sureLabels(sentences, labels, names) }, model))
}
