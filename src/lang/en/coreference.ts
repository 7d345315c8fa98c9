import { chainsOf } from './coreference/clusters.ts'
import { linkNames } from './coreference/names.ts'
import { linkNominals, linkPossessed } from './coreference/nominals.ts'
import { linkPersons } from './coreference/persons.ts'
import { linkPronouns } from './coreference/pronouns.ts'
import type { CorefResources } from './coreference/resources.ts'
import { linkStructure } from './coreference/structure.ts'
import type { Chain, CorefInput } from './coreference/types.ts'
import { headOf, viewOf } from './coreference/view.ts'

export { type CorefResources, openCorefResources } from './coreference/resources.ts'
export type {
  Chain,
  ChainMention,
  CorefInput,
  CorefQuote,
  CorefSentence,
  CorefWord,
  MentionKind,
} from './coreference/types.ts'

/**
 * Gives the chains of mentions of one text that stand for the same: a multi-pass sieve (Lee et al. 2013) over the noun
 * phrases of the parse, the most precise pass first. Chains have two mentions or more and stand in the order they begin;
 * spans are code units of the text. A mention that is not `sure` hangs by a guess: a reader of news may find it plausible, a
 * writer should not rely on it.
 */
export function coreference(input: CorefInput, resources: CorefResources): readonly Chain[] {
  const view = viewOf(input, resources)
  for (const sieve of SIEVES) sieve(view)
  const heads = view.mentions.map(mention => headOf(view, mention).start)
  return chainsOf(view.mentions, view.clusters, heads)
}

/** From the most precise on: each sees what those before it joined. Pronouns lean on whole chains, and what belongs to them on both. */
const SIEVES = [linkNames, linkStructure, linkNominals, linkPersons, linkPronouns, linkPossessed] as const
