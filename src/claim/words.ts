import type { Span } from '../core/span.ts'
import { within } from '../core/span.ts'
import type { Annotation, Doc } from '../core/types.ts'
import type { Lemma, Lemmas } from '../lang/en/lemmas.ts'

/** A token of a sentence with the base forms it may stand for. */
export type Word = {
  readonly span: Span
  readonly norm: string
  readonly isWord: boolean
  readonly lemmas: readonly Lemma[]
  /** Part of speech, Penn tag and relation by the parse, where there is one; `head`: a place among the sentence's words. */
  readonly pos?: string
  readonly xpos?: string
  readonly relation?: string
  readonly head?: number
}

export function wordsOf(doc: Doc, sentence: Annotation<'sentence'>, lemmas: Lemmas): readonly Word[] {
  const tokens = within(doc.layers.token, sentence.span)
  const first = tokens[0] ? placeOf(doc.layers.token, tokens[0].span.start) : 0
  return tokens.map(({ span, value: { kind, norm, pos, xpos, relation, head } }) => ({
    span,
    norm,
    isWord: kind === 'word',
    lemmas: kind === 'word' ? lemmas(norm) : [],
    ...(pos !== undefined && { pos }),
    ...(xpos !== undefined && { xpos }),
    ...(relation !== undefined && { relation }),
    ...(head !== undefined && { head: head - first }),
  }))
}

/** The place of the token that begins there, by binary search. */
function placeOf(tokens: readonly Annotation<'token'>[], start: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((tokens[middle]?.span.start ?? 0) < start) low = middle + 1
    else high = middle
  }
  return low
}

/** Whether a word is a form of the given base form. */
export function isFormOf(word: Word | undefined, lemma: string): boolean {
  return word?.isWord === true && word.lemmas.some(l => l.lemma === lemma)
}

const BE = new Set(['be', 'is', 'are', 'was', 'were', 'been', 'being', 'am', 'get', 'got', "'s", "'re"])
const HAVE = new Set(['have', 'has', 'had', "'ve"])
const MODAL = new Set([
  'will',
  'would',
  'can',
  'could',
  'may',
  'might',
  'must',
  'shall',
  'should',
  'to',
  'did',
  'do',
  'does',
  "'ll",
  "n't",
  'not',
])
const DETERMINER = new Set([
  'a',
  'an',
  'the',
  'this',
  'that',
  'these',
  'those',
  'its',
  'his',
  'her',
  'their',
  'our',
  "'s",
  'no',
  'any',
  'some',
  'new',
  'first',
  'second',
  'third',
  'of',
  'in',
  'for',
  'on',
  'with',
  'at',
  'by',
  'from',
  'after',
  'before',
  'during',
  'more',
  'further',
  'direct',
  'several',
  'both',
  'each',
  'every',
  'another',
])

export const isBe = (word: Word | undefined): boolean => word !== undefined && BE.has(word.norm)

/** A participle governed by a form of "be" up to three words before: "were quickly released". */
export function isPassive(words: readonly Word[], at: number): boolean {
  const word = words[at]
  if (!word?.lemmas.some(l => l.form === 'participle')) return false
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) {
    if (isBe(words[i])) return true
    if (!words[i]?.isWord || HAVE.has(words[i]?.norm ?? '')) return false
  }
  return false
}

/**
 * Whether a form that may be noun or verb is used as a verb here: by its part of speech, or where nothing tagged it, inflected past and -ing forms are
 * verbs unless an article stands before; base and -s forms are verbs after a name, a pronoun, a plural or a modal, and
 * nouns after an article, adjective-like word or preposition.
 */
export function isVerbUse(words: readonly Word[], at: number, lemma: string): boolean {
  const word = words[at]
  if (!word) return false
  // "According to" and "including" hang on a noun as prepositions do.
  if (word.pos !== undefined)
    return (word.pos === 'VERB' || word.pos === 'AUX') && word.relation !== 'case' && word.relation !== 'mark'
  const forms = word.lemmas.filter(l => l.lemma === lemma).map(l => l.form)
  const before = words[at - 1]
  const inflected =
    forms.some(form => form === 'past' || form === 'participle' || form === 'gerund') &&
    !(forms.includes('base') && word.norm === lemma)
  if (before && (MODAL.has(before.norm) || isBe(before) || HAVE.has(before.norm)))
    return before.norm !== "'s" || inflected
  if (before && DETERMINER.has(before.norm)) return false
  if (inflected) return true
  if (!before) return false
  const next = words[at + 1]
  if (next?.norm === 'of') return false
  return forms.length > 0 && (next === undefined || next.isWord || /^["“\p{N}$€£]/u.test(next.norm))
}
