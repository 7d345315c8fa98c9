import { ModelFile } from '../../../learn/container.ts'
import { type Form, find } from '../syntax/forms.ts'
import type { NameView } from './learned-features.ts'
import { CODES, MOST_CODES, nearCapital, netCodes, netSlots, SLOTS } from './net-inputs.ts'

/**
 * A small feed-forward net over word vectors (after Collobert et al. 2011): one hidden layer of rectified units. Weights in
 * bytes with one factor a matrix.
 */
export type NetModel = {
  readonly hidden: number
  readonly states: number
  readonly vectors: WordVectors
  /** Hashes of known suffixes and shapes; their vectors stand one after the other, the one at 0 is for all others. */
  readonly suffixes: Embedding
  readonly shapes: Embedding
  /** For each hidden unit the weights of each slot's input: word vector, suffix, shape. */
  readonly first: Matrix
  /** One row of hidden weights a code. */
  readonly codes: Matrix
  readonly bias: Float32Array
  /** One row of states a hidden unit. */
  readonly second: Matrix
  readonly secondBias: Float32Array
  /** How much the net's voice counts beside the field's whole-number scores. */
  readonly factor: number
}

/** `nibble[row × dimensions / 2]` holds two numbers from −7 to 7 a byte, times `scale[row]`. */
export type WordVectors = {
  readonly dimensions: number
  readonly hash: Int32Array
  readonly nibble: Uint8Array
  readonly scale: Float32Array
}

export type Embedding = { readonly dimensions: number; readonly hash: Int32Array; readonly data: Float32Array }
export type Matrix = { readonly data: Int8Array; readonly factor: number }

/** Adds the net's scores for word `i` to the states' scores. */
export type NameNet = { add(view: NameView, i: number, scores: Int32Array): void }

/** Rows of the first layer that are kept, worked out once a word and slot; when there are more, all are forgotten. */
const KEPT = 65_536

export function openNameNet(): NameNet {
  return netWith(readNet(ModelFile.read('en/name-net.bin')))
}

export function netWith(model: NetModel): NameNet {
  const { hidden, states, bias, secondBias, factor } = model
  const rows = firstRows(model)
  const slots = new Int32Array(SLOTS)
  const codes = new Int32Array(MOST_CODES)
  const codeRows = widened(model.codes)
  const secondRows = widened(model.second)
  const units = new Float32Array(hidden)
  const out = new Float32Array(states)
  return {
    add(view, i, scores) {
      if (!nearCapital(view.forms, i)) return
      units.set(bias)
      netSlots(view, i, slots)
      for (let slot = 0; slot < SLOTS; slot++) {
        const at = slots[slot] as number
        if (at !== -1) addFloats(rows.kept, rows.of(view.forms[at] as Form, slot), units)
      }
      const count = netCodes(view, i, codes)
      for (let c = 0; c < count; c++) addFloats(codeRows, (codes[c] as number) * hidden, units)
      out.set(secondBias)
      for (let j = 0; j < hidden; j++) {
        const unit = units[j] as number
        if (unit <= 0) continue
        const from = j * states
        for (let y = 0; y < states; y++) out[y] = (out[y] as number) + unit * (secondRows[from + y] as number)
      }
      for (let y = 0; y < states; y++) scores[y] = (scores[y] as number) + Math.round((out[y] as number) * factor)
    },
  }
}

function addFloats(from: Float32Array, at: number, to: Float32Array): void {
  for (let j = 0; j < to.length; j++) to[j] = (to[j] as number) + (from[at + j] as number)
}

function widened({ data, factor }: Matrix): Float32Array {
  return Float32Array.from(data, weight => weight * factor)
}

/** What a word adds to the hidden units when seen in a slot: where that row begins in `kept`. */
function firstRows({ hidden, vectors, suffixes, shapes, first }: NetModel) {
  const kept = new Float32Array(KEPT * hidden)
  const places = new Map<Form, Int32Array>()
  const width = vectors.dimensions + suffixes.dimensions + shapes.dimensions
  const inputs = SLOTS * width
  const word = new Int8Array(vectors.dimensions)
  const spelling = new Float32Array(suffixes.dimensions + shapes.dimensions)
  let used = 0
  const of = (form: Form, slot: number): number => {
    let own = places.get(form)
    const place = own?.[slot] ?? -1
    if (place !== -1) return place
    if (used === KEPT) {
      places.clear()
      own = undefined
      used = 0
    }
    if (!own) {
      own = new Int32Array(SLOTS).fill(-1)
      places.set(form, own)
    }
    const at = used * hidden
    used += 1
    own[slot] = at
    const scale = readVector(vectors, form.word, word)
    embed(suffixes, form.suffix, spelling, 0)
    embed(shapes, form.shape, spelling, suffixes.dimensions)
    for (let j = 0; j < hidden; j++) {
      const row = j * inputs + slot * width
      const sum = scale * wholeDot(word, first.data, row) + dot(spelling, first.data, row + word.length)
      kept[at + j] = sum * first.factor
    }
    return at
  }
  return { kept, of }
}

