import { everySentence } from '../brief/index.ts'
import type { Briefing, Source } from '../core/briefing.ts'
import type { Span } from '../core/span.ts'
import type { Article, Evidence } from '../core/types.ts'
import type { Store } from '../store/index.ts'

/** A passage that a page rests on, and whether a later version of its report still says it word for word. */
export type OldPassage = {
  readonly in?: 'title'
  readonly span: Span
  readonly text: string
  readonly stands: boolean
}

/** A report that a page rests on and that has a later version under its address. */
export type Outdated = {
  /** Of the page's list of sources. */
  readonly number: number
  /** The version the page was made from. */
  readonly article: string
  /** The current one. */
  readonly later: Article
  /** When it was changed, as far as known: as it says, else when we got it. */
  readonly at?: string
  readonly passages: readonly OldPassage[]
}

/** Which cited reports of a page were edited since, by its sources' numbers; nothing of the page is changed. */
export async function outdated(briefing: Briefing, store: Pick<Store, 'articles'>): Promise<readonly Outdated[]> {
  const cited = citedPassages(briefing)
  const found: Outdated[] = []
  for (const source of briefing.sources) {
    if (!source.cited || source.url === undefined) continue
    const later = await laterVersion(source, source.url, store)
    if (!later) continue
    const at = (later.modified ?? later.known ?? later.published)?.value
    const passages = (cited.get(source.article) ?? []).map(evidence => passageOf(evidence, source, later))
    found.push({ number: source.number, article: source.article, later, ...(at ? { at } : {}), passages })
  }
  return found
}

/** The last version behind the one given; undefined where that is the last, or where the words are the same. */
async function laterVersion(
  { article, title, text }: Source,
  url: string,
  store: Pick<Store, 'articles'>,
): Promise<Article | undefined> {
  let [met, last]: [boolean, Article | undefined] = [false, undefined]
  for await (const version of store.articles({ address: url })) {
    if (version.id === article) [met, last] = [true, undefined]
    else if (met && isSamePart(version.url, url)) last = version
  }
  return last && (last.title !== title || last.text !== text) ? last : undefined
}

/** Parts of one page, such as the entries of a running report, differ behind the `#`: they are no versions of each other. */
function isSamePart(a: string | undefined, b: string): boolean {
  return URL.parse(a ?? '')?.hash === URL.parse(b)?.hash
}

/** The passages of each article that sentences rest on, each once, in the order of the page. */
function citedPassages(briefing: Briefing): ReadonlyMap<string, readonly Evidence[]> {
  const all = new Map<string, Map<string, Evidence>>()
  for (const { sentence } of everySentence(briefing))
    for (const evidence of sentence.evidence) {
      const { article, span } = evidence
      const own = all.get(article) ?? new Map<string, Evidence>()
      all.set(article, own)
      const key = `${evidence.in ?? ''} ${span.start} ${span.end}`
      if (!own.has(key)) own.set(key, evidence)
    }
  return new Map([...all].map(([article, passages]) => [article, [...passages.values()]]))
}

function passageOf(evidence: Evidence, source: Source, later: Article): OldPassage {
  const { span } = evidence
  const text = (evidence.in === 'title' ? source.title : source.text).slice(span.start, span.end)
  const stands = [later.title, later.text].some(words => squeezed(words).includes(squeezed(text)))
  return { ...(evidence.in ? { in: evidence.in } : {}), span, text, stands }
}

/** Line breaks and spaces are no words. */
function squeezed(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}
