import { type Desk, openDesk } from '../../src/brief/desk.ts'
import type { Material } from '../../src/brief/material.ts'
import { claims, eventLexicon } from '../../src/claim/index.ts'
import type { Topic } from '../../src/core/briefing.ts'
import type { Doc } from '../../src/core/types.ts'
import { sentences } from '../../src/lang/en/sentences.ts'
import { tokens } from '../../src/lang/en/tokens.ts'
import { wordClasses } from '../../src/lang/en/words.ts'
import type { Language } from '../../src/lang/language.ts'
import { findDisagreements, mergeClaims } from '../../src/merge/index.ts'

const lexicon = eventLexicon()

/** English with real tokens and sentences; the layers that tests mark by hand stay empty. */
export const bareEnglish: Language = {
  tag: 'en',
  words: wordClasses(),
  countryName: code => ({ RUS: 'Russia', UKR: 'Ukraine', DEU: 'Germany' })[code],
  tokens,
  sentences,
  syntax: (_text, { token }) => token,
  quotes: () => [],
  times: () => [],
  names: () => [],
  mentions: () => [],
  places: () => [],
  amounts: () => [],
}

/** Material of documents that each are an origin of their own. */
export function materialOf(docs: readonly Doc[]): Material {
  const byId = new Map(docs.map(doc => [doc.article.id, doc]))
  const context = {
    lineageOf: (id: string) => id,
    dayOf: (id: string) => byId.get(id)?.article.published?.value.slice(0, 10),
  }
  const events = mergeClaims(
    docs.flatMap(doc => claims(doc, lexicon)),
    context,
  )
  const lineages = docs.map(doc => ({ id: doc.article.id, articles: [doc.article.id] as const }))
  return { docs, lineages, events, disagreements: findDisagreements(events, byId, context) }
}

export const TOPIC: Topic = { words: 'Russia Ukraine', actors: ['RUS', 'UKR'], any: [] }

export function deskOf(docs: readonly Doc[], asOf = '2025-05-29'): Desk {
  return openDesk(materialOf(docs), TOPIC, asOf, bareEnglish)
}
