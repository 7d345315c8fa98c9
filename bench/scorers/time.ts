import type { TimeCase, TimeMark } from '../loaders/time-case.ts'

/** Counts over texts, from which the figures follow. */
export type TimeCounts = {
  readonly gold: number
  readonly found: number
  /** Gold expressions that share a character with a found one, and the other way round. */
  readonly goldHit: number
  readonly foundHit: number
  readonly exact: number
  /** Of the gold expressions hit that have a value (a type): how many, and how many with the same. */
  readonly valued: number
  readonly sameValue: number
  readonly typed: number
  readonly sameType: number
}

export type TimeFigures = {
  readonly strict_f1: number
  readonly relaxed_f1: number
  readonly value_f1: number
  readonly type_f1: number
}

/**
 * Scores found time expressions as TempEval-3 does (UzZaman et al. 2013): relaxed, an expression is right when it shares
 * a token with one of the other side; strict, when it has the same tokens. Value F1 is relaxed F1 times the share of
 * matched expressions whose value is the same; type F1 likewise. Of several found expressions that share a token with
 * one the first counts. Gold expressions without a value do not count for values.
 */
export function countTimes({ marks, unscored = [] }: TimeCase, all: readonly TimeMark[]): TimeCounts {
  const found = all.filter(mark => !unscored.some(part => overlap(part, mark)))
  const pairs = marks.flatMap(gold => {
    const hit = found.find(mark => same(mark, gold)) ?? found.find(mark => overlap(mark, gold))
    return hit ? [{ gold, hit }] : []
  })
  const valued = pairs.filter(({ gold }) => gold.values.length > 0)
  const typed = pairs.filter(({ gold }) => gold.type !== undefined)
  return {
    gold: marks.length,
    found: found.length,
    goldHit: pairs.length,
    foundHit: found.filter(mark => marks.some(gold => overlap(gold, mark))).length,
    exact: pairs.filter(({ gold, hit }) => same(gold, hit)).length,
    valued: valued.length,
    sameValue: valued.filter(({ gold, hit }) => sameValue(gold, hit)).length,
    typed: typed.length,
    sameType: typed.filter(({ gold, hit }) => gold.type === hit.type).length,
  }
}

export function figuresOf(all: readonly TimeCounts[]): TimeFigures {
  const sum = (key: keyof TimeCounts) => all.reduce((total, counts) => total + counts[key], 0)
  const relaxed = f1(share(sum('foundHit'), sum('found')), share(sum('goldHit'), sum('gold')))
  return {
    strict_f1: f1(share(sum('exact'), sum('found')), share(sum('exact'), sum('gold'))),
    relaxed_f1: relaxed,
    value_f1: relaxed * share(sum('sameValue'), sum('valued')),
    type_f1: relaxed * share(sum('sameType'), sum('typed')),
  }
}

/** Whether one of the values is the same in normal form. */
export function sameValue(a: TimeMark, b: TimeMark): boolean {
  const values = new Set(a.values.map(normalValue))
  return b.values.some(value => values.has(normalValue(value)))
}

/** TIMEX2 and TIMEX3 alike: capitals, no seconds that are zero, a decade (century) as its first three (two) digits. */
export function normalValue(value: string): string {
  return value
    .trim()
    .toUpperCase()
    .replace(/(T\d{2}:\d{2}):00/u, '$1')
    .replace(/^(\d{3})X$/u, '$1')
    .replace(/^(\d{2})XX$/u, '$1')
    .replace(/^(.*T\d{2})(Z?)$/u, '$1:00$2')
}

function overlap(a: { readonly start: number; readonly end: number }, b: typeof a): boolean {
  return a.start < b.end && b.start < a.end
}

function same(a: TimeMark, b: TimeMark): boolean {
  return a.start === b.start && a.end === b.end
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}

function f1(precision: number, recall: number): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
}