/** Fills in a word's vector as whole numbers and gives their factor; nothing but 0 for a word without one. */
function readVector({ hash, nibble, scale }: WordVectors, wanted: number, to: Int8Array): number {
  const row = find(hash, wanted)
  if (row === -1) {
    to.fill(0)
    return 0
  }
  const from = (row * to.length) >> 1
  for (let d = 0; d < to.length; d += 2) {
    const byte = nibble[from + (d >> 1)] as number
    to[d] = (byte & 15) - 8
    to[d + 1] = (byte >> 4) - 8
  }
  return scale[row] as number
}

function wholeDot(values: Int8Array, weights: Int8Array, at: number): number {
  let even = 0
  let odd = 0
  for (let d = 0; d < values.length; d += 2) {
    even += (values[d] as number) * (weights[at + d] as number)
    odd += (values[d + 1] as number) * (weights[at + d + 1] as number)
  }
  return even + odd
}

function dot(values: Float32Array, weights: Int8Array, at: number): number {
  let sum = 0
  for (let d = 0; d < values.length; d++) sum += (values[d] as number) * (weights[at + d] as number)
  return sum
}

function embed({ dimensions, hash, data }: Embedding, wanted: number, input: Float32Array, at: number): void {
  const row = find(hash, wanted) + 1
  for (let d = 0; d < dimensions; d++) input[at + d] = data[row * dimensions + d] as number
}

/** This net as a model file. */
export function netFile(model: NetModel): ModelFile {
  const { hidden, states, factor, vectors, suffixes, shapes, first, codes, second } = model
  return new ModelFile(
    {
      hidden,
      states,
      factor,
      codes: CODES,
      dimensions: [vectors.dimensions, suffixes.dimensions, shapes.dimensions],
      factors: [first.factor, codes.factor, second.factor],
    },
    new Map<string, Int32Array | Uint8Array | Int8Array | Float32Array>([
      ['words.hash', vectors.hash],
      ['words.nibble', vectors.nibble],
      ['words.scale', vectors.scale],
      ['suffixes.hash', suffixes.hash],
      ['suffixes.data', suffixes.data],
      ['shapes.hash', shapes.hash],
      ['shapes.data', shapes.data],
      ['first', first.data],
      ['codes', codes.data],
      ['bias', model.bias],
      ['second', second.data],
      ['second.bias', model.secondBias],
    ]),
  )
}

export function readNet(file: ModelFile): NetModel {
  const meta = file.meta as {
    readonly hidden: number
    readonly states: number
    readonly factor: number
    readonly codes: number
    readonly dimensions: readonly [number, number, number]
    readonly factors: readonly [number, number, number]
  }
  if (meta.codes !== CODES) throw new Error('models/en/name-net.bin was made for other codes; run npm run train')
  const [word, suffix, shape] = meta.dimensions
  return {
    hidden: meta.hidden,
    states: meta.states,
    factor: meta.factor,
    vectors: {
      dimensions: word,
      hash: file.array('words.hash', 'i32'),
      nibble: file.array('words.nibble', 'u8'),
      scale: file.array('words.scale', 'f32'),
    },
    suffixes: {
      dimensions: suffix,
      hash: file.array('suffixes.hash', 'i32'),
      data: file.array('suffixes.data', 'f32'),
    },
    shapes: { dimensions: shape, hash: file.array('shapes.hash', 'i32'), data: file.array('shapes.data', 'f32') },
    first: { data: file.array('first', 'i8'), factor: meta.factors[0] },
    codes: { data: file.array('codes', 'i8'), factor: meta.factors[1] },
    bias: file.array('bias', 'f32'),
    second: { data: file.array('second', 'i8'), factor: meta.factors[2] },
    secondBias: file.array('second.bias', 'f32'),
  }
}
