import type { Sentence } from '../core/briefing.ts'
import { daysBetween } from '../core/day.ts'
import type { Evidence } from '../core/types.ts'
import type { Likeness } from './likeness.ts'
import type { Candidate } from './material.ts'

/** Likeness from which two sentences of different reports are taken to say the same, given the same kind of event. */
const SAME = 0.3
/** Likeness that is enough alone. */
const SURE = 0.45
const MOST_RECEIPTS = 6

/** Other reports' sentences that say what this one says: alike in words, of one event type, told of days that touch. */
export function supporters(candidate: Candidate, likeness: Likeness): readonly Candidate[] {
  return likeness
    .near(candidate, SAME)
    .filter(other => other.doc !== candidate.doc && touches(candidate, other))
    .filter(other => likeness.of(candidate, other) >= SURE || shareEvent(candidate, other))
    .sort((a, b) => likeness.of(candidate, b) - likeness.of(candidate, a) || (a.key < b.key ? -1 : 1))
}

function shareEvent(a: Candidate, b: Candidate): boolean {
  return a.claims.some(x => b.claims.some(y => x.type === y.type && x.flags.negated === y.flags.negated))
}

function touches(a: Candidate, b: Candidate): boolean {
  return a.when.earliest <= b.when.latest && b.when.earliest <= a.when.latest
    ? true
    : Math.min(
        Math.abs(daysBetween(a.when.latest, b.when.earliest)),
        Math.abs(daysBetween(b.when.latest, a.when.earliest)),
      ) <= 1
}

/** Independent origins of a sentence and of those that support it. */
export function originsOf(candidate: Candidate, others: readonly Candidate[]): number {
  return new Set([candidate.lineage, ...others.map(other => other.lineage)]).size
}

/** Adds the receipts of supporting reports, one an origin first, to a written sentence. */
export function withReceipts(sentence: Sentence, candidate: Candidate, others: readonly Candidate[]): Sentence {
  const seen = new Set([candidate.lineage])
  const independent = others.filter(other => !seen.has(other.lineage) && seen.add(other.lineage))
  const chosen = independent.slice(0, MOST_RECEIPTS - 1)
  const more = chosen.map(
    (other): Evidence => ({ article: other.doc.article.id, span: other.sentence.span, by: 'brief/support' }),
  )
  return { ...sentence, evidence: [...sentence.evidence, ...more], lineages: 1 + chosen.length }
}
