import type { Annotation, Layers } from '../../core/types.ts'
import { isUpper } from './tokens-classes.ts'

type Token = Annotation<'token'>

/** A half-open range of token indices. */
export type Range = { readonly first: number; readonly end: number }

/** A text with its tokens by index and its sentences as token ranges; made once a text. */
export type View = {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly sentences: readonly (Range & { readonly paragraph: number })[]
  /** Index of the sentence of each token. */
  readonly sentenceOf: Int32Array
}

export function viewOf(text: string, before: Pick<Layers, 'token' | 'sentence'>): View {
  const sentenceOf = new Int32Array(before.token.length)
  const sentences: (Range & { readonly paragraph: number })[] = []
  let at = 0
  before.sentence.forEach((sentence, index) => {
    const first = at
    while (at < before.token.length && (before.token[at] as Token).span.end <= sentence.span.end) {
      sentenceOf[at] = index
      at += 1
    }
    sentences.push({ first, end: at, paragraph: sentence.value.paragraph })
  })
  return { text, tokens: before.token, sentences, sentenceOf }
}

export function norm(view: View, i: number): string {
  return view.tokens[i]?.value.norm ?? ''
}

export function isWord(view: View, i: number): boolean {
  return view.tokens[i]?.value.kind === 'word'
}

export function isCapital(view: View, i: number): boolean {
  const token = view.tokens[i]
  return token?.value.kind === 'word' && isUpper(view.text.codePointAt(token.span.start) ?? Number.NaN)
}

/** The token range as a span of the text. */
export function spanOf(view: View, range: Range): { readonly start: number; readonly end: number } {
  return { start: view.tokens[range.first]?.span.start ?? 0, end: view.tokens[range.end - 1]?.span.end ?? 0 }
}

/** The sentence token `i` belongs to. */
export function sentenceAt(view: View, i: number): Range {
  return view.sentences[view.sentenceOf[i] ?? 0] ?? { first: i, end: i }
}
