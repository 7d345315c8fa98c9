import { contains, type Span, within } from '../core/span.ts'
import type { Annotation, Doc } from '../core/types.ts'
import { insideQuote } from './quoted.ts'

/** Pronouns that may give way to a name: those of one person, as subjects. */
const PRONOUNS: ReadonlySet<string> = new Set(['he', 'she'])

/**
 * Who a pronoun at the very start of a sentence stands for, as the page may write him: only where the reading is sure, he is
 * the one person named in the sentence before, and nobody is named before "he" comes up. A writer who doubts leaves it.
 */
export function referenceAt(doc: Doc, at: Span): Annotation<'name'> | undefined {
  const { layers } = doc
  const token = within(layers.token, at)[0]
  if (!token || token.span.end !== at.end || !PRONOUNS.has(token.value.norm) || insideQuote(doc, at)) return undefined
  const place = layers.sentence.findIndex(({ span }) => span.start === at.start)
  const [before, own] = [layers.sentence[place - 1], layers.sentence[place]]
  if (!before || !own || before.value.paragraph < own.value.paragraph - 1) return undefined
  const people = within(layers.name, before.span).filter(({ value }) => value.type === 'PERSON')
  const [person] = people
  if (!person || people.some(({ value }) => value.label !== person.value.label)) return undefined
  const mention = layers.mention.find(({ span, value }) => span.start === at.start && span.end === at.end && value.sure)
  const same = mention && layers.mention.filter(({ value }) => value.chain === mention.value.chain)
  return same?.some(({ span, value }) => value.kind === 'name' && contains(span, person.span)) ? person : undefined
}

/** The pronoun that begins a sentence, where its person is known. */
export function openingReference(doc: Doc, sentence: Span): Span | undefined {
  const first = within(doc.layers.token, sentence)[0]?.span
  return first && first.start === sentence.start && referenceAt(doc, first) ? first : undefined
}
