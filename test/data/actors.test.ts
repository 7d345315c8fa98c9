import { describe, expect, test } from 'vitest'
import { isDay } from '../../src/core/day.ts'
import { groupBy } from '../../src/core/order.ts'
import { readTable } from '../../src/core/table.ts'
import { nameLists, ROLES_END, roleOn } from '../../src/lang/en/names/lists.ts'
import { COUNTRIES, expectSorted, partsOf } from './tables.ts'

const states = readTable('actors/states.tsv', [
  'id',
  'label',
  'capital',
  'adjective',
  'people',
  'aliases',
  'government',
  'latitude',
  'longitude',
  'ambiguous',
])
const organisations = readTable('actors/organisations.tsv', ['id', 'label', 'kind', 'role', 'country', 'aliases'])
const people = readTable('actors/people.tsv', ['id', 'label', 'kind', 'country', 'family', 'surname', 'aliases'])
const roles = readTable('actors/roles.tsv', ['person', 'from', 'to', 'role'])
const places = new Map(readTable('places/places.tsv', ['id', 'country']).map(row => [row.id, row.country]))
const stateIds = new Set(states.map(row => row.id))

/** Names that several rows of one table have. */
function shared(rows: readonly { id: string; names: readonly string[] }[]): readonly string[] {
  const pairs = rows.flatMap(({ id, names }) => [...new Set(names)].map(name => ({ id, name })))
  return [...groupBy(pairs, pair => pair.name)].filter(([, same]) => same.length > 1).map(([name]) => name)
}

describe('states', () => {
  test('are sorted, with codes of ISO 3166', () => {
    expectSorted(states.map(row => row.id))
    expect(states.filter(row => !COUNTRIES.has(row.id))).toEqual([])
  })
  test('have a capital that lies in them', () =>
    expect(states.filter(row => places.get(row.capital) !== row.id).map(row => row.capital)).toEqual([]))
  test('have a point on the globe', () => {
    const off = states.filter(({ latitude, longitude }) => !isPoint(latitude, longitude))
    expect(off).toEqual([])
  })
  test('say yes or no', () => expect(states.filter(row => !/^(?:yes|no)$/u.test(row.ambiguous))).toEqual([]))
  test('share no name, and write none twice', () => {
    const names = states.map(({ id, label, aliases }) => ({ id, names: [label, ...partsOf(aliases)] }))
    expect(shared(names)).toEqual([])
    const twice = states.flatMap(row =>
      [row.adjective, row.people, `${row.label}|${row.aliases}`, row.government].filter(hasTwice),
    )
    expect(twice).toEqual([])
  })
  test('share adjectives only where two peoples have one name', () =>
    expect(shared(states.map(({ id, adjective }) => ({ id, names: partsOf(adjective) })))).toEqual([]))
})

const KINDS =
  /^(?:IGO|IGO organ|forum|court|NGO|armed group|army|agency|ministry|parliament|government|party|company|club|news agency|media)$/u

const ROLES_OF_KIND: Readonly<Record<string, readonly string[]>> = {
  IGO: ['IGO'],
  'IGO organ': ['IGO'],
  forum: ['IGO'],
  court: ['JUD'],
  NGO: ['NGO'],
  'armed group': ['REB'],
  army: ['MIL'],
  agency: ['GOV', 'SPY', 'COP', 'JUD'],
  ministry: ['GOV'],
  parliament: ['LEG'],
  government: ['GOV'],
  party: ['PTY'],
  company: ['BUS'],
  club: ['CIV'],
  'news agency': ['MED'],
  media: ['MED'],
}

