import type { CorefInput, CorefQuote } from './types.ts'

const OPENING = '“«„'
const CLOSING = '”»'

/** The quotations of a document, in reading order; where none are given, what stands between quotation marks. */
export function quotesOf({ text, quotes }: CorefInput): readonly CorefQuote[] {
  if (quotes) return quotes
  const found: CorefQuote[] = []
  let start = -1
  for (const mark of text.matchAll(/[“«„”»"]|\n\n/gu)) {
    const at = mark.index
    if (mark[0] === '\n\n') start = -1
    else if (OPENING.includes(mark[0]) || (mark[0] === '"' && start === -1)) start = at + 1
    else if (start !== -1 && (CLOSING.includes(mark[0]) || mark[0] === '"')) {
      // One or two words in marks are a term, not speech.
      if (/\S\s+\S+\s+\S/u.test(text.slice(start, at))) found.push({ start, end: at })
      start = -1
    }
  }
  return found
}

/** The place of the quotation around a place of the text; -1: none. Binary search. */
export function quoteAt(quotes: readonly CorefQuote[], at: number): number {
  let low = 0
  let high = quotes.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const quote = quotes[middle] as CorefQuote
    if (quote.end <= at) low = middle + 1
    else if (quote.start > at) high = middle - 1
    else return middle
  }
  return -1
}
