import type { Span } from '../../core/span.ts'
import type { Annotation, Layers } from '../../core/types.ts'
import { type CorefSentence, type CorefWord, coreference, openCorefResources } from './coreference.ts'

type Before = Pick<Layers, 'token' | 'sentence' | 'quote' | 'name'>

/**
 * Gives a reader of mentions: which names, descriptions and pronouns of a text stand for the same. Tokens must have gone
 * through the reader of syntax. Building it reads word lists; reading keeps no state.
 */
export function mentionReader(): (text: string, before: Before) => readonly Annotation<'mention'>[] {
  const resources = openCorefResources()
  return (text, before) => {
    const quotes = before.quote
      .filter(({ value }) => value.kind === 'direct')
      .map(({ value: { content, speaker } }) => ({ ...content, ...(speaker && { speaker }) }))
      .sort((a, b) => a.start - b.start)
    const chains = coreference({ text, sentences: sentencesOf(text, before), quotes }, resources)
    return chains
      .flatMap(({ mentions }, chain) =>
        mentions.map(({ start, end, head, kind, sure, reason }) => ({
          span: { start, end },
          value: { chain, kind, sure, head },
          by: reason,
        })),
      )
      .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
  }
}

function sentencesOf(text: string, { token, sentence, name }: Before): readonly CorefSentence[] {
  let at = 0
  let named = 0
  return sentence.map(({ span }) => {
    while (at < token.length && (token[at]?.span.start ?? 0) < span.start) at += 1
    const from = at
    while (at < token.length && (token[at]?.span.start ?? 0) < span.end) at += 1
    const words = token.slice(from, at).map(({ span: own, value }): CorefWord => {
      while (named < name.length && (name[named]?.span.end ?? 0) <= own.start) named += 1
      const around = name[named]
      const head = value.head === undefined ? -1 : value.head - from
      return {
        ...own,
        text: text.slice(own.start, own.end),
        lemma: value.lemma ?? value.norm,
        upos: value.pos ?? 'X',
        xpos: value.xpos ?? '',
        head,
        relation: value.relation ?? 'dep',
        ...(around && !around.value.described && isInside(own, around.span) && { name: nameOf(around, named) }),
      }
    })
    return { words }
  })
}

function isInside(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end
}

function nameOf({ value }: Annotation<'name'>, id: number) {
  return { type: value.type, id }
}
