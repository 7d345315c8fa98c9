import { bySpan } from '../../core/span.ts'
import type { Annotation, Layers } from '../../core/types.ts'
import { type Attribution, attribution, type Reader } from './quotes-attribution.ts'
import { type QuoteWords, quoteWords } from './quotes-cues.ts'
import { focusOf } from './quotes-focus.ts'
import { type Indirect, indirectIn } from './quotes-indirect.ts'
import { type Marked, marked } from './quotes-marks.ts'
import { type Range, spanOf, type View, viewOf } from './quotes-view.ts'

type Quote = Annotation<'quote'>

/** Makes the function that reads quotations, with the word lists it needs. Throws on a faulty table. */
export function quotesReader(
  words: QuoteWords = quoteWords(),
): (text: string, before: Pick<Layers, 'token' | 'sentence'>) => readonly Quote[] {
  return (text, before) => quotes(text, before, words)
}

/**
 * Quotations of an English text in reading order. Direct ones by their marks (span with the marks, content without),
 * with speaker and cue where a pattern is clear: `"…," said NAME`, `NAME said "…"`, `NAME: "…"`, "according to NAME"; a
 * pronoun gives the one person it can stand for, else no speaker. Indirect ones (span and content: the clause said) after
 * or before a saying verb, or with "according to". One or two marked words are direct, but have a speaker only when said
 * in the same clause.
 */
export function quotes(text: string, before: Pick<Layers, 'token' | 'sentence'>, words: QuoteWords): readonly Quote[] {
  const view = viewOf(text, before)
  const direct = marked(view)
  const quoted = new Uint8Array(view.tokens.length)
  for (const quote of direct) quoted.fill(1, quote.open, quote.close + 1)
  const reader: Reader = { view, words, quoted, focus: focusOf(view, words, quoted) }
  const attributions = shareInChains(
    direct,
    direct.map(quote => attribution(reader, quote)),
  )
  const found = direct.map((quote, i) => directQuote(view, quote, attributions[i]))
  for (const sentence of view.sentences)
    for (const one of indirectIn(reader, sentence)) found.push(indirectQuote(view, one))
  return found.sort(bySpan)
}

/** Parts of one quotation over several paragraphs have one speaker. */
function shareInChains(
  direct: readonly Marked[],
  found: readonly (Attribution | undefined)[],
): readonly (Attribution | undefined)[] {
  const shared = [...found]
  for (let i = direct.length - 2; i >= 0; i--) if (!direct[i]?.closed) shared[i] = shared[i] ?? shared[i + 1]
  for (let i = 1; i < direct.length; i++) if (!direct[i - 1]?.closed) shared[i] = shared[i] ?? shared[i - 1]
  return shared
}

function directQuote(view: View, quote: Marked, by: Attribution | undefined): Quote {
  const content = spanOf(view, { first: quote.open + 1, end: quote.close })
  const span = spanOf(view, { first: quote.open, end: quote.closed ? quote.close + 1 : quote.close })
  return { span, value: { kind: 'direct', content, ...namesOf(view, by) }, by: by?.rule ?? 'quote/marks' }
}

function indirectQuote(view: View, one: Indirect): Quote {
  const content = spanOf(view, one.content)
  return { span: content, value: { kind: 'indirect', content, ...namesOf(view, one) }, by: one.rule }
}

function namesOf(view: View, by: { readonly speaker?: Range; readonly cue?: Range } | undefined) {
  return {
    ...(by?.speaker && { speaker: spanOf(view, by.speaker) }),
    ...(by?.cue && { cue: spanOf(view, by.cue) }),
  }
}
