import { readTable } from '../../core/table.ts'
import type { Language } from '../language.ts'
import { amountsReader } from './amounts.ts'
import { mentionReader } from './mentions.ts'
import { nameReader } from './names.ts'
import { placeReader } from './places.ts'
import { quotesReader } from './quotes.ts'
import { sentences } from './sentences.ts'
import { openForms } from './syntax/forms.ts'
import { type Parse, syntaxReader } from './syntax.ts'
import { timeReader } from './times.ts'
import { tokens } from './tokens.ts'
import { wordClasses } from './words.ts'

/**
 * Opens English: reads its word lists and weights (some hundred milliseconds). Throws on a faulty table. Keep it; it holds no
 * state. `parse`: which sentences get their dependencies; all, or by default those that can say who did what.
 */
export function english(parse: Parse = 'named'): Language {
  const countries = new Map(readTable('actors/states.tsv', ['id', 'label']).map(({ id, label }) => [id, label]))
  const forms = openForms()
  return {
    tag: 'en',
    words: wordClasses(),
    countryName: country => countries.get(country),
    tokens,
    sentences,
    syntax: syntaxReader(parse, forms),
    quotes: quotesReader(),
    times: timeReader(),
    names: nameReader(forms),
    mentions: mentionReader(),
    places: placeReader(),
    amounts: amountsReader(),
  }
}
