import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { byText } from '../../src/core/order.ts'

/** A time expression as a data set gives it, or as a reader finds it. */
export type TimeMark = {
  readonly start: number
  readonly end: number
  /** DATE TIME DURATION SET; absent where the data set has no types. */
  readonly type?: string
  /** Values that count as the same; none where the data set gives none. */
  readonly values: readonly string[]
}

/** A text with its time expressions. `day`: of publication, YYYY-MM-DD. */
export type TimeCase = {
  readonly name: string
  readonly text: string
  readonly day?: string
  readonly marks: readonly TimeMark[]
  /** Parts of the text that are not scored: outside of what was annotated. */
  readonly unscored?: readonly { readonly start: number; readonly end: number }[]
}

/** Paths of the files below a folder whose name ends so, in order. Throws when there is none. */
export function filesBelow(folder: string, ending: string): readonly string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith(ending))
  if (names.length === 0) throw new Error(`${folder}: no file *${ending}`)
  return names.sort(byText).map(name => join(folder, name))
}
