import type { Day } from '../core/day.ts'
import { addDays } from '../core/day.ts'
import { idOf } from '../core/id.ts'
import { byText, groupBy } from '../core/order.ts'
import { isSome } from '../core/some.ts'
import type { Actor, Claim, CodedEvent, Evidence, Reading, Some } from '../core/types.ts'

/** What merging needs to know about the articles behind the claims. */
export type MergeContext = {
  lineageOf(article: string): string
  /** Publication day. */
  dayOf(article: string): Day | undefined
}

/**
 * Puts claims about the same happening together: same type and flags, compatible mode and actors on both sides, overlapping
 * days. A claim joins only where it contradicts none of the claims already there (complete link), so that no bridge claim
 * chains two happenings into one. Every reading is kept with its evidence; none wins.
 */
export function mergeClaims(claims: readonly Claim[], context: MergeContext): readonly CodedEvent[] {
  const ordered = [...claims].sort(
    (a, b) =>
      byText(context.dayOf(a.article) ?? '9', context.dayOf(b.article) ?? '9') ||
      byText(a.article, b.article) ||
      a.trigger.start - b.trigger.start,
  )
  const open: Claim[][] = []
  const byDay = new Map<string, Claim[][]>()
  for (const claim of ordered) {
    const keys = keysOf(claim, context)
    const home = keys.flatMap(key => byDay.get(key) ?? []).find(group => joins(claim, group))
    const group = home ?? []
    if (!home) open.push(group)
    group.push(claim)
    for (const key of keys) {
      const groups = byDay.get(key)
      if (!groups) byDay.set(key, [group])
      else if (!groups.includes(group)) groups.push(group)
    }
  }
  return open.flatMap(group => (isSome(group) ? eventOf(group, context) : []))
}

/** The cells a claim may share with another: type and flags, and each day it may be about (a week at most). */
function keysOf(claim: Claim, context: MergeContext): readonly string[] {
  const { negated, future, hypothetical } = claim.flags
  const mood = `${claim.type}/${negated}/${future}/${hypothetical}`
  const when = claim.when?.value
  const first = when?.earliest ?? context.dayOf(claim.article)
  if (!first) return [`${mood}/?`]
  if (!when || when.earliest === when.latest) return [`${mood}/${first}`]
  const days: string[] = []
  for (let day = first; day <= when.latest && days.length < 7; day = addDays(day, 1)) days.push(`${mood}/${day}`)
  return days.length < 7 ? days : [`${mood}/${when.edtf}`]
}

/** A claim joins where it contradicts no claim and shares a side or the place with one. */
function joins(claim: Claim, group: readonly Claim[]): boolean {
  const links = group.map(other => linkOf(claim, other))
  return !links.includes(false) && links.includes(true)
}

/** False where mode, sides or place differ; true where a side or the place is the same; undefined where nothing is said of both. */
function linkOf(a: Claim, b: Claim): boolean | undefined {
  const shared = [same(a.source, b.source), same(a.target, b.target), sameText(a.where?.value.id, b.where?.value.id)]
  if (shared.includes(false) || sameText(a.mode, b.mode) === false) return false
  return shared.includes(true) ? true : undefined
}

/** True, false, or undefined where one side does not say. A person and his state go together. */
function same(a: Actor | undefined, b: Actor | undefined): boolean | undefined {
  if (!a || !b) return undefined
  return a.id === b.id || isSamePerson(a, b) || (a.country !== undefined && a.country === b.country)
}

/** Two people of one name whom no list has, where not both have a state: "~ana-torres@ESP" and "~ana-torres". */
function isSamePerson(a: Actor, b: Actor): boolean {
  const [[name], [other]] = [a.id.split('@'), b.id.split('@')]
  return a.id.startsWith('~') && name === other && (a.country === undefined || b.country === undefined)
}

function sameText(a: string | undefined, b: string | undefined): boolean | undefined {
  return a === undefined || b === undefined ? undefined : a === b
}

function eventOf(claims: Some<Claim>, context: MergeContext): CodedEvent {
  const [first] = claims
  return {
    id: idOf('event', first.id),
    type: first.type,
    ...modeOf(claims),
    flags: first.flags,
    source: readings(
      claims,
      c => c.source && { value: c.source, certainty: 'stated', evidence: c.evidence },
      a => a.id,
    ),
    target: readings(
      claims,
      c => c.target && { value: c.target, certainty: 'stated', evidence: c.evidence },
      a => a.id,
    ),
    when: readings(
      claims,
      c => c.when,
      w => w.edtf,
    ),
    where: readings(
      claims,
      c => c.where,
      p => p.id,
    ),
    amounts: readingsOf(
      claims.flatMap(c => c.amounts),
      a => `${a.unit}/${a.value}/${a.upper ?? ''}/${a.bound}`,
    ),
    claims,
    lineages: new Set(claims.map(c => context.lineageOf(c.article))).size,
  }
}

/** The mode that a claim gives: those that give none tell of the same less exactly. */
function modeOf(claims: Some<Claim>): Pick<CodedEvent, 'mode'> {
  const mode = claims.find(claim => claim.mode !== undefined)?.mode
  return mode === undefined ? {} : { mode }
}

function readings<T>(
  claims: readonly Claim[],
  pick: (claim: Claim) => Reading<T> | undefined,
  key: (value: T) => string,
) {
  return readingsOf(
    claims.flatMap(claim => pick(claim) ?? []),
    key,
  )
}

/** One reading a value, with the evidence of all who give it; stated where anybody states it. */
function readingsOf<T>(given: readonly Reading<T>[], key: (value: T) => string): readonly Reading<T>[] {
  return [...groupBy(given, reading => key(reading.value)).values()].flatMap(group => {
    const [first] = group
    const evidence: Evidence[] = group.flatMap(reading => [...reading.evidence])
    if (!first || !isSome(evidence)) return []
    const certainty = group.some(reading => reading.certainty === 'stated') ? 'stated' : 'implied'
    return { value: first.value, certainty, evidence }
  })
}
