import { within } from '../core/span.ts'
import type { Claim, Doc } from '../core/types.ts'

/** Words of a claim's sentence that carry meaning: longer than three letters, and numbers. */
export function termsOf(doc: Doc, claim: Claim): ReadonlySet<string> {
  const tokens = within(doc.layers.token, claim.sentence)
  return new Set(
    tokens
      .filter(({ value }) => value.kind === 'number' || (value.kind === 'word' && value.norm.length > 3))
      .map(({ value }) => value.norm),
  )
}

/** Shared terms over those of the smaller set: 1 where one sentence holds all of the other. */
export function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  if (small.size === 0) return 0
  let shared = 0
  for (const term of small) if (large.has(term)) shared++
  return shared / small.size
}
