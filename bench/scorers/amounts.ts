import type { AmountCase, AmountMark } from '../loaders/amount-case.ts'

export type AmountCounts = { readonly gold: number; readonly found: number; readonly right: number }

/**
 * A found amount is right when it shares a character with a marked one of the same value and unit; each counts once. Where
 * a text gives a range both ends must be the same, where it gives a bound its direction; where it gives no unit, any is
 * right if the kind fits. Findings of kinds that the text does not mark, and those on unscored passages, do not count.
 */
export function countAmounts({ marks, kinds, unscored = [] }: AmountCase, all: readonly AmountMark[]): AmountCounts {
  const found = all.filter(mark => kinds.includes(mark.kind) && !unscored.some(part => overlap(part, mark)))
  const taken = new Set<AmountMark>()
  for (const gold of marks) {
    const hit = found.find(mark => !taken.has(mark) && overlap(mark, gold) && isSame(gold, mark))
    if (hit) taken.add(hit)
  }
  return { gold: marks.length, found: found.length, right: taken.size }
}

export function amountFigures(counts: readonly AmountCounts[]): {
  readonly f1: number
  readonly precision: number
  readonly recall: number
} {
  const sum = (key: keyof AmountCounts) => counts.reduce((total, one) => total + one[key], 0)
  const [gold, found, right] = [sum('gold'), sum('found'), sum('right')]
  return { f1: share(2 * right, gold + found), precision: share(right, found), recall: share(right, gold) }
}

/** Counts and bare figures are both quantities without a unit of measure. */
const FITS: Readonly<Record<AmountMark['kind'], readonly AmountMark['kind'][]>> = {
  money: ['money'],
  percent: ['percent'],
  measure: ['measure'],
  count: ['count', 'number', 'measure'],
  number: ['number', 'count'],
}

function isSame(gold: AmountMark, mark: AmountMark): boolean {
  return (
    FITS[gold.kind].includes(mark.kind) &&
    isEqual(gold.value, mark.value) &&
    (gold.upper === undefined) === (mark.upper === undefined) &&
    isEqual(gold.upper ?? 0, mark.upper ?? 0) &&
    (gold.bound === undefined || gold.bound === mark.bound) &&
    (gold.unit === undefined || gold.unit === mark.unit)
  )
}

/** The same but for rounding: data sets write two thirds with fifteen digits. */
function isEqual(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b))
}

function overlap(a: { readonly start: number; readonly end: number }, b: typeof a): boolean {
  return a.start < b.end && b.start < a.end
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}
