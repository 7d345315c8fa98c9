import type { Development, Sentence } from '../core/briefing.ts'
import { type Day, daysBetween } from '../core/day.ts'
import { byText, groupBy } from '../core/order.ts'
import { isSome } from '../core/some.ts'
import { within } from '../core/span.ts'
import type { Actor, When } from '../core/types.ts'
import { basisOf } from './basis.ts'
import { daysOf, scoreDates } from './dates.ts'
import { type Desk, likest, print, type Used } from './desk.ts'
import { chooseEntries, type EntrySentence, sentencesPerDay } from './entries.ts'
import { type Candidate, WEIGHT } from './material.ts'
import { contentTerms } from './select-terms.ts'

const MOST_DAYS = 16
const MOST_EXPECTED = 5
/** Sentences of an entry, in the mean. */
const SENTENCES = 2
const FIT = 0.6
/** Index of the last sentence of a report that is its news; what follows without a date may tell of earlier days. */
const NEWS = 0
const REPEATS = 0.3
/** Likeness to what the page is about below which an announcement is another story's. */
const ON_SUBJECT = 0.1
/** Likeness from which an undated sentence is taken to tell what earlier reports told, and so many days before it at most. */
const RETOLD = 0.2
const RETOLD_DAYS = 2
const SAME_PEOPLE = 2
/** An announcement for a longer time than this is no date to wait for. */
const LONGEST_DAYS = 31

/**
 * Dated entries, oldest first: the days that reports mention most and come back to, each with the one to three sentences
 * that tell it best, then what is announced for days still to come. The time line is complete by itself: what the lead
 * tells stands here too, in the words of another report. `lead`: no sentence of it is taken; `used`: nor is what says the same.
 */
export function chooseDevelopments(
  desk: Desk,
  lead: Used,
  used: Used,
): { entries: readonly Development[]; used: Used } {
  const free = { ...desk, fit: desk.fit.filter(c => c.fit >= FIT && c.claims.length > 0 && !lead.includes(c)) }
  const told = tellDays(free, used)
  const past = [...told].flatMap(([day, picked]) => entriesOf(desk, picked, day))
  const chosen = [...told.values()].flat()
  const expected = expectedOf(free).flatMap(group => {
    const picked = pickFor(desk, group, 2, [...used, ...chosen])
    chosen.push(...picked)
    const [first] = picked
    return first ? (entryOf(desk, picked, first.when, 'expected') ?? []) : []
  })
  const entries = [...past, ...expected].sort(
    (a, b) => byText(a.when.earliest, b.when.earliest) || byText(a.when.latest, b.when.latest),
  )
  return { entries, used: chosen }
}

type Told = EntrySentence & { readonly candidate: Candidate }

/** The most important days up to the as-of day, each with the sentences that tell it. */
function tellDays(desk: Desk, used: Used): ReadonlyMap<Day, readonly Candidate[]> {
  const sentences = desk.all.map(candidate => toldBy(candidate, desk))
  const days = scoreDates(sentences)
    .filter(({ day }) => day <= desk.asOf)
    .slice(0, 2 * MOST_DAYS)
  const free = new Set(desk.fit)
  const entries = chooseEntries(
    sentences,
    days.map(({ day }) => day),
    sentencesPerDay(Math.min(days.length, MOST_DAYS), SENTENCES),
    {
      extra: ({ candidate }) => standing(desk, candidate),
      may: ({ candidate }, day, entry, chosen) =>
        free.has(candidate) &&
        tellsDay(desk, candidate, day) &&
        entry.every(other => other.candidate.doc !== candidate.doc) &&
        likest(desk, candidate, [...used, ...chosen.map(other => other.candidate)]) < REPEATS,
    },
  )
  return new Map([...entries].map(([day, told]) => [day, told.map(({ candidate }) => candidate)]))
}

function toldBy(candidate: Candidate, desk: Desk): Told {
  const { doc, sentence, lineage, published, index } = candidate
  const days = daysOf(within(doc.layers.time, sentence.span))
  const terms = contentTerms(candidate.terms, desk.language.words.stop)
  return { candidate, lineage, published, index, days, terms }
}

