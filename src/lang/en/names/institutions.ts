import type { Annotation } from '../../../core/types.ts'
import { longestMatch, type Piece } from '../../gazetteer.ts'
import type { Institution, NameEntry, NameLists, StateEntry } from './entries.ts'
import { isCapitalised } from './pieces.ts'

/** Pieces `from` … `to` − 1. */
export type Found = { readonly from: number; readonly to: number; readonly value: Annotation<'name'>['value'] }

/**
 * An institution named after its state ("Ukrainian foreign ministry", "Russia's Defence Ministry", "Israeli military"); actor
 * ids are the state's with a code after a dot: `UKR.MFA`. The state's own name is no part of it.
 */
export function institutionAfter(
  pieces: readonly Piece[],
  lower: readonly Piece[],
  to: number,
  state: StateEntry,
  lists: NameLists,
): Found | undefined {
  const owned = lower[to]?.text === "'s" && lower[to]?.joined === true
  if (state.kind === 'capital' && !owned) return undefined
  const at = owned ? to + 1 : to
  if (!lower[at]?.joined) return undefined
  const match = longestMatch(lists.institutions, lower, at)
  const institution = match?.values[0]
  if (!match || !institution) return undefined
  const value = institutionValue(state.id, institution, lists)
  const named = pieces.slice(at, at + match.length).some(isCapitalised)
  return { from: at, to: at + match.length, value: named ? value : { ...value, described: true } }
}

/** "Ministry of Defence of Ukraine". */
export function institutionBefore(
  pieces: readonly Piece[],
  lower: readonly Piece[],
  at: number,
  lists: NameLists,
): Found | undefined {
  if (!isCapitalised(pieces[at])) return undefined
  const match = longestMatch(lists.institutions, lower, at)
  const institution = match?.values[0]
  if (!match || !institution || lower[at + match.length]?.text !== 'of') return undefined
  const from = at + match.length + (lower[at + match.length + 1]?.text === 'the' ? 2 : 1)
  const state = longestMatch(lists.names, pieces, from)
  const entry = state?.values.find((value: NameEntry): value is StateEntry => value.kind === 'state')
  if (!state || !entry) return undefined
  return { from: at, to: from + state.length, value: institutionValue(entry.id, institution, lists) }
}

/** An institution of a state; its government is the state itself, in whatever words. */
export function institutionValue(state: string, { code, label }: Institution, lists: NameLists): Found['value'] {
  const adjective = lists.adjectives.get(state) ?? state
  const actor = code === 'GOV' ? state : `${state}.${code}`
  return { type: 'ORGANISATION', label: `${adjective} ${label}`, actor, country: state }
}
