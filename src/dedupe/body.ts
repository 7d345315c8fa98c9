import type { Article } from '../core/types.ts'

/** Fewer words are no text to compare: the title belongs to it. */
const LEAST_WORDS = 5

/** What an article says in its own words, as far as copies keep it: without its dateline; a stub with its title. */
export function bodyOf({ text, title, dateline }: Pick<Article, 'text' | 'title' | 'dateline'>): string {
  const body = (dateline && dateline.span.start < 100 ? text.slice(dateline.span.end) : text).trim()
  return body.split(/\s+/u, LEAST_WORDS).length < LEAST_WORDS ? `${title}\n${body}`.trim() : body
}

const QUOTED = /(?<=^|[\s(])(?:“[^”\n]+”|"[^"\n]+")(?=[\s.,;:!?)—–-]|$)/gmu

/** Without what it quotes: two authors quote the same words without copying each other. */
export function withoutQuotes(body: string): string {
  return body.replace(QUOTED, ' ')
}
