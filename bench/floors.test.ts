import { expect, test } from 'vitest'
import { acceptFigures, type Floor, faultsOf, type Result, readFloors, writeFloors } from './floors.ts'
import type { Figure } from './types.ts'

const figure = (metric: string, value: number, rest: Partial<Figure> = {}): Figure => ({
  suite: 'time',
  dataset: 'made',
  metric,
  value,
  n: 9,
  ...rest,
})

const result = (figures: readonly Figure[], digest = 'd1'): Result => ({
  suite: figures[0]?.suite ?? 'time',
  dataset: 'made',
  digest,
  figures,
})

const floor = (metric: string, value: number, rest: Partial<Floor> = {}): Floor => ({
  suite: 'time',
  dataset: 'made',
  metric,
  value,
  digest: 'd1',
  ...rest,
})

test.each<[string, readonly Figure[], string, RegExp | undefined]>([
  ['the same', [figure('f1', 0.8)], 'd1', undefined],
  ['better', [figure('f1', 0.9)], 'd1', undefined],
  ['the same but for noise', [figure('f1', 0.7999999999999)], 'd1', undefined],
  ['worse', [figure('f1', 0.7999)], 'd1', /^time\/made f1: 0\.79990 is below its floor 0\.8$/u],
  ['other data', [figure('f1', 0.9)], 'd2', /data is not that of the floors/u],
  ['gone', [figure('other', 1)], 'd1', /there is a floor but no figure/u],
  ['only a peer', [figure('f1', 0.9, { peer: 'p' })], 'd1', /no figure/u],
  ['only a detail', [figure('f1', 0.9, { detail: true })], 'd1', /no figure/u],
])('%s', (_, figures, digest, fault) => {
  const faults = faultsOf([result(figures, digest)], [floor('f1', 0.8)])
  if (fault) expect(faults.join()).toMatch(fault)
  else expect(faults).toEqual([])
})

test('a data set that did not run has no faults', () => expect(faultsOf([], [floor('f1', 0.8)])).toEqual([]))

test('a distance is the better the lower it is', () => {
  expect(faultsOf([result([figure('median_km', 30)])], [floor('median_km', 40)])).toEqual([])
  expect(faultsOf([result([figure('median_km', 50)])], [floor('median_km', 40)]).join()).toMatch(/above its floor 40/u)
})

test('what was reached is pinned, rounded to the worse side; peers, details and speed are not', () => {
  const figures = [
    figure('f1', 0.123_49),
    figure('median_km', 3.000_01),
    figure('f1:PERSON', 1, { detail: true }),
    figure('f1', 1, { peer: 'p' }),
  ]
  const speed = result([figure('articles_per_second', 50, { suite: 'speed' })])
  expect(acceptFigures([result(figures), speed], []).map(({ metric, value }) => [metric, value])).toEqual([
    ['f1', 0.1234],
    ['median_km', 3.0001],
  ])
})

test('what is accepted holds in the next run', () => {
  const results = [result([figure('a', 1 / 3), figure('b', 0.1408), figure('c', 2 / 3)])]
  expect(faultsOf(results, acceptFigures(results, []))).toEqual([])
})

test('a floor rises without a reason, keeps others, and falls only with one', () => {
  const floors = [floor('f1', 0.8, { reason: 'old' }), floor('f1', 0.5, { dataset: 'other' })]
  const [kept, risen] = acceptFigures([result([figure('f1', 0.9)])], floors)
  expect([kept, risen]).toEqual([floor('f1', 0.5, { dataset: 'other' }), floor('f1', 0.9)])
  const worse = [result([figure('f1', 0.7)])]
  expect(() => acceptFigures(worse, floors)).toThrow(/--reason[\s\S]*below its floor 0\.8/u)
  expect(acceptFigures(worse, floors, 'the rule was wrong')).toContainEqual(
    floor('f1', 0.7, { reason: 'the rule was wrong' }),
  )
})

test('other data and figures that are gone need a reason too', () => {
  const floors = [floor('f1', 0.8), floor('old', 0.8)]
  expect(() => acceptFigures([result([figure('f1', 0.9)])], floors)).toThrow(/old: there is a floor but no figure/u)
  const changed = [result([figure('f1', 0.9)], 'd2')]
  expect(() => acceptFigures(changed, floors)).toThrow(/digest differs/u)
  expect(acceptFigures(changed, floors, 'a typo in the data')).toEqual([
    floor('f1', 0.9, { digest: 'd2', reason: 'a typo in the data' }),
  ])
})

test('a reason stays as long as its floor', () => {
  const floors = [floor('f1', 0.8, { reason: 'old' })]
  expect(acceptFigures([result([figure('f1', 0.8)])], floors)).toEqual(floors)
})

test('floors are written sorted and read again', () => {
  const text = writeFloors([floor('f1', 0.8), floor('exact', 0.5, { reason: 'why' })])
  expect(JSON.parse(text).floors.map(({ metric }: Floor) => metric)).toEqual(['exact', 'f1'])
  expect(JSON.parse(text).floors[0]).toEqual(floor('exact', 0.5, { reason: 'why' }))
  expect(readFloors('no-such-file.json')).toEqual([])
})
