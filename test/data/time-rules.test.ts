import { expect, test } from 'vitest'
import { byText } from '../../src/core/order.ts'
import { readTable } from '../../src/core/table.ts'
import { RULE_COLUMNS } from '../../src/lang/en/times/recognise.ts'
import { timeReader } from '../../src/lang/en/times.ts'
import { tagged } from '../lang/en/tagged.ts'

const rows = readTable('lexicon/en/time-rules.tsv', RULE_COLUMNS)
const reader = timeReader()

function valuesOf(text: string, id: string): readonly string[] {
  const found = reader(text, tagged(text), { day: '2025-05-28' })
  return found.filter(({ by }) => by === `time/${id}`).map(({ value }) => value.value)
}

test('ids are unique and in order', () => {
  const ids = rows.map(row => row.id)
  expect(ids).toEqual([...new Set(ids)].sort(byText))
})

test('every rule has an example with its value', () =>
  expect(rows.filter(row => row.example === '' || row.value === '').map(row => row.id)).toEqual([]))

test.each(rows.map(row => [row.id, row] as const))('%s', (id, { example, value, not }) => {
  expect(valuesOf(example, id).join('; '), example).toBe(value)
  for (const text of not === '' ? [] : not.split('; ')) expect(valuesOf(text, id), text).toEqual([])
})

test.each([
  ['time-words.tsv', ['word', 'kind', 'value']],
  ['time-guards.tsv', ['word', 'kind']],
  ['time-cues.tsv', ['word', 'cue']],
  ['time-holidays.tsv', ['name', 'day']],
] as const)('%s is sorted and says nothing twice', (name, columns) => {
  const lines = readTable(`lexicon/en/${name}`, columns).map(row => Object.values(row).join('\t'))
  expect(lines).toEqual([...new Set(lines)].sort(byText))
})
