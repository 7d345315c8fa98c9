import { expect, test } from 'vitest'
import { type DatedSentence, daysOf, namedDays, scoreDates } from '../../src/brief/dates.ts'
import type { Precision } from '../../src/core/types.ts'
import { timeReader } from '../../src/lang/en/times.ts'
import { tagged } from '../lang/en/tagged.ts'

/** A sentence of a report of its own, published on a day of May 2031, that names days of May. */
function sentence(published: number, days: readonly number[], rest: Partial<DatedSentence> = {}): DatedSentence {
  return { lineage: `of ${published}`, published: may(published), index: 0, days: days.map(day => named(day)), ...rest }
}

function named(day: number, precision: Precision = 'day') {
  return { day: may(day), precision }
}

function may(day: number): string {
  return `2031-05-${String(day).padStart(2, '0')}`
}

function order(sentences: readonly DatedSentence[]): readonly number[] {
  return scoreDates(sentences).map(({ day }) => Number(day.slice(8)))
}

test('a day that everything speaks for scores 3 and its peak', () => {
  const [first] = scoreDates([sentence(20, [3]), sentence(21, [3]), sentence(5, [4])])
  expect(first).toEqual({ day: '2031-05-03', score: 3.2, documents: 1, mentions: 1, later: 1, peak: true })
})

test('the terms are logarithms over their highest', () => {
  const dates = scoreDates([
    sentence(4, [3], { lineage: 'a' }),
    sentence(4, [3], { lineage: 'b' }),
    sentence(4, [3, 10], { lineage: 'c' }),
  ])
  const ten = dates.find(({ day }) => day === may(10))
  expect(ten?.documents).toBeCloseTo(Math.log(2) / Math.log(4), 12)
  expect(ten?.mentions).toBeCloseTo(Math.log(2) / Math.log(4), 12)
  expect([ten?.later, ten?.peak]).toEqual([0, true])
})

test('copies count as one report, their mentions all the same', () => {
  const copies = [sentence(4, [3], { lineage: 'a' }), sentence(4, [3], { lineage: 'a' })]
  const others = [sentence(4, [10], { lineage: 'b' }), sentence(4, [10], { lineage: 'c' })]
  const [ten, three] = scoreDates([...copies, ...others])
  expect([ten?.day, ten?.documents, three?.day, three?.mentions]).toEqual([may(10), 1, may(3), 1])
  expect(three?.documents).toBeCloseTo(Math.log(2) / Math.log(3), 12)
})

test('a mention far down counts less', () =>
  expect(order([sentence(9, [3], { index: 20 }), sentence(9, [6], { index: 0 })]).slice(0, 2)).toEqual([6, 3]))

test('eight days later is later, seven are not', () => {
  const later = (published: number) => scoreDates([sentence(published, [3])]).find(({ day }) => day === may(3))?.later
  expect([later(10), later(11)]).toEqual([0, 1])
})

test('a day beside a bigger one is no peak', () => {
  const dates = scoreDates([sentence(5, [3, 4], { lineage: 'a' }), sentence(5, [3], { lineage: 'b' })])
  expect(dates.slice(0, 2).map(({ day, peak }) => [day, peak])).toEqual([
    [may(3), true],
    [may(4), false],
  ])
})

test('of equal days that with more reports of its own comes first, then the earlier', () => {
  const own = [sentence(8, [], { lineage: 'x' }), sentence(3, [], { lineage: 'y' }), sentence(5, [])]
  expect(order(own)).toEqual([3, 5, 8])
  expect(order([...own, sentence(8, [], { lineage: 'z' })])).toEqual([8, 3, 5])
})

test.each<[Precision, boolean]>([
  ['day', true],
  ['time', true],
  ['week', false],
  ['month', false],
  ['range', false],
])('a %s names its day: %s', (precision, counts) =>
  expect(namedDays({ days: [named(3, precision)] })).toEqual(counts ? [may(3)] : []),
)

test('no sentences, no days', () => expect(scoreDates([])).toEqual([]))

test.each([
  ['It ran from 23 to 25 May.', ['2025-05-23', '2025-05-25']],
  ['It was hit at 8 a.m. on Saturday.', ['2025-05-24']],
  ['It was hit overnight.', ['2025-05-28']],
  ['It was hit for a third day.', []],
  ['It fell in April.', []],
])('the days of %j', (text, expected) => {
  const times = timeReader()(text, tagged(text), { day: '2025-05-28' })
  expect(daysOf(times).map(({ day }) => day)).toEqual(expected)
})
