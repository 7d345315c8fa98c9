import type { Briefing } from '../core/briefing.ts'
import { partsOf, weekday, writeDay } from '../core/day.ts'
import { type FeedItem, feedOf } from './feed.ts'
import { html, type Markup } from './markup.ts'

/**
 * Atom 1.0 (RFC 4287). The escaping of HTML serves XML too: it leaves no markup, and no character that XML 1.0 refuses.
 */
export function toAtom(briefing: Briefing): string {
  const { id, title, subtitle, updated, items } = feedOf(briefing)
  const entry = (item: FeedItem) => html`<entry>
<id>${item.id}</id>
<title>${item.title}</title>
<updated>${item.updated}</updated>
${item.author !== undefined && html`<author><name>${item.author}</name></author>\n`}${item.link !== undefined && html`<link rel="alternate" href="${item.link}"/>\n`}${item.category !== undefined && html`<category term="${item.category}"/>\n`}<content type="html">${item.content}</content>
</entry>
`
  return html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<id>${id}</id>
<title>${title}</title>
<subtitle>${subtitle}</subtitle>
<updated>${updated}</updated>
<author><name>Dragoman</name></author>
<generator>Dragoman</generator>
${items.map(entry)}</feed>
`.markup
}

/** RSS 2.0. Where no address is known the link of the channel is its name, which is a URI too. */
export function toRss(briefing: Briefing): string {
  const { id, title, subtitle, updated, items } = feedOf(briefing)
  const item = (one: FeedItem): Markup => html`<item>
<guid isPermaLink="false">${one.id}</guid>
<title>${one.title}</title>
<pubDate>${rfc822(one.updated)}</pubDate>
${one.author !== undefined && html`<dc:creator>${one.author}</dc:creator>\n`}${one.link !== undefined && html`<link>${one.link}</link>\n`}${one.category !== undefined && html`<category>${one.category}</category>\n`}<description>${one.content}</description>
</item>
`
  return html`<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>${title}</title>
<link>${id}</link>
<description>${subtitle}</description>
<language>en</language>
<lastBuildDate>${rfc822(updated)}</lastBuildDate>
<generator>Dragoman</generator>
${items.map(item)}</channel>
</rss>
`.markup
}

/** JSON Feed 1.1. */
export function toJsonFeed(briefing: Briefing): string {
  const { title, subtitle, items } = feedOf(briefing)
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    description: subtitle,
    language: 'en',
    items: items.map(item => ({
      id: item.id,
      ...(item.link === undefined ? {} : { external_url: item.link }),
      title: item.title,
      content_html: item.content,
      date_published: item.updated,
      ...(item.author === undefined ? {} : { authors: [{ name: item.author }] }),
      ...(item.category === undefined ? {} : { tags: [item.category] }),
    })),
  }
  return `${JSON.stringify(feed, undefined, 2)}\n`
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** "Fri, 16 May 2025 12:05:00 +0000" of an RFC 3339 moment in UTC. */
function rfc822(moment: string): string {
  const day = moment.slice(0, 10)
  const month = writeDay(day).split(' ')[1]?.slice(0, 3)
  const { year, day: number } = partsOf(day)
  return `${WEEKDAYS[weekday(day) - 1]}, ${String(number).padStart(2, '0')} ${month} ${String(year).padStart(4, '0')} ${moment.slice(11, 19)} +0000`
}
