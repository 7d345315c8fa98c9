import { expect, test } from 'vitest'
import type { AmountCase, AmountMark } from '../loaders/amount-case.ts'
import { amountFigures, countAmounts } from './amounts.ts'

const mark = (start: number, end: number, value: number, rest: Partial<AmountMark> = {}): AmountMark => ({
  start,
  end,
  kind: 'money',
  value,
  unit: 'EUR',
  ...rest,
})
const gold = (marks: readonly AmountMark[], rest: Partial<AmountCase> = {}): AmountCase => ({
  name: 'a',
  set: 's',
  asks: 'amounts',
  text: 'x'.repeat(50),
  kinds: ['money'],
  marks,
  ...rest,
})
const right = (wanted: AmountMark, found: AmountMark) =>
  countAmounts(gold([wanted], { kinds: ['money', 'count', 'measure'] }), [found]).right

test('the same value and unit on a shared character, each once', () => {
  const wanted = gold([mark(0, 5, 10), mark(8, 12, 20)])
  expect(countAmounts(wanted, [mark(4, 12, 10), mark(4, 12, 20)])).toEqual({ gold: 2, found: 2, right: 2 })
  expect(countAmounts(wanted, [mark(0, 12, 10)])).toEqual({ gold: 2, found: 1, right: 1 })
  expect(countAmounts(gold([mark(0, 5, 10), mark(0, 5, 10)]), [mark(0, 5, 10)]).right).toBe(1)
  expect(countAmounts(wanted, [mark(5, 8, 10)]).right).toBe(0)
})

test.each([
  ['another value', mark(0, 5, 10), mark(0, 5, 11), 0],
  ['rounded alike', mark(0, 5, 2 / 3), mark(0, 5, 0.666666666666667), 1],
  ['another unit', mark(0, 5, 10), mark(0, 5, 10, { unit: 'USD' }), 0],
  ['no unit wanted', { start: 0, end: 5, kind: 'money', value: 10 } as const, mark(0, 5, 10), 1],
  [
    'no unit wanted, another kind',
    { start: 0, end: 5, kind: 'money', value: 10 } as const,
    mark(0, 5, 10, { kind: 'count' }),
    0,
  ],
  ['half a range', mark(0, 5, 10, { upper: 20 }), mark(0, 5, 10), 0],
  ['a range too much', mark(0, 5, 10), mark(0, 5, 10, { upper: 20 }), 0],
  ['a range', mark(0, 5, 10, { upper: 20 }), mark(0, 5, 10, { upper: 20 }), 1],
  ['a bound', mark(0, 5, 10, { bound: 'least' }), mark(0, 5, 10, { bound: 'least' }), 1],
  ['no bound', mark(0, 5, 10, { bound: 'least' }), mark(0, 5, 10), 0],
  ['a bound not asked for', mark(0, 5, 10), mark(0, 5, 10, { bound: 'most' }), 1],
  [
    'a count with a unit of measure',
    { start: 0, end: 5, kind: 'count', value: 10 } as const,
    mark(0, 5, 10, { kind: 'measure' }),
    1,
  ],
] as const)('%s', (_, wanted, found, expected) => expect(right(wanted, found)).toBe(expected))

test('kinds that the text does not mark and unscored passages do not count', () => {
  const wanted = gold([mark(0, 5, 10)], { unscored: [{ start: 20, end: 30 }] })
  expect(countAmounts(wanted, [mark(0, 5, 10), mark(7, 9, 3, { kind: 'count' }), mark(22, 24, 5)])).toEqual({
    gold: 1,
    found: 1,
    right: 1,
  })
})

test('figures', () => {
  expect(
    amountFigures([
      { gold: 4, found: 2, right: 1 },
      { gold: 0, found: 2, right: 0 },
    ]),
  ).toEqual({
    f1: 0.25,
    precision: 0.25,
    recall: 0.25,
  })
  expect(amountFigures([])).toEqual({ f1: 0, precision: 0, recall: 0 })
})
