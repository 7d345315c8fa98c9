import { idOf } from '../core/id.ts'
import { byText } from '../core/order.ts'
import { isSome } from '../core/some.ts'
import { momentOf } from '../core/stamp.ts'
import type { CodedEvent, Doc, Story } from '../core/types.ts'
import { knownAt } from './asof.ts'
import { featuresOf } from './story-features.ts'
import { threadsOf } from './story-threads.ts'

/**
 * Which documents tell one story: those that are about the same happenings and what follows from them, whatever the words.
 * Single pass over the documents in the order of time, each to the most alike story or to a new one, with rounds in which
 * alike stories merge; cosine of weighted words and names by inverse document frequency in the stream so far (after Allan
 * et al. 1998; Miranda et al. 2018). Each document is in exactly one story; the newest story comes first. The result does
 * not depend on the order of the input.
 */
export function storiesOf(docs: readonly Doc[], events: readonly CodedEvent[] = []): readonly Story[] {
  const ordered = [...docs].sort((a, b) => timeOf(a) - timeOf(b) || byText(a.article.id, b.article.id))
  const threads = threadsOf(ordered.map(doc => ({ features: featuresOf(doc), time: timeOf(doc) })))
  const storyOf = new Map<string, number>()
  for (const [i, { members }] of threads.entries())
    for (const member of members) storyOf.set(ordered[member]?.article.id ?? '', i)
  const own = Map.groupBy(events, event => storyOf.get(event.claims[0].article))
  return threads
    .flatMap(({ members, last, typical }, i) => {
      const articles = members.flatMap(member => ordered[member]?.article.id ?? [])
      if (!isSome(articles)) return []
      const id = idOf('story', articles[0])
      return [{ last, story: { id, articles, typical: articles[typical] ?? articles[0], events: own.get(i) ?? [] } }]
    })
    .sort((a, b) => b.last - a.last || byText(a.story.id, b.story.id))
    .map(({ story }) => story)
}

/** Undated documents come first, as in the order of the page. */
function timeOf({ article }: Doc): number {
  const stamp = knownAt(article)
  const time = stamp ? momentOf(stamp) : Number.NaN
  return Number.isNaN(time) ? 0 : time
}
