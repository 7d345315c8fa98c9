import { readTable } from '../../core/table.ts'
import type { WordClasses } from '../language.ts'

/** The word classes of English, from data/lexicon/en. */
export function wordClasses(): WordClasses {
  const rows = readTable('lexicon/en/function-words.tsv', ['word', 'classes'])
  const of = (name: string) => new Set(rows.filter(row => row.classes.split('|').includes(name)).map(row => row.word))
  return {
    stop: of('stop'),
    pointing: of('pointing'),
    firstPerson: of('first-person'),
    thirdPerson: of('third-person'),
    personal: of('personal'),
    selfReference: readTable('lexicon/en/self-reference.tsv', ['phrase']).map(row => row.phrase),
  }
}
