import type { AmountValue } from '../../core/types.ts'
import { norm, type View } from './quotes-view.ts'

export type Bound = AmountValue['bound']

const PHRASES: readonly (readonly [string, Bound])[] = [
  ['at least', 'least'],
  ['no fewer than', 'least'],
  ['no less than', 'least'],
  ['not less than', 'least'],
  ['not fewer than', 'least'],
  ['a little over', 'least'],
  ['a total of', 'exact'],
  ['as many as', 'most'],
  ['as much as', 'most'],
  ['more than', 'least'],
  ['greater than', 'least'],
  ['upwards of', 'least'],
  ['in excess of', 'least'],
  ['well over', 'least'],
  ['just over', 'least'],
  ['over', 'least'],
  ['above', 'least'],
  ['exceeding', 'least'],
  ['no more than', 'most'],
  ['not more than', 'most'],
  ['at most', 'most'],
  ['up to', 'most'],
  ['less than', 'most'],
  ['fewer than', 'most'],
  ['just under', 'most'],
  ['under', 'most'],
  ['below', 'most'],
  ['close to', 'about'],
  ['an estimated', 'about'],
  ['nearly', 'about'],
  ['almost', 'about'],
  ['about', 'about'],
  ['around', 'about'],
  ['approximately', 'about'],
  ['roughly', 'about'],
  ['some', 'about'],
  ['circa', 'about'],
  ['~', 'about'],
  ['exactly', 'exact'],
]

const PATTERNS = PHRASES.map(([phrase, bound]) => ({ words: phrase.split(' '), bound }))

/** What the words right before token `i` say of the figure there, and where they begin; longest phrase first. */
export function boundBefore(
  view: View,
  i: number,
  floor: number,
): { readonly bound: Bound; readonly first: number } | undefined {
  for (const { words, bound } of PATTERNS) {
    const first = i - words.length
    if (first >= floor && words.every((word, k) => norm(view, first + k) === word)) return { bound, first }
  }
  return undefined
}

/** "or more", "or so", "or less" and "+" right after the figure. */
export function boundAfter(view: View, i: number): { readonly bound: Bound; readonly end: number } | undefined {
  if (norm(view, i) === '+' && view.tokens[i]?.span.start === view.tokens[i - 1]?.span.end)
    return { bound: 'least', end: i + 1 }
  if (norm(view, i) !== 'or') return undefined
  const word = norm(view, i + 1)
  if (word === 'more') return { bound: 'least', end: i + 2 }
  if (word === 'so') return { bound: 'about', end: i + 2 }
  return word === 'less' || word === 'fewer' ? { bound: 'most', end: i + 2 } : undefined
}
