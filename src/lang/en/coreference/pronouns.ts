import { type Candidate, candidatesOf, ownSubject, signsOfNothing } from './candidates.ts'
import { FIT, type Mention } from './types.ts'
import { governorOf, headOf, type View } from './view.ts'
import type { PronounClass, PronounWeights } from './weights.ts'

/** A choice less likely than this is no link; from `SURE` on a writer may rely on it. */
const LIKELY = 0.25
const SURE: Readonly<Record<PronounClass, number>> = { person: 0.8, it: 0.88, they: 0.9 }

const LESS_SALIENT = 0.06

/** Features of one choice, by name. */
export type Features = Readonly<Record<string, number>>

/** What a pronoun may stand for, with the features of each choice; the first choice is nothing before it. */
export type Choices = {
  readonly of: PronounClass
  readonly candidates: readonly Candidate[]
  readonly features: readonly Features[]
}

/**
 * Links third-person pronouns, from left to right, with the thing that salience favours: nearness, subjects before others,
 * what is named often, what stands in the same place (Lappin & Leass 1994), weighed by a log-linear model over the things in
 * reach and "none of them".
 */
export function linkPronouns(view: View): void {
  for (const mention of view.mentions) {
    const choices = isAnaphor(mention) && !view.clusters.linked(mention.id) ? choicesOf(view, mention) : undefined
    if (choices === undefined || choices.candidates.length === 0) continue
    const chances = chancesOf(choices, view.resources.weights)
    const best = chances.indexOf(Math.max(...chances))
    const chosen = choices.candidates[best - 1]
    const chance = chances[best] ?? 0
    if (chosen === undefined || chance < LIKELY) continue
    const sure = chance >= needed(choices.of, chosen) && !isPointing(view, mention)
    const link = { reason: reasonOf(mention, chosen), sure }
    view.clusters.link({ later: mention.id, earlier: chosen.mention.id, ...link })
  }
}

/** How likely a choice must be to be relied on: more where it is neither a subject nor a pronoun. */
function needed(of: PronounClass, { mention, ahead }: Candidate): number {
  if (ahead) return Number.POSITIVE_INFINITY
  return mention.role === 'subject' || mention.kind === 'pronoun' ? SURE[of] : SURE[of] + LESS_SALIENT
}

/** "It was the largest exchange": what "it" stands for is told after it, or is no thing but a happening. */
function isPointing(view: View, mention: Mention): boolean {
  if (mention.fits !== FIT.it || mention.role !== 'subject') return false
  const governor = governorOf(view, mention)
  return governor !== undefined && governor.upos !== 'VERB' && governor.upos !== 'AUX'
}

/** A pronoun of the third person; "the president himself" is none. */
export function isAnaphor({ kind, fits, pronoun, role }: Mention): boolean {
  return kind === 'pronoun' && fits !== 0 && !(pronoun?.kind === 'reflexive' && role === 'other')
}

export function choicesOf(view: View, pronoun: Mention): Choices {
  const candidates = candidatesOf(view, pronoun)
  const subject = ownSubject(view, pronoun)
  const own = subject === undefined ? -1 : view.clusters.of(subject.id)
  const features = candidates.map((candidate, rank) => featuresOf(view, pronoun, candidate, rank, own))
  const nothing = { none: 1, alone: candidates.length === 0 ? 1 : 0, ...signsOfNothing(view, pronoun) }
  return { of: classOf(pronoun), candidates, features: [nothing, ...features] }
}

function classOf({ fits }: Mention): PronounClass {
  return fits === FIT.they ? 'they' : fits === FIT.it ? 'it' : 'person'
}

/** Softmax of the weighted sums. */
export function chancesOf(
  { of, features }: Pick<Choices, 'of' | 'features'>,
  weights: PronounWeights,
): readonly number[] {
  const own = weights[of]
  const scores = features.map(one =>
    Object.entries(one).reduce((sum, [name, value]) => sum + value * (own[name] ?? 0), 0),
  )
  const highest = Math.max(...scores)
  const parts = scores.map(score => Math.exp(score - highest))
  const sum = parts.reduce((a, b) => a + b, 0)
  return parts.map(part => part / sum)
}

function reasonOf({ pronoun }: Mention, { mention, ahead }: Candidate): string {
  if (ahead) return 'coref/pronoun-ahead'
  if (pronoun?.kind === 'reflexive') return 'coref/pronoun-reflexive'
  if (mention.kind === 'pronoun') return 'coref/pronoun-again'
  return mention.role === 'subject' ? 'coref/pronoun-subject' : 'coref/pronoun-other'
}

/** What kind of thing it is, whether the pronoun says something, and whether it was told what the pronoun does. */
function senseOf(view: View, pronoun: Mention, mention: Mention): Features {
  const { nouns, sayingVerbs } = view.resources
  const kind = view.clusters.nameType(mention.id) ?? nouns.get(mention.lemma)?.kind ?? mention.kind
  const governor = governorOf(view, pronoun)
  const says = pronoun.role === 'subject' && sayingVerbs.has(governor?.lemma ?? '')
  const told =
    mention.sentence === pronoun.sentence &&
    (mention.role === 'object' || mention.role === 'oblique') &&
    governor?.head === headOf(view, mention).head
  return { [`sense-${kind}`]: 1, ...(says && { [`says-${kind}`]: 1 }), ...(told && { told: 1 }) }
}

function featuresOf(view: View, pronoun: Mention, candidate: Candidate, rank: number, own: number): Features {
  const { mention, near, ahead } = candidate
  const cluster = view.clusters.of(mention.id)
  const fits = view.clusters.fits(mention.id)
  const distance = pronoun.sentence - mention.sentence
  const named = view.clusters.nameType(mention.id)
  return {
    [`distance${Math.min(distance, 3)}`]: 1,
    rank: Math.log1p(rank),
    words: distance === 0 ? Math.log1p(Math.abs(pronoun.head - mention.head)) : 0,
    [`role-${mention.role}`]: 1,
    [`place-${pronoun.role === 'subject' ? 's' : pronoun.role === 'possessive' ? 'p' : 'o'}-${mention.role}`]: 1,
    subject: near.some(one => one.role === 'subject') ? 1 : 0,
    subjectBefore: near.some(one => one.role === 'subject' && one.sentence === pronoun.sentence - 1) ? 1 : 0,
    [`kind-${mention.kind}`]: 1,
    same: near.some(one => one.kind === 'pronoun' && one.fits === pronoun.fits) ? 1 : 0,
    size: Math.log(view.clusters.members(mention.id).length),
    named: named === undefined ? 0 : 1,
    [`type-${named ?? 'none'}`]: 1,
    exact: fits === pronoun.fits ? 1 : 0,
    [`determiner-${mention.kind === 'nominal' ? mention.determiner : 'no'}`]: 1,
    coordinated: mention.coordinated ? 1 : 0,
    plural: mention.number === 'plural' ? 1 : 0,
    quoted: (mention.quote === -1) === (pronoun.quote === -1) ? 0 : 1,
    own: cluster === own ? 1 : 0,
    ownPossessive: cluster === own && pronoun.role === 'possessive' ? 1 : 0,
    ownOther: cluster === own && pronoun.role !== 'possessive' ? 1 : 0,
    first: view.bySentence[mention.sentence]?.[0]?.id === mention.id ? 1 : 0,
    ahead: ahead ? 1 : 0,
    ...senseOf(view, pronoun, mention),
  }
}
