import type { Form } from '../syntax/forms.ts'
import { LISTS, type WordLists } from './word-lists.ts'

/** What the other mentions of a word in the same text tell; bits of a mask. */
const FACT = {
  lower: 1,
  inside: 2,
  afterGiven: 4,
  afterTitle: 8,
  afterPlaceWord: 16,
  possessive: 32,
  beforeCapital: 64,
  afterCapital: 128,
  acronym: 256,
  beforeVerb: 512,
} as const

const PLACE_WORDS = new Set(['in', 'from', 'near', 'at', 'to', 'outside', 'around'])
const MOST_INITIALS = 7

/**
 * What a whole text tells about its words with a capital: written small elsewhere, inside a sentence, after a given name, a
 * title or "in", before "'s" (Chieu & Ng 2002, global features). Keyed by the hash of the word in lower case.
 */
export function documentFacts(sentences: readonly (readonly Form[])[], lists: WordLists): ReadonlyMap<number, number> {
  const facts = new Map<number, number>()
  const add = (form: Form, fact: number) => facts.set(form.word, (facts.get(form.word) ?? 0) | fact)
  for (const forms of sentences)
    for (let i = 0; i < forms.length; i++) {
      const form = forms[i] as Form
      if (!hasLetter(form)) continue
      if (!isCapital(form)) add(form, FACT.lower)
      else for (const fact of factsAt(forms, i, lists)) add(form, fact)
    }
  return facts
}

function factsAt(forms: readonly Form[], i: number, lists: WordLists): readonly number[] {
  const before = forms[i - 1]
  const after = forms[i + 1]
  const found: number[] = []
  if (before && isCapital(before)) found.push(FACT.afterCapital)
  else if (i > 0) found.push(FACT.inside)
  if (before && (lists.of(before.exact) & LISTS.given) !== 0) found.push(FACT.afterGiven)
  if (before && (lists.of(before.word) & LISTS.title) !== 0) found.push(FACT.afterTitle)
  if (before && PLACE_WORDS.has(before.text)) found.push(FACT.afterPlaceWord)
  if (after?.text.endsWith('s') && /^['’]s$/u.test(after.text)) found.push(FACT.possessive)
  if (after && isCapital(after)) found.push(FACT.beforeCapital)
  if (after && /^(?:said|says|told|announced|denied|wrote|added)$/u.test(after.text)) found.push(FACT.beforeVerb)
  if (before?.text === '(' && after?.text === ')' && spellsBefore(forms, i)) found.push(FACT.acronym)
  return found
}

/** Whether the word in brackets is made of the initials of the words before it: "International Atomic Energy Agency (IAEA)". */
function spellsBefore(forms: readonly Form[], i: number): boolean {
  const letters = (forms[i] as Form).text.replace(/[^\p{L}]/gu, '')
  if (letters.length < 2 || letters.length > MOST_INITIALS) return false
  let at = letters.length - 1
  for (let j = i - 2; j >= 0 && j > i - 2 - 2 * MOST_INITIALS && at >= 0; j--) {
    const { text } = forms[j] as Form
    if (text[0]?.toUpperCase() === letters[at]?.toUpperCase() && isCapital(forms[j] as Form)) at -= 1
    else if (isCapital(forms[j] as Form)) return false
  }
  return at < 0
}

export function isCapital(form: Form): boolean {
  return form.capital
}

function hasLetter(form: Form): boolean {
  return form.fine !== 0 || /\p{L}/u.test(form.text)
}

/** The single facts of a mask, 0 … 9. */
export const FACT_BITS = Object.keys(FACT).length
