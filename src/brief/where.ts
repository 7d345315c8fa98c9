import type { PlaceEntry } from '../core/briefing.ts'
import { byText, groupBy } from '../core/order.ts'
import { isSome } from '../core/some.ts'
import { within } from '../core/span.ts'
import type { Claim, PlaceValue } from '../core/types.ts'
import { type Desk, likest, print, type Used } from './desk.ts'
import { type At, placesOf, weightiest } from './mapped.ts'
import { type Candidate, WEIGHT } from './material.ts'

const MOST = 8
/** Sentences of a region, which may tell of several towns. */
const MOST_SENTENCES = 2
/** Sentences that put less than this at a place say hardly anything of it. */
const LEAST_WEIGHT = 0.7
/** The second sentence of a region must say something else. */
const OTHER = 0.4

/**
 * Regions and towns that the reports tell events of, most reported first, each with what was reported there. Towns of one
 * first-order area stand together under it.
 */
export function chooseWhere(desk: Desk, used: Used): { entries: readonly PlaceEntry[]; used: Used } {
  const chosen: Candidate[] = []
  const entries = regionsOf(desk).flatMap((region): PlaceEntry[] => {
    if (chosen.length >= MOST) return []
    const own = sentencesOf(desk, region, [...used, ...chosen])
    chosen.push(...own)
    const entry = entryOf(desk, region, own)
    return entry ? [entry] : []
  })
  return { entries, used: chosen }
}

/** Events at places of one region, or at a place that lies in none. */
type Region = { readonly label: string; readonly at: readonly At[]; readonly origins: number }

function regionsOf(desk: Desk): readonly Region[] {
  const groups = groupBy(
    placesOf(desk.fit),
    ({ where: { value } }) => `${value.country ?? ''} ${value.admin1 ?? value.label}`,
  )
  return [...groups.values()]
    .map(at => ({
      label: at[0]?.where.value.admin1 ?? at[0]?.where.value.label ?? '',
      at,
      origins: new Set(at.map(({ candidate }) => candidate.lineage)).size,
    }))
    .sort((a, b) => b.origins - a.origins || byText(a.label, b.label))
}

function sentencesOf(desk: Desk, region: Region, used: Used): readonly Candidate[] {
  const own: Candidate[] = []
  const fit = [...new Set(region.at.map(({ candidate }) => candidate))]
    .filter(c => c.fit >= 0.5 && !c.future && weightAt(c, region) >= LEAST_WEIGHT)
    .sort((a, b) => score(desk, b, region) - score(desk, a, region) || byText(a.key, b.key))
  for (const candidate of fit) {
    const limit = own.length === 0 ? 0.6 : OTHER
    if (own.length < MOST_SENTENCES && likest(desk, candidate, [...used, ...own]) < limit) own.push(candidate)
  }
  return own
}

function entryOf(desk: Desk, region: Region, own: readonly Candidate[]): PlaceEntry | undefined {
  const told = region.at.filter(({ candidate }) => own.includes(candidate))
  const places = placesByReports(told)
  const sentences = own.map(candidate => print(desk, candidate))
  const type = weightiest(told.map(({ claim }) => claim))
  if (!isSome(places) || !isSome(sentences) || !type) return undefined
  const [first] = places
  const label = places.length > 1 ? region.label : first.label
  const country = first.country === undefined ? undefined : desk.language.countryName(first.country)
  const names = [label === first.admin1 ? undefined : first.admin1, country].filter(name => name !== undefined)
  const around = names.filter(name => !name.includes(label)).join(', ')
  return { label, ...(around !== '' && { within: around }), places, reports: region.origins, type, sentences }
}

/** Each place once, the most reported first. */
function placesByReports(at: readonly At[]): readonly PlaceValue[] {
  const groups = [...groupBy(at, ({ where }) => where.value.id).values()]
  return groups
    .sort((a, b) => b.length - a.length || byText(idOf(a), idOf(b)))
    .flatMap(([first]) => (first ? [first.where.value] : []))
}

function idOf([first]: readonly At[]): string {
  return first?.where.value.id ?? ''
}

function score(desk: Desk, candidate: Candidate, region: Region): number {
  const opens = candidate.index <= 1 ? 0.2 : 0
  const early = placeStart(candidate, region) < 0.5 ? 0.1 : 0
  const origins = Math.min(1, Math.log2(desk.origins(candidate)) / 3)
  return origins + 0.5 * candidate.fit + 0.6 * weightAt(candidate, region) + opens + early
}

/** How decisive the event is that the sentence puts there. */
function weightAt(candidate: Candidate, region: Region): number {
  return claimsAt(candidate, region).reduce((most, claim) => Math.max(most, WEIGHT[claim.type]), 0)
}

function claimsAt(candidate: Candidate, { at }: Region): readonly Claim[] {
  return at.flatMap(one => (one.candidate === candidate ? [one.claim] : []))
}

/** Position of the region's first place in the sentence, 0–1. */
function placeStart({ doc, sentence }: Candidate, { at }: Region): number {
  const { start, end } = sentence.span
  const ids = new Set(at.map(({ where }) => where.value.id))
  const mention = within(doc.layers.place, sentence.span).find(place => ids.has(place.value.id))
  return mention ? (mention.span.start - start) / Math.max(1, end - start) : 1
}
