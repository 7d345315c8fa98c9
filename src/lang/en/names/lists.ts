import type { Day } from '../../../core/day.ts'
import { groupBy } from '../../../core/order.ts'
import { readTable } from '../../../core/table.ts'
import { gazetteer } from '../../gazetteer.ts'
import type { NameEntry, NameLists, Person } from './entries.ts'
import { officesOfStates } from './offices.ts'
import { wordsOfName } from './pieces.ts'

export type * from './entries.ts'

const split = (cell: string): readonly string[] => (cell === '' ? [] : cell.split('|'))

/** Everything the name reader knows, from data/actors, data/places and data/lexicon/en. */
export function nameLists(): NameLists {
  const states = readTable('actors/states.tsv', [
    'id',
    'label',
    'capital',
    'adjective',
    'people',
    'aliases',
    'government',
  ])
  const titles = readTable('lexicon/en/titles.tsv', ['word', 'kind', 'office'])
  const words = readTable('lexicon/en/organisation-words.tsv', ['pattern', 'use', 'code', 'label'])
  const people = readPeople()
  const offices = new Map(titles.filter(row => row.office !== '').map(row => [row.word, row.office]))
  const institutions = (use: string) =>
    gazetteer(
      words.filter(row => row.use === use).map(row => [row.pattern, { code: row.code, label: row.label }] as const),
      wordsOfName,
    )
  const uses = groupBy(readTable('lexicon/en/name-verbs.tsv', ['word', 'use']), row => row.use)
  return {
    names: gazetteer(
      [...stateNames(states), ...organisationNames(), ...personNames(people), ...placeNames(states), ...namesakes()],
      wordsOfName,
    ),
    given: new Set(readTable('lexicon/en/name-first.tsv', ['name']).map(row => row.name)),
    stops: new Set(readTable('lexicon/en/name-stops.tsv', ['word']).map(row => row.word)),
    heads: new Set(titles.filter(row => row.kind === 'head').map(row => row.word)),
    modifiers: new Set(titles.filter(row => row.kind === 'modifier').map(row => row.word)),
    offices,
    institutions: institutions('state'),
    agents: institutions('agent'),
    definite: institutions('definite'),
    held: officesOfStates(
      people.map(({ person }) => person),
      new Map(states.map(row => [row.id, [row.label, ...split(row.adjective), ...split(row.aliases)]])),
      offices,
    ),
    rolesEnd: ROLES_END,
    organisationHeads: new Set(words.filter(row => row.use === 'head').map(row => row.pattern)),
    companySuffixes: new Set(words.filter(row => row.use === 'company').map(row => row.pattern)),
    organisationSuffixes: new Set(words.filter(row => row.use === 'suffix').map(row => row.pattern)),
    uses: new Map([...uses].map(([use, rows]) => [use, new Set(rows.map(row => row.word))])),
    adjectives: new Map(states.map(row => [row.id, split(row.adjective)[0] ?? row.label])),
  }
}

type StateRow = Record<'id' | 'label' | 'capital' | 'adjective' | 'people' | 'aliases' | 'government', string>

function* stateNames(states: readonly StateRow[]): Iterable<readonly [string, NameEntry]> {
  for (const { id, label, adjective, people, aliases, government } of states) {
    for (const name of new Set([label, ...split(aliases)])) yield [name, { kind: 'state', id, label }]
    for (const name of new Set([...split(adjective), ...split(people)]))
      yield [name, { kind: 'adjective', id, label: name }]
    for (const name of split(government)) yield [name, { kind: 'government', id, label: name }]
  }
}

function* namesakes(): Iterable<readonly [string, NameEntry]> {
  for (const { name, type } of readTable('actors/namesakes.tsv', ['name', 'type']))
    yield [name, { kind: 'namesake', label: name, type }]
}

function* organisationNames(): Iterable<readonly [string, NameEntry]> {
  for (const row of readTable('actors/organisations.tsv', ['id', 'label', 'kind', 'country', 'aliases'])) {
    const media = row.kind === 'news agency' || row.kind === 'media'
    const entry: NameEntry = { kind: 'organisation', id: row.id, label: row.label, country: row.country, media }
    for (const name of [row.label, ...split(row.aliases)]) yield [name, entry]
  }
}

type PersonRow = { readonly person: Person; readonly aliases: readonly string[] }

function* personNames(people: readonly PersonRow[]): Iterable<readonly [string, NameEntry]> {
  for (const { person, aliases } of people)
    for (const name of new Set([person.label, ...aliases])) yield [name, { kind: 'person', person }]
  const families = people.flatMap(({ person }) => person.families.map(family => ({ family, person })))
  for (const [family, rows] of groupBy(families, row => row.family))
    yield [family, { kind: 'family', people: rows.map(row => row.person) }]
}

function readPeople(): readonly PersonRow[] {
  const roles = groupBy(readTable('actors/roles.tsv', ['person', 'from', 'to', 'role']), row => row.person)
  const columns = ['id', 'label', 'country', 'family', 'surname', 'aliases'] as const
  return readTable('actors/people.tsv', columns).map(row => ({
    person: {
      id: row.id,
      label: row.label,
      country: row.country,
      families: split(row.family),
      surname: row.surname === 'yes' || row.surname === 'no' ? row.surname : 'titled',
      roles: (roles.get(row.id) ?? []).map(({ role, from, to }) => ({ role, from, to })),
    },
    aliases: split(row.aliases),
  }))
}

function* placeNames(states: readonly StateRow[]): Iterable<readonly [string, NameEntry]> {
  const capitals = new Map(states.map(row => [row.capital, row.id]))
  for (const row of readTable('places/places.tsv', ['id', 'label', 'country', 'aliases', 'ambiguous'])) {
    if (row.ambiguous === 'yes') continue
    const state = capitals.get(row.id)
    for (const name of new Set([row.label, ...split(row.aliases)]))
      yield [
        name,
        state === undefined
          ? { kind: 'place', label: row.label, country: row.country }
          : { kind: 'capital', id: state, label: row.label },
      ]
  }
}

/** The person of a full name, in any of its spellings. */
export function personOfName({ names }: NameLists, name: string): Person | undefined {
  const words = wordsOfName(name)
  const entries = names.get(words[0] ?? '') ?? []
  const found = entries.find(entry => entry.value.kind === 'person' && entry.words.join(' ') === words.join(' '))
  return found?.value.kind === 'person' ? found.value.person : undefined
}

/** data/actors/roles.tsv ends here: after it what a text says comes first. */
export const ROLES_END: Day = '2026-01-31'

/** The office a person held on a day, the last begun first; undefined when none is known. */
export function roleOn(person: Person, day: Day | undefined): string | undefined {
  if (day === undefined) return undefined
  const held = person.roles.filter(({ from, to }) => (from === '' || from <= day) && (to === '' || day <= to))
  return held.at(-1)?.role
}
