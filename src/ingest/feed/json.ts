import { type Feed, type FeedItem, type Person, present } from './feed.ts'

type Fields = Readonly<Record<string, unknown>>

/** Whether a JSON value is a JSON Feed (jsonfeed.org, versions 1 and 1.1). */
export function isJsonFeed(value: unknown): value is Fields {
  if (!isFields(value) || !Array.isArray(value.items)) return false
  return typeof value.version === 'string'
    ? /jsonfeed\.org|^1(?:\.\d)?$/u.test(value.version)
    : 'feed_url' in value || 'home_page_url' in value
}

/** Reads a JSON Feed; items and fields of another type than the format's are passed over. */
export function readJsonFeed(feed: Fields): Feed {
  const items = Array.isArray(feed.items) ? feed.items.filter(isFields).map(readItem) : []
  return {
    kind: 'json',
    version: /(1(?:\.\d)?)$/u.exec(text(feed.version) ?? '')?.[1] ?? '',
    ...present({
      title: text(feed.title),
      description: text(feed.description),
      url: text(feed.home_page_url),
      feedUrl: text(feed.feed_url),
      lang: text(feed.language),
      published: items[0]?.published,
      updated: items[0]?.updated,
    }),
    links: [text(feed.home_page_url), text(feed.feed_url)].flatMap(link => link ?? []),
    authors: peopleOf(feed),
    categories: [],
    items,
  }
}

function readItem(item: Fields): FeedItem {
  const html = text(item.content_html)
  const plain = text(item.content_text)
  return {
    ...present({
      id: typeof item.id === 'number' ? String(item.id) : text(item.id),
      url: text(item.url) ?? text(item.external_url),
      title: text(item.title),
      description: text(item.summary),
      content: html ?? plain,
      published: text(item.date_published),
      updated: text(item.date_modified),
      lang: text(item.language),
    }),
    ...(html === undefined ? { plain: true } : {}),
    links: [text(item.url), text(item.external_url)].flatMap(link => link ?? []),
    authors: peopleOf(item),
    categories: Array.isArray(item.tags) ? item.tags.flatMap(tag => text(tag) ?? []) : [],
  }
}

function peopleOf(fields: Fields): readonly Person[] {
  const listed = Array.isArray(fields.authors) ? fields.authors : [fields.author]
  return listed
    .filter(isFields)
    .map(person => present({ name: text(person.name), uri: text(person.url) }))
    .filter(person => Object.keys(person).length > 0)
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
