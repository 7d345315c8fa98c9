import { textId } from '../core/article.ts'
import type { Source } from '../core/briefing.ts'
import { byText } from '../core/order.ts'
import type { Article, ArticleId, Doc } from '../core/types.ts'

/** What a source carries of its article as it is, so that it can be read again. */
const CARRIED = [
  'title',
  'publisher',
  'lang',
  'url',
  'published',
  'modified',
  'known',
  'byline',
  'dateline',
  'related',
  'promoted',
] as const satisfies readonly (keyof Source & keyof Article)[]

type Carried = Pick<Article, (typeof CARRIED)[number]>

/** Of a source or an article, what both have. */
export function carriedOf(from: Carried): Carried {
  const fields = CARRIED.flatMap(key => (from[key] === undefined ? [] : [[key, from[key]] as const]))
  return Object.fromEntries(fields) as unknown as Carried
}

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
    .map(
      ({ article }, i): Source => ({
        number: i + 1,
        article: article.id,
        ...carriedOf(article),
        lineage: lineageOf(article.id),
        cited: cited.has(article.id),
        text: cited.has(article.id) ? article.text : '',
        textId: textId(article.text),
      }),
    )
}
