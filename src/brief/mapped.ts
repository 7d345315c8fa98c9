import type { MappedPlace } from '../core/briefing.ts'
import { byText, groupBy } from '../core/order.ts'
import type { Claim, EventType, Evidence, PlaceValue, Reading, Some } from '../core/types.ts'
import type { Desk } from './desk.ts'
import { type Candidate, WEIGHT } from './material.ts'

/** Kinds of event that weigh less are words, which have no place of their own. */
export const TAKES_PLACE = 0.6
/** So many passages show that a place was reported. */
const MOST_PASSAGES = 3

export type At = {
  readonly candidate: Candidate
  readonly claim: Claim
  readonly where: Reading<PlaceValue>
}

/** The places where claims of sentences on the topic say that something happened or will happen; history has none. */
export function placesOf(candidates: readonly Candidate[]): readonly At[] {
  return candidates.flatMap(candidate =>
    candidate.claims.flatMap(claim => {
      if (!takesPlace(claim, candidate.claims)) return []
      const all = [...(claim.where ? [claim.where] : []), ...(claim.alsoAt ?? [])]
      return all.map(where => ({ candidate, claim, where }))
    }),
  )
}

/** Words have no place of their own; of what is only planned, talks have one. An attack somebody is accused of has one too. */
function takesPlace({ flags, type, where }: Claim, beside: readonly Claim[]): boolean {
  if (flags.negated || flags.past || WEIGHT[type] < TAKES_PLACE) return false
  if (flags.future) return type === 'CONSULT' && !flags.hypothetical
  const isAccused = (other: Claim) =>
    other.type === 'ACCUSE' && !other.flags.negated && other.where?.value.id === where?.value.id
  return !flags.hypothetical || (type === 'ASSAULT' && where !== undefined && beside.some(isAccused))
}

/** Every place of the reports' events, most reported first; passages of reports in `cited` show it where there are such. */
export function mappedPlaces(desk: Desk, cited: ReadonlySet<string>): readonly MappedPlace[] {
  const eventOf = new Map(
    desk.material.events.flatMap(event => event.claims.map(claim => [claim.id, event.id] as const)),
  )
  const groups = groupBy(placesOf(desk.fit), ({ where }) => where.value.id)
  return [...groups.values()]
    .flatMap(group => mapped(group, eventOf, cited) ?? [])
    .sort((a, b) => b.reports - a.reports || b.events - a.events || byText(a.place.id, b.place.id))
}

function mapped(
  group: readonly At[],
  eventOf: ReadonlyMap<string, string>,
  cited: ReadonlySet<string>,
): MappedPlace | undefined {
  const [first] = group
  const [shown, ...others] = passagesOf(group, cited)
  if (!first || !shown) return undefined
  const evidence: Some<Evidence> = [shown, ...others]
  return {
    place: first.where.value,
    reports: new Set(group.map(({ candidate }) => candidate.lineage)).size,
    events: new Set(group.map(({ claim }) => eventOf.get(claim.id) ?? claim.id)).size,
    type: weightiest(group.map(({ claim }) => claim)) ?? 'CONSULT',
    ahead: group.every(({ candidate, claim }) => claim.flags.future || candidate.future),
    evidence,
  }
}

/** The kind told most, the weightier first of equals. */
export function weightiest(claims: readonly Claim[]): EventType | undefined {
  const kinds = [...groupBy(claims, claim => claim.type)].map(([type, same]) => ({ type, count: same.length }))
  const score = ({ type, count }: (typeof kinds)[number]) => WEIGHT[type] * Math.sqrt(count)
  return kinds.sort((a, b) => score(b) - score(a) || byText(a.type, b.type))[0]?.type
}

function passagesOf(group: readonly At[], cited: ReadonlySet<string>): readonly Evidence[] {
  const isCited = ({ candidate }: At) => (cited.has(candidate.doc.article.id) ? 0 : 1)
  const ranked = [...group].sort((a, b) => isCited(a) - isCited(b) || byText(a.candidate.key, b.candidate.key))
  const origins = new Map<string, Evidence>()
  for (const { candidate, where } of ranked)
    if (!origins.has(candidate.lineage)) origins.set(candidate.lineage, where.evidence[0])
  return [...origins.values()].slice(0, MOST_PASSAGES)
}
