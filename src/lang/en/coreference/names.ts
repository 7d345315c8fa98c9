import { nameKey } from './resources.ts'
import { FIT, type Mention } from './types.ts'
import { governorOf, headOf, type View } from './view.ts'

/** How many of the same words are kept in mind. */
const MOST = 30

/** What the names before a mention are known by. */
type Known = {
  readonly byKey: Map<string, Mention[]>
  readonly byText: Set<string>
  /** People by the last and by the first word of their name. */
  readonly byFamily: Map<string, Mention[]>
  readonly byGiven: Map<string, Mention[]>
  /** Others by their last word, and by their initials. */
  readonly byLast: Map<string, Mention[]>
  readonly byInitials: Map<string, Mention[]>
}

/**
 * Joins names of the same: same words, other names of a state or organisation, acronyms, a person's family name, parts of
 * the name of an institution, and a capital that acts as a government with its state.
 */
export function linkNames(view: View): void {
  const known: Known = {
    byKey: new Map(),
    byText: new Set(),
    byFamily: new Map(),
    byGiven: new Map(),
    byLast: new Map(),
    byInitials: new Map(),
  }
  for (const mention of view.mentions) {
    if (mention.name === undefined || mention.coordinated || mention.determiner === 'indefinite') continue
    if (mention.name.type === 'PERSON' || isFamily(view, mention, known)) linkPerson(view, mention, known)
    else linkOther(view, mention, known)
  }
}

/** What the name reader takes for a place or firm is a person where the text has named one so in full: "McArthur's van". */
function isFamily(view: View, mention: Mention, { byFamily }: Known): boolean {
  const [word = '', ...more] = mention.name?.words ?? []
  const key = nameKey(word)
  if (more.length > 0 || view.resources.actors.has(key)) return false
  return byFamily.get(key)?.some(other => other.name?.type === 'PERSON' && other.name.words.length > 1) ?? false
}

function linkPerson(view: View, mention: Mention, known: Known): void {
  const words = personWords(view, mention)
  const [given, family] = [words[0] ?? '', words.at(-1) ?? '']
  const key = `person ${words.join(' ')}`
  const same = latest(known.byKey, key) ?? (words.length > 1 ? sameEnds(view, known, given, family) : undefined)
  if (same) view.clusters.link({ later: mention.id, earlier: same.id, reason: 'coref/same-name', sure: true })
  else if (words.length === 1) linkShort(view, mention, family, known)
  else linkLong(view, mention, family, known)
  add(known.byKey, key, mention)
  add(known.byFamily, family, mention)
  if (words.length > 1) add(known.byGiven, given, mention)
}

function personWords({ resources }: View, { name }: Mention): readonly string[] {
  const words = (name?.words ?? []).map(word => nameKey(word.toLowerCase()).replace(/\.$/u, ''))
  const own = words.filter((word, i) => i === words.length - 1 || !resources.has('honorific', word))
  return own.filter((word, i) => i === 0 || !/^(?:jr|sr|i{1,3}|iv)$/u.test(word))
}

/** "Zaha Mohammad Hadid" after "Zaha Hadid". */
function sameEnds(view: View, { byGiven }: Known, given: string, family: string): Mention | undefined {
  return byGiven.get(given)?.findLast(other => personWords(view, other).at(-1) === family)
}

/** "Umerov" after "Rustem Umerov": the one of that name; of several the one that acted, which is a guess. */
function linkShort(view: View, mention: Mention, word: string, known: Known): void {
  const fits = (other: Mention) =>
    mention.name?.type !== 'PERSON' || (view.clusters.fits(other.id) & mention.fits) !== 0
  const byFamily = (known.byFamily.get(word) ?? []).filter(fits)
  const candidates = byFamily.length > 0 ? byFamily : (known.byGiven.get(word) ?? []).filter(fits)
  const people = new Set(candidates.map(other => view.clusters.of(other.id)))
  const acting = candidates.filter(other => other.role === 'subject')
  const one = people.size > 1 ? new Set(acting.map(other => view.clusters.of(other.id))) : people
  const last = (people.size > 1 ? acting : candidates).at(-1)
  if (one.size !== 1 || last === undefined) return
  const reason = byFamily.length > 0 ? 'coref/family-name' : 'coref/given-name'
  view.clusters.link({ later: mention.id, earlier: last.id, reason, sure: people.size === 1 })
}

/** "Rustem Umerov" after a bare "Umerov" that nobody else bears. */
function linkLong(view: View, mention: Mention, family: string, known: Known): void {
  const others = known.byFamily.get(family) ?? []
  const bare = others.findLast(other => personWords(view, other).length === 1)
  if (bare === undefined || others.some(other => personWords(view, other).length > 1)) return
  if ((view.clusters.fits(bare.id) & mention.fits) === 0) return
  view.clusters.link({ later: mention.id, earlier: bare.id, reason: 'coref/full-name', sure: true })
}

