type Fields = Readonly<Record<string, unknown>>

/** Where a value of an expected file is looked for in what we read, and how the two are compared. */
export type Wanted = {
  /** A field of Feed or FeedItem. */
  readonly field: string
  readonly value: unknown
  /** `moment`: the same instant; `person`: name and e-mail both stand in the text; `people`, `set`: as sets. */
  readonly as: 'text' | 'moment' | 'person' | 'people' | 'set'
}

export type WantedFeed = {
  readonly feed: readonly Wanted[]
  readonly items: readonly (readonly Wanted[])[]
  /** Expected fields we have no place for. */
  readonly unmodelled: readonly string[]
}

type Rule = readonly [field: string, as: Wanted['as']]

/** Fields of a feed, by their names in gofeed's and feedsmith's files (RSS, Atom, universal, JSON Feed). */
const FEED: Readonly<Record<string, Rule>> = {
  title: ['title', 'text'],
  description: ['description', 'text'],
  subtitle: ['description', 'text'],
  link: ['url', 'text'],
  home_page_url: ['url', 'text'],
  feedLink: ['feedUrl', 'text'],
  feed_url: ['feedUrl', 'text'],
  links: ['links', 'set'],
  language: ['lang', 'text'],
  copyright: ['copyright', 'text'],
  rights: ['copyright', 'text'],
  pubDate: ['published', 'text'],
  published: ['published', 'text'],
  pubDateParsed: ['published', 'moment'],
  publishedParsed: ['published', 'moment'],
  lastBuildDate: ['updated', 'text'],
  updated: ['updated', 'text'],
  lastBuildDateParsed: ['updated', 'moment'],
  updatedParsed: ['updated', 'moment'],
  managingEditor: ['authors', 'person'],
  webMaster: ['authors', 'person'],
  authors: ['authors', 'people'],
  categories: ['categories', 'set'],
  id: ['id', 'text'],
  version: ['version', 'text'],
  feedVersion: ['version', 'text'],
  feedType: ['kind', 'text'],
}

const ITEM: Readonly<Record<string, Rule>> = {
  title: ['title', 'text'],
  description: ['description', 'text'],
  summary: ['description', 'text'],
  content: ['content', 'text'],
  content_html: ['content', 'text'],
  content_text: ['content', 'text'],
  link: ['url', 'text'],
  url: ['url', 'text'],
  links: ['links', 'set'],
  guid: ['id', 'text'],
  id: ['id', 'text'],
  author: ['authors', 'person'],
  authors: ['authors', 'people'],
  categories: ['categories', 'set'],
  tags: ['categories', 'set'],
  pubDate: ['published', 'text'],
  published: ['published', 'text'],
  date_published: ['published', 'text'],
  pubDateParsed: ['published', 'moment'],
  publishedParsed: ['published', 'moment'],
  updated: ['updated', 'text'],
  date_modified: ['updated', 'text'],
  updatedParsed: ['updated', 'moment'],
}

/** Of RSS, `url` is the feed's. */
const SOURCE: Readonly<Record<string, Rule>> = { ...FEED, url: ['feedUrl', 'text'] }

/** What an expected file wants of us, and which of its fields have no place in our model of a feed. */
export function wantedOf(expected: unknown): WantedFeed {
  if (!isFields(expected)) return { feed: [], items: [], unmodelled: ['not an object'] }
  const list = expected.items ?? expected.entries
  const items = Array.isArray(list) ? list.filter(isFields) : []
  const own = Object.entries(expected).filter(([key]) => key !== 'items' && key !== 'entries')
  const feed = own.flatMap(([key, value]) => wanted(FEED, key, value, expected))
  const unmodelled = own.filter(([key]) => !FEED[key]).map(([key]) => key)
  const missing = items.flatMap(item => Object.keys(item).filter(key => !ITEM[key] && key !== 'source'))
  return {
    feed,
    items: items.map(item => Object.entries(item).flatMap(([key, value]) => wanted(ITEM, key, value, item))),
    unmodelled: [...unmodelled, ...missing.map(key => `item.${key}`)],
  }
}

/** Fields that another of the same object stands before: of two texts the fuller, of two people the editor. */
const BEFORE: Readonly<Record<string, readonly string[]>> = {
  content_text: ['content_html'],
  webMaster: ['managingEditor'],
  author: ['authors'],
}

function wanted(rules: Readonly<Record<string, Rule>>, key: string, value: unknown, all: Fields): readonly Wanted[] {
  if (key === 'source' && isFields(value))
    return Object.entries(value)
      .flatMap(([own, part]) => wanted(SOURCE, own, part, value))
      .map(want => ({ ...want, field: `source.${want.field}` }))
  const rule = rules[key]
  if (!rule || BEFORE[key]?.some(other => other in all)) return []
  const [field, as] = rule
  if (as === 'person' && isFields(value)) return [{ field, as: 'people', value: [value] }]
  if (as === 'people' && Array.isArray(value) && value.every(person => typeof person === 'string'))
    return value.map(person => ({ field, as: 'person', value: person }))
  if (as !== 'set' || !Array.isArray(value)) return [{ field, as, value: plain(value) }]
  const named = value.map(plain).filter(word => word !== '')
  return named.length > 0 ? [{ field, as, value: named }] : []
}

/** A link's address, a category's name, a wrapped value. */
function plain(value: unknown): unknown {
  if (!isFields(value)) return value
  return value.href ?? value.label ?? value.term ?? value.name ?? value.value ?? value.encoded ?? ''
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
