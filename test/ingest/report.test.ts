import { expect, test } from 'vitest'
import { makeReport, notice } from '../../src/ingest/report.ts'

const id = (fields: object) => {
  const made = makeReport({ format: 'text', body: 'B', origin: { file: 'a' }, ...fields })
  return 'report' in made ? made.report.id : ''
}

test.each([
  ['file', { origin: { file: 'b', line: 2 } }, true],
  ['fetch time', { fetched: '2025-05-28' }, true],
  ['white space around a field', { title: ' ' }, true],
  ['title', { title: 'T' }, false],
  ['text', { body: 'C' }, false],
  ['format', { format: 'markdown' }, false],
  ['publication', { published: '2025-05-28' }, false],
])('another %s: same id %s', (_, fields, same) => expect(id(fields) === id({})).toBe(same))

test('a notice names its line where there is one', () => {
  expect(notice('c', 'm', 'cure', 'f')).toEqual({ notice: { code: 'c', message: 'm', cure: 'cure', file: 'f' } })
  expect(notice('c', 'm', 'cure', 'f', 3).notice.line).toBe(3)
})
