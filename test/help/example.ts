import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { annotate } from '../../src/annotate/index.ts'
import type { Briefing } from '../../src/core/briefing.ts'
import type { Article, Doc, Notice } from '../../src/core/types.ts'
import { articles, briefRead, openTools } from '../../src/pipeline.ts'
import { readCrisis } from '../../src/run/config.ts'

export const EXAMPLE = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'examples', 'istanbul-2025')
export const crisis = readCrisis(join(EXAMPLE, 'dragoman.toml'))
export const tools = openTools()

const read = new Map<string, Doc>()

/** Reading is pure: an article that was read once need not be read again for each page and each forgery. */
export function readOnce(article: Article): Doc {
  const key = JSON.stringify(article)
  const doc = read.get(key) ?? annotate(article, tools.language)
  read.set(key, doc)
  return doc
}

/** The page of the example on a day, from reports that are read once for all pages; with what changed since an earlier day. */
export async function examplePage(asOf: string, since?: string): Promise<Briefing> {
  const notices: Notice[] = [...(tools.language.notices ?? [])]
  const docs = async function* () {
    for await (const article of articles(crisis.inputs, notices)) yield { doc: readOnce(article) }
  }
  const { briefing } = await briefRead(docs(), crisis.topic, {
    asOf,
    ...(since === undefined ? {} : { since }),
    notices,
    tools,
  })
  if (!briefing) throw new Error('the example gives no page')
  return briefing
}
