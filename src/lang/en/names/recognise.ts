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

/** Opens the weights of models/en. Tokens must have gone through the reader of syntax, best with the same `forms`. */
export function openRecogniser(forms = openForms()): Recogniser {
  const lists = openWordLists()
  const tagNames = openTagger().names
  const tagOf = new Map(tagNames.map((name, i) => [name, i]))
  const proper = tagNames.map(name => name.startsWith('PROPN'))
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
        const compound = !proper[tags[end - 1] as number]
        const span = first && last && bareName(text, { start: first.start, end: last.end }, type, compound)
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

/**
 * "Kyiv-based", "anti-Russian", "southern Lebanon": the name is the part with a capital. Not so "Kim Jong-un", whose last word the
 * tagger calls a proper noun: `compound` says that it does not.
 */
function bareName(text: string, given: Span, type: string, compound: boolean): Span {
  const side = type === 'PLACE' ? /^\p{Ll}+ern (?=\p{Lu})/u.exec(text.slice(given.start, given.end)) : null
  const { start, end } = { start: given.start + (side?.[0].length ?? 0), end: given.end }
  const written = text.slice(start, end)
  const tail = compound ? /[-‐‑]\p{Ll}[\p{Ll}-]*$/u.exec(written) : null
  const head = /^\p{Ll}+[-‐‑](?=\p{Lu})/u.exec(written)
  return {
    start: start + (head?.[0].length ?? 0),
    end:
      tail && tail.index > 0 && /^[^\s]*$/u.test(written.slice(written.lastIndexOf(' ') + 1))
        ? start + tail.index
        : end,
  }
}
