import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { toJson } from '../../src/publish/json.ts'
import { jsonSchema } from '../../src/publish/json-schema.ts'
import { bare } from './dom.ts'
import { fixture } from './fixture.ts'

const published = readFileSync(new URL('../../schema/briefing.schema.json', import.meta.url), 'utf8')
const validate = new Ajv2020({ strict: true, strictTuples: false, validateFormats: false }).compile(
  JSON.parse(published),
)

test('the published schema is the one made (else: node scripts/schema.ts)', () => {
  expect(published).toBe(jsonSchema())
})

test.each([
  ['full', fixture()],
  ['bare', bare()],
])('another validator takes a %s briefing', (_, briefing) => {
  validate(JSON.parse(toJson(briefing)))
  expect(validate.errors).toBeNull()
})

test.each([
  ['an unknown field', { ...fixture(), more: 1 }],
  ['no headline', { ...fixture(), headline: [] }],
  ['a day of no calendar', { ...fixture(), asOf: '2031-02-30' }],
  ['another format', { ...fixture(), format: 'dragoman-briefing/2' }],
])('and refuses %s', (_, briefing) => {
  expect(validate(briefing)).toBe(false)
})

test('every field is explained in the reference', () => {
  const page = readFileSync(new URL('../../docs/reference/briefing.md', import.meta.url), 'utf8')
  const names = new Set<string>()
  JSON.parse(published, (key, value) => {
    if (key === 'properties') for (const name of Object.keys(value)) names.add(name)
    return value
  })
  expect(names.size).toBeGreaterThan(50)
  expect([...names].filter(name => !new RegExp(`[\`.]${name}\``, 'u').test(page))).toEqual([])
})
