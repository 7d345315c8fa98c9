import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const DATA = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'data')

export type Row<C extends string> = { readonly [K in C]: string }

/**
 * Reads a table of the project's own data folder: lines starting with `#` are comments (source, licence), the first
 * other line names the columns, cells are separated by tabs, an empty cell is ''.
 * Throws on a missing file, a missing column or a row of another length: tables are part of the program.
 */
export function readTable<C extends string>(name: string, columns: readonly C[]): Row<C>[] {
  return parseTable(readFileSync(join(DATA, name), 'utf8'), name, columns)
}

export function parseTable<C extends string>(text: string, name: string, columns: readonly C[]): Row<C>[] {
  const lines = text.split('\n').map((line, i) => ({ line, number: i + 1 }))
  const rows = lines.filter(({ line }) => line !== '' && !line.startsWith('#'))
  const header = rows.shift()?.line.split('\t') ?? []
  const positions = columns.map(column => header.indexOf(column))
  const missing = columns.find((_, i) => positions[i] === -1)
  if (missing !== undefined)
    throw new Error(`data/${name}: no column "${missing}"; its columns are ${header.join(', ')}`)
  return rows.map(({ line, number }) => {
    const cells = line.split('\t')
    if (cells.length !== header.length)
      throw new Error(`data/${name}:${number}: ${cells.length} cells, expected ${header.length}`)
    return Object.fromEntries(columns.map((column, i) => [column, cells[positions[i] ?? 0] ?? ''])) as Row<C>
  })
}
