/** A word with what is scored; `head` counts from 0 in the sentence, −1 is the root. */
export type ScoredWord = {
  readonly upos: string
  readonly xpos: string
  readonly lemma: string
  readonly head: number
  readonly relation: string
}

/** A word known by the characters it covers, so is its head. */
export type PlacedWord = ScoredWord & { readonly key: string; readonly headKey: string }

const METRICS = ['upos', 'xpos', 'lemma', 'uas', 'las', 'subtypes'] as const
type Metric = (typeof METRICS)[number]

/**
 * Counts words right as the CoNLL 2018 shared task does: `uas` head right, `las` head and relation without its subtype
 * right; `subtypes`: with it. Lemmas that the treebank leaves out (`_`) count as right.
 */
export class ParseScore {
  gold = 0
  given = 0
  readonly #right: Record<Metric, number> = { upos: 0, xpos: 0, lemma: 0, uas: 0, las: 0, subtypes: 0 }

  /** Words one to one. */
  addSentence(gold: readonly ScoredWord[], given: readonly ScoredWord[]): void {
    this.gold += gold.length
    this.given += given.length
    gold.forEach((word, i) => {
      const other = given[i]
      if (other) this.#count(word, other, word.head === other.head)
    })
  }

  /** Words matched by the characters they cover. */
  addAligned(gold: readonly PlacedWord[], given: readonly PlacedWord[]): void {
    this.gold += gold.length
    this.given += given.length
    const byKey = new Map(given.map(word => [word.key, word]))
    for (const word of gold) {
      const other = byKey.get(word.key)
      if (other) this.#count(word, other, word.headKey === other.headKey)
    }
  }

  #count(gold: ScoredWord, given: ScoredWord, head: boolean): void {
    const plain = (relation: string) => relation.replace(/:.*$/u, '')
    if (gold.upos === given.upos) this.#right.upos += 1
    if (gold.xpos === given.xpos) this.#right.xpos += 1
    if (gold.lemma === given.lemma || gold.lemma === '_') this.#right.lemma += 1
    if (!head) return
    this.#right.uas += 1
    if (plain(gold.relation) === plain(given.relation)) this.#right.las += 1
    if (gold.relation === given.relation) this.#right.subtypes += 1
  }

  share(metric: Metric): number {
    return this.#right[metric] / Math.max(1, this.gold)
  }

  /** 2 × right ÷ (gold + given), for words that were not given. */
  f1(metric: Metric): number {
    return (2 * this.#right[metric]) / Math.max(1, this.gold + this.given)
  }
}
