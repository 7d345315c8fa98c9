import { existsSync, readFileSync } from 'node:fs'
import { byText } from '../src/core/order.ts'
import type { Figure } from './types.ts'

/** A figure below which a run fails, with the digest of the data it was reached on. */
export type Floor = {
  readonly suite: string
  readonly dataset: string
  readonly metric: string
  readonly value: number
  readonly digest: string
  /** Why it was lowered, or why the data changed. */
  readonly reason?: string
}

/** The figures of one data set, with the digest of its files. */
export type Result = {
  readonly suite: string
  readonly dataset: string
  readonly digest: string
  readonly figures: readonly Figure[]
}

/** Suites whose figures depend on the machine. */
const UNPINNED: ReadonlySet<string> = new Set(['speed', 'desk'])
/** Figures that are the better the lower they are: their floor is a ceiling. */
const LESS_IS_BETTER: ReadonlySet<string> = new Set(['median_km'])
/** Figures are pinned to so many places, rounded to the worse side. */
const PLACES = 4

export function isPinned({ suite, peer, detail }: Figure): boolean {
  return peer === undefined && !detail && !UNPINNED.has(suite)
}

export function readFloors(file: string): readonly Floor[] {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).floors : []
}

/** Floors as JSON, in order of suite, data set and metric, their fields always in one order. */
export function writeFloors(floors: readonly Floor[]): string {
  const key = (floor: Floor) => `${floor.suite} ${floor.dataset} ${floor.metric}`
  const sorted = [...floors].sort((a, b) => byText(key(a), key(b)))
  const rows = sorted.map(({ suite, dataset, metric, value, digest, reason }) => ({
    suite,
    dataset,
    metric,
    value,
    digest,
    reason,
  }))
  return `${JSON.stringify({ floors: rows }, null, 2)}\n`
}

export function floorFor(floors: readonly Floor[], { suite, dataset, metric }: Figure): Floor | undefined {
  return floors.find(floor => floor.suite === suite && floor.dataset === dataset && floor.metric === metric)
}

/** What is worse than pinned, one line each: data that changed, figures below their floor, figures that are gone. */
export function faultsOf(results: readonly Result[], floors: readonly Floor[]): readonly string[] {
  return results.flatMap(result => {
    const own = floors.filter(floor => floor.suite === result.suite && floor.dataset === result.dataset)
    if (own.some(({ digest }) => digest !== result.digest))
      return [`${nameOf(result)}: the data is not that of the floors (its digest differs)`]
    return own.flatMap(
      floor =>
        floorFault(
          floor,
          result.figures.find(figure => matches(figure, floor)),
        ) ?? [],
    )
  })
}

function floorFault(floor: Floor, figure: Figure | undefined): string | undefined {
  if (!figure) return `${nameOf(floor)} ${floor.metric}: there is a floor but no figure`
  if (!isWorse(figure, floor)) return undefined
  const side = LESS_IS_BETTER.has(floor.metric) ? 'above' : 'below'
  return `${nameOf(floor)} ${floor.metric}: ${figure.value.toFixed(PLACES + 1)} is ${side} its floor ${floor.value}`
}

/**
 * The floors with what was reached: better figures raise theirs, new ones get one. Where one would fall, or its data has
 * changed, or its figure is gone, a reason is needed and kept beside it; without one this throws and names them.
 */
export function acceptFigures(results: readonly Result[], floors: readonly Floor[], reason?: string): readonly Floor[] {
  const faults = faultsOf(results, floors)
  if (faults.length > 0 && reason === undefined)
    throw new Error(`give --reason "why" to accept what is worse:\n  ${faults.join('\n  ')}`)
  const ran = new Set(results.map(nameOf))
  const others = floors.filter(floor => !ran.has(nameOf(floor)))
  return [
    ...others,
    ...results.flatMap(result => result.figures.filter(isPinned).map(f => newFloor(f, result, floors, reason))),
  ]
}

function newFloor(figure: Figure, { digest }: Result, floors: readonly Floor[], reason: string | undefined): Floor {
  const { suite, dataset, metric } = figure
  const old = floorFor(floors, figure)
  const value = rounded(figure)
  const worse = old !== undefined && (old.digest !== digest || isWorse(figure, old))
  const why = worse ? reason : old && old.value === value ? old.reason : undefined
  return { suite, dataset, metric, value, digest, ...(why === undefined ? {} : { reason: why }) }
}

function rounded({ metric, value }: Figure): number {
  const scale = 10 ** PLACES
  // What is left of a product like 0.1408 × 10⁴ is noise of the eleventh place.
  const scaled = Number((value * scale).toFixed(6))
  return (LESS_IS_BETTER.has(metric) ? Math.ceil(scaled) : Math.floor(scaled)) / scale
}

function isWorse(figure: Figure, floor: Floor): boolean {
  const own = rounded(figure)
  return LESS_IS_BETTER.has(floor.metric) ? own > floor.value : own < floor.value
}

function matches(figure: Figure, floor: Floor): boolean {
  return isPinned(figure) && figure.metric === floor.metric
}

function nameOf({ suite, dataset }: { readonly suite: string; readonly dataset: string }): string {
  return `${suite}/${dataset}`
}
