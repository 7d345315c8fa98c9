import { daysBetween } from '../core/day.ts'
import { type Desk, likest } from './desk.ts'
import { type Candidate, quotes, WEIGHT } from './material.ts'

/** Days back from the as-of day in which news is new. */
const NEW_DAYS = 2
const LEAST = 3
const MOST = 5
/** Likeness from which a second sentence adds nothing to the lead. */
const REPEATS = 0.3
/** Words in quotation marks belong to the statements: the lead says what happened. */
const QUOTED = 0.25

/** The newest decisive events of different kinds, most important first: three to five sentences. */
export function chooseLead(desk: Desk): readonly Candidate[] {
  const recent = desk.fit.filter(c => c.fit >= 0.7 && isNew(desk, c))
  const scores = new Map(recent.map(c => [c.key, newsScore(desk, c)]))
  const chosen: Candidate[] = []
  while (chosen.length < MOST) {
    let best: { candidate: Candidate; score: number } | undefined
    for (const candidate of recent) {
      if (chosen.includes(candidate) || likest(desk, candidate, chosen) >= REPEATS) continue
      if (chosen.some(c => c.doc === candidate.doc)) continue
      if (chosen.length >= LEAST && quotes(candidate)) continue
      const score = (scores.get(candidate.key) ?? 0) - kinship(candidate, chosen) - (quotes(candidate) ? QUOTED : 0)
      if (!best || score > best.score || (score === best.score && candidate.key < best.candidate.key))
        best = { candidate, score }
    }
    if (!best || (chosen.length >= LEAST && best.score < 0.25)) break
    chosen.push(best.candidate)
  }
  return chosen
}

function isNew(desk: Desk, candidate: Candidate): boolean {
  const age = daysBetween(candidate.published, desk.asOf)
  return age >= 0 && age <= NEW_DAYS && (candidate.future || daysBetween(candidate.when.latest, desk.asOf) <= NEW_DAYS)
}

/**
 * How much a sentence is news for this page, about 0–1: how many independent origins say it, how new it is, how near to
 * what the page is about, how decisive its kind of event, whether its report opens with it, whether it gives the date of what is due.
 */
export function newsScore(desk: Desk, candidate: Candidate): number {
  const support = Math.min(1, Math.log2(desk.origins(candidate)) / 3)
  const age = Math.max(0, daysBetween(candidate.published, desk.asOf))
  const focus = desk.likeness.toMiddle(candidate, desk.focus)
  const kind = candidate.type ? WEIGHT[candidate.type] : 0.1
  const opens = candidate.index === 0 ? 1 : candidate.index === 1 ? 0.5 : 0
  const ahead = candidate.future && candidate.dated ? 0.1 : 0
  const score =
    0.35 * support + 0.15 * Math.exp(-age) + 0.3 * Math.min(1, 2 * focus) + 0.2 * kind + 0.12 * opens + ahead
  return score * (0.5 + 0.5 * candidate.fit)
}

/** Less for a second sentence of the same kind by the same side. */
function kinship(candidate: Candidate, chosen: readonly Candidate[]): number {
  const side = sideOf(candidate)
  return chosen.reduce(
    (sum, other) => sum + (other.type === candidate.type ? 0.08 : 0) + (side && sideOf(other) === side ? 0.05 : 0),
    0,
  )
}

function sideOf(candidate: Candidate): string | undefined {
  const source = candidate.claims[0]?.source
  return source?.country ?? source?.id
}
