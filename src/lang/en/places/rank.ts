import { kilometres } from '../../../core/sphere.ts'
import type { Annotation, Country } from '../../../core/types.ts'
import { HOW, KIND } from '../../geonames/format.ts'
import type { Candidate } from './candidates.ts'
import { behind, lies, listed } from './containment.ts'
import type { PlaceMention } from './mentions.ts'

/**
 * What speaks for a place, in units of one power of ten of people. Set by hand, then moved one at a time wherever that places
 * more names of the even halves of GeoVirus and LGL; the odd halves were not looked into (bench/README.md).
 */
export const WEIGHTS = {
  own: 1.1,
  country: 1,
  admin1: -0.9,
  admin2: -1.5,
  part: -0.7,
  gone: -2,
  bare: -0.3,
  other: -1.3,
  /** "X, Y": it lies in a Y; the same where both may be states or areas, as in a list; beside a town Y; it lies in no Y. */
  within: 4,
  listed: 0.75,
  beside: 2.5,
  /** In a list most of whose members may be of its kind and state. */
  sibling: 3,
  apart: -3,
  /** A place written behind it lies in it. */
  holds: 3,
  holdsTown: 0.5,
  typed: 1.5,
  untyped: -1.5,
  /** Share of the text's states and areas. */
  share: 4.5,
  area: 3,
  near: 2,
  nearOfArea: 1.2,
  /** Kilometres over which nearness falls to a third. */
  reach: 120,
  reachOfArea: 350,
  /** So far a place must lead another to be 2.7 times as likely. */
  warmth: 0.7,
} as const

/** People we take a row of ours to stand for that GeoNames does not count. */
const PEOPLE = { country: 7.3, region: 6.3, water: 6, site: 5.5, city: 4.5 } as const

export type Ranked = {
  readonly mention: PlaceMention
  readonly best: Candidate
  readonly score: number
  /** By how much it leads the next place that lies elsewhere. */
  readonly lead: number
  readonly others: readonly Candidate[]
  readonly within: boolean
  readonly sense: boolean
}

/** What a text says about where it is: how often it names each state, its people or its bodies. */
export function countriesOf(names: readonly Annotation<'name'>[]): ReadonlyMap<Country, number> {
  const counts = new Map<Country, number>()
  for (const { value } of names)
    if (value.country !== undefined && value.type !== 'PLACE')
      counts.set(value.country, (counts.get(value.country) ?? 0) + 1)
  return counts
}

export function prior({ value, people, geoKind, how, own }: Candidate): number {
  const size = people > 0 ? Math.log10(Math.max(people, 200)) : geoKind === undefined ? PEOPLE[value.kind] : 2.3
  const kind =
    value.kind === 'country'
      ? WEIGHTS.country
      : geoKind === KIND.admin1
        ? WEIGHTS.admin1
        : geoKind === KIND.admin2
          ? WEIGHTS.admin2
          : geoKind === KIND.part
            ? WEIGHTS.part
            : geoKind === KIND.gone
              ? WEIGHTS.gone
              : 0
  return (
    size + kind + (how === HOW.bare ? WEIGHTS.bare : how === HOW.other ? WEIGHTS.other : 0) + (own ? WEIGHTS.own : 0)
  )
}

function typeScore({ value, geoKind }: Candidate, types: readonly string[]): number {
  if (types.length === 0) return 0
  const own = value.kind === 'region' ? 'area' : value.kind === 'city' ? 'town' : value.kind
  const fits = types.includes(own) || (geoKind === KIND.admin1 && types.includes('area'))
  return fits ? WEIGHTS.typed : WEIGHTS.untyped
}

/** All mentions of one key: they mean one place unless the words beside one say otherwise. */
type Sense = {
  readonly candidates: readonly Candidate[]
  readonly base: number[]
  weight: number
  best: number
  /** How likely each candidate is, all together 1. */
  odds: readonly number[]
}

