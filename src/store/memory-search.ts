import type { Article } from '../core/types.ts'
import type { Hit, SearchQuery } from './contract.ts'
import { MOST_HITS, TITLE_WEIGHT } from './ranking.ts'
import { type Phrase, placesOf, queryOf, snippetOf, wordsOf } from './words.ts'

/** Constants and formula of FTS5's bm25(), so that both stores rank alike: https://www.sqlite.org/fts5.html#the_bm25_function */
const K1 = 1.2
const B = 0.75
const LEAST_WEIGHT = 1e-6

/** Articles that hold all that is asked for, best first. Goes through all of them: meant for few. */
export function searchArticles(
  articles: readonly Article[],
  words: string,
  { limit = MOST_HITS }: SearchQuery,
  wanted: (article: Article) => boolean,
): readonly Hit[] {
  const query = queryOf(words)
  if (query.length === 0) return []
  const texts = articles.map(article => {
    const [title, text] = [article.title, article.text].map(part => wordsOf(part).map(word => word.norm))
    const often = query.map(phrase => count(phrase, title) * TITLE_WEIGHT + count(phrase, text))
    return { article, length: (title?.length ?? 0) + (text?.length ?? 0), often }
  })
  const mean = texts.reduce((sum, { length }) => sum + length, 0) / texts.length
  const weights = query.map((_, i) => rarity(texts.filter(({ often }) => (often[i] ?? 0) > 0).length, texts.length))
  return texts
    .filter(({ article, often }) => often.every(n => n > 0) && wanted(article))
    .map(({ article, length, often }) => {
      const parts = often.map(n => (n * (K1 + 1)) / (n + K1 * (1 - B + (B * length) / mean)))
      return { article, score: parts.reduce((sum, part, i) => sum + part * (weights[i] ?? 0), 0) }
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ article, score }) => ({ article, snippet: snippetOf(article.text, query), score }))
}

function count(phrase: Phrase, norms: readonly string[] = []): number {
  return placesOf(phrase, norms).length
}

function rarity(holding: number, all: number): number {
  return Math.max(LEAST_WEIGHT, Math.log((all - holding + 0.5) / (holding + 0.5)))
}
