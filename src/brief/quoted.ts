import { overlaps, type Span } from '../core/span.ts'
import type { Doc } from '../core/types.ts'

/** Whether a span touches words that somebody is quoted with: those are never changed. */
export function insideQuote(doc: Doc, span: Span): boolean {
  return doc.layers.quote.some(q => q.value.kind === 'direct' && overlaps(q.span, span))
}
