import type { NameValue } from '../../../core/types.ts'
import { longestMatch, type Piece } from '../../gazetteer.ts'
import type { Institution, NameLists, Person, StateEntry } from './entries.ts'
import { institutionValue } from './institutions.ts'
import { holderOf, officeKey } from './offices.ts'
import { isCapitalised } from './pieces.ts'
import type { View } from './view.ts'

/** Pieces `from` … `to` − 1. */
type Found = { readonly from: number; readonly to: number; readonly value: NameValue }

const MOST_MODIFIERS = 3
const MOST_OFFICE = 4

/**
 * Who is described by the state and what he does for it: people ("senior Ukrainian security officials", "Israel's
 * negotiators"), or an office that one person held on the day ("the French president"). Undefined where a name follows, since
 * then the words are its title.
 */
export function agentAfter(view: View, to: number, state: StateEntry): Found | undefined {
  const { lower } = view
  const owned = lower[to]?.text === "'s" && lower[to]?.joined === true
  if (state.kind === 'capital' && !owned) return undefined
  const at = owned ? to + 1 : to
  if (!lower[at]?.joined) return undefined
  const before = view.lower[to - 2]
  if (before && view.lower[to - 1]?.joined && NOT_NOW.has(before.text)) return peopleAt(view, at, state.id)
  return officeAt(view, at, state.id) ?? peopleAt(view, at, state.id)
}

/** "Russian-backed forces", "pro-Russian separatists": somebody close to the state who is not the state. */
export function proxyOf({ text, pieces, lower, lists }: View, from: number, to: number): Found | undefined {
  const noun = nounAt(lower, to, lists)
  if (!noun) return undefined
  const [first, last] = [pieces[from] as Piece, pieces[noun.to - 1] as Piece]
  return { from: to, to: noun.to, value: { type: 'GROUP', label: text.slice(first.start, last.end), described: true } }
}

/** "Putin's aide", "Assad's forces": who acts for a person in office acts for the state. */
export function agentOfPerson(view: View, to: number, { country, roles }: Person): Found | undefined {
  const { day } = view.setting
  const inOffice = day !== undefined && roles.some(({ from, to }) => from <= day && (to === '' || day <= to))
  if (!inOffice || !view.lists.adjectives.has(country)) return undefined
  if (view.lower[to]?.text !== "'s" || !view.lower[to]?.joined || !view.lower[to + 1]?.joined) return undefined
  return peopleAt(view, to + 1, country)
}

function peopleAt({ pieces, lower, lists }: View, at: number, state: string): Found | undefined {
  const noun = nounAt(lower, at, lists)
  if (!noun || isTitle(pieces, lower, noun.to, lists)) return undefined
  const value = institutionValue(state, noun.value, lists)
  return { from: at, to: noun.to, value: { ...value, type: 'GROUP', described: true } }
}

/** A noun for people who act, after words such as "senior" or "security". */
function nounAt(
  lower: readonly Piece[],
  at: number,
  lists: NameLists,
): { readonly to: number; readonly value: Institution } | undefined {
  for (let from = at; from <= at + MOST_MODIFIERS && lower[from]?.joined; from++) {
    const match = longestMatch(lists.agents, lower, from) ?? longestMatch(lists.institutions, lower, from)
    const value = match?.values[0]
    if (match && value) return { to: from + match.length, value }
    if (!lists.modifiers.has(lower[from]?.text ?? '')) return undefined
  }
  return undefined
}

/** An office of a state that one person held on the day: "president", "foreign minister". */
export function officeAt(view: View, at: number, state: string): Found | undefined {
  const words = officeWords(view, at)
  const person = words && holderOf(view.lists, officeKey(state, words, view.lists.offices), view.setting.day)
  if (!words || !person) return undefined
  const { id, label, country } = person
  return { from: at, to: at + words.length, value: { type: 'PERSON', label, described: true, actor: id, country } }
}

/** The words of an office that stands without a name behind it. */
export function officeWords({ pieces, lower, lists }: View, at: number): readonly string[] | undefined {
  let to = at
  while (to < at + MOST_OFFICE && (to === at || lower[to]?.joined) && isOfOffice(lower[to]?.text ?? '', lists)) to++
  if (to === at || !lists.heads.has(lower[to - 1]?.text ?? '') || isTitle(pieces, lower, to, lists)) return undefined
  return lower.slice(at, to).map(piece => piece.text)
}

const NOT_NOW = new Set('former ex then late next future first previous new deputy incoming'.split(' '))

function isOfOffice(word: string, { heads, modifiers }: NameLists): boolean {
  return heads.has(word) || modifiers.has(word)
}

/** Whether a name or a further title follows: "Israeli officials" are people, "French president Emmanuel Macron" is one. */
export function isTitle(pieces: readonly Piece[], lower: readonly Piece[], to: number, { heads }: NameLists): boolean {
  const next = pieces[to]
  if (!next?.joined) return false
  return isCapitalised(next) || heads.has(lower[to]?.text ?? '')
}
