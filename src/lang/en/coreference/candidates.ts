import { FIT, type Mention } from './types.ts'
import { governorOf, headOf, nested, type View } from './view.ts'

/** How many sentences back a pronoun is looked for. */
export const PRONOUN_REACH = 4

/** A thing that a pronoun may stand for: its mentions near the pronoun, the last one last. */
export type Candidate = {
  readonly mention: Mention
  readonly near: readonly Mention[]
  /** It is named only after the pronoun: "In his speech, Putin said". */
  readonly ahead: boolean
}

/** Things named near before a third-person pronoun that it may stand for by number, gender, binding; the nearest first. */
export function candidatesOf(view: View, pronoun: Mention): readonly Candidate[] {
  const found = new Map<number, Mention[]>()
  for (let s = Math.max(0, pronoun.sentence - PRONOUN_REACH); s <= pronoun.sentence; s++)
    for (const mention of view.bySentence[s] ?? []) {
      if (mention.id >= pronoun.id || !may(view, pronoun, mention)) continue
      const cluster = view.clusters.of(mention.id)
      const list = found.get(cluster)
      if (list) list.push(mention)
      else found.set(cluster, [mention])
    }
  for (const mention of view.bySentence[pronoun.sentence] ?? [])
    if (barred(view, pronoun, mention)) found.delete(view.clusters.of(mention.id))
  const ahead = aheadOf(view, pronoun)
  const before = [...found.values()].map(near => ({ mention: near.at(-1) as Mention, near, ahead: false }))
  before.sort((a, b) => b.mention.id - a.mention.id)
  if (ahead === undefined || found.has(view.clusters.of(ahead.id))) return before
  return [...before, { mention: ahead, near: [ahead], ahead: true }]
}

function may(view: View, pronoun: Mention, mention: Mention): boolean {
  if ((view.clusters.fits(mention.id) & pronoun.fits) === 0 || nested(mention, pronoun)) return false
  if (mention.role === 'modifier' && mention.kind === 'nominal') return false
  return view.clusters.of(mention.id) !== view.clusters.of(pronoun.id)
}

/** Principle B: a pronoun is none of the other arguments of its verb; principle A for "himself". */
function barred(view: View, pronoun: Mention, mention: Mention): boolean {
  if (mention === pronoun) return false
  if (nested(mention, pronoun)) return true
  const reflexive = pronoun.pronoun?.kind === 'reflexive'
  const sameVerb =
    isArgument(pronoun) && isArgument(mention) && headOf(view, pronoun).head === headOf(view, mention).head
  if (reflexive) return mention.role !== 'subject' || mention.id > pronoun.id
  return pronoun.pronoun?.kind === 'personal' && sameVerb && !mention.coordinated
}

function isArgument({ role }: Mention): boolean {
  return role === 'subject' || role === 'object' || role === 'oblique'
}

/** The subject after a pronoun that stands in what precedes it. */
function aheadOf(view: View, pronoun: Mention): Mention | undefined {
  const { words } = view.trees[pronoun.sentence] ?? { words: [] }
  let at = pronoun.head
  for (let steps = 0; steps < words.length && at >= 0; steps++) {
    const word = words[at]
    if (word === undefined || word.head < 0) return undefined
    if (word.relation.startsWith('obl') || word.relation === 'advcl') {
      const subject = (view.bySentence[pronoun.sentence] ?? []).find(
        mention => mention.role === 'subject' && mention.kind === 'name' && headOf(view, mention).head === word.head,
      )
      if (subject && subject.id > pronoun.id && word.head > at)
        return (view.clusters.fits(subject.id) & pronoun.fits) === 0 ? undefined : subject
    }
    at = word.head
  }
  return undefined
}

/** The subject of the nearest clause around a mention, itself left out. */
export function ownSubject(view: View, mention: Mention): Mention | undefined {
  const { words } = view.trees[mention.sentence] ?? { words: [] }
  const inSentence = view.bySentence[mention.sentence] ?? []
  let at = words[mention.head]?.head ?? -1
  for (let steps = 0; steps < words.length && at >= 0; steps++) {
    const clause = at
    const subject = inSentence.find(
      one =>
        one.role === 'subject' && one.id !== mention.id && headOf(view, one).head === clause && !nested(one, mention),
    )
    if (subject) return subject
    at = words[at]?.head ?? -1
  }
  return undefined
}

const EXTRAPOSING = new Set(['csubj', 'ccomp', 'xcomp', 'advcl'])

/** Signs that "it" stands for nothing: "it is clear that", "it seems", "it takes years". */
export function signsOfNothing(view: View, pronoun: Mention): Readonly<Record<string, number>> {
  if (pronoun.fits !== FIT.it || pronoun.role !== 'subject') return {}
  const governor = governorOf(view, pronoun)
  const { words, children } = view.trees[pronoun.sentence] ?? { words: [], children: [] }
  const below = children[headOf(view, pronoun).head] ?? []
  const later = below.some(child => child > pronoun.head && EXTRAPOSING.has(words[child]?.relation ?? ''))
  const copula = below.some(child => words[child]?.relation === 'cop')
  const lemma = governor?.lemma ?? ''
  return {
    ...(later && { clause: 1 }),
    ...(later && copula && { copulaClause: 1 }),
    ...(copula && governor?.upos === 'ADJ' && { adjective: 1 }),
    ...(view.resources.has('empty-verb', lemma) && { verb: 1 }),
    ...(view.resources.has('empty-noun', lemma) && { time: 1 }),
  }
}
