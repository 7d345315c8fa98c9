import { Readability } from '@mozilla/readability'
import type { Link } from '../core/types.ts'
import { type Block, blocksOf, joinBlocks } from './blocks.ts'
import { cleanByline } from './byline.ts'
import {
  attribute,
  type DomDocument,
  type DomElement,
  type DomNode,
  isElement,
  isText,
  parsePage,
  squeeze,
} from './dom.ts'
import { type Filtered, filterBlocks } from './filter.ts'
import { type Metadata, readMetadata } from './metadata.ts'
import { scanParagraphs } from './scan.ts'
import { readStamp } from './stamp.ts'
import { weigh } from './weight.ts'

export type Page = {
  readonly text: string
  readonly metadata: Metadata
  readonly related: readonly Link[]
  readonly promoted: readonly Link[]
  /** The page was too heavy for a tree, so its text is rough. */
  readonly rough: boolean
}

/** A heavier page is read in one pass without a tree. Pages of news have a tenth of this. */
const LARGEST = 3_000_000
const DEEPEST = 200
const MOST_TAGS = 30_000
/** Depth times length: how far text is walked over again and again. */
const HEAVIEST = 200_000_000

function isHeavy(html: string): boolean {
  if (html.length > LARGEST) return true
  const { depth, tags, length } = weigh(html)
  return depth > DEEPEST || tags > MOST_TAGS || depth * length > HEAVIEST
}

const MOST_LINKS = 10

/** The main text of a whole page by Readability (Arc90; Mozilla) and our own filter, with what the page says about itself. */
export function readPage(html: string, url?: string): Page {
  if (isHeavy(html)) return roughPage(html)
  const document = parsePage(html)
  const own = readMetadata(document)
  const base = baseOf(document, own.url ?? url)
  const aside = takeAsides(document, base)
  const main = mainOf(document)
  const metadata = main.byline && !own.byline ? { ...own, byline: main.byline } : own
  const filtered = filterBlocks(blocksOf(main.root, base))
  const found = filtered.kept.length > 0 ? filtered : filterBlocks(blocksOf(document.body, base))
  return {
    text: joinBlocks(withoutHead(found.kept, metadata)),
    metadata,
    related: linksOf(aside.related, found.related),
    promoted: linksOf(aside.promoted, found.promoted),
    rough: false,
  }
}

/** A piece of HTML as feeds carry it: all of it is the article. */
export function readFragment(html: string, url?: string): Pick<Page, 'text' | 'related' | 'promoted' | 'rough'> {
  if (isHeavy(html)) return roughPage(html)
  const { kept, related, promoted }: Filtered = filterBlocks(blocksOf(parsePage(html).body, url))
  return { text: joinBlocks(kept), related: linksOf(related), promoted: linksOf(promoted), rough: false }
}

function roughPage(html: string): Page {
  const head = html.slice(0, 200_000)
  const end = head.search(/<body\b|<\/head>/iu)
  const metadata = end > 0 ? readMetadata(parsePage(`${head.slice(0, end)}</head><body></body></html>`)) : {}
  return { text: roughText(html), metadata, related: [], promoted: [], rough: true }
}

/** All text of a page, but for its furniture, without a tree. */
export function roughText(html: string): string {
  const blocks = scanParagraphs(html).map(text => ({ kind: 'text', text, linked: 0, links: [] }) as const)
  return joinBlocks(filterBlocks(blocks).kept)
}

/** Readability changes the document it reads, so this comes last. */
function mainOf(document: DomDocument): {
  readonly root: DomElement
  readonly byline?: string
} {
  const found = new Readability<DomElement>(document as never, {
    serializer: node => node as never,
    keepClasses: true,
  }).parse()
  if (!found?.content) return { root: document.body }
  return {
    root: found.content,
    ...(found.byline ? { byline: found.byline } : {}),
  }
}

function baseOf(document: DomDocument, url: string | undefined): string | undefined {
  const href = document.querySelector('base[href]')
  const written = href ? attribute(href, 'href') : ''
  if (written && URL.canParse(written, url)) return new URL(written, url).href
  return url && URL.canParse(url) ? url : undefined
}

const RELATED =
  /(?:^|[\s_-])(?:related|recommended|recommendations|read-?more|more-?on|see-?also|most-?read|most-?popular|trending)(?:$|[\s_-])/iu
const PROMOTED =
  /(?:^|[\s_-])(?:promo|promoted|promotion|sponsor|sponsored|advert|advertisement|taboola|outbrain|native-?ad|partner-?content)(?:$|[\s_-])/iu

/** Takes boxes of links to other articles out of the page. Only boxes that are little but links: names alone can mislead. */
function takeAsides(document: DomDocument, base: string | undefined) {
  const links = { related: [] as Link[], promoted: [] as Link[] }
  for (const element of document.querySelectorAll('aside, section, div, ul, nav')) {
    const name = `${attribute(element, 'class')} ${attribute(element, 'id')} ${attribute(element, 'aria-label')}`
    const kind = PROMOTED.test(name) ? 'promoted' : RELATED.test(name) ? 'related' : undefined
    if (!kind || !isLinkBox(element)) continue
    links[kind].push(...blocksOf(element, base).flatMap(block => block.links))
    element.remove()
  }
  return links
}

function isLinkBox(element: DomElement): boolean {
  const all = lengthOf(element)
  if (all === 0 || all > LONGEST_BOX) return false
  const linked = [...element.querySelectorAll('a')].reduce(
    (sum, link) => sum + squeeze(link.textContent ?? '').length,
    0,
  )
  return linked >= all * 0.6
}

const LONGEST_BOX = 5000
const MOST_NODES = 2000

/** Characters below a node; counting stops where it is clear that they are many. */
function lengthOf(root: DomElement): number {
  let length = 0
  let nodes = 0
  const open: DomNode[] = [root]
  for (let node = open.pop(); node; node = open.pop()) {
    if (isText(node)) length += squeeze(node.textContent ?? '').length
    else if (isElement(node)) open.push(...node.childNodes)
    if (length > LONGEST_BOX || nodes++ > MOST_NODES) return Number.POSITIVE_INFINITY
  }
  return length
}

/** How far down a headline, byline or date may stand before the text. */
const HEAD = 5

/** The headline, byline and date again at the start of the text are left out. */
function withoutHead(blocks: readonly Block[], { title, heading, byline }: Metadata): readonly Block[] {
  const again = (text: string) =>
    [title, heading, byline].some(own => own !== undefined && key(own) === key(text)) ||
    (text.length <= 100 && byline !== undefined && key(cleanByline(text) ?? '') === key(cleanByline(byline) ?? text)) ||
    isOnlyDate(text)
  const kept = blocks.filter(({ text }, i) => i >= HEAD || !again(text))
  return kept.length > 0 ? kept : blocks
}

/** A short line that says a date and little else. */
function isOnlyDate(text: string): boolean {
  return (
    text.length <= 60 &&
    (text.match(/\p{L}+/gu)?.length ?? 0) <= 5 &&
    !/[.!?]$/u.test(text) &&
    readStamp(text, 'extract/visible-date') !== undefined
  )
}

function key(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Links with words, each address once, in order. */
function linksOf(...lists: readonly (readonly Link[])[]): readonly Link[] {
  const found = new Map<string, Link>()
  for (const link of lists.flat()) if (link.title.length >= 10 && !found.has(link.url)) found.set(link.url, link)
  return [...found.values()].slice(0, MOST_LINKS)
}
