import { readFileSync, statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compileGazetteer } from '../../../src/lang/geonames/compile.ts'
import { foldedWords, keyOf } from '../../../src/lang/geonames/fold.ts'
import { GAZETTEER_FILE, HOW, KIND } from '../../../src/lang/geonames/format.ts'
import { geoNames } from '../../../src/lang/geonames/open.ts'
import { ModelFile } from '../../../src/learn/container.ts'
import { milliseconds } from '../../help/cpu.ts'

/** A line of GeoNames' main table, of places that do not exist. */
function line(
  id: number,
  name: string,
  others: string,
  at: string,
  code: string,
  admin: string,
  people: number,
): string {
  const [latitude, longitude] = at.split(' ')
  const [country, admin1, admin2] = admin.split('.')
  return [
    id,
    name,
    name,
    others,
    latitude,
    longitude,
    'P',
    code,
    country,
    '',
    admin1,
    admin2 ?? '',
    '',
    '',
    people,
  ].join('\t')
}

const SOURCES = {
  cities: [
    line(1, 'Sorrel', 'SRL,Sorrél,Соррель,S0RREL', '40.5 -3.25', 'PPLA', 'ZZ.01.A', 90_000),
    line(2, 'Sorrel', '', '-10 20', 'PPL', 'ZY.07', 800),
    line(3, 'Lower Halvar', '', '40 -3', 'PPLX', 'ZZ.01.A', 500),
    'a broken line',
  ],
  admin1: [
    { code: 'ZZ.01', name: 'Halvar Province' },
    { code: 'ZX.09', name: 'No Towns' },
  ],
  admin2: [{ code: 'ZZ.01.A', name: 'Sorrel County' }],
  typeWords: new Set(['province', 'county']),
}
const file = compileGazetteer(SOURCES)
const names = geoNames(file)
const found = (name: string) => names.find(keyOf(foldedWords(name))).map(({ row, how }) => ({ ...names.row(row), how }))

test('towns are found by all their names, airports and codes are no names', () => {
  expect(found('sorrel').map(row => [row.id, row.how])).toEqual([
    [1, HOW.main],
    [2, HOW.main],
    [0, HOW.bare],
  ])
  expect(found('Соррель').map(row => [row.label, row.how])).toEqual([['Sorrel', HOW.other]])
  expect(found('SRL')).toEqual([])
  expect(found('S0RREL')).toEqual([])
  expect(found('Sorre')).toEqual([])
})

test('a row has its point, people, kind and area', () => {
  const [row] = found('Sorrel')
  expect(row).toMatchObject({ latitude: 40.5, longitude: -3.25, people: 90_000, kind: KIND.seat, code: 'ZZ' })
  expect(names.label(row?.area ?? -1)).toBe('Halvar Province')
})

test('an area stands in the middle of its towns, with and without its type word; one without towns is left out', () => {
  expect(found('Halvar Province')).toEqual(found('Halvar').map(row => ({ ...row, how: HOW.main })))
  expect(found('Halvar')[0]).toMatchObject({
    kind: KIND.admin1,
    people: 90_500,
    latitude: 40.25,
    longitude: -3.125,
    id: 0,
  })
  expect(found('No Towns')).toEqual([])
})

test('the area of a point is that of the nearest town of its country', () => {
  const isHere = (code: string) => code === 'ZZ'
  expect(names.label(names.areaAt(40.4, -3.2, isHere) ?? -1)).toBe('Halvar Province')
  expect(names.areaAt(42, -3.2, isHere)).toBeUndefined()
  expect(names.areaAt(40.4, -3.2, () => false)).toBeUndefined()
})

test('the same sources give the same bytes, which read back', () => {
  expect(Buffer.from(compileGazetteer(SOURCES).bytes()).equals(file.bytes())).toBe(true)
  expect(geoNames(ModelFile.parse(file.bytes(), 'x')).size).toBe(names.size)
})

test('the whole gazetteer is small', () => {
  const path = new URL(`../../../.cache/${GAZETTEER_FILE}`, import.meta.url)
  expect(statSync(path).size).toBeLessThan(25e6)
  const open = () => expect(geoNames(ModelFile.parse(readFileSync(path), 'all')).size).toBeGreaterThan(200_000)
  expect(milliseconds(open)).toBeLessThan(250)
})
