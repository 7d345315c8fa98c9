import { articleId, textId } from '../core/article.ts'
import type { Article, Notice, Report } from '../core/types.ts'

export type Extracted = { readonly article?: Article; readonly notices: readonly Notice[] }

/** The readable text of a report, with what is known of it. Pure; never throws. */
export function extract(report: Report): Extracted {
  const day = /^\d{4}-\d{2}-\d{2}/u.exec(report.published ?? '')?.[0]
  const parts = {
    publisher: report.publisher ?? '',
    title: report.title ?? '',
    ...(report.url ? { url: report.url } : {}),
    ...(day ? { published: { value: day, precision: 'day', certainty: 'stated', by: 'extract/record' } as const } : {}),
  }
  const id = articleId(parts, textId(report.body))
  const article = {
    id,
    report: report.id,
    lang: report.lang ?? 'und',
    ...parts,
    text: report.body,
    related: [],
    promoted: [],
  }
  return { article, notices: [] }
}
