import type { Report } from '../../core/types.ts'
import { makeReport, notice } from '../report.ts'
import type { Context, Ingested } from '../types.ts'
import { type Element, parseXml } from '../xml.ts'
import { readAtom } from './atom.ts'
import type { Feed, FeedItem } from './feed.ts'
import { readRss } from './rss.ts'

/** Reads an RSS or Atom feed; undefined where the root is of another vocabulary. */
export function parseFeed(root: Element): Feed | undefined {
  if (root.name === 'feed') return readAtom(root)
  return /^(?:rss|rdf|rdf:rdf|channel)$/u.test(root.name) ? readRss(root) : undefined
}

/** The items of an XML feed as reports. */
export function* readFeed(source: string, name: string, context: Context): Generator<Ingested> {
  const { root, entities, tooDeep } = parseXml(source, context.limits.depth)
  if (entities)
    yield notice(
      'xml-entities',
      'the document declares entities; they are left as written',
      'Nothing to do if the text is complete.',
      name,
    )
  if (tooDeep)
    yield notice(
      'xml-too-deep',
      `elements are nested more than ${context.limits.depth} deep; their tags are left out`,
      'Check the feed with its publisher.',
      name,
    )
  const feed = root && parseFeed(root)
  if (feed) yield* reportsOf(feed, name, context)
  else yield notice('unknown-format', 'it is XML, but no feed', 'Give RSS, Atom, OPML or a page.', name)
}

/** One report an item: what the item does not say about itself the feed says. */
export function* reportsOf(feed: Feed, name: string, context: Context): Generator<Ingested> {
  if (feed.items.length === 0) yield notice('empty-feed', 'the feed has no items', 'Fetch it again later.', name)
  for (const [i, item] of feed.items.entries()) {
    const body = bodyOf(item)
    if (body === '' && !item.title)
      yield notice('not-a-report', `item ${i + 1} has neither a title nor a text`, 'Nothing to do.', name)
    else
      yield makeReport({
        ...fieldsOf(item, feed, context),
        body,
        format: item.plain ? 'text' : 'fragment',
        origin: { file: name },
      })
  }
}

/** The full text, or the short one where that says more. */
function bodyOf({ content = '', description = '' }: FeedItem): string {
  return content.length >= description.length ? content : description
}

function fieldsOf(item: FeedItem, feed: Feed, context: Context): Partial<Report> {
  const site = feed.url ?? context.url ?? feed.feedUrl
  const url = item.url && site && URL.canParse(item.url, site) ? new URL(item.url, site).href : item.url
  const byline = item.authors.flatMap(({ name, email }) => name ?? email ?? []).join(', ')
  const fields = {
    url,
    publisher: item.source?.title ?? feed.title,
    lang: item.lang ?? feed.lang,
    title: item.title,
    byline,
    published: item.published,
    modified: item.updated,
    fetched: context.fetched,
  }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value))
}
