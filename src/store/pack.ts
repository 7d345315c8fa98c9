import type { Kinds, Layers } from '../core/types.ts'
import { canonical } from './canonical.ts'

/** The layers as columns: what repeats, such as a part of speech, is said once in `words` and then by number. */
export type Packed = {
  readonly words: readonly string[]
  readonly layers: { readonly [kind: string]: Columns }
}

/** `start`: from the start before it; `by` and `values`: places in `words`, of JSON texts; -1 where there is no value. */
type Columns = {
  readonly start: readonly number[]
  readonly length: readonly number[]
  readonly by: readonly number[]
  readonly values: { readonly [key: string]: readonly number[] }
}

/** The order of the kinds in packed layers, and all there are. */
const LAYERS = [
  'sentence',
  'token',
  'name',
  'time',
  'place',
  'amount',
  'quote',
  'mention',
] as const satisfies readonly (keyof Kinds)[]

export function pack(layers: Layers): Packed {
  const numbers = new Map<string, number>()
  const number = (value: unknown) => {
    const text = canonical(value)
    const known = numbers.get(text)
    if (known !== undefined) return known
    numbers.set(text, numbers.size)
    return numbers.size - 1
  }
  const packed = Object.fromEntries(LAYERS.map(kind => [kind, columnsOf(layers[kind], number)]))
  return { words: [...numbers.keys()], layers: packed }
}

type Row = {
  readonly span: { readonly start: number; readonly end: number }
  readonly value: object
  readonly by: string
}

function columnsOf(rows: readonly Row[], number: (value: unknown) => number): Columns {
  const keys = [...new Set(rows.flatMap(({ value }) => Object.keys(value)))].sort()
  return {
    start: rows.map(({ span }, i) => span.start - (rows[i - 1]?.span.start ?? 0)),
    length: rows.map(({ span }) => span.end - span.start),
    by: rows.map(({ by }) => number(by)),
    values: Object.fromEntries(
      keys.map(key => [
        key,
        rows.map(({ value }) => {
          const field = Reflect.get(value, key)
          return field === undefined ? -1 : number(field)
        }),
      ]),
    ),
  }
}

/** The layers that `pack` was given, keys in code-unit order. */
export function unpack({ words, layers }: Packed): Layers {
  const values: readonly unknown[] = words.map(word => JSON.parse(word))
  const layer = (kind: (typeof LAYERS)[number]) => rowsOf(layers[kind] ?? NONE, values)
  return Object.fromEntries(LAYERS.map(kind => [kind, layer(kind)])) as unknown as Layers
}

const NONE: Columns = { start: [], length: [], by: [], values: {} }

function rowsOf({ start, length, by, values: columns }: Columns, values: readonly unknown[]): readonly Row[] {
  const keys = Object.keys(columns)
  const cells = Object.values(columns)
  let at = 0
  return start.map((step, i) => {
    at += step
    const value: Record<string, unknown> = {}
    for (let k = 0; k < keys.length; k++) {
      const place = cells[k]?.[i] ?? -1
      if (place >= 0) value[keys[k] ?? ''] = values[place]
    }
    return { span: { start: at, end: at + (length[i] ?? 0) }, value, by: String(values[by[i] ?? -1] ?? '') }
  })
}
