import type { Sentence } from '../core/briefing.ts'
import { daysBetween } from '../core/day.ts'
import type { Doc } from '../core/types.ts'
import { type Desk, print, sidesNamed } from './desk.ts'
import { newsScore } from './lead.ts'
import type { Vector } from './likeness.ts'
import type { Candidate } from './material.ts'
import { writeTitle } from './write.ts'

/** What each side that a title names is worth beside its likeness to the event. */
const SIDE = 0.12

/** Content words that a title must share with the event for it to tell of it. */
const SHARED = 2

/**
 * The title of the report that tells the newest decisive event best: among the reports of the first sentence of the lead
 * and of those that support it, the one whose title has most of the words they share and names the sides. Where none of
 * their titles tells of the event ("Press Briefing", "News in brief") it is the sentence itself.
 */
export function chooseHeadline(desk: Desk, lead: readonly Candidate[]): Sentence | undefined {
  const [first] = lead
  if (!first) {
    const best = bestTitle(desk, titled(newestDocs(desk)), desk.focus)
    return best && writeTitle(best)
  }
  const tellers = [first, ...desk.support(first)]
  const terms = new Set(tellers.flatMap(teller => teller.terms))
  const telling = titled(tellers.map(teller => teller.doc)).filter(
    doc => wordsOf(doc.article.title, desk).filter(word => terms.has(word)).length >= SHARED,
  )
  const best = bestTitle(desk, telling, desk.likeness.middle(tellers))
  return best ? writeTitle(best) : print(desk, first)
}

function titled(docs: readonly Doc[]): readonly Doc[] {
  return [...new Set(docs)].filter(doc => isHeadline(doc.article.title))
}

function newestDocs(desk: Desk): readonly Doc[] {
  return [...desk.all]
    .sort((a, b) => newsScore(desk, b) - newsScore(desk, a) || (a.key < b.key ? -1 : 1))
    .map(c => c.doc)
}

function isHeadline(title: string): boolean {
  const words = title.split(/\s+/u).length
  return words >= 4 && words <= 18 && !title.includes('?') && /\p{L}/u.test(title)
}

function bestTitle(desk: Desk, docs: readonly Doc[], target: Vector): Doc | undefined {
  const score = (doc: Doc) => {
    const words = wordsOf(doc.article.title, desk)
    const shared = words.reduce((sum, word) => sum + (target.get(word) ?? 0), 0)
    const stamp = doc.article.published ?? doc.article.known
    const age = stamp ? Math.max(0, daysBetween(stamp.value.slice(0, 10), desk.asOf)) : 30
    return shared / Math.sqrt(words.length + 1) + 0.05 * Math.exp(-age) + SIDE * sidesOfTitle(doc.article.title, desk)
  }
  return docs.reduce<Doc | undefined>((best, doc) => {
    if (!best) return doc
    const gain = score(doc) - score(best)
    return gain > 0 || (gain === 0 && doc.article.id < best.article.id) ? doc : best
  }, undefined)
}

function sidesOfTitle(title: string, { language, topic }: Desk): number {
  const token = language.tokens(title)
  return sidesNamed(language.names(title, { token, sentence: language.sentences(title, token) }, {}), topic)
}

function wordsOf(title: string, desk: Desk): readonly string[] {
  const tokens = desk.language.tokens(title)
  return tokens.map(t => t.value.norm).filter(norm => /[\p{L}\p{N}]/u.test(norm) && !desk.language.words.stop.has(norm))
}
