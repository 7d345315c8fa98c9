import type { FeatureRow } from './weights.ts'

/**
 * The states of a linear-chain model of spans: outside, and for each type the Begin, Inside, Last and Unit word of a span
 * (BILOU; Ratinov & Roth 2009). State 0 is outside, type k has the states 4k+1 … 4k+4.
 */
export const OUTSIDE = 0
export const BEGIN = 1
export const INSIDE = 2
export const LAST = 3
export const UNIT = 4

export function stateCount(types: number): number {
  return 4 * types + 1
}

/** Whether state `b` may follow state `a`; −1 stands for the edge of the sentence. */
export function mayFollow(a: number, b: number): boolean {
  const openA = a > 0 && ((a - 1) % 4) + 1 <= INSIDE
  const insideB = b > 0 && [INSIDE, LAST].includes(((b - 1) % 4) + 1)
  return openA ? insideB && (a - 1) >> 2 === (b - 1) >> 2 : !insideB
}

/**
 * A sentence to learn from: the feature hashes of all words one after the other (those of word i from `start[i]`), and which
 * states each word may have (one byte a state). Where more than one may be, the model decides (partially labelled
 * sequences: Tsuboi et al. 2008).
 */
export type CrfExample = {
  readonly features: Int32Array
  readonly start: Int32Array
  readonly allowed: Uint8Array
  readonly weight: number
}

export type CrfSettings = {
  readonly states: number
  readonly passes: number
  readonly rate: number
  /** Share of the features left out at random in each look at a sentence. */
  readonly dropout: number
  /** A feature must occur this often to count. */
  readonly least: number
  readonly order: (pass: number) => Int32Array
  readonly random: () => number
  readonly watch?: (pass: number, loss: number) => void
}

export type TrainedCrf = {
  readonly rows: readonly FeatureRow[]
  /** Score of state b after state a at a × states + b. */
  readonly transitions: Float32Array
}

const TINY = 1e-30

/** Trains a conditional random field (Lafferty et al. 2001) by stochastic gradient steps with AdaGrad (Duchi et al. 2011). */
export function trainCrf(examples: readonly CrfExample[], settings: CrfSettings): TrainedCrf {
  const index = indexFeatures(examples, settings.least)
  const numbered = examples.map(example => ({ ...example, rows: index.rowsOf(example.features) }))
  const learner = new CrfLearner(index.hashes.length, settings)
  for (let pass = 1; pass <= settings.passes; pass++) {
    let loss = 0
    for (const e of settings.order(pass)) loss += learner.learn(numbered[e] as Numbered)
    settings.watch?.(pass, loss)
  }
  return { rows: learner.rows(index.hashes), transitions: learner.transitions }
}

type Numbered = CrfExample & { readonly rows: Int32Array }

/** Numbers the features that occur often enough, in the order of their first occurrence. */
function indexFeatures(examples: readonly CrfExample[], least: number) {
  const counts = new Map<number, number>()
  for (const { features } of examples) for (const hash of features) counts.set(hash, (counts.get(hash) ?? 0) + 1)
  const hashes: number[] = []
  const rows = new Map<number, number>()
  for (const [hash, count] of counts) {
    if (count < least) continue
    rows.set(hash, hashes.length)
    hashes.push(hash)
  }
  return { hashes, rowsOf: (features: Int32Array) => features.map(hash => rows.get(hash) ?? -1) }
}

class CrfLearner {
  readonly transitions: Float32Array
  readonly #states: number
  readonly #settings: CrfSettings
  readonly #weights: Float32Array
  readonly #squares: Float32Array
  readonly #transitionSquares: Float32Array
  readonly #open: Uint8Array
  #room = 0
  #potential = new Float64Array(0)
  #forward = new Float64Array(0)
  #backward = new Float64Array(0)
  #gradient = new Float64Array(0)
  #kept = new Int32Array(0)
  readonly #step: Float64Array
  readonly #pairs: Float64Array

