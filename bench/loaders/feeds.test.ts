import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readFeedCases } from './feeds.ts'

const folder = mkdtempSync(join(tmpdir(), 'dragoman-feeds-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('pairs are found in all folders, feeds without a twin are named', () => {
  mkdirSync(join(folder, 'in'))
  for (const name of [
    'a.xml',
    'a.json',
    'in/b.json',
    'in/b_expected.json',
    'c.opml',
    'c.json',
    'alone.xml',
    'alone2.json',
  ])
    writeFileSync(join(folder, name), '{"items":[]}')
  const { cases, alone } = readFeedCases(folder)
  expect(cases.map(({ name }) => name)).toEqual(['a.xml', 'c.opml', 'in/b.json'])
  expect(alone).toEqual(['alone.xml', 'alone2.json'])
})

test('a folder without pairs throws', () => {
  mkdirSync(join(folder, 'empty'))
  expect(() => readFeedCases(join(folder, 'empty'))).toThrow('no feed')
})
