import type { Source } from '../core/briefing.ts'
import type { Article, Doc } from '../core/types.ts'

/** Reads an article again, with the same rules that made the briefing. */
export type Reader = (article: Article) => Doc

/** The article a source stands for, as far as reading it again needs. */
export function articleOf(source: Source): Article {
  const {
    article,
    title,
    publisher,
    lang,
    url,
    published,
    modified,
    known,
    byline,
    dateline,
    text,
    related,
    promoted,
  } = source
  return {
    id: article,
    report: '',
    publisher,
    lang,
    title,
    text,
    related,
    promoted,
    ...(url === undefined ? {} : { url }),
    ...(published ? { published } : {}),
    ...(modified ? { modified } : {}),
    ...(known ? { known } : {}),
    ...(byline === undefined ? {} : { byline }),
    ...(dateline ? { dateline } : {}),
  }
}
