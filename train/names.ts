import type { NameModel } from '../src/lang/en/names/learned.ts'
import { NAME_FEATURES, nameFeatures } from '../src/lang/en/names/learned-features.ts'
import { openWordLists, type WordLists } from '../src/lang/en/names/word-lists.ts'
import { ModelFile } from '../src/learn/container.ts'
import { type CrfExample, type TrainedCrf, trainCrf } from '../src/learn/crf.ts'
import { randomFrom, shuffled } from '../src/learn/random.ts'
import { freeze, largestOf, weightArrays } from '../src/learn/weights.ts'
import { nameCorpora, type TrainSentence, TYPES } from './name-corpora.ts'
import { allowedOf, eachLabelled, STATES } from './name-views.ts'
import { modelPath, tell } from './places.ts'

const PASSES = 16
const RATE = 0.05
const DROPOUT = 0.2
const LEAST = 2
/** As many fields are trained, each with its own order of sentences, and added up. */
const SEEDS = [4, 9]

/** Trains the name tagger: a conditional random field over the words, BILOU states. */
export function trainNames(sentences: readonly TrainSentence[], lists: WordLists, passes = PASSES): NameModel {
  const examples = examplesOf(sentences, lists)
  return frozen(SEEDS.map(seed => learned(examples, seed, passes)).reduce(added))
}

function learned(examples: readonly CrfExample[], seed: number, passes: number): TrainedCrf {
  const random = randomFrom(seed)
  return trainCrf(examples, {
    states: STATES,
    passes,
    rate: RATE,
    dropout: DROPOUT,
    least: LEAST,
    order: () => shuffled(examples.length, random),
    random,
    watch: (pass, loss) => tell(`  pass ${pass} of ${passes}: loss ${loss.toFixed(0)}`),
  })
}

/** The sum of two fields over the same features. */
function added(one: TrainedCrf, other: TrainedCrf): TrainedCrf {
  return {
    rows: one.rows.map(({ hash, row }, i) => ({
      hash,
      row: row.map((weight, y) => weight + (other.rows[i]?.row[y] ?? 0)),
    })),
    transitions: one.transitions.map((weight, i) => weight + (other.transitions[i] as number)),
  }
}

function frozen({ rows, transitions }: TrainedCrf): NameModel {
  const weights = freeze(rows, STATES, { least: 3 })
  const largest = largestOf(rows)
  return {
    types: TYPES,
    weights,
    transitions: Int32Array.from(transitions, weight => Math.round((weight * 127) / largest)),
  }
}

function examplesOf(sentences: readonly TrainSentence[], lists: WordLists): readonly CrfExample[] {
  const found: CrfExample[] = []
  const features = new Int32Array(NAME_FEATURES)
  eachLabelled(sentences, lists, (view, sentence) => {
    const all: number[] = []
    const start = [0]
    view.forms.forEach((_, i) => {
      const count = nameFeatures(view, i, features)
      all.push(...features.subarray(0, count))
      start.push(all.length)
    })
    found.push({
      features: Int32Array.from(all),
      start: Int32Array.from(start),
      allowed: allowedOf(sentence),
      weight: sentence.weight,
    })
  })
  return found
}

export function writeNames({ types, weights, transitions }: NameModel): void {
  new ModelFile(
    { types },
    new Map<string, Int32Array | Uint16Array | Uint8Array | Int8Array>([
      ['transitions', transitions],
      ...weightArrays('names', weights),
    ]),
  ).write(modelPath('names.bin'))
}

if (import.meta.main) writeNames(trainNames(nameCorpora(), openWordLists()))
