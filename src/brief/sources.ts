import { textId } from '../core/article.ts'
import type { Source } from '../core/briefing.ts'
import { byText } from '../core/order.ts'
import type { ArticleId, Doc } from '../core/types.ts'

/** Every report used, oldest first; those that a sentence rests on carry their text, so that the page can be verified alone. */
export function listSources(
  docs: readonly Doc[],
  lineageOf: (article: string) => string,
  cited: ReadonlySet<ArticleId>,
): readonly Source[] {
  const key = ({ article }: Doc) =>
    `${(article.published ?? article.known)?.value ?? '9'} ${article.publisher} ${article.id}`
  return [...docs]
    .sort((a, b) => byText(key(a), key(b)))
    .map(({ article }, i): Source => {
      const { title, publisher, lang, url, published, modified, known, byline, dateline, related, promoted } = article
      return {
        number: i + 1,
        article: article.id,
        title,
        publisher,
        lang,
        ...(url === undefined ? {} : { url }),
        ...(published ? { published } : {}),
        ...(modified ? { modified } : {}),
        ...(known ? { known } : {}),
        ...(byline === undefined ? {} : { byline }),
        ...(dateline ? { dateline } : {}),
        lineage: lineageOf(article.id),
        cited: cited.has(article.id),
        text: cited.has(article.id) ? article.text : '',
        textId: textId(article.text),
        related,
        promoted,
      }
    })
}
