import { passage } from '../../core/span.ts'
import type { Annotation, Layers, NameValue } from '../../core/types.ts'
import type { Piece } from '../gazetteer.ts'
import type { Setting } from '../language.ts'
import { agentAfter, agentOfPerson, proxyOf } from './names/agents.ts'
import { combine } from './names/combine.ts'
import { type Found, institutionAfter, institutionBefore } from './names/institutions.ts'
import {
  type FamilyEntry,
  type NameEntry,
  type NamesakeEntry,
  nameLists,
  type OrganisationEntry,
  type Person,
  type StateEntry,
} from './names/lists.ts'
import type { Mention } from './names/mentions.ts'
import { isGovernment, isSite } from './names/metonyms.ts'
import { ofText } from './names/of-text.ts'
import { namesakesOf, personOfFamily } from './names/people.ts'
import { knownPerson, unknownPerson } from './names/persons.ts'
import { isCapitalised } from './names/pieces.ts'
import { openRecogniser, type Recognised } from './names/recognise.ts'
import { titleBefore } from './names/titles.ts'
import { type View, viewOf } from './names/view.ts'
import { openForms } from './syntax/forms.ts'

type Name = Annotation<'name'>

/**
 * Gives a reader of names: people, organisations, states, peoples and places that the word lists know, institutions of states,
 * people whom a title, a given name or a verb of saying shows, and what learned weights find beyond them. A bare family name
 * means whoever the text names in full. Building it reads the lists and weights (some tens of milliseconds); reading is linear
 * in the length of the text and keeps no state.
 */
export function nameReader(
  forms = openForms(),
): (text: string, before: Pick<Layers, 'token' | 'sentence'>, setting: Setting) => readonly Name[] {
  const lists = nameLists()
  const recognise = openRecogniser(forms)
  return (text, before, setting) => {
    const view = viewOf(text, before, setting, lists)
    const learned = recognise(text, before)
    const names = combine(listedNames(view), learned, valuesOf(view, learned))
    return ofText(view, before.sentence, namesakesOf(text, names))
  }
}

/** What a name that no list knows is called: a family name alone goes by the full name the text gives elsewhere. */
function valuesOf(view: View, learned: readonly Recognised[]): (name: Recognised) => NameValue {
  const full = new Map<string, string>()
  for (const { span, type } of learned) {
    const label = passage(view.text, span)
    const family = label.slice(label.lastIndexOf(' ') + 1)
    if (type === 'PERSON' && family !== label && !full.has(family)) full.set(family, label)
  }
  const firstAt = new Map(view.pieces.map((piece, i) => [piece.start, i]))
  const endAt = new Map(view.pieces.map((piece, i) => [piece.end, i + 1]))
  return ({ span, type }) => {
    const label = passage(view.text, span)
    if (type !== 'PERSON') return { type, label }
    const [from, to] = [firstAt.get(span.start), endAt.get(span.end)]
    const value = from === undefined || to === undefined ? { type, label } : unknownPerson(view, from, to)
    return { ...value, label: full.get(label) ?? value.label }
  }
}

function listedNames(view: View): readonly Name[] {
  const found: Name[] = []
  let at = 0
  while (at < view.pieces.length) {
    const mention = view.from.get(at)
    const read = mention ? nameOfMention(view, mention) : nameWithoutList(view, at)
    const [first, last] = [view.pieces[at], view.pieces[(read?.to ?? 0) - 1]]
    if (read && first && last)
      found.push({ span: { start: first.start, end: last.end }, value: read.value, by: read.by })
    if (read?.institution) found.push(nameOfPieces(view, read.institution))
    at = read?.institution?.to ?? read?.to ?? mention?.to ?? at + 1
  }
  return found
}

/** What is read at a piece; `to` is the index after its last piece. `institution`: one named after it. */
type Read = { readonly to: number; readonly value: NameValue; readonly by: string; readonly institution?: Found }

function nameOfPieces({ pieces }: View, { from, to, value }: Found): Name {
  const [first, last] = [pieces[from] as Piece, pieces[to - 1] as Piece]
  return { span: { start: first.start, end: last.end }, value, by: 'name/institution' }
}

function nameOfMention(view: View, mention: Mention): Read | undefined {
  const { from, to } = mention
  if (mention.unknown) return { to, value: unknownPerson(view, from, to), by: 'name/person-shape' }
  const entry = chosen(mention.entries)
  if (entry === undefined) return undefined
  switch (entry.kind) {
    case 'namesake':
      return entry.type === '' ? undefined : { to, value: namesake(entry), by: 'name/namesake' }
    case 'person':
      return { ...personRead(view, entry.person, mention), by: 'name/person' }
    case 'family':
      return nameOfFamily(view, mention, entry)
    case 'organisation':
      return { to, value: organisation(entry), by: entry.media ? 'name/media' : 'name/organisation' }
    case 'place':
      return nameOfSuffix(view, mention) ?? { to, value: placeValue(entry.label, entry.country), by: 'name/place' }
    case 'capital':
      return nameOfSuffix(view, mention) ?? nameOfState(view, mention, entry)
    default:
      return nameOfSuffix(view, mention, true) ?? nameOfState(view, mention, entry)
  }
}

