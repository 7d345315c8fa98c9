/**
 * Trains the net of src/lang/en/names/net.ts: words' vectors, suffixes, shapes and codes into one layer of rectified units, a
 * softmax over states; Adam (Kingma & Ba 2015) with a rate that falls to nothing, dropout, the average of the weights over
 * the last part of training (Polyak & Juditsky 1992).
 */
export type NetSizes = {
  readonly slots: number
  readonly vector: number
  readonly suffix: number
  readonly shape: number
  readonly hidden: number
  readonly states: number
  readonly codes: number
}

/** What a vocabulary word is made of: rows of the three tables; −1 for no vector. */
export type Vocabulary = { readonly vector: Int32Array; readonly suffix: Int32Array; readonly shape: Int32Array }

/** Words to learn from, one after the other: vocabulary words seen in the slots (−1: none), codes, states that may be, weight. */
export type NetExamples = {
  readonly count: number
  readonly words: Int32Array
  readonly codes: Int32Array
  readonly codeStart: Int32Array
  readonly allowed: Uint8Array
  readonly weight: Float32Array
}

export type NetSettings = {
  readonly passes: number
  readonly rate: number
  readonly dropout: number
  /** Share of the words whose vector is hidden, so that spelling must do. */
  readonly wordDropout: number
  readonly batch: number
  readonly order: () => Int32Array
  readonly random: () => number
  readonly watch?: (pass: number, loss: number) => void
}

/** Trained tables: `first` has one row of inputs a hidden unit, `codes` one row of hidden units a code, `second` one row of states a unit. */
export type NetWeights = {
  readonly learned: Float32Array
  readonly suffix: Float32Array
  readonly shape: Float32Array
  readonly first: Float32Array
  readonly codes: Float32Array
  readonly bias: Float32Array
  readonly second: Float32Array
  readonly secondBias: Float32Array
}

const DECAY_1 = 0.9
const DECAY_2 = 0.999
const EPSILON = 1e-8
/** Weights are averaged over the last part of training. */
const AVERAGED_FROM = 0.6

/** A table of numbers that learns by Adam; only rows that were touched move. */
class Table {
  readonly value: Float32Array
  readonly grad: Float32Array
  readonly #mean: Float32Array
  readonly #square: Float32Array
  readonly #sum: Float32Array
  readonly #steps: Int32Array
  readonly #touched: Uint8Array
  readonly #rows: number[] = []
  readonly width: number

  constructor(rows: number, width: number, spread: number, random: () => number) {
    this.width = width
    this.value = Float32Array.from({ length: rows * width }, () => (random() * 2 - 1) * spread)
    this.grad = new Float32Array(rows * width)
    this.#mean = new Float32Array(rows * width)
    this.#square = new Float32Array(rows * width)
    this.#sum = new Float32Array(rows * width)
    this.#steps = new Int32Array(rows)
    this.#touched = new Uint8Array(rows)
  }

