import { overlaps, within } from '../core/span.ts'
import type { Annotation, Doc } from '../core/types.ts'
import type { WordClasses } from '../lang/language.ts'
import { insideQuote } from './quoted.ts'
import { openingReference } from './reference.ts'

/** The label of a turn in a transcript: "Q  The President …", "MS. PSAKI: …". */
const TURN = /^(?:Q\s|\p{Lu}[\p{Lu}. '’-]{2,40}:)/u

/**
 * How well a sentence stands by itself on a page, 0 (not at all) to 1: whole, not too short or long, without words that
 * point outside it, not speaking to the reader.
 */
export function fitness(doc: Doc, sentence: Annotation<'sentence'>, classes: WordClasses): number {
  if (sentence.value.kind !== 'sentence') return 0
  const text = doc.article.text.slice(sentence.span.start, sentence.span.end)
  const tokens = within(doc.layers.token, sentence.span)
  const words = tokens.filter(({ value }) => value.kind === 'word' || value.kind === 'number')
  const first = words[0]?.value.norm ?? ''
  if (words.length < 7 || words.length > 60) return 0
  if (!/^["“'‘«(]?[\p{Lu}\p{N}$€£]/u.test(text) || !/[.!]["”'’»)]?$/u.test(text)) return 0
  if (TURN.test(text)) return 0
  const lower = text.toLowerCase()
  const referred = openingReference(doc, sentence.span) !== undefined
  if ((classes.pointing.has(first) && !referred) || !balanced(text) || text.includes('\n')) return 0
  if (classes.selfReference.some(phrase => lower.includes(phrase))) return 0
  const outside = words.filter(word => !insideQuote(doc, word.span))
  if (outside.some(({ value }) => classes.firstPerson.has(value.norm))) return 0
  let fit = 1
  if (words.length > 40) fit -= 0.25
  if (words.length < 10) fit -= 0.15
  if (/^["“'‘«]/u.test(text)) fit -= 0.3
  if (/^(?:The|A|An) /u.test(text) && !namesEarly(doc, sentence, 6)) fit -= 0.3
  // A sentence that began with "he" leans on the one before: "it" in it most likely does, too.
  if (referred && outside.some(({ value }) => classes.thirdPerson.has(value.norm) && !classes.personal.has(value.norm)))
    return 0
  if (referred) fit -= 0.15
  else if (pronounBeforeName(doc, sentence, words, classes)) fit -= 0.45
  if (text.includes(':') && text.indexOf(':') < 25) fit -= 0.2
  if (doc.layers.name.every(name => !overlaps(name.span, sentence.span))) fit -= 0.3
  return Math.max(fit, 0.05)
}

/** Whether a name begins among the first words. */
function namesEarly(doc: Doc, sentence: Annotation<'sentence'>, words: number): boolean {
  const opening = within(doc.layers.token, sentence.span)[words]
  const end = opening?.span.end ?? sentence.span.end
  return doc.layers.name.some(({ span }) => span.start >= sentence.span.start && span.start < end)
}

/** "… because he …" before anybody is named: the reader cannot know who. "He" and "she" want a person, "they" any name. */
function pronounBeforeName(
  doc: Doc,
  sentence: Annotation<'sentence'>,
  words: readonly Annotation<'token'>[],
  classes: WordClasses,
): boolean {
  return words.some(({ value, span }) => {
    if (!classes.thirdPerson.has(value.norm) || insideQuote(doc, span)) return false
    const before = within(doc.layers.name, { start: sentence.span.start, end: span.start })
    return !before.some(name => !classes.personal.has(value.norm) || name.value.type === 'PERSON')
  })
}

/** Whether brackets and double quotation marks open and close inside the text. */
function balanced(text: string): boolean {
  let round = 0
  let straight = 0
  let curly = 0
  for (const char of text) {
    if (char === '(') round++
    else if (char === ')') round--
    else if (char === '"') straight++
    else if (char === '“') curly++
    else if (char === '”') curly--
    if (round < 0) return false
  }
  return round === 0 && straight % 2 === 0 && curly === 0
}
