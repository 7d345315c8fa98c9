import { type Day, daysBetween } from '../../src/core/day.ts'
import { byText } from '../../src/core/order.ts'
import { type Grams, gramsOf, type RougeWords, rougeTokens, shared, total } from './rouge.ts'

/** Sentences of each day. A day given twice keeps only what was given last, as the official scorer reads it. */
export type Timeline = ReadonlyMap<Day, readonly string[]>

export type Score = { readonly precision: number; readonly recall: number; readonly f: number }

export type TimelineScore = { readonly ar1: Score; readonly ar2: Score; readonly date: Score }

const PUNCTUATION = /^[!-/:-@[-`{-~]$/u

/** One day of a timeline, made ready for comparison. */
type Entry = { readonly day: Day; readonly words: Grams; readonly grams: readonly [Grams, Grams] }

export function timelineOf(entries: Iterable<readonly [Day, readonly string[]]>): Timeline {
  return new Map(entries)
}

/**
 * Scores a timeline against one gold timeline: alignment-based ROUGE-1 and ROUGE-2, "align+ m:1" (Martschat and
 * Markert, "Improving ROUGE for timeline summarization", EACL 2017), and F1 over the sets of days.
 */
export function scoreTimeline(predicted: Timeline, gold: Timeline, words: RougeWords): TimelineScore {
  const p = entriesOf(predicted, words)
  const g = entriesOf(gold, words)
  const forward = p.map(entry => ({ entry, match: cheapest(entry, g) }))
  const backward = g.map(entry => ({ entry, match: cheapest(entry, p) }))
  const found = [...predicted.keys()].filter(day => gold.has(day)).length
  return {
    ar1: scoreOf(share(forward, 0), share(backward, 0)),
    ar2: scoreOf(share(forward, 1), share(backward, 1)),
    date: scoreOf(ratio(found, predicted.size), ratio(found, gold.size)),
  }
}

/** The mean of precisions and of recalls; F is that of the means, not the mean of Fs. */
export function meanScore(scores: readonly Score[]): Score {
  const mean = (of: (s: Score) => number) =>
    ratio(
      scores.reduce((sum, s) => sum + of(s), 0),
      scores.length,
    )
  return scoreOf(
    mean(s => s.precision),
    mean(s => s.recall),
  )
}

function entriesOf(timeline: Timeline, words: RougeWords): readonly Entry[] {
  const days = [...timeline].sort(([a], [b]) => byText(a, b))
  return days.map(([day, sentences]) => {
    const tokens = rougeTokens(sentences.join(' '), words)
    return { day, words: rawWords(sentences.join(' ')), grams: [gramsOf(tokens, 1), gramsOf(tokens, 2)] }
  })
}

/** Written tokens for the cost of an alignment; single marks of ASCII punctuation do not count, runs of them do. */
function rawWords(text: string): Grams {
  return gramsOf(
    text.split(/\s+/u).filter(token => token !== '' && !PUNCTUATION.test(token)),
    1,
  )
}

type Match = { readonly entry: Entry; readonly distance: number }

/** The entry of the other timeline that is nearest in days and words; the earlier day where two are equally near. */
function cheapest(entry: Entry, others: readonly Entry[]): Match | undefined {
  let best: (Match & { readonly cost: number }) | undefined
  for (const other of others) {
    const distance = Math.abs(daysBetween(entry.day, other.day))
    const cost = (1 - 1 / (distance + 1)) * (1 - overlapF(entry.words, other.words))
    if (!best || cost < best.cost) best = { entry: other, distance, cost }
  }
  return best
}

function overlapF(a: Grams, b: Grams): number {
  return ratio(2 * shared(a, b), total(a) + total(b))
}

/** Share of n-grams that the matched entries hold too, each worth less the farther the days are apart. */
function share(pairs: readonly { readonly entry: Entry; readonly match: Match | undefined }[], n: 0 | 1): number {
  let hit = 0
  let all = 0
  for (const { entry, match } of pairs) {
    all += total(entry.grams[n])
    if (match) hit += shared(entry.grams[n], match.entry.grams[n]) / (match.distance + 1)
  }
  return ratio(hit, all)
}

function scoreOf(precision: number, recall: number): Score {
  return { precision, recall, f: ratio(2 * precision * recall, precision + recall) }
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}
