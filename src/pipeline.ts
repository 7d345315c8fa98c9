import { annotate, languageFor } from './annotate/index.ts'
import { type BriefSettings, briefing, type Material, withChanges } from './brief/index.ts'
import { claims, type EventLexicon, eventLexicon } from './claim/index.ts'
import type { Briefing, Topic } from './core/briefing.ts'
import type { Day } from './core/day.ts'
import type { Article, Claim, CodedEvent, Doc, Notice } from './core/types.ts'
import { lineages } from './dedupe/index.ts'
import { extract } from './extract/index.ts'
import { type IngestOptions, ingest } from './ingest/index.ts'
import { english } from './lang/en/index.ts'
import type { Language } from './lang/language.ts'
import {
  byNotice,
  dayKnown,
  findDisagreements,
  holdsWanted,
  inOrder,
  knownAt,
  knownBy,
  mergeClaims,
  newestDay,
  nothingBefore,
  nothingOnTopic,
  onTopic,
  topicOf,
  undated,
} from './merge/index.ts'

/** What reading needs besides the reports: the languages it knows and their event words. Opened once, then only read. */
export type Tools = { readonly language: Language; readonly events: EventLexicon }

/** `parse`: which sentences get their dependencies; a page needs them where somebody is named and something happens. */
export function openTools(parse: 'all' | 'told' = 'told'): Tools {
  const events = eventLexicon()
  return { language: english(parse === 'all' ? 'all' : { tells: lemma => events.rows.has(lemma) }), events }
}

/** A topic as the user gives it: a few words, or the parts spelled out. */
export type Wanted = string | Topic

export type Result = {
  readonly briefing?: Briefing
  /** What the page was written from: all events on the topic known by the day. */
  readonly events: readonly CodedEvent[]
  readonly notices: readonly Notice[]
}

/** A document as it is read now, or was read before by the same rules; then with its claims. */
export type Read = { readonly doc: Doc; readonly claims?: readonly Claim[] }

/**
 * The main path: reports in, a sourced briefing out.
 * `asOf` is the last day whose reports may be used; without it the newest day of the reports. No clock is read.
 * `since` makes the page tell what changed: an earlier briefing, or the day of one, made from the same reports.
 */
export async function brief(
  inputs: readonly string[],
  wanted: Wanted,
  options: { asOf?: Day; since?: Day | Briefing; ingest?: IngestOptions; tools?: Tools } = {},
): Promise<Result> {
  const tools = options.tools ?? openTools()
  const topic = typeof wanted === 'string' ? readTopic(wanted, tools.language) : wanted
  const notices: Notice[] = [...(tools.language.notices ?? [])]
  const found = articles(inputs, notices, options.ingest)
  const read = readAll(found, article => mayCount(article, topic, options.asOf, tools), tools)
  return briefRead(read, topic, { ...options, notices, tools })
}

/** Reads articles; those that cannot count for the page are not read and come as undefined. */
async function* readAll(
  found: AsyncIterable<Article>,
  may: (article: Article) => boolean,
  { language }: Tools,
): AsyncGenerator<Read | undefined> {
  for await (const article of found) yield may(article) ? { doc: annotate(article, language) } : undefined
}

/** Whether an article may count for a page: known by its day, if that is given, and with one of the wanted words. */
function mayCount(article: Article, topic: Topic, asOf: Day | undefined, { language }: Tools): boolean {
  if (asOf !== undefined && knownAt(article) !== undefined && !knownBy(article, asOf)) return false
  return holdsWanted(article, language.tokens(article.text), topic)
}

