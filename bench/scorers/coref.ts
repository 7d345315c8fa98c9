/**
 * Coreference scores as the CoNLL-2012 shared task counts them (reference scorer of Pradhan et al. 2014): mentions match by
 * their exact span, sums run over all documents, and the score of record is the mean of the F1 of MUC, B³ and CEAFe.
 * Chains of one mention are no business of these scores: drop them from both sides first (`withoutSingletons`).
 */

/** A chain: its mentions, each as a key that is the same for the same span of the same document. */
export type KeyChain = readonly string[]

/** What was right and what there was, for recall (over gold) and precision (over the response). */
export type Counts = {
  readonly recall: readonly [right: number, all: number]
  readonly precision: readonly [right: number, all: number]
}

export type CorefCounts = { readonly muc: Counts; readonly b3: Counts; readonly ceafe: Counts }

export type CorefScores = {
  readonly muc: number
  readonly b3: number
  readonly ceafe: number
  /** The mean of the three. */
  readonly conll: number
}

/** Chains of two mentions or more; a mention given twice counts once. */
export function withoutSingletons(chains: readonly KeyChain[]): readonly KeyChain[] {
  return chains.map(chain => [...new Set(chain)]).filter(chain => chain.length > 1)
}

/** Counts of one document. */
export function corefCounts(gold: readonly KeyChain[], response: readonly KeyChain[]): CorefCounts {
  const [recall, precision] = ceafe(gold, response)
  return {
    muc: { recall: mucLinks(gold, response), precision: mucLinks(response, gold) },
    b3: { recall: b3Mentions(gold, response), precision: b3Mentions(response, gold) },
    ceafe: { recall, precision },
  }
}

/** F1 of each measure over the summed counts of documents, and their mean. */
export function corefScores(documents: readonly CorefCounts[]): CorefScores {
  const [muc, b3, ceafe] = (['muc', 'b3', 'ceafe'] as const).map(measure => f1(documents.map(one => one[measure])))
  const scores = { muc: muc ?? 0, b3: b3 ?? 0, ceafe: ceafe ?? 0 }
  return { ...scores, conll: (scores.muc + scores.b3 + scores.ceafe) / 3 }
}

function f1(counts: readonly Counts[]): number {
  const share = (side: 'recall' | 'precision') => {
    const right = counts.reduce((sum, one) => sum + one[side][0], 0)
    const all = counts.reduce((sum, one) => sum + one[side][1], 0)
    return all === 0 ? 0 : right / all
  }
  const [recall, precision] = [share('recall'), share('precision')]
  return recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision)
}

/** MUC (Vilain et al. 1995): links of each chain that the other side keeps, of those it takes to hold the chain together. */
function mucLinks(chains: readonly KeyChain[], others: readonly KeyChain[]): readonly [number, number] {
  const other = chainOf(others)
  let right = 0
  let all = 0
  for (const chain of chains) {
    const alone = chain.filter(mention => !other.has(mention)).length
    const parts = new Set(chain.flatMap(mention => other.get(mention) ?? [])).size
    right += chain.length - alone - parts
    all += chain.length - 1
  }
  return [right, all]
}

/** B³ (Bagga & Baldwin 1998): for each mention, the share of its chain that the other side also puts with it. */
function b3Mentions(chains: readonly KeyChain[], others: readonly KeyChain[]): readonly [number, number] {
  const other = chainOf(others)
  let right = 0
  let all = 0
  for (const chain of chains) {
    const shared = new Map<number, number>()
    for (const mention of chain) {
      const at = other.get(mention)
      if (at !== undefined) shared.set(at, (shared.get(at) ?? 0) + 1)
    }
    for (const count of shared.values()) right += (count * count) / chain.length
    all += chain.length
  }
  return [right, all]
}

/** CEAFe (Luo 2005): the best one-to-one assignment of chains by φ₄ = 2 × shared / (size + size). */
function ceafe(
  gold: readonly KeyChain[],
  response: readonly KeyChain[],
): readonly [recall: readonly [number, number], precision: readonly [number, number]] {
  const other = chainOf(response)
  const likeness = gold.map(chain => {
    const row = response.map(() => 0)
    for (const mention of chain) {
      const at = other.get(mention)
      if (at !== undefined) row[at] = (row[at] ?? 0) + 1
    }
    return row.map((shared, at) => (2 * shared) / (chain.length + (response[at]?.length ?? 0)))
  })
  const best = bestAssignment(likeness)
  return [
    [best, gold.length],
    [best, response.length],
  ]
}

function chainOf(chains: readonly KeyChain[]): ReadonlyMap<string, number> {
  return new Map(chains.flatMap((chain, at) => chain.map(mention => [mention, at] as const)))
}

/**
 * The highest sum of a one-to-one assignment of rows to columns: the Hungarian algorithm with potentials (Kuhn 1955,
 * Munkres 1957), cubic in the longer side.
 */
export function bestAssignment(values: readonly (readonly number[])[]): number {
  const size = Math.max(values.length, values[0]?.length ?? 0)
  const cost = (row: number, column: number) => -(values[row - 1]?.[column - 1] ?? 0)
  const rowPotential = new Float64Array(size + 1)
  const columnPotential = new Float64Array(size + 1)
  /** The row of each column; 0: free. */
  const rowOf = new Int32Array(size + 1)
  for (let row = 1; row <= size; row++) augment(row, size, cost, rowPotential, columnPotential, rowOf)
  let sum = 0
  for (let column = 1; column <= size; column++) sum -= cost(rowOf[column] ?? 0, column)
  return sum
}

/** Gives `first` a column by the cheapest alternating path (one round of the Hungarian algorithm). */
function augment(
  first: number,
  size: number,
  cost: (row: number, column: number) => number,
  rowPotential: Float64Array,
  columnPotential: Float64Array,
  rowOf: Int32Array,
): void {
  const least = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY)
  const used = new Uint8Array(size + 1)
  const way = new Int32Array(size + 1)
  let column = 0
  rowOf[0] = first
  do {
    used[column] = 1
    const row = rowOf[column] as number
    let delta = Number.POSITIVE_INFINITY
    let next = 0
    for (let j = 1; j <= size; j++) {
      if (used[j] === 1) continue
      const reduced = cost(row, j) - (rowPotential[row] as number) - (columnPotential[j] as number)
      if (reduced < (least[j] as number)) {
        least[j] = reduced
        way[j] = column
      }
      if ((least[j] as number) < delta) {
        delta = least[j] as number
        next = j
      }
    }
    for (let j = 0; j <= size; j++)
      if (used[j] === 1) {
        const of = rowOf[j] as number
        rowPotential[of] = (rowPotential[of] as number) + delta
        columnPotential[j] = (columnPotential[j] as number) - delta
      } else least[j] = (least[j] as number) - delta
    column = next
  } while (rowOf[column] !== 0)
  for (let back = column; back !== 0; back = way[back] as number) rowOf[back] = rowOf[way[back] as number] as number
}
