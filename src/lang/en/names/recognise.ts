import type { Span } from '../../../core/span.ts'
import type { Layers, NameType } from '../../../core/types.ts'
import { type Form, type Forms, openForms } from '../syntax/forms.ts'
import { openTagger } from '../syntax/tagger.ts'
import { documentFacts } from './document-facts.ts'
import { openNameTagger } from './learned.ts'
import { openWordLists } from './word-lists.ts'

/** A name as the learned weights see it. */
export type Recognised = { readonly span: Span; readonly type: NameType }

/** Finds names by learned weights: in the whole text, so that one mention helps the others. */
export type Recogniser = (text: string, before: Pick<Layers, 'token' | 'sentence'>) => readonly Recognised[]

/** Opens the weights of models/en. Tokens must have gone through the reader of syntax. */
export function openRecogniser(): Recogniser {
  const forms = openForms()
  const lists = openWordLists()
  const tagNames = openTagger().names
  const tagOf = new Map(tagNames.map((name, i) => [name, i]))
  const find = openNameTagger(lists)
  return (text, before) => {
    const sentences = sentencesOf(text, before, forms, tagOf)
    const facts = documentFacts(
      sentences.map(sentence => sentence.forms),
      lists,
    )
    return sentences.flatMap(({ forms, tags, spans }) =>
      find(forms, tags, facts).flatMap(({ start, end, type }) => {
        const [first, last] = [spans[start], spans[end - 1]]
        const span = first && last && bareName(text, { start: first.start, end: last.end }, type)
        return span ? [{ span, type: type as NameType }] : []
      }),
    )
  }
}

type Sentence = { readonly forms: readonly Form[]; readonly tags: Uint8Array; readonly spans: readonly Span[] }

function sentencesOf(
  text: string,
  { token, sentence }: Pick<Layers, 'token' | 'sentence'>,
  forms: Forms,
  tagOf: ReadonlyMap<string, number>,
): readonly Sentence[] {
  let at = 0
  return sentence.map(({ span }) => {
    while (at < token.length && (token[at]?.span.start ?? 0) < span.start) at += 1
    const from = at
    while (at < token.length && (token[at]?.span.start ?? 0) < span.end) at += 1
    const own = token.slice(from, at)
    return {
      forms: own.map(({ span }) => forms.of(text.slice(span.start, span.end))),
      tags: Uint8Array.from(own, ({ value }) => tagOf.get(`${value.pos}|${value.xpos}`) ?? 0),
      spans: own.map(({ span }) => span),
    }
  })
}

/** "Kyiv-based", "anti-Russian", "southern Lebanon": the name is the part with a capital. */
function bareName(text: string, given: Span, type: string): Span {
  const side = type === 'PLACE' ? /^\p{Ll}+ern (?=\p{Lu})/u.exec(text.slice(given.start, given.end)) : null
  const { start, end } = { start: given.start + (side?.[0].length ?? 0), end: given.end }
  const written = text.slice(start, end)
  const tail = /[-‐‑]\p{Ll}[\p{Ll}-]*$/u.exec(written)
  const head = /^\p{Ll}+[-‐‑](?=\p{Lu})/u.exec(written)
  return {
    start: start + (head?.[0].length ?? 0),
    end:
      tail && tail.index > 0 && /^[^\s]*$/u.test(written.slice(written.lastIndexOf(' ') + 1))
        ? start + tail.index
        : end,
  }
}
