import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { digestOf } from './digest.ts'

test('a digest depends on names and contents, not on where they lie', () => {
  const root = mkdtempSync(join(tmpdir(), 'digest-'))
  const make = (name: string, files: Readonly<Record<string, string>>) => {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(join(root, name, 'below'), { recursive: true })
      writeFileSync(join(root, name, file), text)
    }
    return digestOf(join(root, name))
  }
  const first = make('a', { 'x.txt': 'one', 'below/y.txt': 'two' })
  expect(first).toMatch(/^[0-9a-f]{64}$/u)
  expect(make('b', { 'below/y.txt': 'two', 'x.txt': 'one' })).toBe(first)
  expect(make('c', { 'x.txt': 'one', 'below/y.txt': 'twO' })).not.toBe(first)
  expect(make('d', { 'x.txt': 'onetwo', 'below/y.txt': '' })).not.toBe(first)
  renameSync(join(root, 'b', 'x.txt'), join(root, 'b', 'z.txt'))
  expect(digestOf(join(root, 'b'))).not.toBe(first)
  expect(digestOf(join(root, 'a', 'x.txt'))).not.toBe(digestOf(join(root, 'a', 'below', 'y.txt')))
  rmSync(root, { recursive: true })
})