describe('organisations', () => {
  test('are sorted, of known kinds and countries', () => {
    expectSorted(organisations.map(row => row.id))
    expect(organisations.filter(row => !KINDS.test(row.kind))).toEqual([])
    expect(organisations.filter(row => row.country !== '' && !COUNTRIES.has(row.country))).toEqual([])
  })
  test('have a role that goes with their kind', () => {
    const odd = organisations.filter(({ kind, role }) => !(ROLES_OF_KIND[kind] ?? []).includes(role))
    expect(odd.map(row => row.id)).toEqual([])
  })
  test('that are organs carry the id of a state or body', () => {
    const ids = new Set([...stateIds, ...organisations.map(row => row.id)])
    const odd = organisations.filter(({ id }) => id.includes('.') && !ids.has(id.split('.', 1)[0] ?? ''))
    expect(odd.map(row => row.id)).toEqual([])
  })
  test('of a state have its country', () => {
    const odd = organisations.filter(({ id, country }) => {
      const [owner = ''] = id.split('.')
      return id.includes('.') && stateIds.has(owner) && country !== owner
    })
    expect(odd).toEqual([])
  })
  test('have ids that are no state’s', () => expect(organisations.filter(row => stateIds.has(row.id))).toEqual([]))
  test('share no name, and write none twice', () => {
    const names = organisations.map(({ id, label, aliases }) => ({ id, names: [label, ...partsOf(aliases)] }))
    expect(shared(names)).toEqual([])
    expect(organisations.filter(row => hasTwice(`${row.label}|${row.aliases}`))).toEqual([])
  })
})

test('namesakes are sorted, of known types, and no name of another table', () => {
  const namesakes = readTable('actors/namesakes.tsv', ['name', 'type'])
  expectSorted(namesakes.map(row => row.name))
  expect(namesakes.filter(({ type }) => !/^(?:GROUP|PLACE)?$/u.test(type))).toEqual([])
  const others = new Set(organisations.flatMap(({ label, aliases }) => [label, ...partsOf(aliases)]))
  expect(namesakes.filter(({ name }) => others.has(name))).toEqual([])
})

describe('people', () => {
  test('are sorted, of known kinds and countries', () => {
    expectSorted(people.map(row => row.id))
    const kinds = /^(?:politician|official|military|diplomat|armed group|cleric|business|journalist|other)$/u
    expect(people.filter(row => !kinds.test(row.kind))).toEqual([])
    expect(people.filter(row => !COUNTRIES.has(row.country))).toEqual([])
    expect(people.filter(row => !/^(?:yes|titled|no)$/u.test(row.surname))).toEqual([])
  })
  test('have their name in lower case as id', () => {
    const plain = (label: string) =>
      label
        .replaceAll('ı', 'i')
        .toLowerCase()
        .normalize('NFD')
        .replaceAll('ø', 'o')
        .replaceAll('ł', 'l')
        .replaceAll('đ', 'd')
        .replace(/[^a-z ‐-]/gu, '')
        .replace(/[ ]/gu, '-')
    expect(people.filter(row => plain(row.label) !== row.id).map(row => [row.id, plain(row.label)])).toEqual([])
  })
  test('have a family name that stands in their name', () => {
    const odd = people.filter(({ label, family, aliases }) => {
      const names = [label, ...partsOf(aliases)]
      return partsOf(family).length === 0 || !partsOf(family).some(one => names.some(name => name.includes(one)))
    })
    expect(odd.map(row => row.id)).toEqual([])
  })
  test('share no full name, and write none twice', () => {
    const names = people.map(({ id, label, aliases }) => ({ id, names: [label, ...partsOf(aliases)] }))
    expect(shared(names)).toEqual([])
    expect(people.filter(row => hasTwice(`${row.label}|${row.aliases}`) || hasTwice(row.family))).toEqual([])
  })
  test('are known by the family name alone only where nobody else of the table is', () => {
    const sure = people.filter(row => row.surname === 'yes')
    expect(shared(sure.map(({ id, family }) => ({ id, names: partsOf(family) })))).toEqual([])
  })
})

