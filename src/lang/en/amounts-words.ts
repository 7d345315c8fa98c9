import { groupBy } from '../../core/order.ts'
import { readTable } from '../../core/table.ts'
import { type NumberWords, numberWords } from './numbers.ts'
import { norm, type View } from './quotes-view.ts'
import { wordClasses } from './words.ts'

export type HarmPlace = 'after' | 'before' | 'both' | 'noun' | 'lives'
export type Harm = { readonly status: string; readonly place: HarmPlace }

/** The word lists that reading amounts rests on. */
export type AmountWords = {
  readonly numbers: NumberWords
  /** ISO 4217 codes by form. */
  readonly moneyBefore: ReadonlyMap<string, string>
  readonly moneyAfter: ReadonlyMap<string, string>
  readonly units: ReadonlyMap<string, string>
  readonly nouns: ReadonlyMap<string, string>
  readonly harm: ReadonlyMap<string, Harm>
  readonly stop: ReadonlySet<string>
}

/** Reads the lists for amounts; throws on a faulty table. */
export function amountWords(): AmountWords {
  const money = groupBy(readTable('lexicon/en/currencies.tsv', ['form', 'code', 'place']), row => row.place)
  const codes = (place: string) => new Map((money.get(place) ?? []).map(row => [row.form, row.code]))
  const harm = readTable('lexicon/en/harm-words.tsv', ['form', 'status', 'place'])
  return {
    numbers: numberWords(),
    moneyBefore: codes('before'),
    moneyAfter: codes('after'),
    units: new Map(readTable('lexicon/en/units.tsv', ['form', 'unit']).map(row => [row.form, row.unit])),
    nouns: new Map(readTable('lexicon/en/count-nouns.tsv', ['form', 'unit']).map(row => [row.form, row.unit])),
    harm: new Map(harm.map(row => [row.form, { status: row.status, place: harmPlace(row.place) }])),
    stop: wordClasses().stop,
  }
}

function harmPlace(place: string): HarmPlace {
  if (place === 'after' || place === 'before' || place === 'both' || place === 'noun' || place === 'lives') return place
  throw new Error(`data/lexicon/en/harm-words.tsv: "${place}" is no place`)
}

const MAX_PHRASE = 3

/** The longest run of at most three words from token `i` that the list knows, with its end. */
export function phraseAt(
  view: View,
  list: ReadonlyMap<string, string>,
  i: number,
): { readonly value: string; readonly end: number } | undefined {
  let phrase = ''
  let found: { readonly value: string; readonly end: number } | undefined
  for (let at = i; at < i + MAX_PHRASE && at < view.tokens.length; at++) {
    phrase = at === i ? norm(view, at) : `${phrase} ${norm(view, at)}`
    const value = list.get(phrase)
    if (value !== undefined) found = { value, end: at + 1 }
  }
  return found
}
