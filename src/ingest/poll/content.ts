import type { SourceKind } from '../../core/sources.ts'
import { collect } from '../bytes.ts'
import { decode, decodeHead } from '../decode.ts'
import type { Feed } from '../feed/feed.ts'
import { parseFeed, reportsOf } from '../feed/index.ts'
import { isJsonFeed, readJsonFeed } from '../feed/json.ts'
import { gunzip } from '../gzip.ts'
import { feedsOf, parseOpml } from '../opml.ts'
import { readStream } from '../read.ts'
import { notice } from '../report.ts'
import { HEAD, sniffBytes, sniffText } from '../sniff.ts'
import type { Context, Ingested, Limits, Told } from '../types.ts'
import { parseXml } from '../xml.ts'
import { type Loc, readSitemap } from './sitemap.ts'

/** A feed that a list names. */
export type Listed = { readonly address: string; readonly name?: string }

/** What a document of the network holds. `whole` is false where its end is missing. */
export type Content =
  | FeedContent
  | { readonly kind: 'page'; readonly items: AsyncIterable<Ingested> }
  | { readonly kind: 'sitemap'; readonly pages: readonly Loc[]; readonly sitemaps: readonly Loc[] }
  | { readonly kind: 'opml'; readonly feeds: readonly Listed[] }
  | { readonly fault: string }

export type FeedContent = {
  readonly kind: 'feed'
  readonly items: Iterable<Ingested>
  readonly whole: boolean
  readonly name?: string
  readonly lang?: string
}

export type Came = {
  readonly url: string
  readonly bytes: Uint8Array
  readonly charset?: string
  /** When it came, by our own clock, ISO 8601. */
  readonly at: string
}

/** What a document is, decided by its content alone, and what is in it. */
export async function contentOf(came: Came, limits: Limits): Promise<Content> {
  const bytes = await unpacked(came, limits)
  if (!bytes) return { fault: 'the archive it sends cannot be read' }
  const head = bytes.subarray(0, HEAD)
  const path = new URL(came.url).pathname
  const format = sniffBytes(head) ?? sniffText(decodeHead(head), path)
  if (format === 'empty') return { fault: 'the answer is empty' }
  const read = { ...came, bytes }
  const special =
    format === 'feed' || format === 'opml' || format === 'xml'
      ? xmlContent(read, limits)
      : format === 'json'
        ? jsonContent(read, limits)
        : undefined
  if (special) return special
  if (format === 'xml') return { fault: 'it is XML, but no feed, sitemap or list of feeds' }
  if (format === 'binary' || format === 'table' || format === 'zip')
    return { fault: `it is of a format that is not watched (${format})` }
  // An address often has no ending that tells plain text.
  const name = format === 'unknown' ? `${came.url}.txt` : came.url
  return { kind: 'page', items: readStream(chunkOf(bytes), name, contextOf(read, limits)) }
}

async function unpacked({ bytes, url }: Came, limits: Limits): Promise<Uint8Array | undefined> {
  if (sniffBytes(bytes.subarray(0, HEAD)) !== 'gzip') return bytes
  const { bytes: plain, notices } = await collect(gunzip(chunkOf(bytes), url, limits), limits.documentBytes)
  return notices.length > 0 ? undefined : plain
}

async function* chunkOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

function contextOf({ url, charset, at }: Came, limits: Limits): Context {
  return { limits, nesting: 0, url, fetched: at, ...(charset ? { charset } : {}) }
}

function xmlContent(came: Came, limits: Limits): Content | undefined {
  const { text } = decode(came.bytes, came.url, came.charset ? { charset: came.charset } : {})
  const { root } = parseXml(text, limits.depth)
  if (!root) return undefined
  const feed = parseFeed(root)
  if (feed) return feedContent(feed, came, limits, endsWhole(text))
  const sitemap = readSitemap(root, came.url)
  if (sitemap) return { kind: 'sitemap', ...sitemap }
  const opml = parseOpml(root)
  return opml && { kind: 'opml', feeds: listedIn(opml.outlines, came.url) }
}

