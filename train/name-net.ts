import type { NameView } from '../src/lang/en/names/learned-features.ts'
import { type Embedding, type Matrix, type NetModel, netFile } from '../src/lang/en/names/net.ts'
import { CODES, MOST_CODES, nearCapital, netCodes, netSlots, SLOTS } from '../src/lang/en/names/net-inputs.ts'
import { openWordLists, type WordLists } from '../src/lang/en/names/word-lists.ts'
import type { Form } from '../src/lang/en/syntax/forms.ts'
import { hashText } from '../src/learn/hash.ts'
import { randomFrom, shuffled } from '../src/learn/random.ts'
import { nameCorpora, type TrainSentence } from './name-corpora.ts'
import { allowedOf, eachLabelled, STATES } from './name-views.ts'
import { type NetExamples, type NetSizes, type NetWeights, trainNet, type Vocabulary } from './net-learner.ts'
import { modelPath, tell } from './places.ts'
import { DIMENSIONS, readVectors } from './vectors.ts'

/**
 * Makes models/en/name-net.bin: a window net that the name tagger adds to its field. GloVe vectors of frequent words in four
 * bits a number, which training sees as they are shipped; vectors of our own for frequent words that GloVe lacks.
 */
const WORDS = 60_000
const PASSES = 4
const SEED = 7
const LEAST_WORD = 5
const LEAST_SUFFIX = 10
const LEAST_SHAPE = 5
const SIZES: NetSizes = {
  slots: SLOTS,
  vector: DIMENSIONS,
  suffix: 16,
  shape: 12,
  hidden: 128,
  states: STATES,
  codes: CODES,
}
/** Chosen on a tenth of the training documents that a first net and field did not see. */
const FACTOR = 80

export function trainNameNet(sentences: readonly TrainSentence[], lists: WordLists): NetModel {
  const found = collected(sentences, lists)
  tell(`  ${found.examples.count} words, ${found.forms.length} forms`)
  const fixed = quantised(readVectors(WORDS))
  const tables = vocabularyOf(found.forms, found.counts, fixed)
  const random = randomFrom(SEED)
  const weights = trainNet(
    SIZES,
    tables.vocabulary,
    {
      vectors: fixed.data,
      learned: tables.learned.length,
      suffixes: tables.suffixes.length + 1,
      shapes: tables.shapes.length + 1,
    },
    found.examples,
    {
      passes: PASSES,
      rate: 0.001,
      dropout: 0.3,
      wordDropout: 0.05,
      batch: 64,
      order: () => shuffled(found.examples.count, random),
      random,
      watch: (pass, loss) => tell(`  pass ${pass} of ${PASSES}: loss ${loss.toFixed(4)}`),
    },
  )
  return frozen(weights, fixed, tables)
}

type Collected = { readonly examples: NetExamples; readonly forms: readonly Form[]; readonly counts: readonly number[] }

/** All labelled words near a capital. */
function collected(sentences: readonly TrainSentence[], lists: WordLists): Collected {
  const forms: Form[] = []
  const counts: number[] = []
  const ids = new Map<Form, number>()
  const idOf = (form: Form) => {
    const id = ids.get(form) ?? forms.push(form) - 1
    ids.set(form, id)
    counts[id] = (counts[id] ?? 0) + 1
    return id
  }
  const words: number[] = []
  const codes: number[] = []
  const codeStart = [0]
  const allowed: number[] = []
  const weight: number[] = []
  const slots = new Int32Array(SLOTS)
  const room = new Int32Array(MOST_CODES)
  const add = (view: NameView, i: number, states: Uint8Array, share: number) => {
    netSlots(view, i, slots)
    for (const at of slots) words.push(at === -1 ? -1 : idOf(view.forms[at] as Form))
    codes.push(...room.subarray(0, netCodes(view, i, room)))
    codeStart.push(codes.length)
    allowed.push(...states.subarray(i * STATES, (i + 1) * STATES))
    weight.push(share)
  }
  eachLabelled(sentences, lists, (view, sentence) => {
    const states = allowedOf(sentence)
    view.forms.forEach((_, i) => {
      if (nearCapital(view.forms, i)) add(view, i, states, sentence.weight)
    })
  })
  return {
    forms,
    counts,
    examples: {
      count: weight.length,
      words: Int32Array.from(words),
      codes: Int32Array.from(codes),
      codeStart: Int32Array.from(codeStart),
      allowed: Uint8Array.from(allowed),
      weight: Float32Array.from(weight),
    },
  }
}

type Quantised = {
  /** Row of each word's hash. */
  readonly rows: ReadonlyMap<number, number>
  readonly nibble: Uint8Array
  readonly scale: Float32Array
  /** The numbers as they will be read. */
  readonly data: Float32Array
}