/**
 * Whether a sentence tells what happened on a day, in the night before or in a row of days up to it: it says so, or it is
 * news of that day without another date.
 */
function tellsDay(desk: Desk, candidate: Candidate, day: Day): boolean {
  const { when, dated, future, published } = candidate
  if (future && when.earliest > published) return false
  if (dated) return when.latest === day && (daysBetween(when.earliest, day) <= 1 || isRange(candidate))
  return candidate.claims.length > 0 && candidate.index <= NEWS && newsDay(desk, candidate) === day
}

/**
 * The day that news without a date is of: of its publication, unless the reports of the days just before told it. Then it
 * is of their day where they all give one and tell of the same people, two at least: a meeting, an appearance. Else no day
 * is known, as for a second attack on one town.
 */
function newsDay(desk: Desk, candidate: Candidate): Day | undefined {
  const { published } = candidate
  const told = desk.likeness
    .near(candidate, RETOLD)
    .filter(({ when }) => when.latest < published && daysBetween(when.latest, published) <= RETOLD_DAYS)
  if (told.length === 0) return published
  const [day, ...others] = new Set(told.map(({ when }) => when.latest))
  const people = peopleOf(candidate)
  const same = told.every(other => peopleOf(other).intersection(people).size >= SAME_PEOPLE)
  return others.length === 0 && same ? day : undefined
}

function peopleOf({ doc, sentence }: Candidate): ReadonlySet<string> {
  const named = within(doc.layers.name, sentence.span)
  return new Set(named.flatMap(({ value }) => (value.type === 'PERSON' ? [value.actor ?? value.label] : [])))
}

/** Whether what a sentence tells went on for a row of days whose first and last it names: "from 23 to 25 May". */
function isRange({ doc, sentence, when }: Candidate): boolean {
  if (daysBetween(when.earliest, when.latest) >= LONGEST_DAYS) return false
  return within(doc.layers.time, sentence.span).some(({ value }) => value.ends && value.when?.edtf === when.edtf)
}

/** The entry of a day, and before it one for each row of days that ended then. */
function entriesOf(desk: Desk, picked: readonly Candidate[], day: Day): readonly Development[] {
  const whenOf = (candidate: Candidate) => (isRange(candidate) ? candidate.when : dayWhen(day))
  const groups = groupBy(picked, candidate => whenOf(candidate).edtf)
  return [...groups.values()].flatMap(group => {
    const [first] = group
    return first ? (entryOf(desk, group, whenOf(first), 'happened') ?? []) : []
  })
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

function worth(desk: Desk, candidate: Candidate): number {
  return standing(desk, candidate) + 0.6 * desk.likeness.toMiddle(candidate, desk.focus)
}

/** How well a sentence serves as an entry of any day: origins, a kind of event, an explicit date, fitness. */
function standing(desk: Desk, candidate: Candidate): number {
  const origins = Math.min(1, Math.log2(desk.origins(candidate)) / 3)
  const kind = candidate.type ? WEIGHT[candidate.type] : 0
  const opens = candidate.index === 0 ? 0.15 : 0
  return 0.4 * origins + 0.3 * kind + (candidate.dated ? 0.15 : 0) + opens + 0.3 * candidate.fit
}

/** Announcements for days after the as-of day, grouped by day, soonest first. */
function expectedOf(desk: Desk): readonly (readonly Candidate[])[] {
  const ahead = desk.fit.filter(
    c =>
      c.dated &&
      c.when.earliest > desk.asOf &&
      daysBetween(c.when.earliest, c.when.latest) <= LONGEST_DAYS &&
      daysBetween(c.published, desk.asOf) <= 30 &&
      desk.likeness.toMiddle(c, desk.focus) >= ON_SUBJECT,
  )
  return [...groupBy(ahead, c => c.when.edtf).values()]
    .sort((a, b) => byText(a[0]?.when.earliest ?? '', b[0]?.when.earliest ?? ''))
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
  const basis = basisOf(
    picked.map(({ doc, sentence }) => ({ doc, span: sentence.span })),
    when,
  )
  if (!basis) return undefined
  return {
    when,
    basis,
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
