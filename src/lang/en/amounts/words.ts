import { groupBy } from '../../../core/order.ts'
import { readTable } from '../../../core/table.ts'
import type { AmountValue } from '../../../core/types.ts'
import { type NumberWords, numberWords } from '../numbers.ts'
import { norm, type View } from '../quotes-view.ts'
import { wordClasses } from '../words.ts'

export type Bound = AmountValue['bound']
export type HarmPlace = 'after' | 'before' | 'both' | 'noun' | 'lives'
/** What can come to harm, and in which way. */
export type CountKind = 'person' | 'air' | 'arms' | 'lifeless'
export type Harm = { readonly status: string; readonly place: HarmPlace }
export type Money = { readonly code: string; readonly share: number }
/** A phrase, cut at blanks, and what it says of the figure beside it. */
export type BoundPhrase = { readonly words: readonly string[]; readonly bound: Bound }

const CLASSES = [
  'age',
  'auxiliary',
  'change',
  'definite',
  'holder',
  'modifier',
  'no-head',
  'no-rate',
  'numbered',
  'plural-modifier',
  'range',
  'rate',
  'skip',
  'toll',
  'verb',
] as const
export type WordClass = (typeof CLASSES)[number]

/** The word lists that reading amounts rests on. */
export type AmountWords = {
  readonly numbers: NumberWords
  /** ISO 4217 codes by form. */
  readonly moneyBefore: ReadonlyMap<string, string>
  readonly moneyAfter: ReadonlyMap<string, Money>
  readonly units: ReadonlyMap<string, string>
  readonly nouns: ReadonlyMap<string, string>
  readonly kinds: ReadonlyMap<string, CountKind>
  readonly harm: Readonly<Record<CountKind, ReadonlyMap<string, Harm>>>
  /** By the word next to the figure, the longest phrase first. */
  readonly boundsBefore: ReadonlyMap<string, readonly BoundPhrase[]>
  readonly boundsAfter: ReadonlyMap<string, readonly BoundPhrase[]>
  readonly classes: Readonly<Record<WordClass, ReadonlySet<string>>>
  readonly stop: ReadonlySet<string>
  /** Words and signs that an amount can begin with, besides those with digits or hyphens. */
  readonly starts: ReadonlySet<string>
}

/** Reads the lists for amounts; throws on a faulty table. */
export function amountWords(): AmountWords {
  const money = groupBy(readTable('lexicon/en/currencies.tsv', ['form', 'code', 'place', 'share']), row => row.place)
  const kinds = readTable('lexicon/en/count-kinds.tsv', ['unit', 'kind'])
  const classes = readTable('lexicon/en/amount-words.tsv', ['word', 'class'])
  const listOf = (name: WordClass) => new Set(classes.filter(row => row.class === name).map(row => row.word))
  const numbers = numberWords()
  const before = money.get('before') ?? []
  const signs = before.map(({ form }) => (form.split(' ', 1)[0] ?? '').toLowerCase())
  return {
    numbers,
    starts: new Set([...numbers.keys(), ...signs, 'a', 'an', '.']),
    moneyBefore: new Map(before.map(row => [row.form, row.code])),
    moneyAfter: new Map(
      (money.get('after') ?? []).map(row => [row.form, { code: row.code, share: Number(row.share || 1) }]),
    ),
    units: new Map(readTable('lexicon/en/units.tsv', ['form', 'unit']).map(row => [row.form, row.unit])),
    nouns: new Map(readTable('lexicon/en/count-nouns.tsv', ['form', 'unit']).map(row => [row.form, row.unit])),
    kinds: new Map(kinds.map(row => [row.unit, countKind(row.kind)])),
    harm: harmWords(),
    boundsBefore: boundPhrases('before'),
    boundsAfter: boundPhrases('after'),
    classes: {
      age: listOf('age'),
      auxiliary: listOf('auxiliary'),
      change: listOf('change'),
      definite: listOf('definite'),
      holder: listOf('holder'),
      modifier: listOf('modifier'),
      'no-head': listOf('no-head'),
      'no-rate': listOf('no-rate'),
      numbered: listOf('numbered'),
      'plural-modifier': listOf('plural-modifier'),
      range: listOf('range'),
      rate: listOf('rate'),
      skip: listOf('skip'),
      toll: listOf('toll'),
      verb: listOf('verb'),
    },
    stop: wordClasses().stop,
  }
}

function harmWords(): AmountWords['harm'] {
  const rows = groupBy(readTable('lexicon/en/harm-words.tsv', ['form', 'of', 'status', 'place']), row => row.of)
  const of = (kind: CountKind) =>
    new Map((rows.get(kind) ?? []).map(row => [row.form, { status: row.status, place: harmPlace(row.place) }]))
  return { person: of('person'), air: of('air'), arms: of('arms'), lifeless: of('lifeless') }
}

function boundPhrases(place: 'before' | 'after'): ReadonlyMap<string, readonly BoundPhrase[]> {
  const rows = readTable('lexicon/en/amount-bounds.tsv', ['phrase', 'place', 'bound'])
  const phrases = rows
    .filter(row => row.place === place)
    .map(({ phrase, bound }) => ({ words: phrase.split(' '), bound: boundOf(bound) }))
    .sort((a, b) => b.words.length - a.words.length)
  return groupBy(phrases, ({ words }) => words[place === 'before' ? words.length - 1 : 0] ?? '')
}

function boundOf(name: string): Bound {
  if (name === 'exact' || name === 'least' || name === 'most' || name === 'about') return name
  throw new Error(`data/lexicon/en/amount-bounds.tsv: "${name}" is no bound`)
}

function countKind(name: string): CountKind {
  if (name === 'air' || name === 'arms' || name === 'lifeless') return name
  throw new Error(`data/lexicon/en/count-kinds.tsv: "${name}" is no kind`)
}

function harmPlace(place: string): HarmPlace {
  if (place === 'after' || place === 'before' || place === 'both' || place === 'noun' || place === 'lives') return place
  throw new Error(`data/lexicon/en/harm-words.tsv: "${place}" is no place`)
}

const MAX_PHRASE = 4

/** The longest run of at most four words from token `i` that the list knows, with its end. */
export function phraseAt<T>(
  view: View,
  list: ReadonlyMap<string, T>,
  i: number,
): { readonly value: T; readonly end: number } | undefined {
  let phrase = ''
  let found: { readonly value: T; readonly end: number } | undefined
  for (let at = i; at < i + MAX_PHRASE && at < view.tokens.length; at++) {
    const word = norm(view, at)
    // A long token is no word of ours, and would make the phrase long again and again.
    if (word.length > 40) break
    phrase = at === i ? word : `${phrase} ${word}`
    const value = list.get(phrase)
    if (value !== undefined) found = { value, end: at + 1 }
  }
  return found
}
