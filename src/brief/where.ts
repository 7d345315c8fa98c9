import type { PlaceEntry, Sentence } from '../core/briefing.ts'
import { byText } from '../core/order.ts'
import { contains } from '../core/span.ts'
import type { Doc, PlaceValue } from '../core/types.ts'
import { type Desk, likest, print, type Used } from './desk.ts'
import { type Candidate, WEIGHT } from './material.ts'

const MOST = 8
/** Kinds of event that weigh less are words, which have no place of their own. */
const TAKES_PLACE = 0.6

/** Towns, regions, waters and sites that the reports tell events of, most reported first, each with what was reported there. */
export function chooseWhere(desk: Desk, used: Used): { entries: readonly PlaceEntry[]; used: Used } {
  const chosen: Candidate[] = []
  const entries = placesOf(desk).flatMap((found): PlaceEntry[] => {
    if (chosen.length >= MOST) return []
    const best = found.candidates
      .filter(c => likest(desk, c, [...used, ...chosen]) < 0.6)
      .sort((a, b) => score(desk, b, found.place) - score(desk, a, found.place) || byText(a.key, b.key))[0]
    if (!best) return []
    chosen.push(best)
    const sentences: [Sentence] = [print(desk, best)]
    return [{ place: found.place, reports: found.origins, sentences }]
  })
  return { entries, used: chosen }
}

type Found = { readonly place: PlaceValue; readonly candidates: readonly Candidate[]; readonly origins: number }

/** Places with the fit sentences that put an event there, most independent origins first. */
function placesOf(desk: Desk): readonly Found[] {
  const found = new Map<string, { place: PlaceValue; candidates: Candidate[]; lineages: Set<string> }>()
  for (const candidate of desk.fit)
    for (const place of eventPlaces(candidate)) {
      const entry = found.get(place.id) ?? { place, candidates: [], lineages: new Set<string>() }
      found.set(place.id, entry)
      entry.lineages.add(candidate.lineage)
      if (candidate.fit >= 0.5 && !candidate.future) entry.candidates.push(candidate)
    }
  return [...found.values()]
    .filter(entry => entry.candidates.length > 0)
    .map(({ place, candidates, lineages }) => ({ place, candidates, origins: lineages.size }))
    .sort((a, b) => b.origins - a.origins || byText(a.place.id, b.place.id))
}

/** Where the claims of a sentence say that something happened. */
function eventPlaces(candidate: Candidate): readonly PlaceValue[] {
  const places = candidate.claims
    .filter(({ flags, type }) => !flags.negated && !flags.past && !flags.hypothetical && WEIGHT[type] >= TAKES_PLACE)
    .flatMap(claim => claim.where?.value ?? [])
  return [...new Map(places.map(place => [place.id, place])).values()]
}

function score(desk: Desk, candidate: Candidate, place: PlaceValue): number {
  const opens = candidate.index <= 1 ? 0.2 : 0
  const early = placeStart(candidate.doc, candidate, place) < 0.5 ? 0.1 : 0
  const origins = Math.min(1, Math.log2(desk.origins(candidate)) / 3)
  return origins + 0.5 * candidate.fit + 0.6 * weightAt(candidate, place) + opens + early
}

/** How decisive the event is that the sentence puts at the place. */
function weightAt(candidate: Candidate, place: PlaceValue): number {
  const here = candidate.claims.filter(claim => claim.where?.value.id === place.id)
  return here.reduce((most, claim) => Math.max(most, WEIGHT[claim.type]), 0)
}

/** Position of a place in its sentence, 0–1. */
function placeStart(doc: Doc, candidate: Candidate, place: PlaceValue): number {
  const { start, end } = candidate.sentence.span
  const mention = doc.layers.place.find(p => p.value.id === place.id && contains(candidate.sentence.span, p.span))
  return mention ? (mention.span.start - start) / Math.max(1, end - start) : 1
}
