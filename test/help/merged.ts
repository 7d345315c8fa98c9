import { claims, eventLexicon } from '../../src/claim/index.ts'
import type { Doc } from '../../src/core/types.ts'
import { findDisagreements, mergeClaims } from '../../src/merge/index.ts'
import { docOf, type Marked } from './docs.ts'

const lexicon = eventLexicon()
const NAMES: NonNullable<Marked['names']> = [
  ['Russia', { actor: 'RUS', country: 'RUS' }],
  ['Ukraine', { actor: 'UKR', country: 'UKR' }],
]

/** A report: text, outlet, publication day, missiles counted. */
export function report(text: string, publisher: string, day: string, more: Marked = {}): Doc {
  const names = NAMES.filter(([label]) => text.includes(label))
  return docOf(
    text,
    { names, ...more },
    { publisher, published: { value: day, precision: 'day', certainty: 'stated', by: 'x' } },
  )
}

export function merged(docs: readonly Doc[]) {
  const byId = new Map(docs.map(doc => [doc.article.id, doc]))
  const context = { lineageOf: (id: string) => id, dayOf: (id: string) => byId.get(id)?.article.published?.value }
  const events = mergeClaims(
    docs.flatMap(doc => claims(doc, lexicon)),
    context,
  )
  return { events, disagreements: findDisagreements(events, byId, context) }
}
