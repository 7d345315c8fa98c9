import type { Stamp } from '../core/types.ts'
import { attribute, type DomDocument, type DomElement, plainText, squeeze } from './dom.ts'
import { type Ld, readJsonLd } from './json-ld.ts'
import { readStamp } from './stamp.ts'
import { withoutTail } from './title.ts'

/** What a page says about itself outside its text. */
export type Metadata = {
  readonly title?: string
  readonly heading?: string
  readonly site?: string
  readonly byline?: string
  readonly published?: Stamp
  readonly modified?: Stamp
  readonly lang?: string
  readonly url?: string
}

const TITLES = ['dc:title', 'dcterm:title', 'dc.title', 'dcterms.title', 'citation_title', 'og:title']
const OTHER_TITLES = ['parsely-title', 'twitter:title', 'title']
const AUTHORS = [
  'dc:creator',
  'dcterm:creator',
  'dc.creator',
  'dcterms.creator',
  'citation_author',
  'author',
  'parsely-author',
  'article:author',
  'sailthru.author',
  'byl',
]
const PUBLISHED = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'date.published',
  'parsely-pub-date',
  'citation_publication_date',
  'citation_date',
  'dc.date.issued',
  'dcterms.created',
  'dc:date',
  'dc.date',
  'dcterms.date',
  'sailthru.date',
  'article.published',
  'publish-date',
  'publication_date',
  'pubdate',
  'date',
]
const MODIFIED = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'dc.date.modified',
  'dcterms.modified',
  'lastmod',
  'last-modified',
]

/** Reads JSON-LD, meta elements (Open Graph, article, Dublin Core, citation, parsely), `<time>`, canonical link, language. */
export function readMetadata(document: DomDocument): Metadata {
  const meta = metaOf(document)
  const first = (names: readonly string[]) => names.map(name => meta.get(name)).find(value => value !== undefined)
  const ld = readJsonLd(document)
  const fields = {
    title: textOr(
      headlineOf(ld, document.querySelector('title')?.textContent ?? ''),
      first(TITLES),
      first(OTHER_TITLES),
      ld.name,
      withoutTail(document.querySelector('title')?.textContent ?? ''),
    ),
    heading: textOr(headingOf(document)),
    site: textOr(first(['og:site_name', 'application-name', 'twitter:site:name']), ld.site),
    byline: textOr(ld.byline, AUTHORS.map(name => meta.get(name)).find(isName)),
    published: publishedOf(document, ld, first(PUBLISHED)),
    modified: stamp(ld.modified, 'extract/json-ld-date') ?? stamp(first(MODIFIED), 'extract/meta-date'),
    lang: document.documentElement
      ? attribute(document.documentElement, 'lang') || meta.get('og:locale')?.replace('_', '-')
      : undefined,
    url: canonicalOf(document) ?? meta.get('og:url'),
  }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value))
}

function metaOf(document: DomDocument): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const element of document.querySelectorAll('meta')) {
    const content = attribute(element, 'content')
    const names =
      `${attribute(element, 'property')} ${attribute(element, 'name')} ${attribute(element, 'itemprop')}`.toLowerCase()
    for (const name of names.split(/\s+/u))
      if (content !== '' && name !== '' && !found.has(name)) found.set(name, content)
  }
  return found
}

function textOr(...values: readonly (string | null | undefined)[]): string | undefined {
  for (const value of values) {
    const text = value ? plainText(value) : ''
    if (text !== '') return text
  }
  return undefined
}

/** `article:author` often holds an address. */
function isName(value: string | undefined): boolean {
  return value !== undefined && !/^https?:\/\//iu.test(value)
}

/** Of an article's two titles in JSON-LD the one that the page's own title begins with: some put a description in `headline`. */
function headlineOf({ title, name }: Ld, page: string): string | undefined {
  const own = plainText(page)
  return title && name && !own.includes(plainText(title)) && own.startsWith(plainText(name)) ? name : title
}

/** The page's only main heading, or the first inside its article. */
function headingOf(document: DomDocument): string | undefined {
  const all = [...document.querySelectorAll('h1')].filter(heading => squeeze(heading.textContent ?? '') !== '')
  const [only] = all
  if (only && all.length === 1) return only.textContent ?? undefined
  return document.querySelector('article h1, [itemprop=headline], main h1')?.textContent ?? undefined
}

function publishedOf(document: DomDocument, ld: Ld, meta: string | undefined): Stamp | undefined {
  return (
    stamp(ld.published, 'extract/json-ld-date') ??
    stamp(meta, 'extract/meta-date') ??
    firstStamp(document.querySelectorAll('[itemprop=datePublished], time[pubdate]'), 'extract/time-element') ??
    firstStamp(document.querySelectorAll('article time, main time, header time'), 'extract/time-element') ??
    firstStamp(document.querySelectorAll('time[datetime]'), 'extract/time-element') ??
    firstStamp(
      document.querySelectorAll('[class*=publish], [class*=byline], [class*=timestamp], [class*=date]'),
      'extract/visible-date',
    )
  )
}

/** How many elements are looked at for a date. */
const TRIES = 12

function firstStamp(elements: Iterable<DomElement>, by: string): Stamp | undefined {
  let tries = 0
  for (const element of elements) {
    if (tries++ === TRIES) return undefined
    const written =
      attribute(element, 'datetime') || attribute(element, 'content') || squeeze(element.textContent ?? '')
    const found = stamp(written, by)
    if (found) return found
  }
  return undefined
}

function stamp(text: string | undefined, by: string): Stamp | undefined {
  return text ? readStamp(text, by) : undefined
}

function canonicalOf(document: DomDocument): string | undefined {
  for (const link of document.querySelectorAll('link[rel]'))
    if (attribute(link, 'rel').toLowerCase() === 'canonical') return attribute(link, 'href') || undefined
  return undefined
}
