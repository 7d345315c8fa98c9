import { groupBy } from '../../../core/order.ts'
import { maybePerson } from './names.ts'
import { nameKey } from './resources.ts'
import type { Mention } from './types.ts'
import { headOf, nested, type View } from './view.ts'

/** How many sentences back "the ministry" is looked for. */
const REACH = 12
/** How many sentences back bare words are looked for. */
const FAR = 20
/** How many sentences back is near enough to be sure. */
const SURE_REACH = 3
/** How many of the same words are kept in mind. */
const MOST = 20

/** What nominals are looked up by: things by head lemma, names by their last word, people by their titles. */
type Index = {
  readonly byLemma: Map<string, Mention[]>
  readonly byKey: Map<string, Mention[]>
  readonly byNameWord: Map<string, Mention[]>
  readonly byTitle: Map<string, Mention[]>
  /** Names of places: states, and others. */
  readonly places: Map<string, Mention[]>
}

/** Joins noun phrases with those before them: same words, same head, the last word of a name, the title of a person. */
export function linkNominals(view: View): void {
  const index: Index = {
    byLemma: new Map(),
    byKey: new Map(),
    byNameWord: new Map(),
    byTitle: new Map(),
    places: new Map(),
  }
  for (const mention of view.mentions) {
    if (mention.kind === 'nominal' && !view.clusters.linked(mention.id)) linkNominal(view, mention, index)
    if (mention.kind !== 'pronoun') enter(view, index, mention)
  }
}

function enter(view: View, index: Index, mention: Mention): void {
  push(index.byKey, mention.key, mention)
  if (mention.coordinated) return
  if (mention.kind === 'nominal') push(index.byLemma, mention.lemma, mention)
  const last = mention.name?.words.at(-1)
  if (last !== undefined && mention.name?.type !== 'PERSON') push(index.byNameWord, last.toLowerCase(), mention)
  if (mention.name?.type === 'PLACE') push(index.places, isState(view, mention) ? 'state' : 'town', mention)
  for (const title of mention.titles) push(index.byTitle, title, mention)
}

function push(index: Map<string, Mention[]>, key: string, mention: Mention): void {
  const list = index.get(key)
  if (list === undefined) index.set(key, [mention])
  else {
    list.push(mention)
    if (list.length > MOST) list.shift()
  }
}

type Found = { readonly earlier: number; readonly reason: string; readonly sure: boolean }

function linkNominal(view: View, mention: Mention, index: Index): void {
  const found =
    sameWords(view, mention, index) ??
    (isDefinite(mention)
      ? (sameHead(view, mention, index) ??
        nameWord(view, mention, index) ??
        title(view, mention, index) ??
        place(mention, index))
      : undefined)
  if (found) view.clusters.link({ later: mention.id, ...found })
}

function isDefinite({ determiner, coordinated }: Mention): boolean {
  return !coordinated && (determiner === 'definite' || determiner === 'demonstrative')
}

/** The same words again; without "the" they may speak of the kind, and "talks" are not the "some talks" before. */
function sameWords(view: View, mention: Mention, { byKey }: Index): Found | undefined {
  if (mention.determiner === 'indefinite' || mention.determiner === 'possessive') return undefined
  const other = byKey.get(mention.key)?.findLast(one => one.determiner !== 'possessive' && !nested(one, mention))
  if (other === undefined || (mention.determiner === 'none' && !repeats(view, mention, other))) return undefined
  if (mention.determiner === 'definite' && other.role === 'modifier') return undefined
  const near = mention.sentence - other.sentence <= REACH
  const sure =
    near && mention.determiner === 'definite' && mention.number === 'singular' && other.determiner === 'definite'
  return { earlier: other.id, reason: 'coref/same-words', sure: sure && alone(view, mention, other) }
}

/** Whether bare words may well speak of the same as before: not of people in general, not of "time", and not far off. */
function repeats({ resources }: View, mention: Mention, other: Mention): boolean {
  if (other.determiner === 'indefinite') return false
  if (mention.fits === 0) return true
  if (resources.has('vague', mention.lemma) || resources.nouns.get(mention.lemma)?.kind === 'person') return false
  const both = mention.role === 'modifier' && other.role === 'modifier'
  return mention.sentence - other.sentence <= (both ? FAR / 2 : FAR)
}

/** No other thing is called by the same head in between. */
function alone(view: View, mention: Mention, other: Mention): boolean {
  for (let at = other.id + 1; at < mention.id; at++) {
    const between = view.mentions[at] as Mention
    if (between.lemma === mention.lemma && view.clusters.of(between.id) !== view.clusters.of(other.id)) return false
  }
  return true
}

