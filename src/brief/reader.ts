import type { Source } from '../core/briefing.ts'
import type { Article, Doc } from '../core/types.ts'
import { carriedOf } from './sources.ts'

/** Reads an article again, with the same rules that made the briefing. */
export type Reader = (article: Article) => Doc

/** The article a source stands for, as far as reading it again needs. */
export function articleOf(source: Source): Article {
  return { id: source.article, report: '', text: source.text, ...carriedOf(source) }
}