  touch(row: number): void {
    if (this.#touched[row] === 1) return
    this.#touched[row] = 1
    this.#rows.push(row)
  }

  step(rate: number): void {
    const { value, grad, width } = this
    const [mean, square] = [this.#mean, this.#square]
    for (const row of this.#rows) {
      const t = (this.#steps[row] as number) + 1
      this.#steps[row] = t
      const scaled = (rate * Math.sqrt(1 - DECAY_2 ** t)) / (1 - DECAY_1 ** t)
      for (let k = row * width; k < (row + 1) * width; k++) {
        const g = grad[k] as number
        const m = DECAY_1 * (mean[k] as number) + (1 - DECAY_1) * g
        const s = DECAY_2 * (square[k] as number) + (1 - DECAY_2) * g * g
        mean[k] = m
        square[k] = s
        value[k] = (value[k] as number) - (scaled * m) / (Math.sqrt(s) + EPSILON)
        grad[k] = 0
      }
      this.#touched[row] = 0
    }
    this.#rows.length = 0
  }

  collect(): void {
    for (let k = 0; k < this.value.length; k++) this.#sum[k] = (this.#sum[k] as number) + (this.value[k] as number)
  }

  average(times: number): Float32Array {
    return this.#sum.map(sum => sum / times)
  }
}

export function trainNet(
  sizes: NetSizes,
  vocabulary: Vocabulary,
  tables: {
    readonly vectors: Float32Array
    readonly learned: number
    readonly suffixes: number
    readonly shapes: number
  },
  examples: NetExamples,
  settings: NetSettings,
): NetWeights {
  const learner = new NetLearner(sizes, vocabulary, tables, settings)
  const steps = settings.passes * Math.ceil(examples.count / settings.batch)
  let step = 0
  let collected = 0
  for (let pass = 1; pass <= settings.passes; pass++) {
    const order = settings.order()
    let loss = 0
    for (let from = 0; from < order.length; from += settings.batch) {
      for (const e of order.subarray(from, from + settings.batch)) loss += learner.learn(examples, e)
      step += 1
      learner.step(settings.rate * (1 - step / (steps + 1)))
      if (step > steps * AVERAGED_FROM && step % 4 === 0) {
        learner.collect()
        collected += 1
      }
    }
    settings.watch?.(pass, loss / examples.count)
  }
  return learner.weights(collected)
}

class NetLearner {
  readonly #sizes: NetSizes
  readonly #vocabulary: Vocabulary
  readonly #vectors: Float32Array
  readonly #settings: NetSettings
  readonly #width: number
  readonly #inputs: number
  readonly #learned: Table
  readonly #suffix: Table
  readonly #shape: Table
  readonly #first: Table
  readonly #codes: Table
  readonly #bias: Table
  readonly #second: Table
  readonly #secondBias: Table
  readonly #x: Float32Array
  readonly #h: Float32Array
  readonly #dh: Float32Array
  readonly #dx: Float32Array
  readonly #p: Float64Array
  /** Whether the vector of the word in a slot was hidden this time. */
  readonly #hidden: Uint8Array

  constructor(
    sizes: NetSizes,
    vocabulary: Vocabulary,
    tables: { vectors: Float32Array; learned: number; suffixes: number; shapes: number },
    settings: NetSettings,
  ) {
    const { random } = settings
    this.#sizes = sizes
    this.#vocabulary = vocabulary
    this.#vectors = tables.vectors
    this.#settings = settings
    this.#width = sizes.vector + sizes.suffix + sizes.shape
    this.#inputs = sizes.slots * this.#width
    this.#learned = new Table(tables.learned, sizes.vector, 0.05, random)
    this.#suffix = new Table(tables.suffixes, sizes.suffix, 0.1, random)
    this.#shape = new Table(tables.shapes, sizes.shape, 0.3, random)
    this.#first = new Table(sizes.hidden, this.#inputs, 0.08, random)
    this.#codes = new Table(sizes.codes, sizes.hidden, 0.05, random)
    this.#bias = new Table(1, sizes.hidden, 0, random)
    this.#second = new Table(sizes.hidden, sizes.states, 0.15, random)
    this.#secondBias = new Table(1, sizes.states, 0, random)
    this.#x = new Float32Array(this.#inputs)
    this.#dx = new Float32Array(this.#inputs)
    this.#h = new Float32Array(sizes.hidden)
    this.#dh = new Float32Array(sizes.hidden)
    this.#p = new Float64Array(sizes.states)
    this.#hidden = new Uint8Array(sizes.slots)
  }

  /** One look at a word: adds to the gradients and gives the loss. */
  learn(examples: NetExamples, e: number): number {
    this.#fill(examples, e)
    this.#forward(examples, e)
    const loss = this.#judge(examples, e)
    this.#backward(examples, e)
    return loss
  }

  step(rate: number): void {
    for (const table of this.#tables()) table.step(rate)
  }

  collect(): void {
    for (const table of this.#tables()) table.collect()
  }

  weights(times: number): NetWeights {
    return {
      learned: this.#learned.average(times),
      suffix: this.#suffix.average(times),
      shape: this.#shape.average(times),
      first: this.#first.average(times),
      codes: this.#codes.average(times),
      bias: this.#bias.average(times),
      second: this.#second.average(times),
      secondBias: this.#secondBias.average(times),
    }
  }

  #tables(): readonly Table[] {
    return [
      this.#learned,
      this.#suffix,
      this.#shape,
      this.#first,
      this.#codes,
      this.#bias,
      this.#second,
      this.#secondBias,
    ]
  }

  #fill({ words }: NetExamples, e: number): void {
    const { slots, vector, suffix, shape } = this.#sizes
    const x = this.#x.fill(0)
    for (let slot = 0; slot < slots; slot++) {
      const word = words[e * slots + slot] as number
      this.#hidden[slot] = word === -1 || this.#settings.random() < this.#settings.wordDropout ? 1 : 0
      if (word === -1) continue
      const at = slot * this.#width
      const row = this.#vocabulary.vector[word] as number
      if (row !== -1 && this.#hidden[slot] === 0) x.set(this.#vectorOf(row), at)
      const s = this.#vocabulary.suffix[word] as number
      x.set(this.#suffix.value.subarray(s * suffix, (s + 1) * suffix), at + vector)
      const f = this.#vocabulary.shape[word] as number
      x.set(this.#shape.value.subarray(f * shape, (f + 1) * shape), at + vector + suffix)
    }
  }

  #vectorOf(row: number): Float32Array {
    const { vector } = this.#sizes
    const fixed = this.#vectors.length / vector
    return row < fixed
      ? this.#vectors.subarray(row * vector, (row + 1) * vector)
      : this.#learned.value.subarray((row - fixed) * vector, (row - fixed + 1) * vector)
  }

  #forward({ codes, codeStart }: NetExamples, e: number): void {
    const { hidden } = this.#sizes
    const { dropout, random } = this.#settings
    const inputs = this.#inputs
    const [x, h, first, rows, bias] = [this.#x, this.#h, this.#first.value, this.#codes.value, this.#bias.value]
    for (let j = 0; j < hidden; j++) {
      h[j] = 0
      if (random() < dropout) continue
      let sum = bias[j] as number
      for (let c = codeStart[e] as number; c < (codeStart[e + 1] as number); c++)
        sum += rows[(codes[c] as number) * hidden + j] as number
      sum += dot(x, first, j * inputs)
      if (sum > 0) h[j] = sum / (1 - dropout)
    }
  }

  /** Sets #p to the gradient at the states and gives the loss. */
  #judge({ allowed, weight }: NetExamples, e: number): number {
    const { hidden, states } = this.#sizes
    const [h, p, second] = [this.#h, this.#p, this.#second.value]
    for (let y = 0; y < states; y++) p[y] = this.#secondBias.value[y] as number
    for (let j = 0; j < hidden; j++) {
      const unit = h[j] as number
      if (unit !== 0)
        for (let y = 0; y < states; y++) p[y] = (p[y] as number) + unit * (second[j * states + y] as number)
    }
    let most = Number.NEGATIVE_INFINITY
    for (const score of p) most = Math.max(most, score)
    let all = 0
    let right = 0
    for (let y = 0; y < states; y++) {
      p[y] = Math.exp((p[y] as number) - most)
      all += p[y] as number
      if (allowed[e * states + y] === 1) right += p[y] as number
    }
    const share = weight[e] as number
    for (let y = 0; y < states; y++) {
      const own = p[y] as number
      p[y] = share * (own / all - (allowed[e * states + y] === 1 ? own / (right + 1e-30) : 0))
    }
    return -Math.log((right + 1e-30) / all)
  }

  #backward(examples: NetExamples, e: number): void {
    const { hidden, states } = this.#sizes
    const { dropout } = this.#settings
    const [x, h, p, dh] = [this.#x, this.#h, this.#p, this.#dh]
    const dx = this.#dx.fill(0)
    for (let y = 0; y < states; y++) this.#secondBias.grad[y] = (this.#secondBias.grad[y] as number) + (p[y] as number)
    this.#secondBias.touch(0)
    this.#bias.touch(0)
    for (let j = 0; j < hidden; j++) {
      dh[j] = 0
      const unit = h[j] as number
      if (unit === 0) continue
      let sum = 0
      const from = j * states
      for (let y = 0; y < states; y++) {
        const gradient = p[y] as number
        sum += gradient * (this.#second.value[from + y] as number)
        this.#second.grad[from + y] = (this.#second.grad[from + y] as number) + gradient * unit
      }
      this.#second.touch(j)
      const given = sum / (1 - dropout)
      dh[j] = given
      this.#bias.grad[j] = (this.#bias.grad[j] as number) + given
      addScaled(given, x, this.#first.value, this.#first.grad, dx, j * this.#inputs)
      this.#first.touch(j)
    }
    this.#spread(examples, e)
  }

  /** Hands the gradients on to codes, suffixes, shapes and learned vectors. */
  #spread({ words, codes, codeStart }: NetExamples, e: number): void {
    const { slots, vector, suffix, shape, hidden } = this.#sizes
    const fixed = this.#vectors.length / vector
    for (let c = codeStart[e] as number; c < (codeStart[e + 1] as number); c++)
      gather(this.#codes, codes[c] as number, this.#dh, 0, hidden)
    for (let slot = 0; slot < slots; slot++) {
      const word = words[e * slots + slot] as number
      if (word === -1) continue
      const at = slot * this.#width
      const row = this.#vocabulary.vector[word] as number
      if (row >= fixed && this.#hidden[slot] === 0) gather(this.#learned, row - fixed, this.#dx, at, vector)
      gather(this.#suffix, this.#vocabulary.suffix[word] as number, this.#dx, at + vector, suffix)
      gather(this.#shape, this.#vocabulary.shape[word] as number, this.#dx, at + vector + suffix, shape)
    }
  }
}

function gather(table: Table, row: number, from: Float32Array, at: number, width: number): void {
  for (let k = 0; k < width; k++)
    table.grad[row * width + k] = (table.grad[row * width + k] as number) + (from[at + k] as number)
  table.touch(row)
}

function dot(x: Float32Array, weights: Float32Array, at: number): number {
  let [a, b, c, d] = [0, 0, 0, 0]
  for (let k = 0; k < x.length; k += 4) {
    a += (x[k] as number) * (weights[at + k] as number)
    b += (x[k + 1] as number) * (weights[at + k + 1] as number)
    c += (x[k + 2] as number) * (weights[at + k + 2] as number)
    d += (x[k + 3] as number) * (weights[at + k + 3] as number)
  }
  return a + b + c + d
}

function addScaled(
  given: number,
  x: Float32Array,
  weights: Float32Array,
  grad: Float32Array,
  dx: Float32Array,
  at: number,
): void {
  for (let k = 0; k < x.length; k++) {
    grad[at + k] = (grad[at + k] as number) + given * (x[k] as number)
    dx[k] = (dx[k] as number) + given * (weights[at + k] as number)
  }
}
