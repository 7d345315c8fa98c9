import { contains, overlaps, type Span } from '../core/span.ts'
import type { Doc, RuleId } from '../core/types.ts'

/**
 * One rule of safe compression: spans of a sentence that can be left out without changing what it says.
 * `find` is run again by `verify`: a span that no rule finds may not be missing.
 */
export type LeaveOut = { readonly id: RuleId; readonly find: (doc: Doc, sentence: Span) => readonly Span[] }

function matches(doc: Doc, sentence: Span, pattern: RegExp): readonly Span[] {
  const text = doc.article.text.slice(sentence.start, sentence.end)
  return [...text.matchAll(pattern)].map(match => ({
    start: sentence.start + match.index,
    end: sentence.start + match.index + match[0].length,
  }))
}

/** In order; a later rule is asked about the same sentence, not about what an earlier one left. */
export const LEAVE_OUT: readonly LeaveOut[] = [
  {
    // "BERLIN, May 23 (Agency) - Chancellor …"
    id: 'leave/dateline',
    find: (doc, sentence) => {
      const dateline = doc.article.dateline?.span
      return dateline && dateline.start === sentence.start && contains(sentence, dateline)
        ? [{ start: dateline.start, end: skipSpace(doc.article.text, dateline.end) }]
        : []
    },
  },
  {
    // "Background: Lavrov made …", "Background: on 23 May …"
    id: 'leave/label',
    find: (doc, sentence) =>
      matches(doc, sentence, /^(?:Background|Context|Earlier|Update|Read more|Reminder|Recall): +(?=\p{L})/gu),
  },
  {
    // "However, Kyiv …", "Meanwhile, …": what they join is not on the page
    id: 'leave/connective',
    find: (doc, sentence) =>
      matches(
        doc,
        sentence,
        /^(?:However|Meanwhile|But|And|Also|Moreover|Separately|In addition|At the same time),? +(?=\S)/gu,
      ),
  },
  {
    // "… , European Pravda reports." A tail that only names who reported.
    id: 'leave/reported-tail',
    find: (doc, sentence) => {
      const tails = matches(doc, sentence, /, (?:\p{Lu}[\p{L}.]* ){1,4}(?:reports?|reported|writes|wrote)(?=\.$)/gu)
      return tails.filter(tail => doc.layers.name.some(n => contains(tail, n.span) && n.value.type !== 'PERSON'))
    },
  },
]

/** The spans to leave out of a sentence, none inside a quotation, each with its rule. */
export function leaveOut(doc: Doc, sentence: Span): readonly { readonly span: Span; readonly by: RuleId }[] {
  const quotes = doc.layers.quote.filter(q => q.value.kind === 'direct' && overlaps(q.span, sentence))
  return LEAVE_OUT.flatMap(rule => rule.find(doc, sentence).map(span => ({ span, by: rule.id }))).filter(
    ({ span }) => !quotes.some(q => overlaps(q.span, span)),
  )
}

function skipSpace(text: string, from: number): number {
  let i = from
  while (/[\s\-–—:.]/u.test(text[i] ?? '')) i++
  return i
}
