import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { filesOf, isAddress } from '../../src/ingest/walk.ts'

const folder = mkdtempSync(join(tmpdir(), 'dragoman-walk-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
for (const name of [
  'b.txt',
  'a/z.txt',
  'a/Y.txt',
  '.hidden/x.txt',
  'node_modules/m.txt',
  'ä.txt',
  'a/.dot',
  'README.md',
  'a/LICENSE',
]) {
  mkdirSync(join(folder, name, '..'), { recursive: true })
  writeFileSync(join(folder, name), 'x')
}

async function names(input: string): Promise<readonly string[]> {
  const found: string[] = []
  for await (const item of filesOf(input))
    found.push(typeof item === 'string' ? item.replace(`${folder}/`, '') : 'notice' in item ? item.notice.code : '')
  return found
}

test('a folder gives its files in byte order, hidden ones passed over', async () =>
  expect(await names(folder)).toEqual(['a/Y.txt', 'a/z.txt', 'b.txt', 'ä.txt']))
test('a file is itself', async () => expect(await names(join(folder, 'b.txt'))).toEqual(['b.txt']))
test('a pattern gives its matches in byte order', async () =>
  expect(await names(join(folder, '**/*.txt'))).toEqual(['a/Y.txt', 'a/z.txt', 'b.txt', 'ä.txt']))
test('standard input and addresses are themselves', async () =>
  expect([await names('-'), await names('https://x.org/')]).toEqual([['-'], ['https://x.org/']]))
test('what is not there is told of', async () =>
  expect([await names(join(folder, 'no')), await names(join(folder, '*.no'))]).toEqual([
    ['no-such-file'],
    ['no-such-file'],
  ]))
test.each([
  ['https://x.org', true],
  ['file:///x', true],
  ['a/b', false],
  ['C:\\x', false],
])('%s is an address: %s', (input, expected) => expect(isAddress(input)).toBe(expected))
