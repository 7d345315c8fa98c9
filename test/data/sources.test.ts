import { describe, expect, test } from 'vitest'
import { readTable } from '../../src/core/table.ts'
import { addressKey } from '../../src/dedupe/address.ts'
import { isPrivateAddress } from '../../src/ingest/fetch.ts'
import { COUNTRIES, expectSorted } from './tables.ts'

const sources = readTable('sources/starter.tsv', ['address', 'name', 'home', 'language', 'kind', 'note'])

describe('sources to start with', () => {
  test('are sorted by address, with unique names', () => {
    expectSorted(sources.map(({ address }) => address))
    expect(new Set(sources.map(({ name }) => name)).size).toBe(sources.length)
    expect(new Set(sources.map(({ address }) => addressKey(address) ?? address)).size).toBe(sources.length)
  })
  test('have http(s) addresses as a browser would write them, of public hosts', () => {
    const wrong = sources.filter(({ address }) => {
      const url = URL.parse(address)
      return !url || !/^https?:$/u.test(url.protocol) || url.href !== address || !/\.[a-z]{2,}$/u.test(url.hostname)
    })
    expect(wrong).toEqual([])
    expect(sources.filter(({ address }) => isPrivateAddress(new URL(address).hostname))).toEqual([])
  })
  test('are of known countries, languages and kinds, each with a note', () => {
    expect(sources.filter(({ home }) => home !== '' && !COUNTRIES.has(home))).toEqual([])
    expect(sources.filter(({ language }) => Intl.getCanonicalLocales(language)[0] !== language)).toEqual([])
    expect(sources.filter(({ kind }) => kind !== 'feed' && kind !== 'sitemap')).toEqual([])
    expect(sources.filter(({ name, note }) => name === '' || note === '')).toEqual([])
  })
  test('are of many countries and languages', () => {
    expect(sources.length).toBeGreaterThanOrEqual(60)
    expect(new Set(sources.map(({ home }) => home)).size).toBeGreaterThanOrEqual(40)
    expect(new Set(sources.map(({ language }) => language)).size).toBeGreaterThanOrEqual(12)
  })
})
