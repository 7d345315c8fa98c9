import type { Article } from '../../src/core/types.ts'
import { article } from './help.ts'

const SUBJECTS = [
  'the ministry',
  'a district court',
  'the harbour master',
  'the union',
  'a group of nurses',
  'the mayor',
  'an engineer',
  'the border guard',
  'the bank',
  'a farmer',
]
const VERBS = [
  'announced',
  'refused',
  'postponed',
  'checked',
  'reopened',
  'warned of',
  'paid for',
  'asked about',
  'rebuilt',
  'counted',
]
const OBJECTS = [
  'the new bridge',
  'last winter’s losses',
  'a second inquiry',
  'the ferry to the islands',
  'the grain store',
  'a strike',
  'the old customs house',
  'two power lines',
  'the northern road',
  'the census',
]
const TAILS = [
  'before the holidays',
  'despite the rain',
  'for the third time',
  'without a word to the press',
  'in front of the town hall',
  'as prices rose',
  'after a long night',
  'at its own cost',
  'near the frontier',
  'with little hope',
]

/** Numbers below 2³² from a seed (Marsaglia's xorshift). */
function numbers(seed: number): (below: number) => number {
  let state = seed || 1
  return below => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

const SYLLABLES = ['ba', 'ko', 'li', 'mer', 'no', 'ra', 'sten', 'tu', 'vi', 'zel'] as const

function sentence(next: (below: number) => number): string {
  const pick = (list: readonly string[]) => list[next(list.length)] ?? ''
  const name = () => pick(SYLLABLES) + pick(SYLLABLES) + pick(SYLLABLES)
  const first = [pick(SUBJECTS), 'of', name(), pick(VERBS), pick(OBJECTS), pick(TAILS)]
  return [...first, 'and', pick(SUBJECTS), pick(VERBS), next(9000), pick(OBJECTS), 'in', `${name()}.`].join(' ')
}

/** Stories of 20 sentences, of each four articles: the first, a copy without its head, one without its tail, one with a line more. */
export function generated(count: number): readonly Article[] {
  const next = numbers(7)
  return Array.from({ length: count / 4 }, (_, story) => {
    const lines = Array.from({ length: 20 }, () => sentence(next))
    const kept = [lines, lines.slice(6), lines.slice(0, 12), [...lines.slice(0, 8), sentence(next), ...lines.slice(8)]]
    return kept.map((all, i) =>
      article(`outlet${i}-${story}.example`, all.join(' '), { published: `2025-05-${10 + i}` }),
    )
  }).flat()
}
