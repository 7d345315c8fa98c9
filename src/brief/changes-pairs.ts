import type { When } from '../core/types.ts'
import { type Comparison, mainKey, type Unit } from './changes-units.ts'

/** An earlier sentence and the one of this page that tells the same. */
export type Pair = { readonly before: Unit; readonly now: Unit }

export type Pairing = {
  /** One passage on both pages. */
  readonly kept: readonly Pair[]
  /** Other passages that tell the same happening or statement. */
  readonly retold: readonly Pair[]
  readonly added: readonly Unit[]
  readonly gone: readonly Unit[]
}

/** Likeness from which two sentences tell the same, and the lower one where both stand under one day. */
const SAME = 0.5
const SAME_ON_ONE_DAY = 0.35
/** Told of other days, they must be more alike. */
const SAME_ON_ANOTHER_DAY = 0.6

/** Pairs the sentences of two pages: first the same passages, wherever they stand, then, best first, what tells the same. */
export function pairUnits(before: readonly Unit[], now: readonly Unit[], { alike, near }: Comparison): Pairing {
  const free = new Set([...before, ...now])
  const take = (pair: Pair): Pair => {
    free.delete(pair.before)
    free.delete(pair.now)
    return pair
  }
  const kept = samePassages(before, now).map(take)
  const scored = before
    .filter(unit => free.has(unit))
    .flatMap(old =>
      near(old, SAME_ON_ONE_DAY)
        .filter(unit => unit.key.startsWith('now') && free.has(unit) && mayTellSame(old, unit))
        .map(unit => ({ before: old, now: unit, score: alike(old, unit) }))
        .filter(pair => pair.score >= leastFor(pair.before, pair.now)),
    )
  const retold: Pair[] = []
  for (const pair of scored.sort(
    (a, b) => b.score - a.score || a.before.order - b.before.order || a.now.order - b.now.order,
  ))
    if (free.has(pair.before) && free.has(pair.now)) retold.push(take({ before: pair.before, now: pair.now }))
  return { kept, retold, added: unrested(now, before, free), gone: unrested(before, now, free) }
}

/** Units left over, but for those whose passage the other page has too, as a receipt of another sentence. */
function unrested(units: readonly Unit[], others: readonly Unit[], free: ReadonlySet<Unit>): readonly Unit[] {
  const passages = new Set(others.flatMap(other => [...other.passages]))
  return units.filter(unit => free.has(unit) && !passages.has(mainKey(unit.sentence)))
}

/** One passage may stand in two sections; of those the same section is preferred. */
function samePassages(before: readonly Unit[], now: readonly Unit[]): readonly Pair[] {
  const pairs: Pair[] = []
  const taken = new Set<Unit>()
  for (const inSection of [true, false]) {
    const waiting = new Map<string, Unit>()
    const keyOf = (unit: Unit) => `${inSection ? unit.section : ''} ${mainKey(unit.sentence)}`
    for (const unit of before) if (!taken.has(unit) && !waiting.has(keyOf(unit))) waiting.set(keyOf(unit), unit)
    for (const unit of now) {
      const old = taken.has(unit) ? undefined : waiting.get(keyOf(unit))
      if (!old) continue
      waiting.delete(keyOf(unit))
      taken.add(old)
      taken.add(unit)
      pairs.push({ before: old, now: unit })
    }
  }
  return pairs
}

/** Words of two speakers are never one statement; a headline is its own. */
function mayTellSame(a: Unit, b: Unit): boolean {
  return a.speaker === b.speaker && (a.section === 'headline') === (b.section === 'headline')
}

function leastFor(a: Unit, b: Unit): number {
  if (!a.when || !b.when) return SAME
  return meet(a.when, b.when) ? SAME_ON_ONE_DAY : SAME_ON_ANOTHER_DAY
}

type Days = Pick<When, 'earliest' | 'latest'>

/** Whether two stretches of days have a day in common. */
export function meet(a: Days, b: Days): boolean {
  return a.earliest <= b.latest && b.earliest <= a.latest
}