function quantised({ words, data }: { words: readonly string[]; data: Float32Array }): Quantised {
  const rows = new Map<number, number>()
  words.forEach((word, i) => {
    const hash = hashText(word)
    if (!rows.has(hash)) rows.set(hash, i)
  })
  return { rows, ...inNibbles(data) }
}

/** Numbers in four bits, −7 … 7, with one factor a row. */
function inNibbles(data: Float32Array): Omit<Quantised, 'rows'> {
  const scale = new Float32Array(data.length / DIMENSIONS)
  const nibble = new Uint8Array(data.length / 2)
  const read = new Float32Array(data.length)
  for (let row = 0; row < scale.length; row++) {
    const own = data.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS)
    let largest = 1e-9
    for (const value of own) largest = Math.max(largest, Math.abs(value))
    scale[row] = largest / 7
    own.forEach((value, d) => {
      const at = row * DIMENSIONS + d
      const whole = Math.round(value / (scale[row] as number))
      nibble[at >> 1] = (nibble[at >> 1] as number) | ((whole + 8) << (d & 1 ? 4 : 0))
      read[at] = whole * (scale[row] as number)
    })
  }
  return { scale, nibble, data: read }
}

type Tables = {
  readonly vocabulary: Vocabulary
  /** Hashes of words with a vector of our own, of suffixes and shapes, in the order of their rows (suffixes and shapes from 1). */
  readonly learned: readonly number[]
  readonly suffixes: readonly number[]
  readonly shapes: readonly number[]
}

function vocabularyOf(forms: readonly Form[], counts: readonly number[], { rows, scale }: Quantised): Tables {
  const frequent = (of: (form: Form) => number, least: number) => {
    const sums = new Map<number, number>()
    forms.forEach((form, i) => {
      sums.set(of(form), (sums.get(of(form)) ?? 0) + (counts[i] as number))
    })
    return [...sums]
      .filter(([, count]) => count >= least)
      .map(([hash]) => hash)
      .sort((a, b) => a - b)
  }
  const learned = frequent(form => form.word, LEAST_WORD * SLOTS).filter(hash => !rows.has(hash))
  const suffixes = frequent(form => form.suffix, LEAST_SUFFIX * SLOTS)
  const shapes = frequent(form => form.shape, LEAST_SHAPE * SLOTS)
  const place = (list: readonly number[], from: number) => new Map(list.map((hash, i) => [hash, i + from]))
  const [own, ends, forms1] = [place(learned, scale.length), place(suffixes, 1), place(shapes, 1)]
  return {
    learned,
    suffixes,
    shapes,
    vocabulary: {
      vector: Int32Array.from(forms, form => rows.get(form.word) ?? own.get(form.word) ?? -1),
      suffix: Int32Array.from(forms, form => ends.get(form.suffix) ?? 0),
      shape: Int32Array.from(forms, form => forms1.get(form.shape) ?? 0),
    },
  }
}

function frozen(weights: NetWeights, fixed: Quantised, { learned, suffixes, shapes }: Tables): NetModel {
  const own = inNibbles(weights.learned)
  const rows = [
    ...[...fixed.rows].map(([hash, row]) => ({ hash, row, from: fixed })),
    ...learned.map((hash, row) => ({ hash, row, from: own })),
  ].sort((a, b) => a.hash - b.hash)
  const half = DIMENSIONS / 2
  const nibble = new Uint8Array(rows.length * half)
  rows.forEach(({ row, from }, i) => {
    nibble.set(from.nibble.subarray(row * half, (row + 1) * half), i * half)
  })
  return {
    hidden: SIZES.hidden,
    states: STATES,
    factor: FACTOR,
    vectors: {
      dimensions: DIMENSIONS,
      hash: Int32Array.from(rows, ({ hash }) => hash),
      nibble,
      scale: Float32Array.from(rows, ({ row, from }) => from.scale[row] as number),
    },
    suffixes: embedding(suffixes, weights.suffix, SIZES.suffix),
    shapes: embedding(shapes, weights.shape, SIZES.shape),
    first: inBytes(weights.first),
    codes: inBytes(weights.codes),
    bias: weights.bias,
    second: inBytes(weights.second),
    secondBias: weights.secondBias,
  }
}

function embedding(hashes: readonly number[], data: Float32Array, dimensions: number): Embedding {
  return { dimensions, hash: Int32Array.from(hashes), data }
}

function inBytes(data: Float32Array): Matrix {
  let largest = 1e-9
  for (const weight of data) largest = Math.max(largest, Math.abs(weight))
  const factor = largest / 127
  return { data: Int8Array.from(data, weight => Math.round(weight / factor)), factor }
}

if (import.meta.main) netFile(trainNameNet(nameCorpora(), openWordLists())).write(modelPath('name-net.bin'))
