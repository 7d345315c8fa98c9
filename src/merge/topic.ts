import type { Topic } from '../core/briefing.ts'
import type { Annotation, Article, Doc } from '../core/types.ts'

/** What words the user gave say about who and what a crisis is about. */
export function topicOf(
  words: string,
  names: readonly Annotation<'name'>[],
  norms: readonly string[],
  common: ReadonlySet<string>,
): Topic {
  const actors = [...new Set(names.flatMap(n => n.value.country ?? n.value.actor ?? []))]
  const spoken = new Set(names.flatMap(n => words.slice(n.span.start, n.span.end).toLowerCase().split(/\s+/u)))
  const rest = norms.filter(norm => !spoken.has(norm) && !common.has(norm) && /\p{L}/u.test(norm))
  // Two sides make a crisis of their own; with one side or none the other words must say what about it.
  return { words, actors, any: actors.length >= 2 ? [] : [...new Set(rest)] }
}

/** Words of text below which one mention of an actor is enough. */
const SHORT = 150

/**
 * Whether a report belongs to the topic: it names every actor of it often enough for its length (the state by any of its
 * names, people or bodies), and holds at least one of the wanted words.
 */
export function onTopic(doc: Doc, topic: Topic): boolean {
  const needed = doc.layers.token.length < SHORT ? 1 : 2
  if (!topic.actors.every(actor => weightOf(doc, actor) >= needed)) return false
  return holdsWanted(doc.article, doc.layers.token, topic)
}

/** Whether an article holds one of the wanted words, or none is wanted: what can be told before it is read. */
export function holdsWanted(article: Article, tokens: readonly Annotation<'token'>[], { any }: Topic): boolean {
  if (any.length === 0) return true
  const title = article.title.toLowerCase()
  const norms = new Set(tokens.map(token => stem(token.value.norm)))
  return any.some(word => norms.has(stem(word)) || title.includes(word))
}

/** Mentions of an actor or of anybody who belongs to it; one in the first sentences counts double. */
function weightOf(doc: Doc, actor: string): number {
  const opening = doc.layers.sentence[1]?.span.end ?? 0
  let weight = 0
  for (const { span, value } of doc.layers.name)
    if (value.country === actor || value.actor === actor) weight += span.start < opening ? 2 : 1
  return weight
}

/** Plural and singular alike. */
function stem(word: string): string {
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
}
