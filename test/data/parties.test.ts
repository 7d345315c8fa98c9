import { describe, expect, test } from 'vitest'
import { readTable } from '../../src/core/table.ts'
import { COUNTRIES, expectSorted, partsOf } from './tables.ts'

const parties = readTable('actors/parties.tsv', ['name', 'kind', 'country', 'aliases'])

describe('parties', () => {
  test('are sorted, of known kinds and countries', () => {
    expectSorted(parties.map(row => row.name))
    const kinds = /^(?:party|coalition|movement|union|lobby)$/u
    expect(parties.filter(row => !kinds.test(row.kind)).map(row => row.name)).toEqual([])
    const known = (country: string) => country === '' || COUNTRIES.has(country) || country === 'YUG'
    expect(parties.filter(row => !known(row.country)).map(row => row.name)).toEqual([])
  })
  test('have aliases with a capital, none twice, none that is the name', () => {
    const wrong = parties.filter(({ name, aliases }) => {
      const parts = partsOf(aliases)
      return (
        new Set(parts).size !== parts.length ||
        parts.includes(name) ||
        parts.some(part => !/^[\p{Lu}\p{Nd}]/u.test(part))
      )
    })
    expect(wrong.map(row => row.name)).toEqual([])
  })
  test('are not words that any text has', () => {
    const bare = new Set(['Party', 'Government', 'Opposition', 'Congress', 'Parliament', 'Union', 'Front', 'Movement'])
    const wrong = parties.flatMap(row => [row.name, ...partsOf(row.aliases)]).filter(name => bare.has(name))
    expect(wrong).toEqual([])
  })
})
