import { expect, test } from 'vitest'
import { VERSIONS } from '../../src/core/stages.ts'

test('every stage has a whole version number, in the order of the way through', () => {
  expect(Object.keys(VERSIONS)).toEqual(['ingest', 'extract', 'dedupe', 'annotate', 'claim', 'merge', 'brief'])
  expect(Object.values(VERSIONS).every(version => Number.isInteger(version) && version >= 1)).toBe(true)
})
