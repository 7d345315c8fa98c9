/** A span with a type, as one string key: the same key, the same span and type. */
export type Scored = { readonly key: string; readonly type: string }

export type SpanCounts = { gold: number; given: number; right: number }

/** Counts exact spans with their type, over all and by type (CoNLL 2003). A span given twice counts once. */
export class SpanScore {
  readonly all: SpanCounts = { gold: 0, given: 0, right: 0 }
  readonly byType = new Map<string, SpanCounts>()

  add(gold: readonly Scored[], given: readonly Scored[]): void {
    const wanted = new Map(gold.map(span => [`${span.type} ${span.key}`, span]))
    const found = new Map(given.map(span => [`${span.type} ${span.key}`, span]))
    for (const { type } of wanted.values()) this.#count(type, 'gold')
    for (const [key, { type }] of found) {
      this.#count(type, 'given')
      if (wanted.has(key)) this.#count(type, 'right')
    }
  }

  #count(type: string, what: keyof SpanCounts): void {
    const own = this.byType.get(type) ?? { gold: 0, given: 0, right: 0 }
    this.byType.set(type, own)
    own[what] += 1
    this.all[what] += 1
  }
}

/** Micro F1: 2 × right ÷ (gold + given); 0 when there is nothing. */
export function f1({ gold, given, right }: SpanCounts): number {
  return (2 * right) / Math.max(1, gold + given)
}