/** Resolves the mentions of a text together: first each by itself, then twice more by what the others are. */
export function rank(
  text: string,
  mentions: readonly PlaceMention[],
  names: readonly Annotation<'name'>[],
): readonly Ranked[] {
  const next = behind(text, mentions)
  const inList = listed(text, mentions)
  const kinds = mentions.map(mention => new Set(mention.candidates.map(kindOf)))
  const local = mentions.map((mention, i) => {
    const isOuter = next[i - 1] === mention && !inList[i]
    const list = inList[i] ? listAround(inList, i) : undefined
    return localScores(mention, next[i], { before: mentions[i - 1], isOuter, list, kinds })
  })
  const senses = sensesOf(mentions, local)
  const stated = countriesOf(names)
  let context: Map<Sense, number[]> = new Map([...senses.values()].map(sense => [sense, sense.base.map(() => 0)]))
  for (let pass = 0; pass < PASSES; pass++) {
    for (const [sense, scores] of context) {
      const totals = sense.base.map((base, i) => base + (scores[i] as number))
      sense.best = highest(totals)
      sense.odds = oddsOf(totals)
    }
    context = contextScores([...senses.values()], stated)
  }
  return mentions.flatMap((mention, i) => {
    const sense = senses.get(mention.key)
    const own = local[i]
    if (!sense || !own) return []
    return ranked(mention, own, sense, context.get(sense) ?? [])
  })
}

const PASSES = 3
/** Share of the other members of a list. */
const MOST_ALIKE = 0.7

type Local = { readonly scores: readonly number[]; readonly within: boolean }

type Beside = {
  readonly before: PlaceMention | undefined
  /** Whether the mention before is said to lie in this one. */
  readonly isOuter: boolean
  /** The list it stands in: the mentions from the first to before the second number. */
  readonly list: readonly [number, number] | undefined
  readonly kinds: readonly ReadonlySet<string>[]
}

/** What members of a list have in common: being states, or areas or towns of one state. */
function kindOf({ value, geoKind }: Candidate): string {
  return value.kind === 'country'
    ? value.kind
    : `${value.country ?? ''} ${geoKind === KIND.admin1 ? 'area' : value.kind}`
}

/** How far a list is looked at to both sides. */
const LIST = 8

function listAround(inList: readonly boolean[], at: number): readonly [number, number] {
  let [from, to] = [at, at + 1]
  while (from > at - LIST && inList[from - 1]) from -= 1
  while (to < at + LIST && inList[to]) to += 1
  return [from, to]
}

function localScores(
  mention: PlaceMention,
  outer: PlaceMention | undefined,
  { before, isOuter, list, kinds }: Beside,
): Local {
  const inList = list !== undefined && mention.candidates.some(isArea) && outer?.candidates.some(isArea) === true
  const inside = mention.candidates.map(c => {
    const outers = outer?.candidates.filter(o => lies(c, o)) ?? []
    if (outers.length === 0) return 0
    return outers.some(isArea) ? (inList ? WEIGHTS.listed : WEIGHTS.within) : WEIGHTS.beside
  })
  const within = inside.some(score => score >= WEIGHTS.within)
  const scores = mention.candidates.map((c, i) => {
    const held = isOuter && before?.candidates.some(inner => lies(inner, c)) === true
    const contained = inside[i] || (within ? WEIGHTS.apart : 0)
    const siblings = list ? kinds.slice(...list).filter(own => own.has(kindOf(c))).length - 1 : 0
    const alike = list && siblings > 0 && siblings >= (list[1] - list[0] - 1) * MOST_ALIKE ? WEIGHTS.sibling : 0
    return (
      contained + alike + (held ? (isArea(c) ? WEIGHTS.holds : WEIGHTS.holdsTown) : 0) + typeScore(c, mention.types)
    )
  })
  return { scores, within }
}

/** A state or an administrative area. */
function isArea({ value, geoKind }: Candidate): boolean {
  return (
    value.kind === 'country' ||
    geoKind === KIND.admin1 ||
    geoKind === KIND.admin2 ||
    (value.kind === 'region' && geoKind === undefined)
  )
}

function sensesOf(mentions: readonly PlaceMention[], local: readonly Local[]): ReadonlyMap<string, Sense> {
  const senses = new Map<string, Sense>()
  for (const [i, mention] of mentions.entries()) {
    const { scores, within } = local[i] as Local
    if (mention.needsProof && !within) continue
    const before = senses.get(mention.key)
    const sense = before ?? {
      candidates: mention.candidates,
      base: mention.candidates.map(prior),
      weight: 0,
      best: 0,
      odds: [],
    }
    if (!before) senses.set(mention.key, sense)
    sense.weight += 1
    // What is said once beside a name holds for the others too, a little less each further time.
    if (sense.candidates === mention.candidates)
      for (const [c, score] of scores.entries()) sense.base[c] = (sense.base[c] as number) + score / sense.weight
  }
  return senses
}

