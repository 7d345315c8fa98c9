import { dayOfStamp, momentOf } from '../../src/core/stamp.ts'
import type { Article, Stamp } from '../../src/core/types.ts'
import { extract } from '../../src/extract/index.ts'
import { readStamp } from '../../src/extract/stamp.ts'
import { readBytes } from '../../src/ingest/index.ts'
import { type PageCase, readPageCases } from '../loaders/pages.ts'
import { shingleF1, wordsOf } from '../scorers/shingles.ts'
import type { Figure, Suite } from '../types.ts'

/**
 * Pages with their main text and what they say about themselves, read from bytes to article.
 *
 * `f1`: mean 4-shingle F1 of our text and the expected one. `title`, `byline`, `published`: share of the pages that
 * expect one where ours is right. A title is right when its words are the expected ones, or those without a part at
 * either end that a sign sets apart (the site's name). A byline is right when its words are the expected ones, "by"
 * and what stands in brackets aside; where none is expected nothing is counted. A time is right when it is the same
 * moment, or the same day where either gives no zone.
 */
export const suite: Suite = {
  name: 'pages',
  datasets: [{ name: 'readability', path: 'bench/pages/readability', run: folder => run('readability', folder) }],
}

export type PageResult = {
  readonly name: string
  readonly f1: number
  /** Absent where nothing is expected. */
  readonly title?: boolean
  readonly byline?: boolean
  readonly published?: boolean
  readonly article?: Article
}

async function run(dataset: string, folder: string): Promise<readonly Figure[]> {
  const cases = readPageCases(folder)
  const started = performance.now()
  const results: PageResult[] = []
  for (const page of cases) results.push(await judgePage(page))
  const seconds = (performance.now() - started) / 1000
  const share = (metric: 'title' | 'byline' | 'published') => {
    const judged = results.flatMap(result => result[metric] ?? [])
    const value = judged.length === 0 ? 0 : judged.filter(Boolean).length / judged.length
    return { suite: 'pages', dataset, metric, value, n: judged.length }
  }
  const f1 = results.reduce((sum, result) => sum + result.f1, 0) / results.length
  return [
    { suite: 'pages', dataset, metric: 'f1', value: f1, n: results.length, seconds },
    share('title'),
    share('byline'),
    share('published'),
  ]
}

/** Reads one page and compares. */
export async function judgePage(page: PageCase): Promise<PageResult> {
  let article: Article | undefined
  for await (const item of readBytes(page.source, `${page.name}.html`))
    if ('report' in item) article ??= extract(item.report).article
  return {
    name: page.name,
    f1: shingleF1(article?.text ?? '', page.text),
    ...(page.title ? { title: sameTitle(article?.title ?? '', page.title) } : {}),
    ...(page.byline ? { byline: sameByline(article?.byline ?? '', page.byline) } : {}),
    ...(page.published ? { published: sameTime(article?.published, page.published) } : {}),
    ...(article ? { article } : {}),
  }
}

/** Whether a title is the expected one, or that without a part set apart at either end. */
export function sameTitle(ours: string, wanted: string): boolean {
  if (key(ours) === key(wanted)) return true
  const [own, other] = [key(ours), wanted.split(/(\s+[-\u2013\u2014|/»·•:]+\s+|[|_])/u)]
  const parts = other.map((_, i) => [key(other.slice(0, i).join('')), key(other.slice(i + 1).join(''))])
  return own !== '' && parts.some(([before, after]) => own === before || own === after)
}

/** Whether two bylines have the same words, "by" and brackets aside. */
export function sameByline(ours: string, wanted: string): boolean {
  const bare = (text: string) =>
    key(text.replace(/\([^()]*\)/gu, '').replace(/^\s*(?:written\s+)?(?:by|par|von)[\s:]/iu, ''))
  return bare(ours) === bare(wanted)
}

/** Whether a stamp is the moment that a text writes; the day where either has no zone. */
export function sameTime(ours: Stamp | undefined, wanted: string): boolean {
  const other = readStamp(wanted, 'bench')
  if (!ours || !other) return false
  if (ours.precision === 'second' && other.precision === 'second') return momentOf(ours) === momentOf(other)
  return dayOfStamp(ours) === dayOfStamp(other)
}

function key(text: string): string {
  return wordsOf(text).join(' ')
}