/** The same from documents that are read already; `notices` may grow while they come. */
export async function briefRead(
  found: AsyncIterable<Read | undefined>,
  wanted: Wanted,
  {
    asOf: given,
    since,
    notices,
    tools,
  }: { asOf?: Day; since?: Day | Briefing; notices: readonly Notice[]; tools: Tools },
): Promise<Result> {
  const topic = typeof wanted === 'string' ? readTopic(wanted, tools.language) : wanted
  const docs: Doc[] = []
  const claimsOf = new Map<string, readonly Claim[]>()
  let setAside = 0
  for await (const read of found) {
    if (read && languageFor(read.doc.article, [tools.language]) && onTopic(read.doc, topic)) {
      docs.push(read.doc)
      if (read.claims) claimsOf.set(read.doc.article.id, read.claims)
    } else setAside++
  }
  const asOf = given ?? newestDay(docs.map(doc => doc.article))
  if (!asOf) return { events: [], notices: [...notices, nothingOnTopic(topic, setAside)] }
  const settings = { topic, asOf, language: tools.language, setAside, notices }
  const result = briefDocs(docs, settings, tools, claimsOf)
  return since === undefined ? result : sinceEarlier(result, since, docs, settings, tools)
}

/** The page with what changed since an earlier one. */
function sinceEarlier(
  result: Result,
  since: Day | Briefing,
  docs: readonly Doc[],
  settings: BriefSettings,
  tools: Tools,
): Result {
  const { briefing: page } = result
  if (!page) return result
  const earlier = typeof since === 'string' ? briefDocs(docs, { ...settings, asOf: since }, tools).briefing : since
  if (!earlier) return { ...result, notices: [...result.notices, nothingBefore(page.topic, String(since))] }
  const read = new Map(docs.map(doc => [doc.article.id, doc]))
  const again = (article: Article) => read.get(article.id) ?? annotate(article, tools.language)
  return { ...result, briefing: withChanges(page, earlier, again, tools.language) }
}

/**
 * From read reports on the topic to the page: what was known by the day, its origins, claims, events, sentences.
 * `claimsOf`: claims that were read before, by article.
 */
export function briefDocs(
  docs: readonly Doc[],
  settings: BriefSettings,
  tools: Tools,
  claimsOf: ReadonlyMap<string, readonly Claim[]> = new Map(),
): Result {
  const { asOf, topic } = settings
  const known = inOrder(docs.filter(doc => knownBy(doc.article, asOf)))
  const notices = [...settings.notices, ...undated(docs)].sort(byNotice)
  const setAside = settings.setAside + docs.length - known.length
  const material = materialOf(known, tools, claimsOf)
  const page = briefing(material, { ...settings, setAside, notices })
  const { events } = material
  return page ? { briefing: page, events, notices } : { events, notices: [...notices, nothingOnTopic(topic, setAside)] }
}

function materialOf(docs: readonly Doc[], tools: Tools, claimsOf: ReadonlyMap<string, readonly Claim[]>): Material {
  const byId = new Map(docs.map(doc => [doc.article.id, doc]))
  const origins = lineages(docs.map(doc => doc.article))
  const lineage = new Map(origins.flatMap(origin => origin.articles.map(id => [id, origin.id] as const)))
  const context = {
    lineageOf: (id: string) => lineage.get(id) ?? id,
    dayOf: (id: string) => {
      const doc = byId.get(id)
      return doc && dayKnown(doc.article)
    },
  }
  const events = mergeClaims(
    docs.flatMap(doc => claimsOf.get(doc.article.id) ?? claims(doc, tools.events)),
    context,
  )
  return { docs, lineages: origins, events, disagreements: findDisagreements(events, byId, context) }
}

/** Reports to articles, one at a time; what cannot be read becomes a notice. */
export async function* articles(
  inputs: readonly string[],
  notices: Notice[],
  options?: IngestOptions,
): AsyncGenerator<Article> {
  const seen = new Set<string>()
  for await (const item of ingest(inputs, options)) {
    if ('notice' in item) {
      notices.push(item.notice)
      continue
    }
    const { article, notices: told } = extract(item.report)
    notices.push(...told)
    if (article && !seen.has(article.id)) yield article
    if (article) seen.add(article.id)
  }
}

/** What a few words say about who and what the page is about. */
export function readTopic(words: string, language: Language): Topic {
  const bare = language.tokens(words)
  const sentences = language.sentences(words, bare)
  const tokens = language.syntax(words, { token: bare, sentence: sentences })
  const names = language.names(words, { token: tokens, sentence: sentences }, {})
  return topicOf(
    words,
    names,
    tokens.map(token => token.value.norm),
    language.words.stop,
  )
}
