import { daysBetween } from '../core/day.ts'
import { idOf } from '../core/id.ts'
import { byText, groupBy } from '../core/order.ts'
import { isSome } from '../core/some.ts'
import { passage } from '../core/span.ts'
import type {
  AmountValue,
  Claim,
  CodedEvent,
  Disagreement,
  Doc,
  Evidence,
  Reading,
  ReadingGroup,
  When,
} from '../core/types.ts'
import type { MergeContext } from './events.ts'
import { overlap, termsOf } from './terms.ts'

/** Values that reports give for one thing: the article, the value as written for grouping, the evidence. */
type Given = { readonly article: string; readonly value: string; readonly number?: number; readonly evidence: Evidence }

/**
 * Where reports of one happening give values that cannot all be true. An update is none: a toll that only grows with the
 * time of the reports; nor a refinement: "at least 12" and 13, "May" and "28 May".
 */
export function findDisagreements(
  events: readonly CodedEvent[],
  docs: ReadonlyMap<string, Doc>,
  context: MergeContext,
): readonly Disagreement[] {
  const found = [...events.flatMap(event => amountClashes(event, context)), ...dateClashes(events, docs, context)]
  // One sentence may make two claims of one happening: the same passages disagree only once.
  const unique = new Map(found.map(clash => [passagesOf(clash), clash]))
  return [...unique.values()].sort((a, b) => byText(a.about, b.about) || byText(a.id, b.id))
}

function passagesOf({ readings }: Disagreement): string {
  return readings
    .flatMap(reading => reading.evidence.map(({ article, span }) => `${article}@${span.start}`))
    .sort()
    .join()
}

function amountClashes(event: CodedEvent, context: MergeContext): readonly Disagreement[] {
  if (event.flags.negated || event.flags.hypothetical) return []
  const given = event.claims.flatMap(claim => firstAmounts(claim).map(reading => ({ claim, reading })))
  return [...groupBy(given, ({ reading }) => thingOf(reading.value))].flatMap(([unit, group]) => {
    const values: Given[] = oneAnArticle(group).map(({ claim, reading }) => ({
      article: claim.article,
      value: String(reading.value.value),
      number: reading.value.value,
      evidence: reading.evidence[0],
    }))
    if (isUpdate(values, context)) return []
    return disagreement(event, unit, values, context) ?? []
  })
}

/** Words that only say once more what an event is: "355 drones launched" and "an attack with 355 drones" count the same. */
const SAID_BY_EVENT = new Set(['launched', 'exchanged', 'released', 'returned'])

function thingOf({ unit, status }: AmountValue): string {
  return status !== undefined && SAID_BY_EVENT.has(status) ? unit.slice(0, -status.length - 1) : unit
}

/** The figures of a claim that are points, first one of each unit: later ones are parts of the first. */
function firstAmounts(claim: Claim): readonly Reading<AmountValue>[] {
  const points = claim.amounts.filter(
    ({ value }) => value.bound === 'exact' && value.upper === undefined && value.kind !== 'percent',
  )
  return [...groupBy(points, reading => thingOf(reading.value)).values()].flatMap(group => group[0] ?? [])
}

function oneAnArticle<T extends { readonly claim: Claim }>(group: readonly T[]): readonly T[] {
  return [...groupBy(group, ({ claim }) => claim.article).values()].flatMap(ofArticle => ofArticle[0] ?? [])
}

/** Figures that only grow from day to day, with one figure a day, are one count brought up to date. */
function isUpdate(values: readonly Given[], context: MergeContext): boolean {
  const days = [...groupBy(values, value => context.dayOf(value.article) ?? '').entries()].sort(([a], [b]) =>
    byText(a, b),
  )
  if (days.length < 2 || days.some(([, group]) => new Set(group.map(g => g.number)).size > 1)) return false
  const numbers = days.map(([, group]) => group[0]?.number ?? 0)
  return numbers.every((n, i) => i === 0 || n >= (numbers[i - 1] ?? 0))
}

