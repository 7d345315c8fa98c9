import { expect, test } from 'vitest'
import type { TimeMark } from '../loaders/time-case.ts'
import { countTimes, figuresOf, normalValue } from './time.ts'

const mark = (start: number, end: number, value?: string, type = 'DATE'): TimeMark => ({
  start,
  end,
  type,
  values: value === undefined ? [] : [value],
})

function figures(gold: readonly TimeMark[], found: readonly TimeMark[]) {
  const { strict_f1, relaxed_f1, value_f1, type_f1 } = figuresOf([
    countTimes({ name: '', text: '', marks: gold }, found),
  ])
  return [strict_f1, relaxed_f1, value_f1, type_f1].map(figure => Math.round(figure * 1000) / 1000)
}

test.each([
  ['the same', [mark(0, 4, '2020')], [mark(0, 4, '2020')], [1, 1, 1, 1]],
  ['another extent', [mark(0, 4, '2020')], [mark(2, 6, '2020')], [0, 1, 1, 1]],
  ['another value and type', [mark(0, 4, '2020')], [mark(0, 4, '2021', 'TIME')], [1, 1, 0, 0]],
  ['one missed', [mark(0, 4, '2020'), mark(5, 9, '2021')], [mark(0, 4, '2020')], [0.667, 0.667, 0.667, 0.667]],
  ['one too many', [mark(0, 4, '2020')], [mark(0, 4, '2020'), mark(6, 9, 'x')], [0.667, 0.667, 0.667, 0.667]],
  ['no gold value', [mark(0, 4), mark(5, 9, '1')], [mark(0, 4, 'x'), mark(5, 9, '1')], [1, 1, 1, 1]],
  ['two found in one', [mark(0, 9, '1')], [mark(0, 4, '1'), mark(5, 9, '2')], [0, 1, 1, 1]],
  ['nothing found', [mark(0, 4, '2020')], [], [0, 0, 0, 0]],
])('%s', (_, gold, found, expected) => expect(figures(gold, found)).toEqual(expected))

test('what lies in an unscored part does not count', () => {
  const text = { name: '', text: '', marks: [mark(10, 14, '2020')], unscored: [{ start: 0, end: 8 }] }
  expect(countTimes(text, [mark(2, 6, '2019'), mark(10, 14, '2020')])).toMatchObject({ found: 1, goldHit: 1 })
})

test.each([
  ['2020-01-02T10:00:00', '2020-01-02T10:00'],
  ['199X', '199'],
  ['19XX', '19'],
  ['bc0490', 'BC0490'],
])('%s is %s', (value, normal) => expect(normalValue(value)).toBe(normal))