/** What a name means first that stands in several lists. */
const ORDER: readonly NameEntry['kind'][] = [
  'namesake',
  'person',
  'organisation',
  'state',
  'government',
  'adjective',
  'capital',
  'family',
  'place',
]

function chosen(entries: readonly NameEntry[]): NameEntry | undefined {
  const kind = ORDER.find(kind => entries.some(entry => entry.kind === kind))
  return entries.find(entry => entry.kind === kind)
}

function organisation({ id, label, country, media }: OrganisationEntry): NameValue {
  if (media) return { type: 'ORGANISATION', label }
  return { type: 'ORGANISATION', label, actor: id, ...(country === '' ? {} : { country }) }
}

function namesake({ type, label }: NamesakeEntry): NameValue {
  return { type: type === 'GROUP' ? 'GROUP' : 'PLACE', label }
}

function placeValue(label: string, country: string): NameValue {
  return { type: 'PLACE', label, ...(country === '' ? {} : { country }) }
}

/** "Istanbul Convention", "Moscow Railway": a place that begins another name; "Malaysia Airlines", where a state does. */
function nameOfSuffix({ text, pieces, lists }: View, { from, to }: Mention, state = false): Read | undefined {
  const next = pieces[to]
  const suffixes = state ? lists.companySuffixes : lists.organisationSuffixes
  if (!next?.joined || !suffixes.has(next.text)) return undefined
  const label = text.slice(pieces[from]?.start, next.end)
  return { to: to + 1, value: { type: 'ORGANISATION', label }, by: 'name/place-suffix' }
}

function nameOfState(view: View, { from, to }: Mention, entry: StateEntry): Read {
  const { id, label, kind } = entry
  const acting = { label, actor: id, country: id }
  if (kind === 'government')
    return isSite(view.pieces, from, view.lists)
      ? { to, value: { ...placeValue(label, id), otherwise: id }, by: 'name/government-site' }
      : { to, value: { type: 'ORGANISATION', ...acting }, by: 'name/government' }
  const besides = kind === 'capital' ? undefined : besideState(view, from, to)
  if (besides) {
    const type = kind === 'state' ? 'PLACE' : 'GROUP'
    const { proxy, near } = besides
    return {
      to,
      value: { type, label, ...(near ? {} : { country: id }) },
      by: 'name/compound',
      ...(proxy && { institution: proxy }),
    }
  }
  const institution = institutionAfter(view.pieces, view.lower, to, entry, view.lists) ?? agentAfter(view, to, entry)
  if (institution) {
    // "Russian Foreign Ministry": the ministry acts, the state only tells which one.
    const type = kind === 'adjective' ? 'GROUP' : 'PLACE'
    return { to, value: { type, label, country: id }, by: 'name/people', institution }
  }
  if (kind === 'state') return { to, value: { type: 'PLACE', ...acting }, by: 'name/state' }
  if (kind === 'capital')
    return isGovernment(view.pieces, from, to, view.lists)
      ? { to, value: { type: 'PLACE', ...acting }, by: 'name/capital-government' }
      : { to, value: { ...placeValue(label, id), otherwise: id }, by: 'name/capital' }
  return { to, value: { type: 'GROUP', ...acting }, by: 'name/people' }
}

/**
 * "Ukrainian-made", "US-led": says where a thing comes from, not who acts; "pro-Russian" (`near`): not even that. `proxy`: the
 * one so described.
 */
function besideState(view: View, from: number, to: number): { proxy?: Found; near: boolean } | undefined {
  const { text, pieces, lower } = view
  const hyphen = (at: number) => /^[‐‑-]$/u.test(text.slice(pieces[at - 1]?.end ?? 0, pieces[at]?.start ?? 0))
  const near = /^(?:pro|anti)$/u.test(lower[from - 1]?.text ?? '') && hyphen(from)
  const compound = pieces[to] !== undefined && !isCapitalised(pieces[to]) && hyphen(to)
  if (!near && !compound) return undefined
  const proxy = proxyOf(view, near ? from - 1 : from, compound ? to + 1 : to)
  return { near: near || proxy !== undefined, ...(proxy && { proxy }) }
}

function personRead(view: View, person: Person, { from, to }: Mention): Omit<Read, 'by'> {
  const agent = agentOfPerson(view, to, person)
  return { to, value: knownPerson(view, person, from, to), ...(agent && { institution: agent }) }
}

function nameOfFamily(view: View, mention: Mention, entry: FamilyEntry): Read | undefined {
  const { from, to } = mention
  const span = titleBefore(view, from)
  const title = span && passage(view.text, span)
  const person = personOfFamily(entry, from, view.cast, title, view.setting.day, view.lists)
  if (person) return { ...personRead(view, person, mention), by: 'name/family' }
  if (title === undefined && !view.cast.unknown.has(view.pieces[to - 1]?.text ?? '')) return undefined
  return { to, value: unknownPerson(view, from, to), by: 'name/family-unknown' }
}

/** Institutions written before their state, and bare family names of people only this text knows. */
function nameWithoutList(view: View, at: number): Read | undefined {
  const institution = institutionBefore(view.pieces, view.lower, at, view.lists)
  if (institution) return { ...institution, by: 'name/institution' }
  if (!view.cast.unknown.has(view.pieces[at]?.text ?? '')) return undefined
  return { to: at + 1, value: unknownPerson(view, at, at + 1), by: 'name/family-unknown' }
}
