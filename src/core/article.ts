import { idOf } from './id.ts'
import type { Article, ArticleId } from './types.ts'

/** Stands for a text inside an article's id, so that the id can be checked where the text itself is left out. */
export function textId(text: string): string {
  return idOf(text)
}

/** An article's id: a hash of its address, outlet, title, publication time and text. The same content has the same id. */
export function articleId(
  article: Pick<Article, 'url' | 'publisher' | 'title' | 'published'>,
  idOfText: string,
): ArticleId {
  return idOf(article.url, article.publisher, article.title, article.published?.value, idOfText)
}
