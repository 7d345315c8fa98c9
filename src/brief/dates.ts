import { addDays, type Day, daysBetween } from '../core/day.ts'
import { byText } from '../core/order.ts'
import type { Annotation, Precision } from '../core/types.ts'

/** A sentence with the days it speaks of. */
export type DatedSentence = {
  /** Articles of one lineage are copies: together they count as one report. */
  readonly lineage: string
  readonly published: Day
  /** 0-based position among the sentences of its article. */
  readonly index: number
  readonly days: readonly { readonly day: Day; readonly precision: Precision }[]
}

/** How much a day matters, and why: three terms, each 0–1, and the local peak make the score. */
export type ScoredDate = {
  readonly day: Day
  readonly score: number
  /** By reports that mention the day. */
  readonly documents: number
  /** By mentions, those early in an article weighing more. */
  readonly mentions: number
  /** By reports that still mention the day more than a week later. */
  readonly later: number
  /** Mentioned by no fewer reports than the day before and the day after. */
  readonly peak: boolean
}

const PEAK = 0.2
const LATER_DAYS = 7

type Tally = {
  readonly mentioning: Set<string>
  readonly later: Set<string>
  /** Reports published on the day: they only settle ties. */
  readonly published: Set<string>
  mentions: number
}

/**
 * The days that sentences mention or were published on, the most important first.
 *
 * The score is log(1 + reports that mention the day) + log(1 + mentions, each 1 / (1 + index / 10)) + log(1 + reports
 * that mention it more than seven days later), each over its maximum, + 0.2 at a local peak. Of equal days that with
 * more reports of its own comes first, then the earlier one. Days given only as part of a month, week or range do not count.
 */
export function scoreDates(sentences: Iterable<DatedSentence>): readonly ScoredDate[] {
  const tallies = tally(sentences)
  const all = [...tallies.values()]
  const documents = overMaximum(all, t => t.mentioning.size)
  const mentions = overMaximum(all, t => t.mentions)
  const later = overMaximum(all, t => t.later.size)
  const scored = [...tallies].map(([day, t]): ScoredDate => {
    const terms = { documents: documents(t), mentions: mentions(t), later: later(t) }
    const peak = isPeak(tallies, day)
    return { day, score: terms.documents + terms.mentions + terms.later + (peak ? PEAK : 0), ...terms, peak }
  })
  const reports = ({ day }: ScoredDate) => tallies.get(day)?.published.size ?? 0
  return scored.sort((a, b) => b.score - a.score || reports(b) - reports(a) || byText(a.day, b.day))
}

/**
 * The days that times give: of a range its ends; a night counts as the day it ends on, as it is reported. A clock time whose
 * day the sentence gives elsewhere ("at 8 a.m. on Saturday") is no second mention of that day.
 */
export function daysOf(times: readonly Annotation<'time'>[]): DatedSentence['days'] {
  const dates = times.filter(
    ({ value: { type, anchor } }) => type === 'DATE' || (type === 'TIME' && anchor !== 'mention'),
  )
  const whens = dates.flatMap(({ value }) => (value.ends ?? [value]).map(({ when }) => when))
  return whens.flatMap(when => {
    if (!when || daysBetween(when.earliest, when.latest) > 1) return []
    return [{ day: when.latest, precision: when.earliest === when.latest ? when.precision : 'day' }]
  })
}

/** The days that a sentence names to the day, each as often as it does. */
export function namedDays({ days }: Pick<DatedSentence, 'days'>): readonly Day[] {
  return days.flatMap(({ day, precision }) => (precision === 'day' || precision === 'time' ? [day] : []))
}

function tally(sentences: Iterable<DatedSentence>): ReadonlyMap<Day, Tally> {
  const tallies = new Map<Day, Tally>()
  const at = (day: Day): Tally => {
    const known = tallies.get(day)
    if (known) return known
    const fresh = { mentioning: new Set<string>(), later: new Set<string>(), published: new Set<string>(), mentions: 0 }
    tallies.set(day, fresh)
    return fresh
  }
  for (const sentence of sentences) {
    at(sentence.published).published.add(sentence.lineage)
    for (const day of namedDays(sentence)) {
      const here = at(day)
      here.mentioning.add(sentence.lineage)
      here.mentions += 1 / (1 + sentence.index / 10)
      if (daysBetween(day, sentence.published) > LATER_DAYS) here.later.add(sentence.lineage)
    }
  }
  return tallies
}

/** The logarithm of 1 and a count, as a share of the highest one. */
function overMaximum(tallies: readonly Tally[], count: (tally: Tally) => number): (tally: Tally) => number {
  const most = tallies.reduce((highest, t) => Math.max(highest, count(t)), 0)
  return t => (most === 0 ? 0 : Math.log1p(count(t)) / Math.log1p(most))
}

function isPeak(tallies: ReadonlyMap<Day, Tally>, day: Day): boolean {
  const mentioning = (count: number) => tallies.get(addDays(day, count))?.mentioning.size ?? 0
  const here = mentioning(0)
  return here > 0 && here >= mentioning(-1) && here >= mentioning(1)
}
