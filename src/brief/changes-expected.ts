import type { Day } from '../core/day.ts'
import { groupBy } from '../core/order.ts'
import { meet } from './changes-pairs.ts'
import { type Comparison, mainKey, type Unit } from './changes-units.ts'

/** What became of an expected entry of the earlier page. */
export type Outcome = {
  readonly kind: 'resolved' | 'overdue' | 'postponed' | 'redated'
  readonly before: readonly Unit[]
  readonly now: readonly Unit[]
}

/** Likeness from which a later entry may tell the outcome, on the expected day itself and on another. */
const OUTCOME = 0.15
const ANOTHER_DAY = 0.3

/**
 * Expected entries that are no longer expected for their day: told as done by an entry of that day, expected for another
 * day, or past without an outcome. Those still expected, or that no longer stand on the page, are left to others.
 */
export function outcomesOf(
  before: readonly Unit[],
  now: readonly Unit[],
  compared: Comparison,
  asOf: Day,
): readonly Outcome[] {
  const ahead = [...groupBy(before.filter(isExpected), unit => unit.when?.edtf).values()]
  const still = new Set(now.filter(isExpected).map(unit => unit.when?.edtf))
  const expected = new Set(before.filter(isExpected).map(unit => unit.when?.edtf))
  const announced = new Set(before.filter(isExpected).map(({ sentence }) => mainKey(sentence)))
  const told = now.filter(
    ({ section, status, sentence }) =>
      section === 'developments' && status !== 'expected' && !announced.has(mainKey(sentence)),
  )
  const moved = now.filter(unit => isExpected(unit) && !expected.has(unit.when?.edtf))
  const taken = new Set<Unit>()
  return ahead.flatMap((entry): Outcome[] => {
    const [first] = entry
    const when = first?.when
    if (!when || still.has(when.edtf)) return []
    const choose = (pool: readonly Unit[], least: (unit: Unit) => number) =>
      best(
        entry,
        pool.filter(unit => !taken.has(unit)),
        compared,
        least,
      )
    const found =
      when.latest <= asOf
        ? choose(told, unit => (unit.when && meet(unit.when, when) ? OUTCOME : Number.POSITIVE_INFINITY))
        : undefined
    const other = found ?? choose(moved, () => ANOTHER_DAY)
    if (other) taken.add(other)
    if (found) return [{ kind: 'resolved', before: entry, now: [found] }]
    if (other?.when)
      return [{ kind: other.when.earliest > when.earliest ? 'postponed' : 'redated', before: entry, now: [other] }]
    return when.latest < asOf ? [{ kind: 'overdue', before: entry, now: [] }] : []
  })
}

function isExpected({ section, status }: Unit): boolean {
  return section === 'developments' && status === 'expected'
}

/** The unit most like any sentence of an entry that shares an actor with it. */
function best(
  entry: readonly Unit[],
  pool: readonly Unit[],
  { alike }: Comparison,
  least: (unit: Unit) => number,
): Unit | undefined {
  const actors = new Set(entry.flatMap(unit => unit.actors))
  const scored = pool
    .filter(unit => actors.size === 0 || unit.actors.length === 0 || unit.actors.some(actor => actors.has(actor)))
    .map(unit => ({ unit, score: Math.max(...entry.map(old => alike(old, unit))) }))
    .filter(({ unit, score }) => score >= least(unit))
  return scored.sort((a, b) => b.score - a.score || a.unit.order - b.unit.order)[0]?.unit
}