function jsonContent(came: Came, limits: Limits): Content | undefined {
  const { text } = decode(came.bytes, came.url, came.charset ? { charset: came.charset } : {})
  try {
    const value: unknown = JSON.parse(text)
    return isJsonFeed(value) ? feedContent(readJsonFeed(value), came, limits, true) : undefined
  } catch {
    return { fault: 'it is not valid JSON' }
  }
}

function feedContent(feed: Feed, came: Came, limits: Limits, whole: boolean): FeedContent {
  const { items } = feed
  // The last item may be cut in the middle.
  const sound = whole ? feed : { ...feed, items: items.slice(0, -1) }
  return {
    kind: 'feed',
    items: told(sound, came, limits),
    whole,
    ...(feed.title ? { name: feed.title } : {}),
    ...(feed.lang ? { lang: feed.lang } : {}),
  }
}

/** A feed without items is no fault while it is watched: they may come. */
function* told(feed: Feed, came: Came, limits: Limits): Generator<Ingested> {
  for (const item of reportsOf(feed, came.url, contextOf(came, limits)))
    if ('report' in item || item.notice.code !== 'empty-feed') yield item
}

/** Whether the root element is closed: a server may have said too small a length. */
function endsWhole(text: string): boolean {
  return /<\/(?:rss|feed|channel|[\w.-]{1,20}:(?:RDF|feed|rss)|rdf)\s*>/iu.test(text.slice(-2000))
}

/** The feeds of an OPML list that can be watched. */
export function listedIn(outlines: Parameters<typeof feedsOf>[0], base: string): readonly Listed[] {
  const found = new Map<string, Listed>()
  for (const { feed = '', title } of feedsOf(outlines)) {
    const url = URL.parse(feed, URL.canParse(base) ? base : undefined)
    if (!url || !/^https?:$/u.test(url.protocol) || found.has(url.href)) continue
    found.set(url.href, { address: url.href, ...(title ? { name: title } : {}) })
  }
  return [...found.values()]
}

/** What a kind that was expected makes of another one that came; undefined where it fits. */
export function misfit(expected: SourceKind, content: Exclude<Content, { fault: string }>): string | undefined {
  if (content.kind === expected) return undefined
  return `it answers with a ${NAMES[content.kind]} instead of a ${NAMES[expected]}`
}

const NAMES: Readonly<Record<SourceKind, string>> = {
  feed: 'feed',
  sitemap: 'sitemap',
  page: 'page',
  folder: 'folder',
  opml: 'list of feeds',
}

/** The notice of a feed without its end. */
export function cutOff(address: string): Told {
  return notice(
    'feed-cut-off',
    'the feed ends in the middle; its last item is left out until it comes whole',
    'Nothing to do; tell the publisher if it stays so.',
    address,
  )
}

const SKEW = 10 * 60_000

/** The notice of a server whose clock is wrong. */
export function skewed(address: string, skew: number): Told | undefined {
  if (Math.abs(skew) < SKEW) return undefined
  const minutes = Math.round(Math.abs(skew) / 60_000)
  return notice(
    'clock-skew',
    `the clock of its server is ${minutes} minutes ${skew > 0 ? 'ahead' : 'behind'}; times of arrival are from this machine`,
    'Nothing to do if the clock of this machine is right.',
    address,
  )
}

const FEED_LINK = /<link\b[^<>]{0,500}?type\s*=\s*["']?application\/(?:rss|atom)\+xml[^<>]{0,500}>/iu
const HREF = /\bhref\s*=\s*(?:"([^"]{1,500})"|'([^']{1,500})'|([^\s"'<>]{1,500}))/iu

/** The notice of a page that names its feed. */
export function feedNamed(bytes: Uint8Array, url: string, address: string): Told | undefined {
  const [link = ''] = FEED_LINK.exec(decodeHead(bytes.subarray(0, HEAD))) ?? []
  const href = HREF.exec(link)
  const feed = URL.parse(href?.[1] ?? href?.[2] ?? href?.[3] ?? '', url)
  if (!href || !feed) return undefined
  return notice('feed-named', `the page names its feed: ${feed.href}`, 'Watch the feed instead of the page.', address)
}
