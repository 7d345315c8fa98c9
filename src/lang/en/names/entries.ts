import type { Day } from '../../../core/day.ts'
import type { Gazetteer } from '../../gazetteer.ts'

export type StateEntry = {
  readonly kind: 'state' | 'adjective' | 'government' | 'capital'
  readonly id: string
  readonly label: string
}
export type OrganisationEntry = {
  readonly kind: 'organisation'
  readonly id: string
  readonly label: string
  readonly country: string
  /** News agencies and media: they report events and are no actors of them. */
  readonly media: boolean
}
export type PersonEntry = { readonly kind: 'person'; readonly person: Person }
export type FamilyEntry = { readonly kind: 'family'; readonly people: readonly Person[] }
export type PlaceEntry = { readonly kind: 'place'; readonly label: string; readonly country: string }
/** Holds a state's name and is not that state; `type` empty: no name. */
export type NamesakeEntry = { readonly kind: 'namesake'; readonly label: string; readonly type: string }
export type NameEntry = StateEntry | OrganisationEntry | PersonEntry | FamilyEntry | PlaceEntry | NamesakeEntry

export type Role = { readonly role: string; readonly from: Day; readonly to: Day }
export type Person = {
  readonly id: string
  readonly label: string
  readonly country: string
  readonly families: readonly string[]
  /** `yes`: the family name alone is enough; `titled`: after a title or the full name; `no`: after the full name. */
  readonly surname: 'yes' | 'titled' | 'no'
  readonly roles: readonly Role[]
}

export type Institution = { readonly code: string; readonly label: string }

/** A person in an office, with the first and last day. */
export type Office = { readonly person: Person; readonly from: Day; readonly to: Day }

export type NameLists = {
  readonly names: Gazetteer<NameEntry>
  /** Given names. */
  readonly given: ReadonlySet<string>
  /** Words that are no part of a person's name. */
  readonly stops: ReadonlySet<string>
  readonly heads: ReadonlySet<string>
  readonly modifiers: ReadonlySet<string>
  /** Words of titles that name an office, with the word they are compared by: "defense" is "defence". */
  readonly offices: ReadonlyMap<string, string>
  /** Institutions of a state, by their words in lower case. */
  readonly institutions: Gazetteer<Institution>
  /** Nouns for people who act for a state or live in it, by their words in lower case. */
  readonly agents: Gazetteer<Institution>
  /** Nouns that mean a state or its government where the text tells which: "the country". */
  readonly definite: Gazetteer<Institution>
  /** Offices of states by `officeKey`. */
  readonly held: ReadonlyMap<string, readonly Office[]>
  /** The last day that data/actors/roles.tsv knows of. */
  readonly rolesEnd: Day
  readonly organisationHeads: ReadonlySet<string>
  /** Words that turn a state before them into a company ("Malaysia Airlines"). */
  readonly companySuffixes: ReadonlySet<string>
  /** Words that turn a place before them into another name ("Istanbul Convention"). */
  readonly organisationSuffixes: ReadonlySet<string>
  /** Words beside a capital, by use. */
  readonly uses: ReadonlyMap<string, ReadonlySet<string>>
  /** The adjective of a state: "Ukrainian". */
  readonly adjectives: ReadonlyMap<string, string>
}
