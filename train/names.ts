import { documentFacts } from '../src/lang/en/names/document-facts.ts'
import type { NameModel } from '../src/lang/en/names/learned.ts'
import { NAME_FEATURES, nameFeatures, nameRoom, nameView } from '../src/lang/en/names/learned-features.ts'
import { openWordLists, type WordLists } from '../src/lang/en/names/word-lists.ts'
import { type Form, openForms } from '../src/lang/en/syntax/forms.ts'
import { openTagger } from '../src/lang/en/syntax/tagger.ts'
import { ModelFile } from '../src/learn/container.ts'
import { type CrfExample, stateCount, type TrainedCrf, trainCrf } from '../src/learn/crf.ts'
import { randomFrom, shuffled } from '../src/learn/random.ts'
import { freeze, largestOf, weightArrays } from '../src/learn/weights.ts'
import { nameCorpora, type TrainSentence, TYPES, type Type } from './name-corpora.ts'
import { modelPath, tell } from './places.ts'

const PASSES = 16
const RATE = 0.05
const DROPOUT = 0.2
const LEAST = 2
/** As many fields are trained, each with its own order of sentences, and added up. */
const SEEDS = [4, 9]
const STATES = stateCount(TYPES.length)
/** Types that a corpus may mean which only knows "other"; outside is possible as well. */
const OTHER: readonly Type[] = ['GROUP', 'EVENT']

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
  const forms = openForms()
  const tagger = openTagger()
  const documents = new Map<string, { sentence: TrainSentence; forms: Form[] }[]>()
  for (const [i, sentence] of sentences.entries()) {
    const key = sentence.document.endsWith(' ') ? `${sentence.document}${i}` : sentence.document
    const group = documents.get(key) ?? []
    documents.set(key, group)
    group.push({ sentence, forms: sentence.words.map(word => forms.of(word)) })
  }
  const features = new Int32Array(NAME_FEATURES)
  const room = nameRoom()
  const tags = new Uint8Array(4096)
  return [...documents.values()].flatMap(group => {
    const facts = documentFacts(
      group.map(({ forms }) => forms),
      lists,
    )
    return group.flatMap(({ sentence, forms }) => {
      if (!sentence.names || forms.length === 0) return []
      tagger.tag(forms, tags)
      const view = nameView(forms, tags, facts, lists, room)
      const all: number[] = []
      const start = [0]
      forms.forEach((_, i) => {
        const count = nameFeatures(view, i, features)
        all.push(...features.subarray(0, count))
        start.push(all.length)
      })
      return [
        {
          features: Int32Array.from(all),
          start: Int32Array.from(start),
          allowed: allowedOf(sentence),
          weight: sentence.weight,
        },
      ]
    })
  })
}

/** The states that the labels leave open. */
function allowedOf({ words, names }: TrainSentence): Uint8Array {
  const allowed = new Uint8Array(words.length * STATES)
  for (let i = 0; i < words.length; i++) allowed[i * STATES] = 1
  for (const { start, end, type } of names ?? []) {
    for (let i = start; i < end; i++) {
      const states = (one: Type) => i * STATES + 4 * TYPES.indexOf(one) + 1
      if (type === 'other') for (const one of OTHER) allowed.fill(1, states(one), states(one) + 4)
      else {
        allowed[i * STATES] = 0
        allowed[states(type) + partOf(i, start, end)] = 1
      }
    }
  }
  return allowed
}

/** Begin, Inside, Last, Unit as 0 … 3. */
function partOf(i: number, start: number, end: number): number {
  if (end - start === 1) return 3
  if (i === start) return 0
  return i === end - 1 ? 2 : 1
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
