import type { Briefing } from '../core/briefing.ts'
import { toCalendar } from './calendar.ts'
import { eventsCsv, statementsCsv } from './csv.ts'
import { toAtom, toJsonFeed, toRss } from './feed-formats.ts'
import { toGeoJson } from './geojson.ts'
import { toHtml } from './html.ts'
import { toJson } from './json.ts'
import { toLinkedData } from './linked-data.ts'
import { toMarkdown } from './markdown.ts'

/** A format that a briefing is published in: each a pure function, so that the same briefing gives the same bytes. */
export type Format = {
  /** What the command line calls it. */
  readonly id: string
  readonly file: string
  readonly type: string
  readonly write: (briefing: Briefing) => string
}

/** All formats; a new one is a row here and in docs/reference/formats.md. */
export const FORMATS: readonly Format[] = [
  { id: 'html', file: 'briefing.html', type: 'text/html; charset=utf-8', write: toHtml },
  { id: 'markdown', file: 'briefing.md', type: 'text/markdown; charset=utf-8', write: toMarkdown },
  { id: 'json', file: 'briefing.json', type: 'application/json; charset=utf-8', write: toJson },
  { id: 'geojson', file: 'briefing.geojson', type: 'application/geo+json; charset=utf-8', write: toGeoJson },
  { id: 'atom', file: 'briefing.atom', type: 'application/atom+xml; charset=utf-8', write: toAtom },
  { id: 'rss', file: 'briefing.rss', type: 'application/rss+xml; charset=utf-8', write: toRss },
  { id: 'jsonfeed', file: 'feed.json', type: 'application/feed+json; charset=utf-8', write: toJsonFeed },
  { id: 'ical', file: 'expected.ics', type: 'text/calendar; charset=utf-8', write: toCalendar },
  { id: 'events-csv', file: 'events.csv', type: 'text/csv; charset=utf-8; header=present', write: eventsCsv },
  {
    id: 'statements-csv',
    file: 'statements.csv',
    type: 'text/csv; charset=utf-8; header=present',
    write: statementsCsv,
  },
  { id: 'jsonld', file: 'briefing.jsonld', type: 'application/ld+json; charset=utf-8', write: toLinkedData },
]

/** What a briefing is published as where nothing else is asked for. */
export const USUAL: readonly string[] = ['html', 'markdown', 'json', 'geojson']

/** The formats of the given ids, in the order of the list; throws an `Error` with the known ones on an unknown one. */
export function formatsOf(ids: readonly string[]): readonly Format[] {
  const unknown = ids.find(id => !FORMATS.some(format => format.id === id))
  if (unknown !== undefined)
    throw new Error(`"${unknown}" is not a format; there are ${FORMATS.map(({ id }) => id).join(', ')}`)
  return FORMATS.filter(({ id }) => ids.includes(id))
}

/** A file of a published briefing. */
export type PublishedFile = { readonly name: string; readonly type: string; readonly text: string }

/** The files a briefing is published as. */
export function files(briefing: Briefing, formats: readonly Format[] = formatsOf(USUAL)): readonly PublishedFile[] {
  return formats.map(({ file, type, write }) => ({ name: file, type, text: write(briefing) }))
}
