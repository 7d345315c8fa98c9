import { describe, expect, test } from 'vitest'
import { readTable } from '../../src/core/table.ts'

const boilerplate = readTable('extract/boilerplate.tsv', ['phrase', 'kind', 'place', 'needs'])
const months = readTable('extract/months.tsv', ['name', 'month'])
const zones = readTable('extract/zones.tsv', ['name', 'offset'])

describe.each([
  ['boilerplate', boilerplate.map(({ phrase, place }) => `${phrase}\t${place}`)],
  ['months', months.map(({ name }) => name)],
  ['zones', zones.map(({ name }) => name)],
])('%s', (_, keys) => {
  test('is in lower case', () => expect(keys.filter(key => key !== key.toLowerCase())).toEqual([]))
  test('is sorted without duplicates', () => expect(keys).toEqual([...new Set(keys)].sort()))
})

test('phrases are of known kinds and places', () => {
  const odd = boilerplate.filter(
    ({ kind, place, needs }) =>
      !/^(?:share|subscribe|related|promo|furniture|legal|credit)$/u.test(kind) ||
      !/^(?:whole|start|end)$/u.test(place) ||
      !/^(?:link)?$/u.test(needs),
  )
  expect(odd).toEqual([])
})

test('months are numbers of months, zones are offsets', () => {
  expect(months.filter(({ month }) => !/^(?:[1-9]|1[0-2])$/u.test(month))).toEqual([])
  expect(zones.filter(({ offset }) => !/^[+-]\d{2}:\d{2}$/u.test(offset))).toEqual([])
})