function linkOther(view: View, mention: Mention, known: Known): void {
  const text = nameText(view, mention)
  const { key, reason } = actorKey(view, mention, text)
  const same = latest(known.byKey, key)
  const found = same
    ? { earlier: same.id, reason: known.byText.has(text) ? 'coref/same-name' : reason, sure: true }
    : (acronym(mention, text, known) ?? variant(view, mention, text, known))
  if (found) view.clusters.link({ later: mention.id, ...found })
  add(known.byKey, key, mention)
  known.byText.add(text)
  add(known.byLast, text.slice(text.lastIndexOf(' ') + 1), mention)
  const initials = initialsOf(mention)
  if (initials !== undefined) add(known.byInitials, initials, mention)
}

/** The name without article; with its modifiers where they make another place: "eastern Ukraine". */
function nameText({ resources }: View, { name, modifiers, key }: Mention): string {
  const text = nameKey((name?.words ?? []).join(' '))
  if (name?.type !== 'PLACE') return text
  const own = new Set(text.split(' '))
  const narrowed = modifiers.values().some(word => !own.has(nameKey(word)) && resources.has('side', word))
  return narrowed ? key : text
}

/** What is one in the tables has one key; a capital is its state only where it acts. */
function actorKey(view: View, mention: Mention, text: string): { readonly key: string; readonly reason: string } {
  const actor = view.resources.actors.get(text)
  if (actor === undefined) return { key: `name ${text}`, reason: 'coref/same-name' }
  if (actor.kind !== 'capital') return { key: `${actor.kind} ${actor.id}`, reason: 'coref/alias' }
  if (!acts(view, mention)) return { key: `name ${text}`, reason: 'coref/same-name' }
  return { key: `state ${actor.id}`, reason: 'coref/capital-government' }
}

/** Whether a capital stands where an actor does: before a verb of doing or saying, after "told", between parties. */
function acts(view: View, mention: Mention): boolean {
  const word = headOf(view, mention)
  const governor = governorOf(view, mention)
  if (governor === undefined) return false
  const form = governor.text.toLowerCase()
  if (mention.role === 'subject') return view.resources.actingVerbs.has(form)
  if (mention.role === 'object') return view.resources.has('acted-on', governor.lemma)
  if (word.relation !== 'obl' && word.relation !== 'nmod' && word.relation !== 'obl:agent') return false
  const { words, children } = view.trees[mention.sentence] ?? { words: [], children: [] }
  const marks = (children[mention.head] ?? []).filter(child => words[child]?.relation === 'case')
  return marks.some(child => view.resources.has('party', words[child]?.text.toLowerCase() ?? ''))
}

/** "IAEA" and "International Atomic Energy Agency", whichever is first. */
function acronym(mention: Mention, text: string, known: Known) {
  const letters = text.replace(/[.\s]/gu, '')
  const short = mention.name?.words.length === 1 && /^\p{Lu}[\p{Lu}\d&.]+s?$/u.test(mention.name.words[0] ?? '')
  const long = short ? latest(known.byInitials, letters) : undefined
  if (long) return { earlier: long.id, reason: 'coref/acronym', sure: letters.length > 2 }
  const initials = initialsOf(mention)
  const before = initials === undefined ? undefined : latest(known.byKey, `name ${initials}`)
  if (before === undefined || !/^\p{Lu}{2,}$/u.test(before.name?.words[0] ?? '')) return undefined
  return { earlier: before.id, reason: 'coref/acronym', sure: letters.length > 2 }
}

/** Lower-case initials of a name of several words. */
function initialsOf({ name }: Mention): string | undefined {
  const words = (name?.words ?? []).flatMap(word => word.split('-')).filter(word => /^\p{Lu}/u.test(word))
  if (words.length < 2) return undefined
  return words
    .map(word => word[0] ?? '')
    .join('')
    .toLowerCase()
}

/** "Iodine Nutrition Study" after "National Iodine Nutrition Study": its end. */
function variant(view: View, mention: Mention, text: string, known: Known) {
  if (mention.name?.type !== 'ORGANISATION' && mention.name?.type !== 'EVENT') return undefined
  const own = text.split(' ')
  const others = known.byLast.get(own.at(-1) ?? '') ?? []
  const holds = (long: readonly string[], short: readonly string[]) =>
    short.length > 1 && long.length > short.length && short.every((word, i) => word === long.at(i - short.length))
  const candidates = others.filter(other => {
    const words = nameText(view, other).split(' ')
    return other.name?.type === mention.name?.type && (holds(words, own) || holds(own, words))
  })
  const last = candidates.at(-1)
  if (last === undefined) return undefined
  const things = new Set(candidates.map(other => view.clusters.of(other.id)))
  return { earlier: last.id, reason: 'coref/name-part', sure: things.size === 1 }
}

function latest(index: ReadonlyMap<string, readonly Mention[]>, key: string): Mention | undefined {
  return index.get(key)?.at(-1)
}

function add(index: Map<string, Mention[]>, key: string, mention: Mention): void {
  const list = index.get(key)
  if (list === undefined) index.set(key, [mention])
  else {
    list.push(mention)
    if (list.length > MOST) list.shift()
  }
}

/** Whether a mention can be a person, as far as pronouns tell. */
export function maybePerson(fits: number): boolean {
  return (fits & (FIT.he | FIT.she)) !== 0
}
