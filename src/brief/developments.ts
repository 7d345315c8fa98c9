import type { Development, Sentence } from '../core/briefing.ts'
import { type Day, daysBetween } from '../core/day.ts'
import { byText, groupBy } from '../core/order.ts'
import { isSome } from '../core/some.ts'
import { within } from '../core/span.ts'
import type { Actor, When } from '../core/types.ts'
import { type DatedSentence, type ScoredDate, scoreDates } from './dates.ts'
import { type Desk, likest, print, type Used } from './desk.ts'
import { type Candidate, WEIGHT } from './material.ts'

const MOST_DAYS = 16
const MOST_EXPECTED = 5
const REPEATS = 0.42

/**
 * Dated entries, oldest first: the days that reports mention most and come back to, each with the one to three sentences
 * that tell it best, then what is announced for days still to come.
 */
export function chooseDevelopments(desk: Desk, used: Used): { entries: readonly Development[]; used: Used } {
  const chosen: Candidate[] = []
  const take = (pool: readonly Candidate[], most: number) => {
    const picked = pickFor(desk, pool, most, [...used, ...chosen])
    chosen.push(...picked)
    return picked
  }
  const past = daysOf(desk).flatMap(scored => {
    const pool = desk.fit.filter(c => c.fit >= 0.5 && tellsDay(c, scored.day))
    const picked = take(pool, sentencesFor(scored))
    return entryOf(desk, picked, dayWhen(scored.day), 'happened') ?? []
  })
  const expected = expectedOf(desk, used).flatMap(group => {
    const picked = take(group, 2)
    const [first] = picked
    return first ? (entryOf(desk, picked, first.when, 'expected') ?? []) : []
  })
  const entries = [...past, ...expected].sort(
    (a, b) => byText(a.when.earliest, b.when.earliest) || byText(a.when.latest, b.when.latest),
  )
  return { entries, used: chosen }
}

/** The most important days up to the as-of day, best first. */
function daysOf(desk: Desk): readonly ScoredDate[] {
  const sentences = desk.all.map(
    (c): DatedSentence => ({
      article: c.doc.article.id,
      lineage: c.lineage,
      published: c.published,
      index: c.index,
      days: daysMentioned(c),
      terms: c.terms,
    }),
  )
  return scoreDates(sentences)
    .filter(({ day }) => day <= desk.asOf)
    .slice(0, MOST_DAYS)
}

function daysMentioned({ doc, sentence }: Candidate): DatedSentence['days'] {
  return within(doc.layers.time, sentence.span).flatMap(({ value }) => {
    const { when } = value
    return when && when.earliest === when.latest ? [{ day: when.earliest, precision: when.precision }] : []
  })
}

/** More sentences for a day that counts more. */
function sentencesFor(scored: ScoredDate): number {
  return scored.score >= 1.5 ? 3 : scored.score >= 0.8 ? 2 : 1
}

/** Whether a sentence tells what happened on a day: it says so, or it is news of that day without another date. */
function tellsDay(candidate: Candidate, day: Day): boolean {
  const { when, dated, future, published } = candidate
  if (future && when.earliest > published) return false
  if (dated) return when.earliest === day && when.latest === day
  return published === day && candidate.claims.length > 0 && candidate.index <= 3
}

function pickFor(desk: Desk, pool: readonly Candidate[], most: number, used: Used): readonly Candidate[] {
  const picked: Candidate[] = []
  const ranked = [...pool].sort((a, b) => worth(desk, b) - worth(desk, a) || byText(a.key, b.key))
  for (const candidate of ranked) {
    if (picked.length >= most) break
    if (likest(desk, candidate, [...used, ...picked]) >= REPEATS || picked.some(other => other.doc === candidate.doc))
      continue
    picked.push(candidate)
  }
  return picked
}

/** How well a sentence serves as an entry: origins, what the crisis is about, a kind of event, an explicit date, fitness. */
function worth(desk: Desk, candidate: Candidate): number {
  const origins = Math.min(1, Math.log2(desk.origins(candidate)) / 3)
  const kind = candidate.type ? WEIGHT[candidate.type] : 0
  const opens = candidate.index === 0 ? 0.15 : 0
  return (
    0.4 * origins +
    0.3 * kind +
    0.6 * desk.likeness.toMiddle(candidate, desk.focus) +
    (candidate.dated ? 0.15 : 0) +
    opens +
    0.3 * candidate.fit
  )
}

/** Announcements for days after the as-of day, grouped by day, soonest first; only the newest word on each. */
function expectedOf(desk: Desk, used: Used): readonly (readonly Candidate[])[] {
  const ahead = desk.fit.filter(
    c =>
      c.fit >= 0.5 &&
      c.dated &&
      c.when.earliest > desk.asOf &&
      !used.includes(c) &&
      daysBetween(c.published, desk.asOf) <= 30,
  )
  return [...groupBy(ahead, c => c.when.edtf).values()]
    .sort((a, b) => byText(a[0]?.when.earliest ?? '', b[0]?.when.earliest ?? ''))
    .filter(group => new Set(group.map(c => c.lineage)).size > 0)
    .slice(0, MOST_EXPECTED)
}

function entryOf(
  desk: Desk,
  picked: readonly Candidate[],
  when: When,
  status: Development['status'],
): Development | undefined {
  const day = when.earliest === when.latest ? when.earliest : undefined
  const sentences: Sentence[] = picked.map(candidate => print(desk, candidate, day))
  const [first] = picked
  if (!first || !isSome(sentences)) return undefined
  const claims = picked.flatMap(candidate => candidate.claims)
  return {
    when,
    status,
    ...(first.type ? { type: first.type } : {}),
    actors: uniqueActors(claims.flatMap(claim => [claim.source, claim.target].flatMap(actor => actor ?? []))),
    places: [...new Set(claims.flatMap(claim => claim.where?.value.label ?? []))].sort(),
    sentences,
  }
}

function uniqueActors(actors: readonly Actor[]): readonly Actor[] {
  return [...new Map(actors.map(actor => [actor.id, actor])).values()].sort((a, b) => byText(a.id, b.id))
}

function dayWhen(day: Day): When {
  return { earliest: day, latest: day, precision: 'day', edtf: day }
}