  constructor(features: number, settings: CrfSettings) {
    const { states } = settings
    this.#settings = settings
    this.#states = states
    this.#weights = new Float32Array(features * states)
    this.#squares = new Float32Array(features * states)
    this.transitions = new Float32Array(states * states)
    this.#transitionSquares = new Float32Array(states * states)
    this.#step = new Float64Array(states * states)
    this.#pairs = new Float64Array(states * states)
    this.#open = Uint8Array.from({ length: states * states }, (_, i) =>
      mayFollow(Math.floor(i / states), i % states) ? 1 : 0,
    )
  }

  /** One step; gives the loss, minus the log likelihood of the allowed states. */
  learn(example: Numbered): number {
    const { start, allowed, weight } = example
    const length = start.length - 1
    this.#makeRoom(length, example.rows.length)
    this.#drop(example.rows)
    this.#setPotentials(example)
    for (let i = 0; i < this.#step.length; i++)
      this.#step[i] = this.#open[i] === 1 ? Math.exp(this.transitions[i] as number) : 0
    this.#pairs.fill(0)
    this.#gradient.fill(0, 0, length * this.#states)
    const right = this.#expect(length, allowed, 1)
    if (right === undefined) return 0
    const all = this.#expect(length, undefined, -1) as number
    this.#apply(example, length, weight)
    return all - right
  }

  #makeRoom(length: number, features: number): void {
    if (this.#kept.length < features) this.#kept = new Int32Array(features * 2)
    if (length <= this.#room) return
    this.#room = length * 2
    const size = this.#room * this.#states
    this.#potential = new Float64Array(size)
    this.#forward = new Float64Array(size)
    this.#backward = new Float64Array(size)
    this.#gradient = new Float64Array(size)
  }

  #drop(rows: Int32Array): void {
    const { dropout, random } = this.#settings
    for (let i = 0; i < rows.length; i++) this.#kept[i] = dropout > 0 && random() < dropout ? -1 : (rows[i] as number)
  }

  #setPotentials({ start }: Numbered): void {
    const states = this.#states
    const boost = 1 / (1 - this.#settings.dropout)
    for (let t = 0; t < start.length - 1; t++) {
      const at = t * states
      this.#potential.fill(0, at, at + states)
      for (let f = start[t] as number; f < (start[t + 1] as number); f++) {
        const row = this.#kept[f] as number
        if (row === -1) continue
        const from = row * states
        for (let y = 0; y < states; y++)
          this.#potential[at + y] = (this.#potential[at + y] as number) + (this.#weights[from + y] as number)
      }
      let highest = Number.NEGATIVE_INFINITY
      for (let y = 0; y < states; y++) highest = Math.max(highest, (this.#potential[at + y] as number) * boost)
      for (let y = 0; y < states; y++)
        this.#potential[at + y] = Math.exp((this.#potential[at + y] as number) * boost - highest)
    }
  }

  /** Forward-backward over the allowed states; adds `sign` × the expected counts. Gives log Z less the sum of maxima. */
  #expect(length: number, allowed: Uint8Array | undefined, sign: number): number | undefined {
    const states = this.#states
    const potential = (t: number, y: number) =>
      allowed && allowed[t * states + y] === 0 ? 0 : (this.#potential[t * states + y] as number)
    let logZ = 0
    for (let t = 0; t < length; t++) {
      let sum = 0
      for (let y = 0; y < states; y++) {
        let score = 0
        if (t === 0) score = mayFollow(-1, y) ? 1 : 0
        else
          for (let x = 0; x < states; x++)
            score += (this.#forward[(t - 1) * states + x] as number) * (this.#step[x * states + y] as number)
        score *= potential(t, y)
        if (t === length - 1 && !mayFollow(y, -1)) score = 0
        this.#forward[t * states + y] = score
        sum += score
      }
      if (!(sum > TINY)) return undefined
      for (let y = 0; y < states; y++) this.#forward[t * states + y] = (this.#forward[t * states + y] as number) / sum
      logZ += Math.log(sum)
    }
    this.#back(length, potential, sign)
    return logZ
  }

  #back(length: number, potential: (t: number, y: number) => number, sign: number): void {
    const states = this.#states
    for (let y = 0; y < states; y++) this.#backward[(length - 1) * states + y] = 1
    for (let t = length - 1; t >= 0; t--) {
      const at = t * states
      let sum = 0
      for (let y = 0; y < states; y++) sum += (this.#forward[at + y] as number) * (this.#backward[at + y] as number)
      for (let y = 0; y < states; y++)
        this.#gradient[at + y] =
          (this.#gradient[at + y] as number) +
          (sign * (this.#forward[at + y] as number) * (this.#backward[at + y] as number)) / sum
      if (t > 0) this.#backPair(t, potential, sign)
    }
  }

  /** Adds the expected transitions into word t and works out the backward scores of the word before. */
  #backPair(t: number, potential: (t: number, y: number) => number, sign: number): void {
    const states = this.#states
    const before = (t - 1) * states
    let total = 0
    for (let x = 0; x < states; x++) {
      let score = 0
      for (let y = 0; y < states; y++)
        score += (this.#step[x * states + y] as number) * potential(t, y) * (this.#backward[t * states + y] as number)
      this.#backward[before + x] = score
      total += score * (this.#forward[before + x] as number)
    }
    for (let x = 0; x < states; x++) {
      const forward = this.#forward[before + x] as number
      if (forward === 0) continue
      for (let y = 0; y < states; y++) {
        const step = this.#step[x * states + y] as number
        if (step === 0) continue
        const share = (forward * step * potential(t, y) * (this.#backward[t * states + y] as number)) / total
        this.#pairs[x * states + y] = (this.#pairs[x * states + y] as number) + sign * share
      }
    }
    let largest = TINY
    for (let x = 0; x < states; x++) largest = Math.max(largest, this.#backward[before + x] as number)
    for (let x = 0; x < states; x++) this.#backward[before + x] = (this.#backward[before + x] as number) / largest
  }

  #apply({ start }: Numbered, length: number, weight: number): void {
    const states = this.#states
    for (let t = 0; t < length; t++)
      for (let y = 0; y < states; y++) {
        const gradient = (this.#gradient[t * states + y] as number) * weight
        if (Math.abs(gradient) < 1e-4) continue
        for (let f = start[t] as number; f < (start[t + 1] as number); f++) {
          const row = this.#kept[f] as number
          if (row !== -1) this.#move(this.#weights, this.#squares, row * states + y, gradient)
        }
      }
    for (let i = 0; i < this.#pairs.length; i++)
      if (this.#pairs[i] !== 0)
        this.#move(this.transitions, this.#transitionSquares, i, (this.#pairs[i] as number) * weight)
  }

  #move(values: Float32Array, squares: Float32Array, at: number, gradient: number): void {
    const square = (squares[at] as number) + gradient * gradient
    squares[at] = square
    values[at] = (values[at] as number) + (this.#settings.rate * gradient) / Math.sqrt(square + 1e-6)
  }

  rows(hashes: readonly number[]): readonly FeatureRow[] {
    return hashes.map((hash, row) => ({
      hash,
      row: this.#weights.slice(row * this.#states, (row + 1) * this.#states),
    }))
  }
}
