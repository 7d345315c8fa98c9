/** A half-open range of UTF-16 code units in a text: `text.slice(start, end)` is the passage. */
export type Span = { readonly start: number; readonly end: number }

/** The passage a span stands for; throws when the span is not inside the text. */
export function passage(text: string, span: Span): string {
  if (!isInside(text, span)) throw new RangeError(`span ${span.start}–${span.end} is outside a text of ${text.length}`)
  return text.slice(span.start, span.end)
}

export function isInside(text: string, span: Span): boolean {
  return (
    Number.isInteger(span.start) &&
    Number.isInteger(span.end) &&
    0 <= span.start &&
    span.start <= span.end &&
    span.end <= text.length
  )
}

export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

/** Reading order: by start, then the longer one first. */
export function bySpan(a: { readonly span: Span }, b: { readonly span: Span }): number {
  return a.span.start - b.span.start || b.span.end - a.span.end
}

/** The items whose spans lie inside `outer`; `items` must be in reading order. Binary search for the first, then a walk. */
export function within<T extends { readonly span: Span }>(items: readonly T[], outer: Span): T[] {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((items[middle] as T).span.start < outer.start) low = middle + 1
    else high = middle
  }
  const found: T[] = []
  for (let i = low; i < items.length; i++) {
    const item = items[i] as T
    if (item.span.start >= outer.end) break
    if (item.span.end <= outer.end) found.push(item)
  }
  return found
}