describe('roles', () => {
  test('are of known people, sorted by person and first day', () => {
    const ids = new Set(people.map(row => row.id))
    expect(roles.filter(row => !ids.has(row.person))).toEqual([])
    expectSorted(roles.map(row => `${row.person}\t${row.from}\t${row.to}\t${row.role}`))
  })
  test('have days, the first not after the last, none after the end of the table', () => {
    const isOpenDay = (day: string) => day === '' || isDay(day)
    expect(roles.filter(({ from, to }) => !isOpenDay(from) || !isOpenDay(to))).toEqual([])
    expect(roles.filter(({ from, to }) => to !== '' && from > to)).toEqual([])
    expect(roles.filter(({ from, to }) => from > ROLES_END || to > ROLES_END)).toEqual([])
  })
  test('can be printed before a name', () =>
    expect(roles.filter(({ role }) => !/^\p{L}[^,]*\p{L}$/u.test(role))).toEqual([]))
  test('of one person do not overlap but by a day, where the office is the same', () => {
    const same = [...groupBy(roles, row => `${row.person}\t${row.role}`).values()]
    const clash = same.filter(rows => rows.some((row, i) => i > 0 && row.from < (rows[i - 1]?.to || '9')))
    expect(clash).toEqual([])
  })
})

/** Offices that one person holds at a time. */
const SINGLE =
  /^(?:US (?:president|vice-president|secretary of state|defence secretary|national security adviser)|NATO secretary general|UN secretary-general|pope|\p{Lu}\p{L}+(?: Korean)? (?:president|prime minister|chancellor|premier|foreign minister|defence minister|interior minister|foreign secretary|defence secretary)|EU foreign policy chief|European (?:Council|Commission) president)$/u

test('nobody holds an office that another holds on the same day', () => {
  const single = roles.filter(({ role, from }) => SINGLE.test(role) && from !== '')
  const clashes = [...groupBy(single, row => row.role)].flatMap(([role, rows]) => {
    const sorted = [...rows].sort((a, b) => (a.from < b.from ? -1 : 1))
    return sorted.flatMap((row, i) => {
      const before = sorted[i - 1]
      return before && row.from < (before.to || '9') ? [`${role}: ${before.person} and ${row.person}`] : []
    })
  })
  expect(clashes).toEqual([])
})

describe('who held an office on a day', () => {
  const families = nameLists().names
  const known = new Map(
    [...families.values()]
      .flat()
      .flatMap(({ value }) => (value.kind === 'person' ? [[value.person.id, value.person]] : [])),
  )
  test.each([
    ['friedrich-merz', '2025-05-28', 'German chancellor'],
    ['olaf-scholz', '2025-05-05', 'German chancellor'],
    ['johann-wadephul', '2025-05-28', 'German foreign minister'],
    ['rustem-umerov', '2025-05-28', 'Ukrainian defence minister'],
    ['rustem-umerov', '2025-08-01', "secretary of Ukraine's National Security and Defence Council"],
    ['denys-shmyhal', '2025-05-28', 'Ukrainian prime minister'],
    ['denys-shmyhal', '2025-10-01', 'Ukrainian defence minister'],
    ['mykhailo-fedorov', '2026-01-20', 'Ukrainian defence minister'],
    ['yulia-svyrydenko', '2025-08-01', 'Ukrainian prime minister'],
    ['andrei-belousov', '2025-05-28', 'Russian defence minister'],
    ['sergei-shoigu', '2024-05-01', 'Russian defence minister'],
    ['donald-trump', '2025-05-28', 'US president'],
    ['joe-biden', '2025-01-19', 'US president'],
    ['marco-rubio', '2025-05-28', 'US secretary of state'],
    ['mark-rutte', '2024-06-30', 'Dutch prime minister'],
    ['mark-rutte', '2025-05-28', 'NATO secretary general'],
    ['karol-nawrocki', '2025-08-06', 'Polish president'],
    ['israel-katz', '2025-05-28', 'Israeli defence minister'],
    ['kaja-kallas', '2025-05-28', 'EU foreign policy chief'],
    ['lee-jae-myung', '2025-06-04', 'South Korean president'],
    ['sanae-takaichi', '2025-11-01', 'Japanese prime minister'],
  ])('%s on %s', (id, day, role) => {
    const person = known.get(id)
    expect(person && roleOn(person, day)).toBe(role)
  })
})

function isPoint(latitude: string, longitude: string): boolean {
  const number = /^-?\d+(?:\.\d+)?$/u
  return number.test(latitude) && number.test(longitude) && Math.abs(+latitude) <= 90 && Math.abs(+longitude) <= 180
}

function hasTwice(cell: string): boolean {
  const parts = partsOf(cell)
  return new Set(parts).size < parts.length
}
