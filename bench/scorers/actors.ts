import type { Span } from '../../src/core/span.ts'

/** Who is meant by a span; `id` null: somebody who must stay unlinked. */
export type Linked = { readonly span: Span; readonly id: string | null; readonly kind: string }

export type LinkCounts = { gold: number; given: number; right: number }

/**
 * Counts links: one is right when it overlaps a mention with its id, each mention once. A link on nothing, on a mention
 * without id, or a second one on the same mention is wrong.
 */
export class ActorScore {
  readonly all: LinkCounts = { gold: 0, given: 0, right: 0 }
  /** By kind of mention; a wrong link counts for the kind of the mention it lies on, else for `nothing`. */
  readonly byKind = new Map<string, LinkCounts>()

  add(gold: readonly Linked[], given: readonly { readonly span: Span; readonly id: string }[]): void {
    const open = new Set(gold.filter(({ id }) => id !== null))
    for (const { kind } of open) this.#count(kind, 'gold')
    for (const link of given) {
      const under = gold.filter(({ span }) => span.start < link.span.end && link.span.start < span.end)
      const found = under.find(mention => mention.id === link.id && open.has(mention))
      const kind = (found ?? under[0])?.kind ?? 'nothing'
      this.#count(kind, 'given')
      if (!found) continue
      open.delete(found)
      this.#count(kind, 'right')
    }
  }

  #count(kind: string, what: keyof LinkCounts): void {
    const own = this.byKind.get(kind) ?? { gold: 0, given: 0, right: 0 }
    this.byKind.set(kind, own)
    own[what] += 1
    this.all[what] += 1
  }
}

export function precision({ right, given }: LinkCounts): number {
  return right / Math.max(1, given)
}

export function recall({ right, gold }: LinkCounts): number {
  return right / Math.max(1, gold)
}
