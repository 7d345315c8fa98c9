import type { Day } from '../core/day.ts'
import { dayOfStamp, knownByStamp } from '../core/stamp.ts'
import type { Article } from '../core/types.ts'

/** When we knew an article: its publication, or when we got it; undefined when neither is known. */
export function knownAt(article: Article) {
  return article.published ?? article.known
}

/** Whether an article was out by the end of a day (UTC). One without any time cannot be placed: false. */
export function knownBy(article: Article, asOf: Day): boolean {
  const stamp = knownAt(article)
  return stamp !== undefined && knownByStamp(stamp, asOf)
}

/** The newest day that any article has: the as-of day where the user gives none, so that no clock is asked. */
export function newestDay(articles: readonly Article[]): Day | undefined {
  const days = articles.flatMap(article => {
    const stamp = knownAt(article)
    return stamp ? [dayOfStamp(stamp)] : []
  })
  return days.sort().at(-1)
}
