import { daysBetween } from '../core/day.ts'
import { byText, groupBy } from '../core/order.ts'
import { type Desk, likest, sidesIn, type Used } from './desk.ts'
import { type Candidate, quotes } from './material.ts'

/** A day told of at least so long after it is history to the report that tells it. */
const LOOKING_BACK = 5
const MOST = 5
const REPEATS = 0.45

/**
 * How it came to this between the sides of the topic: days before the newest that later reports keep coming back to, oldest first, each in the words of
 * the sentence that tells it best: most like what all of them tell of the day.
 */
export function chooseBackground(desk: Desk, used: Used): readonly Candidate[] {
  const pool = desk.fit.filter(
    c =>
      sidesIn(desk, c) >= Math.min(2, desk.topic.actors.length) &&
      c.fit >= 0.6 &&
      c.dated &&
      c.claims.length > 0 &&
      isHistory(desk, c) &&
      !quotes(c),
  )
  const days = [...groupBy(pool, c => c.when.edtf)].map(([day, group]) => ({ day, group, weight: weightOf(group) }))
  const chosen: Candidate[] = []
  for (const { group } of days.sort((a, b) => b.weight - a.weight || byText(a.day, b.day))) {
    if (chosen.length >= MOST) break
    const middle = desk.likeness.middle(group)
    const score = (c: Candidate) => worth(desk, c) + desk.likeness.toMiddle(c, middle)
    const best = group
      .filter(c => likest(desk, c, [...used, ...chosen]) < REPEATS)
      .filter(c => !chosen.some(other => other.doc === c.doc))
      .sort((a, b) => score(b) - score(a) || byText(a.key, b.key))[0]
    if (best) chosen.push(best)
  }
  return chosen.sort(
    (a, b) => byText(a.when.earliest, b.when.earliest) || byText(a.when.latest, b.when.latest) || byText(a.key, b.key),
  )
}

function isHistory(desk: Desk, candidate: Candidate): boolean {
  return (
    daysBetween(candidate.when.latest, candidate.published) >= LOOKING_BACK &&
    daysBetween(candidate.when.latest, desk.asOf) >= LOOKING_BACK
  )
}

/** How many independent origins look back on a day, and on how many days they do so. */
function weightOf(group: readonly Candidate[]): number {
  return new Set(group.map(c => c.lineage)).size + 0.5 * new Set(group.map(c => c.published)).size
}

function worth(desk: Desk, candidate: Candidate): number {
  const origins = Math.min(1, Math.log2(desk.origins(candidate)) / 3)
  return (
    origins +
    desk.likeness.toMiddle(candidate, desk.focus) +
    0.5 * candidate.fit +
    (candidate.claims.length > 0 ? 0.3 : 0)
  )
}
