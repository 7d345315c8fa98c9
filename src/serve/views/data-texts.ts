import type { Article, ArticleId } from '../../core/types.ts'
import type { Store } from '../../store/index.ts'

/** Articles by id, as far as the store has them. */
export type Texts = (ids: Iterable<ArticleId>) => Promise<ReadonlyMap<ArticleId, Article>>

/** Articles kept at hand: they never change, and the rows of one view share many. */
const MOST = 1000

export function openTexts(store: Store): Texts {
  const held = new Map<ArticleId, Article>()
  return async ids => {
    const found = new Map<ArticleId, Article>()
    for (const id of new Set(ids)) {
      const article = held.get(id) ?? (await articleOf(store, id))
      if (!article) continue
      found.set(id, article)
      held.delete(id)
      held.set(id, article)
      const oldest = held.keys().next()
      if (held.size > MOST && !oldest.done) held.delete(oldest.value)
    }
    return found
  }
}

export async function articleOf(store: Store, id: ArticleId): Promise<Article | undefined> {
  for await (const article of store.articles({ id })) return article
  return undefined
}
