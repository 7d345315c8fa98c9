import { plain } from '../syntax/forms.ts'
import { maybePerson } from './names.ts'
import type { Mention } from './types.ts'
import { headOf, mentionAtWord, type View } from './view.ts'

/** Joins what the sentence itself says is one: appositions, and subjects with what they are said to be. */
export function linkStructure(view: View): void {
  for (const mention of view.mentions) {
    if (mention.coordinated || mention.kind === 'pronoun') continue
    linkBracketed(view, mention)
    linkApposition(view, mention)
    linkPredicate(view, mention)
  }
}

const MOST_INITIALS = 8

/** "Office for Democratic Institutions (ODI)": the word in brackets is made of the initials of the words before it. */
function linkBracketed(view: View, mention: Mention): void {
  const { words } = view.trees[mention.sentence] ?? { words: [] }
  const [open, close] = [words[mention.head - 1]?.text, words[mention.head + 1]?.text]
  const letters = words[mention.head]?.text ?? ''
  if (open !== '(' || close !== ')' || !/^\p{Lu}[\p{L}\d]*\p{Lu}$/u.test(letters)) return
  let left = letters.length - 1
  let at = mention.head - 2
  for (; at >= 0 && left >= 0 && mention.head - at < 2 * MOST_INITIALS; at--) {
    const first = words[at]?.text[0] ?? ''
    if (first.toUpperCase() === letters[left]?.toUpperCase()) left -= 1
    else if (/\p{Lu}/u.test(first)) return
  }
  if (left >= 0) return
  const begin = at + 1
  const other = (view.bySentence[mention.sentence] ?? []).find(
    one => one.first <= begin && begin <= one.last && one.head >= begin && one.head < mention.head && !one.coordinated,
  )
  if (other) view.clusters.link({ later: mention.id, earlier: other.id, reason: 'coref/acronym', sure: true })
}

/** "Rustem Umerov, the minister", "the agency (IAEA)". */
function linkApposition(view: View, mention: Mention): void {
  const word = headOf(view, mention)
  if (word.relation !== 'appos') return
  const other = mentionAtWord(view, mention.sentence, word.head)
  if (other === undefined || other.kind === 'pronoun' || !agree(mention, other) || isListed(view, other)) return
  if (mention.name && other.name && !sameName(mention, other)) return
  const sure = fitsName(view, mention, other) || fitsName(view, other, mention)
  view.clusters.link({ later: mention.id, earlier: other.id, reason: 'coref/apposition', sure })
}

/** "Umerov" and "the minister", "Gazprom" and "the company": the noun names what the name is. */
function fitsName({ resources }: View, { name }: Mention, { kind, lemma, fits }: Mention): boolean {
  if (name === undefined || kind !== 'nominal') return false
  if (name.type === 'PERSON') return maybePerson(fits)
  const noun = resources.nouns.get(lemma)?.kind
  return noun === 'group' || noun === 'state' || noun === 'place'
}

/** Two names beside each other are one only where they may name the same: not "Kyiv, Ukraine". */
function sameName(a: Mention, b: Mention): boolean {
  if (a.name?.type === 'PERSON' || b.name?.type === 'PERSON') return false
  if (a.name?.type === 'PLACE' || b.name?.type === 'PLACE') return false
  return true
}

function agree(a: Mention, b: Mention): boolean {
  if (a.number !== b.number && a.number !== 'either' && b.number !== 'either') return false
  if (a.fits === 0 && b.fits === 0) return true
  return (a.fits & b.fits) !== 0 && maybePerson(a.fits) === maybePerson(b.fits)
}

/** "A, B, C and D": what the parser takes for an apposition may be a list. */
function isListed({ trees }: View, { sentence, head }: Mention): boolean {
  const { words, children } = trees[sentence] ?? { words: [], children: [] }
  return (children[head] ?? []).some(child => child > head && words[child]?.relation === 'conj')
}

/** "Umerov is the minister"; what is only "a minister" is not sure to be spoken of as him again. */
function linkPredicate(view: View, mention: Mention): void {
  const { words, children } = view.trees[mention.sentence] ?? { words: [], children: [] }
  const below = children[mention.head] ?? []
  const copula = below.find(child => words[child]?.relation === 'cop')
  const subject = below.find(child => words[child]?.relation === 'nsubj')
  if (copula === undefined || subject === undefined || words[copula]?.lemma.toLowerCase() !== 'be') return
  if (below.some(child => view.resources.has('unreal', plain(words[child]?.text ?? '')))) return
  if (below.some(child => words[child]?.relation === 'case' && child < mention.head)) return
  const other = mentionAtWord(view, mention.sentence, subject)
  if (other === undefined || other.pronoun?.kind === 'demonstrative') return
  if (other.kind !== 'pronoun' && !agree(mention, other)) return
  if (other.pronoun?.person === 3 && (other.fits & mention.fits) === 0) return
  const named = other.kind === 'name' || (other.pronoun?.gender ?? 'neuter') !== 'neuter'
  const sure = mention.determiner === 'definite' && named
  view.clusters.link({ later: mention.id, earlier: other.id, reason: 'coref/predicate', sure })
}
