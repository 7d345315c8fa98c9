import { describe, expect, test } from 'vitest'
import { groupBy } from '../../src/core/order.ts'
import { readTable } from '../../src/core/table.ts'
import { COUNTRIES, expectSorted, partsOf } from './tables.ts'

const places = readTable('places/places.tsv', [
  'id',
  'label',
  'kind',
  'country',
  'latitude',
  'longitude',
  'aliases',
  'ambiguous',
])
const states = new Map(
  readTable('actors/states.tsv', ['id', 'latitude', 'longitude']).map(row => [
    row.id,
    { latitude: +row.latitude, longitude: +row.longitude },
  ]),
)

describe('places', () => {
  test('are sorted, of known kinds and countries', () => {
    expectSorted(places.map(row => row.id))
    expect(places.filter(row => !/^(?:region|city|water|site)$/u.test(row.kind))).toEqual([])
    expect(places.filter(row => row.country !== '' && !COUNTRIES.has(row.country))).toEqual([])
    expect(places.filter(row => !/^(?:yes|no)$/u.test(row.ambiguous))).toEqual([])
  })
  test('carry their country in their id', () => {
    const odd = places.filter(({ id, country }) => !id.startsWith(country === '' ? 'X-' : `${country}-`))
    expect(odd.map(row => row.id)).toEqual([])
    expect(places.filter(({ id }) => !/^[A-Z]{1,3}-[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(id)).map(row => row.id)).toEqual([])
  })
  test('are towns and sites of a country', () => {
    expect(places.filter(row => row.kind === 'city' && row.country === '').map(row => row.id)).toEqual([])
  })
  test('have a point on the globe', () => {
    const number = /^-?\d+(?:\.\d+)?$/u
    const off = places.filter(
      ({ latitude, longitude }) =>
        !number.test(latitude) || !number.test(longitude) || Math.abs(+latitude) > 90 || Math.abs(+longitude) > 180,
    )
    expect(off).toEqual([])
  })
  test('lie in the part of the world where their country is', () => {
    const far = places.filter(({ id, country, latitude, longitude, kind }) => {
      const middle = states.get(country)
      if (!middle || kind === 'water' || OVERSEAS.has(id)) return false
      return kilometres(middle, { latitude: +latitude, longitude: +longitude }) > (WIDE.get(country) ?? 1300)
    })
    expect(far.map(row => `${row.id} ${row.latitude} ${row.longitude}`)).toEqual([])
  })
  test('write no name twice', () => {
    const twice = places.filter(({ label, aliases }) => {
      const names = [label, ...partsOf(aliases)]
      return names.includes('') || new Set(names).size < names.length
    })
    expect(twice.map(row => row.id)).toEqual([])
  })
  test('share a name inside one country only where only the region beside it tells', () => {
    const names = places
      .filter(row => row.kind !== 'water')
      .flatMap(({ label, aliases, country }) => [label, ...partsOf(aliases)].map(name => `${name}, ${country}`))
    const shared = [...groupBy(names, name => name)].filter(([, same]) => same.length > 1).map(([name]) => name)
    expect(shared).toEqual(['Kostiantynivka, UKR'])
  })
})

describe('tables beside them', () => {
  const countries = readTable('places/countries.tsv', ['code', 'state', 'numeric', 'latitude', 'longitude'])
  const words = readTable('places/type-words.tsv', ['word', 'kind'])
  const short = readTable('places/abbreviations.tsv', ['form', 'name'])
  const disputed = readTable('places/disputed.tsv', ['id', 'label', 'atlas', 'outline', 'note'])
  test('are sorted, without doubles', () => {
    expectSorted(countries.map(row => row.code))
    expectSorted(words.map(row => row.word))
    expectSorted(short.map(row => row.form))
    expectSorted(disputed.map(row => row.id))
  })
  test('give every state one code with a point near the middle that the states have', () => {
    expect(countries.filter(row => !/^[A-Z]{2}$/u.test(row.code) || !states.has(row.state))).toEqual([])
    const own = countries.filter(row => row.latitude !== '')
    expect(own.map(row => row.state).toSorted()).toEqual([...states.keys()].toSorted())
    const far = own.filter(row => {
      const middle = states.get(row.state)
      return middle && kilometres(middle, { latitude: +row.latitude, longitude: +row.longitude }) > 1600
    })
    expect(far.map(row => row.state)).toEqual([])
    expect(own.filter(row => !/^\d{3}$/u.test(row.numeric)).map(row => row.state)).toEqual(['XKX'])
    expect(new Set(own.map(row => row.numeric)).size).toBe(own.length)
  })
  test('have words of known kinds', () => {
    const kinds = /^(?:area|town|water|island|site|street)(?:\|(?:area|town|water|island|site|street))*$/u
    expect(words.filter(row => !kinds.test(row.kind) || row.word !== row.word.toLowerCase())).toEqual([])
  })
  test('have short forms with a full stop or in capitals, so that no word is taken for one', () => {
    expect(short.filter(({ form }) => !/\./u.test(form) && !/^[A-Z]{2,3}$/u.test(form))).toEqual([])
  })
  test('draw each disputed area from one source, with a note', () => {
    expect(disputed.filter(row => (row.atlas === '') === (row.outline === '') || row.note === '')).toEqual([])
    const corners = disputed.flatMap(row => (row.outline === '' ? [] : row.outline.split(',')))
    expect(corners.filter(corner => !/^-?\d+(?:\.\d+)? -?\d+(?:\.\d+)?$/u.test(corner))).toEqual([])
  })
})

/** Far from the country they belong to. */
const OVERSEAS: ReadonlySet<string> = new Set([
  'FRA-french-guiana',
  'FRA-french-polynesia',
  'FRA-guadeloupe',
  'FRA-martinique',
  'FRA-mayotte',
  'FRA-new-caledonia',
  'FRA-reunion',
  'GBR-akrotiri',
  'GBR-bermuda',
  'GBR-british-virgin-islands',
  'GBR-cayman-islands',
  'GBR-diego-garcia',
  'GBR-falkland-islands',
  'GBR-gibraltar',
  'NLD-aruba',
  'NLD-curacao',
  'USA-american-samoa',
  'USA-guam',
])

/** Kilometres from the middle within which all of a wide country lies. */
const WIDE: ReadonlyMap<string, number> = new Map([
  ['RUS', 5500],
  ['USA', 6500],
  ['CAN', 4500],
  ['CHN', 3500],
  ['AUS', 3000],
  ['BRA', 3000],
  ['IND', 2200],
  ['IDN', 3000],
  ['KAZ', 2000],
  ['CHL', 2600],
  ['ARG', 2500],
  ['DNK', 3000],
  ['NOR', 2200],
  ['ESP', 2000],
  ['PRT', 2000],
  ['JPN', 2400],
  ['MEX', 2000],
  ['COD', 1600],
  ['DZA', 1600],
  ['GRL', 1600],
])

function kilometres(
  a: { readonly latitude: number; readonly longitude: number },
  b: { readonly latitude: number; readonly longitude: number },
): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const [dy, dx] = [radians(b.latitude - a.latitude), radians(b.longitude - a.longitude)]
  const h =
    Math.sin(dy / 2) ** 2 + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(dx / 2) ** 2
  return 2 * 6371 * Math.asin(Math.sqrt(h))
}
