import { expect, test } from 'vitest'
import type { Article, CodedEvent, EventType } from '../../src/core/types.ts'
import { daysOf } from '../../src/run/days.ts'
import { docOf, whenOf } from '../help/docs.ts'

const report = (day: string): Article => ({
  ...docOf('Some text.').article,
  published: { value: day, precision: 'day', certainty: 'stated', by: 'test/hand' },
})
const flags = { negated: false, future: false, hypothetical: false, past: false }
const event = (type: EventType, edtf: string, lineages: number, over: Partial<CodedEvent['flags']> = {}) =>
  ({ type, flags: { ...flags, ...over }, when: [{ value: whenOf(edtf) }], lineages }) as unknown as CodedEvent

test('every day from the first report to the last, with the origins of what happened on it, deeds and words apart', () => {
  const days = daysOf(
    [report('2031-05-10'), report('2031-05-12'), report('2031-05-12')],
    [
      event('CONSULT', '2031-05-10', 2),
      event('AID', '2031-05-10', 3),
      event('ASSAULT', '2031-05-11', 4),
      event('ACCUSE', '2031-05-11', 1),
      event('ASSAULT', '2031-05-12', 7, { future: true }),
      event('ASSAULT', '2031-05', 7),
      event('ASSAULT', '2031-05-13', 7),
    ],
  )
  expect(days).toEqual([
    { day: '2031-05-10', reports: 1, cooperation: 5, conflict: 0, materialCooperation: 3, materialConflict: 0 },
    { day: '2031-05-11', reports: 0, cooperation: 0, conflict: 5, materialCooperation: 0, materialConflict: 4 },
    { day: '2031-05-12', reports: 2, cooperation: 0, conflict: 0, materialCooperation: 0, materialConflict: 0 },
  ])
  expect(daysOf([], [])).toEqual([])
})
