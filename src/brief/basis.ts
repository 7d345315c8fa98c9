import type { DateBasis } from '../core/briefing.ts'
import { daysBetween } from '../core/day.ts'
import { passage, type Span, within } from '../core/span.ts'
import { dayOfStamp } from '../core/stamp.ts'
import type { Annotation, Doc, When } from '../core/types.ts'
import { namesMonth } from './absolute-date.ts'

/** A sentence of a report. */
export type Passage = { readonly doc: Doc; readonly span: Span }

/**
 * How the date of an entry is known: by the first words of its sentences that give it, else by the day one of their reports
 * was published; undefined when neither gives it. `verify` asks again.
 */
export function basisOf(passages: readonly Passage[], when: When): DateBasis | undefined {
  for (const { doc, span } of passages) {
    const time = within(doc.layers.time, span).find(one => gives(one, when))
    if (!time) continue
    const { anchor } = time.value
    const stated = anchor === 'none' || namesMonth(passage(doc.article.text, time.span))
    const at = { article: doc.article.id, span: time.span, by: time.by }
    return { kind: stated ? 'stated' : 'relative', anchor, at }
  }
  const news = passages.find(({ doc: { article } }) => {
    const stamp = article.published ?? article.known
    return stamp && dayOfStamp(stamp) === when.edtf
  })
  if (!news) return undefined
  const at = { article: news.doc.article.id, span: news.span, by: 'brief/publication-day' }
  return { kind: 'published', anchor: 'published', at }
}

/** Whether a time is that of the entry: the same days, a night that ends on its day, or an end of a range. */
function gives({ value }: Annotation<'time'>, when: When): boolean {
  if (value.type === 'DURATION' || value.type === 'SET') return false
  return [value, ...(value.ends ?? [])].some(
    one => one.when && (one.when.edtf === when.edtf || isLastDay(one.when, when) || sameDays(one.when, when)),
  )
}

function sameDays(a: When, b: When): boolean {
  return a.earliest === b.earliest && a.latest === b.latest
}

/** "overnight" for the entry of the day it ends on. */
function isLastDay({ earliest, latest, precision }: When, day: When): boolean {
  const ends = precision === 'range' && latest === day.latest && daysBetween(earliest, latest) === 1
  return ends && day.earliest === day.latest
}