/** So many other names, the most frequent first, decide where a text is. */
const MOST = 60

function contextScores(senses: readonly Sense[], stated: ReadonlyMap<Country, number>): Map<Sense, number[]> {
  const others = [...senses].sort((a, b) => b.weight - a.weight).slice(0, MOST)
  const [countries, areas] = [new Map<Country, number>(stated), new Map<number, number>()]
  let [allCountries, allAreas] = [[...stated.values()].reduce((sum, n) => sum + n, 0), 0]
  const count = (sense: Sense, sign: number) => {
    for (const [i, { value, area }] of sense.candidates.entries()) {
      const weight = sign * Math.sqrt(sense.weight) * (sense.odds[i] as number)
      if (value.country !== undefined) {
        countries.set(value.country, (countries.get(value.country) ?? 0) + weight)
        allCountries += weight
      }
      if (area !== undefined) {
        areas.set(area, (areas.get(area) ?? 0) + weight)
        allAreas += weight
      }
    }
  }
  for (const sense of others) count(sense, 1)
  const result = new Map<Sense, number[]>()
  const listed = new Set(others)
  for (const sense of senses) {
    if (listed.has(sense)) count(sense, -1)
    result.set(
      sense,
      sense.candidates.map(c => {
        const share = (countries.get(c.value.country ?? '') ?? 0) / (allCountries + 1)
        const area = c.area === undefined ? 0 : (areas.get(c.area) ?? 0) / (allAreas + 1)
        const near = isArea(c) ? WEIGHTS.nearOfArea : WEIGHTS.near
        return WEIGHTS.share * share + WEIGHTS.area * area + near * nearness(c, sense, others)
      }),
    )
    if (listed.has(sense)) count(sense, 1)
  }
  return result
}

/** 0–1: how much of the text's other places lies near. */
function nearness(c: Candidate, sense: Sense, others: readonly Sense[]): number {
  if (c.value.kind === 'country') return 0
  let sum = 0
  for (const other of others) {
    const place = other.candidates[other.best]
    if (other === sense || !place || place.value.kind === 'country') continue
    sum += Math.exp(
      -kilometres(c.value, place.value) / (isArea(c) || isArea(place) ? WEIGHTS.reachOfArea : WEIGHTS.reach),
    )
    if (sum >= 1) return 1
  }
  return sum
}

/** Softmax. */
function oddsOf(scores: readonly number[]): readonly number[] {
  const most = Math.max(...scores)
  const powers = scores.map(score => Math.exp((score - most) / WEIGHTS.warmth))
  const sum = powers.reduce((all, power) => all + power, 0)
  return powers.map(power => power / sum)
}
function highest(scores: readonly number[]): number {
  let best = 0
  for (const [i, score] of scores.entries()) if (score > (scores[best] as number)) best = i
  return best
}

/** A town and the area of its name are no rivals: whichever is meant, it is there. */
function isElsewhere(other: Candidate, best: Candidate): boolean {
  const sameArea = other.area !== undefined && other.area === best.area
  return !(sameArea && isArea(other) !== isArea(best)) && kilometres(other.value, best.value) > ELSEWHERE
}

/** Places nearer to each other than this are the same for who reads a map. */
const ELSEWHERE = 60

function ranked(mention: PlaceMention, own: Local, sense: Sense, context: readonly number[]): readonly Ranked[] {
  if (mention.needsProof && !own.within && mention.by !== 'again') return []
  const alone = own.within || sense.candidates !== mention.candidates
  const totals = mention.candidates.map((c, i) => {
    const base = alone ? prior(c) + (own.scores[i] as number) : (sense.base[i] as number)
    return base + (sense.candidates === mention.candidates ? (context[i] ?? 0) : 0)
  })
  const order = totals.map((_, i) => i).sort((a, b) => (totals[b] as number) - (totals[a] as number) || a - b)
  const [first, ...rest] = order.map(i => mention.candidates[i] as Candidate)
  if (!first) return []
  const score = totals[order[0] as number] as number
  const rival = order.find(i => isElsewhere(mention.candidates[i] as Candidate, first))
  const lead = rival === undefined ? Number.POSITIVE_INFINITY : score - (totals[rival] as number)
  return [{ mention, best: first, score, lead, others: rest, within: own.within, sense: sense.weight > 1 }]
}
