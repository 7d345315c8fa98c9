import type { Topic } from '../core/briefing.ts'
import type { Day } from '../core/day.ts'
import { byText } from '../core/order.ts'
import type { Doc, Notice } from '../core/types.ts'
import { knownAt } from './asof.ts'

/** By code, then what is said: the same for every order of the input. */
export function byNotice(a: Notice, b: Notice): number {
  return byText(a.code, b.code) || byText(a.message, b.message) || byText(a.report ?? '', b.report ?? '')
}

/** One notice for each report without a time. */
export function undated(docs: readonly Doc[]): readonly Notice[] {
  return docs
    .filter(doc => knownAt(doc.article) === undefined)
    .map(({ article }) => ({
      code: 'undated-report',
      message: `"${article.title}" gives no publication time, so it cannot be placed before or after the day of the page; it is set aside`,
      cure: 'Give the record a "published" or "fetched" time.',
      report: article.report,
    }))
}

export function nothingBefore(topic: Topic, day: Day): Notice {
  return {
    code: 'nothing-before',
    message: `no report on "${topic.words}" was known on ${day}, so the page cannot tell what changed since`,
    cure: 'Give a later day for --since-day.',
  }
}

export function nothingOnTopic(topic: Topic, setAside: number): Notice {
  return {
    code: 'nothing-on-topic',
    message: `none of ${setAside} reports is about "${topic.words}"${topic.actors.length > 0 ? ` (must name ${topic.actors.join(' and ')})` : ''}`,
    cure: 'Use other or fewer words for --topic, a later --as-of, or more input.',
  }
}
