import { expect, test } from 'vitest'
import { readTable } from '../../src/core/table.ts'

const entities = readTable('ingest/entities.tsv', ['name', 'code'])

test('entities are sorted without duplicates', () => {
  const names = entities.map(({ name }) => name)
  expect(names).toEqual([...new Set(names)].sort())
})

test('codes are characters', () =>
  expect(entities.filter(({ code }) => !/^[0-9A-F]{4,5}$/u.test(code) || Number.parseInt(code, 16) < 0x80)).toEqual([]))
