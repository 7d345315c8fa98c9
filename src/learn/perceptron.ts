import type { FeatureRow } from './weights.ts'

const PAGE = 4096

/**
 * A multi-class averaged perceptron over hashed features (Collins 2002; averaging by lazy time stamps). Rows are made
 * when a feature first takes part in a correction, so memory follows the mistakes, not the text.
 */
export class Perceptron {
  readonly classes: number
  /** Pairs of a feature's hash and its row plus one; 0 where there is none. */
  #slots = new Int32Array(1 << 17)
  readonly #hashes: number[] = []
  readonly #weights: Float32Array[] = []
  readonly #sums: Float64Array[] = []
  readonly #updates: number[] = []
  #time = 1

  constructor(classes: number) {
    this.classes = classes
  }

  /** One step of time; call it once an example. */
  tick(): void {
    this.#time += 1
  }

  /** Adds up the weights of the features into `scores`. */
  score(features: Int32Array, count: number, scores: Float64Array): void {
    scores.fill(0)
    const { classes } = this
    for (let i = 0; i < count; i++) {
      const row = this.#find(features[i] as number)
      if (row === -1) continue
      const page = this.#weights[(row / PAGE) | 0] as Float32Array
      const at = (row % PAGE) * classes
      for (let c = 0; c < classes; c++) scores[c] = (scores[c] as number) + (page[at + c] as number)
    }
  }

  /** Moves the weights of the features towards `right` and away from `wrong` by `step`. */
  update(features: Int32Array, count: number, right: number, wrong: number, step = 1): void {
    for (let i = 0; i < count; i++) {
      const row = this.#findOrAdd(features[i] as number)
      this.#updates[row] = (this.#updates[row] as number) + 1
      const page = (row / PAGE) | 0
      const at = (row % PAGE) * this.classes
      const weights = this.#weights[page] as Float32Array
      const sums = this.#sums[page] as Float64Array
      weights[at + right] = (weights[at + right] as number) + step
      sums[at + right] = (sums[at + right] as number) + step * this.#time
      weights[at + wrong] = (weights[at + wrong] as number) - step
      sums[at + wrong] = (sums[at + wrong] as number) - step * this.#time
    }
  }

  /** The averaged rows of features that took part in at least `least` corrections, in the order of their first one. */
  averaged(least: number): readonly FeatureRow[] {
    const rows: FeatureRow[] = []
    this.#hashes.forEach((hash, row) => {
      if ((this.#updates[row] as number) < least) return
      const page = (row / PAGE) | 0
      const at = (row % PAGE) * this.classes
      const weights = this.#weights[page] as Float32Array
      const sums = this.#sums[page] as Float64Array
      const mean = new Float32Array(this.classes)
      for (let c = 0; c < this.classes; c++)
        mean[c] = (weights[at + c] as number) - (sums[at + c] as number) / this.#time
      rows.push({ hash, row: mean })
    })
    return rows
  }

  #find(hash: number): number {
    const slots = this.#slots
    const mask = slots.length - 2
    let place = (spread(hash) << 1) & mask
    for (;;) {
      const row = slots[place + 1] as number
      if (row === 0 || slots[place] === hash) return row - 1
      place = (place + 2) & mask
    }
  }

  #findOrAdd(hash: number): number {
    const found = this.#find(hash)
    if (found !== -1) return found
    const row = this.#hashes.length
    if ((row + 1) * 4 > this.#slots.length) this.#grow()
    this.#put(hash, row)
    this.#hashes.push(hash)
    this.#updates.push(0)
    if (row % PAGE === 0) {
      this.#weights.push(new Float32Array(PAGE * this.classes))
      this.#sums.push(new Float64Array(PAGE * this.classes))
    }
    return row
  }

  #grow(): void {
    this.#slots = new Int32Array(this.#slots.length * 2)
    this.#hashes.forEach((hash, row) => {
      this.#put(hash, row)
    })
  }

  #put(hash: number, row: number): void {
    const slots = this.#slots
    const mask = slots.length - 2
    let place = (spread(hash) << 1) & mask
    while (slots[place + 1] !== 0) place = (place + 2) & mask
    slots[place] = hash
    slots[place + 1] = row + 1
  }
}

function spread(hash: number): number {
  const mixed = Math.imul(hash, 0x9e3779b1)
  return mixed ^ (mixed >>> 15)
}
