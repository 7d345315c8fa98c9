import { readTable } from '../../core/table.ts'
import type { Notice } from '../../core/types.ts'
import { hasGeoNames } from '../geonames/open.ts'
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

const NO_GAZETTEER: Notice = {
  code: 'no-gazetteer',
  message: 'the gazetteer of towns is not there, so that only places of our own list are found and shown',
  cure: 'Run npm start or npm test once in a clone, or install the package as it is published.',
}

/**
 * Opens English: reads its word lists and weights (some hundred milliseconds). Throws on a faulty table. Keep it; it holds no
 * state. `parse`: which sentences get their dependencies; all, or by default those that can say who did what.
 */
export function english(parse: Parse = 'named'): Language {
  const countries = new Map(readTable('actors/states.tsv', ['id', 'label']).map(({ id, label }) => [id, label]))
  const forms = openForms()
  const notices = hasGeoNames() ? [] : [NO_GAZETTEER]
  return {
    tag: 'en',
    notices,
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