/** Two figures further apart than this are hardly about the same thing. */
const SAME_THING = 2

function disagreement(
  event: CodedEvent,
  about: string,
  values: readonly Given[],
  context: MergeContext,
): Disagreement | undefined {
  const numbers = values.flatMap(value => value.number ?? [])
  if (numbers.length > 0 && Math.max(...numbers) > SAME_THING * Math.min(...numbers)) return undefined
  const groups = [...groupBy(values, value => value.value).values()].flatMap(
    group => readingGroup(group, context) ?? [],
  )
  const [first, second, ...rest] = groups.sort((a, b) => b.lineages - a.lineages || byText(a.value, b.value))
  if (!first || !second) return undefined
  const origins = new Set(values.map(value => context.lineageOf(value.article)))
  if (origins.size < 2) return undefined
  return { id: idOf('disagreement', event.id, about), event: event.id, about, readings: [first, second, ...rest] }
}

function readingGroup(group: readonly Given[], context: MergeContext): ReadingGroup | undefined {
  const evidence = group.map(given => given.evidence)
  const [first] = group
  if (!first || !isSome(evidence)) return undefined
  return { value: first.value, evidence, lineages: new Set(group.map(g => context.lineageOf(g.article))).size }
}

/** Share of words two sentences must have in common to be about one happening in spite of different days. */
const SAME_HAPPENING = 0.6

/** Reports of one happening that state different days for it, at most a week apart and written within three days. */
function dateClashes(
  events: readonly CodedEvent[],
  docs: ReadonlyMap<string, Doc>,
  context: MergeContext,
): readonly Disagreement[] {
  const dated = events.filter(event => event.claims.some(statesDay))
  const found: Disagreement[] = []
  for (const group of groupBy(dated, event => `${event.type}/${event.mode ?? ''}/${sides(event)}`).values())
    for (const [i, a] of group.entries())
      for (const b of group.slice(i + 1, i + 50)) {
        const values = clashingDays(a, b, docs, context)
        const clash = values && disagreement(a, 'date', values, context)
        if (clash) found.push(clash)
      }
  return found
}

function sides(event: CodedEvent): string {
  return `${event.source[0]?.value.country ?? ''}/${event.target[0]?.value.country ?? ''}`
}

/** A claim that gives a calendar day in so many words. */
function statesDay(claim: Claim): boolean {
  const when = claim.when
  return when !== undefined && when.certainty === 'stated' && when.value.earliest === when.value.latest
}

/** Whether a report writes the day in figures: "yesterday" in two reports of two days is no clash. */
function isWritten({ article }: Doc, { evidence: [at] }: Reading<When>): boolean {
  return /\p{N}/u.test(passage(article.text, at.span))
}

function clashingDays(
  a: CodedEvent,
  b: CodedEvent,
  docs: ReadonlyMap<string, Doc>,
  context: MergeContext,
): readonly Given[] | undefined {
  for (const x of a.claims.filter(statesDay))
    for (const y of b.claims.filter(statesDay)) {
      const [docX, docY, dayX, dayY] = [
        docs.get(x.article),
        docs.get(y.article),
        context.dayOf(x.article),
        context.dayOf(y.article),
      ]
      const [whenX, whenY] = [x.when, y.when]
      if (!docX || !docY || !dayX || !dayY || !whenX || !whenY || x.article === y.article) continue
      const apart = Math.abs(daysBetween(whenX.value.earliest, whenY.value.earliest))
      if (apart === 0 || apart > 7 || Math.abs(daysBetween(dayX, dayY)) > 3) continue
      if (!isWritten(docX, whenX) || !isWritten(docY, whenY)) continue
      if (overlap(termsOf(docX, x), termsOf(docY, y)) < SAME_HAPPENING) continue
      return [
        { article: x.article, value: whenX.value.edtf, evidence: whenX.evidence[0] },
        { article: y.article, value: whenY.value.edtf, evidence: whenY.evidence[0] },
      ]
    }
  return undefined
}
