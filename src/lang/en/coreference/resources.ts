import { readTable } from '../../../core/table.ts'
import type { Pronoun } from './types.ts'
import { openPronounWeights, type PronounWeights } from './weights.ts'

export type Noun = { readonly kind: string; readonly gender: string }

/** A state, its capital or an organisation that a name stands for. */
export type ActorName = { readonly id: string; readonly kind: 'state' | 'capital' | 'organisation' }

export type WordUse = 'vague' | 'honorific' | 'side' | 'unreal' | 'empty-verb' | 'empty-noun' | 'acted-on' | 'party'

export type CorefResources = {
  readonly weights: PronounWeights
  readonly pronouns: ReadonlyMap<string, Pronoun>
  readonly nouns: ReadonlyMap<string, Noun>
  /** Whether a word in lower case has a use in data/lexicon/en/coref-words.tsv. */
  has(use: WordUse, word: string): boolean
  /** Gender of given names, as written. */
  readonly given: ReadonlyMap<string, string>
  /** Names of states, capitals and organisations in lower case. */
  readonly actors: ReadonlyMap<string, ActorName>
  /** Adjectives and peoples of states in lower case, with the state's id. */
  readonly demonyms: ReadonlyMap<string, string>
  /** Forms of verbs whose subject acts or speaks: before them a capital is a government. */
  readonly actingVerbs: ReadonlySet<string>
  /** Verbs of saying, as lemmas. */
  readonly sayingVerbs: ReadonlySet<string>
}

/** Reads the tables that coreference looks words up in, from data/lexicon/en and data/actors. */
export function openCorefResources(weights = openPronounWeights()): CorefResources {
  const pronouns = readTable('lexicon/en/coref-pronouns.tsv', ['word', 'person', 'number', 'gender', 'kind'])
  const nouns = readTable('lexicon/en/coref-nouns.tsv', ['word', 'kind', 'gender'])
  const given = readTable('lexicon/en/coref-given.tsv', ['name', 'gender'])
  const uses = readTable('lexicon/en/name-verbs.tsv', ['word', 'use'])
  const words = new Set(readTable('lexicon/en/coref-words.tsv', ['word', 'use']).map(row => `${row.use} ${row.word}`))
  const saying = readTable('lexicon/en/saying-verbs.tsv', ['lemma'])
  return {
    weights,
    pronouns: new Map(
      pronouns.map(row => [
        row.word,
        {
          person: row.person === '1' ? 1 : row.person === '2' ? 2 : 3,
          number: row.number === 'plural' || row.number === 'singular' ? row.number : 'either',
          gender: row.gender,
          kind: row.kind,
        },
      ]),
    ),
    nouns: new Map(nouns.map(({ word, kind, gender }) => [word, { kind, gender }])),
    has: (use, word) => words.has(`${use} ${word}`),
    given: new Map(given.map(row => [row.name, row.gender])),
    ...stateNames(),
    actingVerbs: new Set(uses.filter(row => row.use === 'subject').map(row => row.word)),
    sayingVerbs: new Set(saying.map(row => row.lemma)),
  }
}

const split = (cell: string): readonly string[] => (cell === '' ? [] : cell.split('|'))

function stateNames(): Pick<CorefResources, 'actors' | 'demonyms'> {
  const states = readTable('actors/states.tsv', ['id', 'label', 'capital', 'adjective', 'people', 'aliases'])
  const organisations = readTable('actors/organisations.tsv', ['id', 'label', 'aliases'])
  const places = new Map(readTable('places/places.tsv', ['id', 'label', 'aliases']).map(row => [row.id, row]))
  const actors = new Map<string, ActorName>()
  const demonyms = new Map<string, string>()
  for (const { id, label, aliases } of organisations)
    for (const name of [label, ...split(aliases)]) actors.set(nameKey(name), { id, kind: 'organisation' })
  for (const { id, capital } of states) {
    const place = places.get(capital)
    if (place)
      for (const name of [place.label, ...split(place.aliases)]) actors.set(nameKey(name), { id, kind: 'capital' })
  }
  for (const { id, label, aliases, adjective, people } of states) {
    for (const name of [label, ...split(aliases)]) actors.set(nameKey(name), { id, kind: 'state' })
    for (const name of [...split(adjective), ...split(people)]) demonyms.set(name.toLowerCase(), id)
  }
  return { actors, demonyms }
}

/** A name as it is compared: lower case, without article and full stops. */
export function nameKey(name: string): string {
  return name
    .toLowerCase()
    .replace(/^the /u, '')
    .replace(/(?<=\p{L})\./gu, '')
    .replace(/[’ʼ]/gu, "'")
}
