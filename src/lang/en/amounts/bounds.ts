import { norm, type View } from '../quotes-view.ts'
import type { AmountWords, Bound, BoundPhrase } from './words.ts'

/** What the words right before token `i` say of the figure there, and where they begin; longest phrase first. */
export function boundBefore(
  view: View,
  words: AmountWords,
  i: number,
  floor: number,
): { readonly bound: Bound; readonly first: number } | undefined {
  for (const phrase of words.boundsBefore.get(norm(view, i - 1)) ?? []) {
    const first = i - phrase.words.length
    if (first >= floor && stands(view, phrase, first)) return { bound: phrase.bound, first }
  }
  return undefined
}

/** "or more", "or so", "or less" and "+" right after the figure. */
export function boundAfter(
  view: View,
  words: AmountWords,
  i: number,
): { readonly bound: Bound; readonly end: number } | undefined {
  if (norm(view, i) === '+' && view.tokens[i]?.span.start === view.tokens[i - 1]?.span.end)
    return { bound: 'least', end: i + 1 }
  for (const phrase of words.boundsAfter.get(norm(view, i)) ?? [])
    if (stands(view, phrase, i)) return { bound: phrase.bound, end: i + phrase.words.length }
  return undefined
}

function stands(view: View, { words }: BoundPhrase, first: number): boolean {
  return words.every((word, k) => norm(view, first + k) === word)
}