/** "the memorandum" after "a memorandum on peace": the same head, and nothing said of it that was not said before. */
function sameHead(view: View, mention: Mention, { byLemma, byNameWord }: Index): Found | undefined {
  const named = (byNameWord.get(mention.lemma) ?? []).filter(({ name }) => (name?.words.length ?? 0) > 1)
  const all = [...(byLemma.get(mention.lemma) ?? []), ...named].sort((a, b) => a.id - b.id)
  const candidates = all.filter(
    other =>
      mention.sentence - other.sentence <= REACH &&
      other.number === mention.number &&
      !nested(other, mention) &&
      covered(view, mention, other),
  )
  const found = chosen(view, mention, candidates, 'coref/same-head')
  // "the data to do it", "the report he sent": what follows may tell of another one.
  return found && mention.last > mention.head + 1 ? { ...found, sure: false } : found
}

/** Whether all that narrows a mention down was said of the other's cluster. */
function covered(view: View, mention: Mention, other: Mention): boolean {
  if (mention.modifiers.isSubsetOf(other.modifiers)) return true
  const known = new Set(
    view.clusters
      .members(other.id)
      .slice(-MOST)
      .flatMap(id => [...(view.mentions[id]?.modifiers ?? [])]),
  )
  return mention.modifiers.isSubsetOf(known)
}

/** "the agency" after "International Atomic Energy Agency". */
function nameWord(view: View, mention: Mention, { byNameWord }: Index): Found | undefined {
  const candidates = (byNameWord.get(mention.lemma) ?? []).filter(other => {
    const words = new Set([...(other.name?.words ?? []), ...other.modifiers].map(word => word.toLowerCase()))
    return other.name?.words.length !== 1 && mention.number === 'singular' && mention.modifiers.isSubsetOf(words)
  })
  return chosen(view, mention, candidates, 'coref/name-head')
}

/** "the minister" after "Defence Minister Rustem Umerov". */
function title(view: View, mention: Mention, { byTitle }: Index): Found | undefined {
  if (mention.number !== 'singular' || !maybePerson(mention.fits)) return undefined
  const candidates = (byTitle.get(mention.lemma) ?? []).filter(
    other => (other.fits & mention.fits) !== 0 && mention.modifiers.isSubsetOf(new Set(other.titles)),
  )
  return chosen(view, mention, candidates, 'coref/title')
}

function isState({ resources }: View, { name }: Mention): boolean {
  return resources.actors.get(nameKey((name?.words ?? []).join(' ')))?.kind === 'state'
}

/** "the country" after "Ukraine", "the city" after "Kharkiv": the one named last, which is a guess. */
function place(mention: Mention, { places }: Index): Found | undefined {
  if (mention.number !== 'singular' || mention.modifiers.size > 0) return undefined
  const kind = /^(?:country|nation)$/u.test(mention.lemma)
    ? 'state'
    : /^(?:city|town)$/u.test(mention.lemma)
      ? 'town'
      : ''
  const last = places.get(kind)?.at(-1)
  if (last === undefined || mention.sentence - last.sentence > REACH / 2) return undefined
  return { earlier: last.id, reason: `coref/the-${mention.lemma}`, sure: false }
}

/** Neither a time nor something as general as "the fact". */
function isParticular({ resources }: View, { lemma }: Mention): boolean {
  return !resources.has('vague', lemma) && resources.nouns.get(lemma)?.kind !== 'time'
}

/** The last of the candidates; sure where all of them are one and nothing general is named. */
function chosen(view: View, mention: Mention, candidates: readonly Mention[], reason: string): Found | undefined {
  const last = candidates.at(-1)
  if (last === undefined) return undefined
  const things = groupBy(candidates, other => view.clusters.of(other.id))
  const plain = last.name !== undefined || (last.determiner !== 'possessive' && last.determiner !== 'none')
  const near = mention.sentence - last.sentence <= (last.kind === 'name' ? REACH : SURE_REACH)
  const sure = things.size === 1 && mention.number === 'singular' && near && plain && isParticular(view, mention)
  return { earlier: last.id, reason: last.name && reason === 'coref/same-head' ? 'coref/name-head' : reason, sure }
}

/** What belongs to the same: "its delegation" after "Ukraine's delegation". Runs after pronouns are joined. */
export function linkPossessed(view: View): void {
  const last = new Map<string, Mention>()
  for (const mention of view.mentions) {
    if (mention.determiner !== 'possessive' || mention.kind !== 'nominal' || mention.coordinated) continue
    const owner = (view.bySentence[mention.sentence] ?? []).find(
      one => one.role === 'possessive' && headOf(view, one).head === mention.head && !one.coordinated,
    )
    if (owner === undefined) continue
    const key = `${view.clusters.of(owner.id)} ${mention.lemma} ${mention.number}`
    const before = last.get(key)
    last.set(key, mention)
    if (before === undefined || view.clusters.linked(mention.id) || !mention.modifiers.isSubsetOf(before.modifiers))
      continue
    const same = mention.modifiers.size === before.modifiers.size && mention.number === 'singular'
    const sure = same && owner.kind === 'name'
    view.clusters.link({ later: mention.id, earlier: before.id, reason: 'coref/same-owner', sure })
  }
}
