import { articleId, textId } from '../core/article.ts'
import type { Layers } from '../core/types.ts'
import { makeReport } from '../ingest/report.ts'
import type { Entry } from './contract.ts'

/** What does not hold in the records of a store: texts that no longer give their ids, layers beyond their texts. */
export async function* entryFaults(entries: AsyncIterable<Entry>): AsyncGenerator<string> {
  const lengths = new Map<string, number>()
  for await (const entry of entries) {
    if (entry.kind === 'report') {
      const again = makeReport(entry.report)
      if (!('report' in again) || again.report.id !== entry.report.id)
        yield `report ${entry.report.id} no longer says what came`
    } else if (entry.kind === 'article' && entry.article) {
      const { article } = entry
      lengths.set(article.id, article.text.length)
      if (articleId(article, textId(article.text)) !== article.id)
        yield `article ${article.id} no longer says what was read`
    } else if (entry.kind === 'layers') {
      const length = lengths.get(entry.article)
      if (length === undefined) yield `layers of ${entry.article} belong to no article`
      else if (!within(entry.layers, length)) yield `layers of ${entry.article} reach beyond its text`
    } else if (entry.kind === 'claims' && !lengths.has(entry.article))
      yield `claims of ${entry.article} belong to no article`
  }
}

function within(layers: Layers, length: number): boolean {
  return Object.values(layers)
    .flat()
    .every(({ span: { start, end } }) => start >= 0 && start <= end && end <= length)
}
