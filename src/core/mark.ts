import type { Span } from './span.ts'
import type { ArticleId, Evidence, Mark } from './types.ts'

/** What a mark is about: a passage of a report, wherever the page uses it, or all that rests on a report. */
export type MarkTarget =
  | { readonly kind: 'passage'; readonly article: ArticleId; readonly in: 'text' | 'title'; readonly span: Span }
  | { readonly kind: 'article'; readonly article: ArticleId }

/** `passage:3f2a…:text:120-184`, `article:3f2a…`. Passages, not sentences of a page: a page made anew keeps its marks. */
export function writeTarget(target: MarkTarget): string {
  if (target.kind === 'article') return `article:${target.article}`
  return `passage:${target.article}:${target.in}:${target.span.start}-${target.span.end}`
}

/** The passage that a published sentence is copied from, as what a mark is about. */
export function targetOf({ article, in: place, span }: Evidence): string {
  return writeTarget({ kind: 'passage', article, in: place ?? 'text', span })
}

const PASSAGE = /^passage:([^:\s]{1,100}):(text|title):(\d{1,9})-(\d{1,9})$/u
const ARTICLE = /^article:([^:\s]{1,100})$/u

/** Undefined where it is not written so. */
export function readTarget(text: string): MarkTarget | undefined {
  const article = ARTICLE.exec(text)?.[1]
  if (article) return { kind: 'article', article }
  const [, of, place, start, end] = PASSAGE.exec(text) ?? []
  if (!of || Number(start) >= Number(end)) return undefined
  return {
    kind: 'passage',
    article: of,
    in: place === 'title' ? 'title' : 'text',
    span: { start: Number(start), end: Number(end) },
  }
}

/**
 * The marks about a sentence, by what it is copied from. Where rules now cut the text otherwise, a mark stays with the
 * passage that shares at least half of the shorter one of the two.
 */
export function marksOn(sentence: { readonly evidence: readonly Evidence[] }, marks: readonly Mark[]): readonly Mark[] {
  const [from] = sentence.evidence
  return from ? marks.filter(({ target }) => isAbout(readTarget(target), from)) : []
}

function isAbout(target: MarkTarget | undefined, from: Evidence): boolean {
  if (!target || target.article !== from.article) return false
  if (target.kind === 'article') return true
  if (target.in !== (from.in ?? 'text')) return false
  const shared = Math.min(target.span.end, from.span.end) - Math.max(target.span.start, from.span.start)
  const shorter = Math.min(target.span.end - target.span.start, from.span.end - from.span.start)
  return shared > 0 && shared * 2 >= shorter
}
