import { expect, test } from 'vitest'
import { z } from 'zod'
import { briefingSchema, shapes } from '../../src/publish/schema.ts'
import { bare } from './dom.ts'
import { fixture } from './fixture.ts'

const schema = briefingSchema(z)

test('takes briefings, full and bare', () => {
  expect(schema.safeParse(fixture()).error).toBeUndefined()
  expect(schema.safeParse(bare()).success).toBe(true)
})

test.each([
  ['Stamp', { value: '2031-05-14T06:05:00+01:00', precision: 'second', certainty: 'stated', by: 'x' }, true],
  ['Stamp', { value: '2031-05-14 06:05', precision: 'second', certainty: 'stated', by: 'x' }, false],
  ['Span', { start: 0, end: 0.5 }, false],
  ['Span', { start: 0, end: 0 }, true],
  ['Evidence', { article: 'a', in: 'text', span: { start: 0, end: 1 }, by: 'x' }, false],
  ['Part', { kind: 'connective', text: ', ' }, true],
  ['Part', { kind: 'copied', text: ', ' }, false],
  ['Part', { kind: 'invented', text: ', ' }, false],
  ['Link', { title: 'x', url: 'y', kind: 'related' }, false],
  ['Notice', { code: 'x', message: 'y', cure: 'z', line: 3 }, true],
] as const)('%s %j: %s', (name, value, good) => {
  expect(shapes(z)[name].safeParse(value).success).toBe(good)
})
