import { addDays, type Day } from '../core/day.ts'
import { type DatedSentence, namedDays } from './dates.ts'
import { agreed, dot, sumOf, termSpace, unit, type Vector } from './vectors.ts'

/** A sentence that may stand in an entry of a timeline, with its content words (see `contentTerms`). */
export type EntrySentence = DatedSentence & { readonly terms: readonly string[] }

/** What a caller adds to the choice. */
export type EntryRules<S> = {
  /** Whether a sentence may be taken for a day; `entry`: what the day has so far, `chosen`: what all days have. */
  may?(sentence: S, day: Day, entry: readonly S[], chosen: readonly S[]): boolean
  /** Counts beside the likeness to the day, which is 0 to 1.5. */
  extra?(sentence: S): number
}

/** News of a day stands in the first sentences of an article. */
const OPENING = 5
const TOPIC = 0.5
const REDUNDANCY = 0.8
/** Sentences more alike than this say the same. */
const SAME = 0.7
const GRADE = 0.4

/**
 * Sentences for each day, in the order of their choice. Days are filled in the order given, the first with at most
 * `counts[0]` sentences and so on, until each count is used; a day without a fit sentence uses none. No sentence stands in
 * two entries, nor another that says the same.
 *
 * Candidates of a day: the first five sentences of the articles of the day and the next, and the sentences that name the
 * day. Each is scored by its likeness to what both kinds agree on, plus half of its likeness to the whole; the best is
 * taken, then the next best less 0.8 × its highest likeness to what the day has (maximal marginal relevance,
 * Carbonell and Goldstein 1998).
 */
export function chooseEntries<S extends EntrySentence>(
  sentences: readonly S[],
  days: readonly Day[],
  counts: readonly number[],
  rules: EntryRules<S> = {},
): ReadonlyMap<Day, readonly S[]> {
  const views = viewsOf(sentences)
  const chosen: Scored<S>[] = []
  const entries = new Map<Day, readonly S[]>()
  for (const day of days) {
    const most = counts[entries.size]
    if (most === undefined) break
    const ranked = rank(views, day, sentence => rules.extra?.(sentence) ?? 0)
    const entry = pick(ranked, most, chosen, (sentence, own) => {
      const all = chosen.map(other => other.sentence)
      return rules.may?.(sentence, day, own, [...all, ...own]) ?? true
    })
    chosen.push(...entry)
    if (entry.length > 0)
      entries.set(
        day,
        entry.map(({ sentence }) => sentence),
      )
  }
  return entries
}

/** Numbers of sentences for days in the order of their importance: about `mean` in the middle, more before, fewer after. */
export function sentencesPerDay(days: number, mean: number): readonly number[] {
  return Array.from({ length: days }, (_, i) => {
    const place = days < 2 ? 0 : 1 - (2 * i) / (days - 1)
    return Math.max(1, Math.round(mean * (1 + GRADE * place)))
  })
}

type Held<S> = { readonly sentence: S; readonly vector: Vector }

/** The sentences by the two ways in which they tell of a day, and the middle of all. */
type Views<S> = {
  readonly opening: ReadonlyMap<Day, readonly Held<S>[]>
  readonly naming: ReadonlyMap<Day, readonly Held<S>[]>
  readonly topic: Vector
}

function viewsOf<S extends EntrySentence>(sentences: readonly S[]): Views<S> {
  const space = termSpace(sentences.map(({ terms }) => terms))
  const opening = new Map<Day, Held<S>[]>()
  const naming = new Map<Day, Held<S>[]>()
  const held = sentences.map(sentence => ({ sentence, vector: space.vector(sentence.terms) }))
  for (const one of held) {
    const { published, index } = one.sentence
    if (index < OPENING) put(opening, published, one)
    for (const day of new Set(namedDays(one.sentence))) put(naming, day, one)
  }
  return { opening, naming, topic: middle(held) }
}

function put<S>(map: Map<Day, Held<S>[]>, day: Day, one: Held<S>): void {
  const list = map.get(day)
  if (list) list.push(one)
  else map.set(day, [one])
}

function middle<S>(held: readonly Held<S>[]): Vector {
  return unit(sumOf(held.map(({ vector }) => vector)))
}

type Scored<S> = Held<S> & { readonly score: number }

function rank<S>(views: Views<S>, day: Day, extra: (sentence: S) => number): readonly Scored<S>[] {
  const opening = [day, addDays(day, 1)].flatMap(at => views.opening.get(at) ?? [])
  const naming = views.naming.get(day) ?? []
  const [told, named] = [middle(opening), middle(naming)]
  const both = agreed(told, named)
  const focus = both.ids.length > 0 ? both : named.ids.length > 0 ? named : told
  return [...new Set([...opening, ...naming])].map(one => ({
    ...one,
    score: dot(one.vector, focus) + TOPIC * dot(one.vector, views.topic) + extra(one.sentence),
  }))
}

function pick<S>(
  ranked: readonly Scored<S>[],
  most: number,
  chosen: readonly Scored<S>[],
  may: (sentence: S, entry: readonly S[]) => boolean,
): readonly Scored<S>[] {
  const entry: Scored<S>[] = []
  const open = new Set(ranked)
  const repeated = new Map<Scored<S>, number>()
  while (entry.length < most) {
    const best = highest(open, one => one.score - REDUNDANCY * (repeated.get(one) ?? 0))
    if (!best) break
    open.delete(best)
    const said = [...chosen, ...entry].some(other => dot(other.vector, best.vector) > SAME)
    if (
      said ||
      !may(
        best.sentence,
        entry.map(({ sentence }) => sentence),
      )
    )
      continue
    entry.push(best)
    for (const one of open) repeated.set(one, Math.max(repeated.get(one) ?? 0, dot(one.vector, best.vector)))
  }
  return entry
}

/** The item with the highest value, the first of equal ones. */
function highest<T>(items: Iterable<T>, value: (item: T) => number): T | undefined {
  let best: { readonly item: T; readonly value: number } | undefined
  for (const item of items) {
    const own = value(item)
    if (!best || own > best.value) best = { item, value: own }
  }
  return best?.item
}
