import type { Span } from '../core/span.ts'

export type Word = { readonly norm: string; readonly start: number; readonly end: number }

/** Letters of scripts written without spaces: each is a word, and a run of them is asked for as a phrase. */
const ALONE = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  .map(script => `\\p{sc=${script}}`)
  .join('')
const INSIDE = '\\p{L}\\p{M}\\p{N}'
const RUN = new RegExp(`[${ALONE}]|[${INSIDE}]+?(?=[${ALONE}]|[^${INSIDE}]|$)`, 'gu')

/** The words of a text as they are searched: lower case, without accents and marks. */
export function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(RUN)].flatMap(({ 0: word, index }) => {
    const norm = fold(word)
    return norm === '' ? [] : [{ norm, start: index, end: index + word.length }]
  })
}

function fold(word: string): string {
  return word
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** Words that must follow one another; with `prefix` the last need only begin so. */
export type Phrase = { readonly words: readonly string[]; readonly prefix: boolean }

/** What is asked for: words and "phrases", all of which must be there. Nothing in it can be wrong. */
export function queryOf(text: string): readonly Phrase[] {
  return [...text.matchAll(/"([^"]*)"|([^\s"]+)/gu)].flatMap(([, quoted, bare = '']) => {
    const words = wordsOf(quoted ?? bare).map(word => word.norm)
    return words.length === 0 ? [] : [{ words, prefix: quoted === undefined && bare.endsWith('*') }]
  })
}

/** Where a phrase begins in a list of words. */
export function placesOf({ words, prefix }: Phrase, norms: readonly string[]): readonly number[] {
  const last = words.length - 1
  const fits = (at: number) =>
    words.every((word, k) => (prefix && k === last ? norms[at + k]?.startsWith(word) : norms[at + k] === word))
  return norms.flatMap((_, at) => (fits(at) ? [at] : []))
}

const BEFORE = 60
const LENGTH = 240

/** The passage of a text with the most different phrases, the first of equals; the words found as spans in it. */
export function snippetOf(text: string, query: readonly Phrase[]): { text: string; found: readonly Span[] } {
  const words = wordsOf(text)
  const norms = words.map(word => word.norm)
  const found = query
    .flatMap((phrase, id) =>
      placesOf(phrase, norms).map(at => ({
        id,
        start: words[at]?.start ?? 0,
        end: words[at + phrase.words.length - 1]?.end ?? 0,
      })),
    )
    .sort((a, b) => a.start - b.start || a.end - b.end)
  const best = bestStart(found)
  const from = beginOf(words, text, Math.max(0, best - BEFORE))
  const to = endOf(words, text, from + LENGTH)
  const inside = found.filter(({ start, end }) => start >= from && end <= to)
  return {
    text: text.slice(from, to),
    found: apart(inside).map(({ start, end }) => ({ start: start - from, end: end - from })),
  }
}

/** Where the window with the most different phrases begins. */
function bestStart(found: readonly { readonly id: number; readonly start: number; readonly end: number }[]): number {
  const counts = new Map<number, number>()
  let [best, most, last] = [found[0]?.start ?? 0, 0, 0]
  for (const first of found) {
    for (; last < found.length; last++) {
      const next = found[last]
      if (!next || next.end > first.start - BEFORE + LENGTH) break
      counts.set(next.id, (counts.get(next.id) ?? 0) + 1)
    }
    if (counts.size > most) [best, most] = [first.start, counts.size]
    const left = (counts.get(first.id) ?? 0) - 1
    if (left > 0) counts.set(first.id, left)
    else counts.delete(first.id)
  }
  return best
}

/** A passage begins and ends with whole words. */
function beginOf(words: readonly Word[], text: string, at: number): number {
  return at === 0 ? 0 : (words.find(word => word.start >= at)?.start ?? text.length)
}

function endOf(words: readonly Word[], text: string, at: number): number {
  if (at >= text.length) return text.length
  const last = words.findLast(word => word.end <= at)
  return last ? last.end : at
}

function apart(spans: readonly Span[]): readonly Span[] {
  const kept: Span[] = []
  for (const span of spans) if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span)
  return kept
}
