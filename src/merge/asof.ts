import type { Day } from '../core/day.ts'
import { byText } from '../core/order.ts'
import { dayOfStamp, knownByStamp } from '../core/stamp.ts'
import type { Article, Doc } from '../core/types.ts'

/** When we knew an article: its publication, or when we got it; undefined when neither is known. */
export function knownAt(article: Article) {
  return article.published ?? article.known
}

export function dayKnown(article: Article): Day | undefined {
  const stamp = knownAt(article)
  return stamp && dayOfStamp(stamp)
}

/** By when they were known, then id: the same for every order of the input. */
export function inOrder(docs: readonly Doc[]): readonly Doc[] {
  const key = ({ article }: Doc) => `${knownAt(article)?.value ?? ''} ${article.id}`
  return [...docs].sort((a, b) => byText(key(a), key(b)))
}

/** Whether an article was out by the end of a day (UTC). One without any time cannot be placed: false. */
export function knownBy(article: Article, asOf: Day): boolean {
  const stamp = knownAt(article)
  return stamp !== undefined && knownByStamp(stamp, asOf)
}

/** The newest day that any article has: the as-of day where the user gives none, so that no clock is asked. */
export function newestDay(articles: readonly Article[]): Day | undefined {
  const days = articles.flatMap(article => dayKnown(article) ?? [])
  return days.sort().at(-1)
}
