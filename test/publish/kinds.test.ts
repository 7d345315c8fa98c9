import { expect, test } from 'vitest'
import { EVENT_TYPES } from '../../src/core/types.ts'
import { kindLabel, QUADRANTS, quadrantOf } from '../../src/publish/kinds.ts'

test('every event type has one of four quadrants, each with a shape of its own', () => {
  const counts = Object.fromEntries(
    Object.keys(QUADRANTS).map(quadrant => [
      quadrant,
      EVENT_TYPES.filter(type => quadrantOf(type) === quadrant).length,
    ]),
  )
  expect(counts).toEqual({
    'verbal-cooperation': 4,
    'material-cooperation': 3,
    'verbal-conflict': 4,
    'material-conflict': 5,
  })
  expect(new Set(Object.values(QUADRANTS).map(({ shape }) => shape)).size).toBe(4)
})

test.each([
  ['CONSULT', 'happened', 'consult: verbal co-operation'],
  ['ASSAULT', 'expected', 'assault: material conflict, expected'],
  ['THREATEN', 'due', 'threaten: verbal conflict, was due, outcome not reported'],
  [undefined, 'happened', 'event'],
  [undefined, 'expected', 'event, expected'],
] as const)('%s %s', (type, status, label) => {
  expect(kindLabel(type, status)).toBe(label)
})
