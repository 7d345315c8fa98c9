import { expect, test } from 'vitest'
import { chooseBackground } from '../../src/brief/background.ts'
import { writeDisagreements } from '../../src/brief/clashes.ts'
import { chooseStatements } from '../../src/brief/statements.ts'
import { chooseWhere } from '../../src/brief/where.ts'
import { CRISIS } from '../help/crisis.ts'
import { deskOf } from '../help/desk.ts'

const desk = deskOf(CRISIS)

test('background tells days that a later report looks back on', () => {
  const background = chooseBackground(desk, [])
  expect(background.map(c => c.when.edtf)).toEqual(['2025-05-16'])
  expect(chooseBackground(desk, background)).toEqual([])
})

test('statements carry speaker and role, under the name of the side', () => {
  const { groups } = chooseStatements(desk, [])
  expect(groups.map(g => [g.side, g.statements.map(s => [s.speaker, s.role])])).toEqual([
    ['Russia', [['Sergey Lavrov', 'Russian foreign minister']]],
    ['Ukraine', [['Rustem Umerov', 'Ukrainian defence minister']]],
  ])
  expect(groups[1]?.statements[0].sentence.text).toContain('"We expect their paper before the meeting."')
})

test('places are those where something happened, not those where something is due', () => {
  expect(chooseWhere(desk, []).entries.map(e => [e.places[0].id, e.reports])).toEqual([
    ['istanbul', 3],
    ['kyiv', 2],
  ])
})

test('a disagreement shows each value in the words of its reports', () => {
  const [entry, ...more] = writeDisagreements(desk)
  expect(more).toEqual([])
  expect(entry?.question.text).toBe('Missiles, 24 May')
  expect(entry?.readings.map(r => r.value.text).sort()).toEqual(['14 missiles', '16 missiles'])
  expect(entry?.readings.every(r => r.sources.length === 1 && r.lineages === 1)).toBe(true)
})
