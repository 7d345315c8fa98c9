import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'

const GOLDEN = join(dirname(fileURLToPath(import.meta.url)), '..', 'golden')

/**
 * Compares a whole result with the file of that name in test/golden. Where they differ the result is written beside it as
 * `*-changed.*`, to be looked at; `UPDATE=1` accepts it.
 */
export function expectGolden(name: string, result: string): void {
  const path = join(GOLDEN, name)
  const ending = extname(name)
  const changed = join(GOLDEN, `${name.slice(0, -ending.length)}-changed${ending}`)
  if (process.env.UPDATE === '1') writeFileSync(path, result)
  const golden = existsSync(path) ? readFileSync(path, 'utf8') : ''
  if (golden === result) {
    rmSync(changed, { force: true })
    return
  }
  writeFileSync(changed, result)
  const [a, b] = [golden.split('\n'), result.split('\n')]
  const at = a.findIndex((line, i) => line !== b[i])
  expect(b[at], `test/golden/${name}:${at + 1} differs; see ${name.slice(0, -ending.length)}-changed${ending}`).toBe(
    a[at],
  )
  expect(b.length, `test/golden/${name} has another number of lines`).toBe(a.length)
}
