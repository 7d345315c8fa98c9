import type { Span } from '../../../core/span.ts'
import type { NameType } from '../../../core/types.ts'

/** A word with what the readers of syntax and names know of it. */
export type CorefWord = Span & {
  readonly text: string
  readonly lemma: string
  readonly upos: string
  readonly xpos: string
  /** The word it hangs on, as its place in the sentence; -1: the root. */
  readonly head: number
  /** Universal Dependencies. */
  readonly relation: string
  /** The words of one mention of a name share their id. */
  readonly name?: { readonly type: NameType; readonly id: number }
}

export type CorefSentence = {
  readonly words: readonly CorefWord[]
  /** Who speaks the sentence, where the text is a transcript. */
  readonly speaker?: string
}

/** Words said, and who says them where the text names him. */
export type CorefQuote = Span & { readonly speaker?: Span }

export type CorefInput = {
  readonly text: string
  readonly sentences: readonly CorefSentence[]
  /** Direct quotations; absent: read from quotation marks, without speakers. */
  readonly quotes?: readonly CorefQuote[]
}

export type MentionKind = 'name' | 'nominal' | 'pronoun'

export type ChainMention = Span & {
  /** Where the head word begins. */
  readonly head: number
  readonly kind: MentionKind
  /** Why it is in the chain: `coref/first` for the first, `coref/joined` where only what comes after it was linked to it. */
  readonly reason: string
  /** Whether a writer may rely on it. */
  readonly sure: boolean
}

/** Mentions of one thing in reading order, two or more. */
export type Chain = { readonly mentions: readonly ChainMention[] }

export type GrammaticalNumber = 'singular' | 'plural' | 'either'

export type Pronoun = {
  readonly person: 1 | 2 | 3
  readonly number: GrammaticalNumber
  readonly gender: string
  readonly kind: string
}

/** Third-person pronouns that can stand for a mention, as bits. */
export const FIT = { he: 1, she: 2, it: 4, they: 8 } as const
export const ANY_FIT = 15

export type Role = 'subject' | 'object' | 'oblique' | 'possessive' | 'modifier' | 'other'

export type Determiner = 'definite' | 'demonstrative' | 'possessive' | 'indefinite' | 'none'

export type Mention = Span & {
  /** Place in reading order. */
  readonly id: number
  readonly sentence: number
  /** Places of words in the sentence; `last` is inside. */
  readonly head: number
  readonly first: number
  readonly last: number
  readonly kind: MentionKind
  /** Its words without article and possessive ending, in lower case. */
  readonly key: string
  /** Head lemma in lower case. */
  readonly lemma: string
  /** Lemmas that narrow the head down, in lower case. */
  readonly modifiers: ReadonlySet<string>
  readonly determiner: Determiner
  readonly number: GrammaticalNumber
  readonly fits: number
  readonly role: Role
  readonly name?: { readonly type: NameType; readonly words: readonly string[] }
  /** Nouns beside a person's name: "defence", "minister". */
  readonly titles: readonly string[]
  readonly pronoun?: Pronoun
  /** "Fidan and Rubio". */
  readonly coordinated: boolean
  /** The quotation it stands in; -1: none. */
  readonly quote: number
}
