import type { Briefing, Development, MappedPlace, Source } from '../core/briefing.ts'
import { urn } from './feed.ts'
import { webLink } from './links.ts'

/** The briefing as schema.org JSON-LD: a report about its topic, the news it is based on, the events it tells. */
export function linkedData(briefing: Briefing): object {
  const { topic, asOf, headline, sources, developments, places } = briefing
  return {
    '@context': 'https://schema.org',
    '@type': 'Report',
    '@id': urn('briefing', topic.words, asOf),
    headline: headline[0].text,
    about: { '@type': 'Thing', name: topic.words },
    inLanguage: 'en',
    dateModified: asOf,
    creator: { '@type': 'Organization', name: 'Dragoman' },
    isBasedOn: sources.filter(({ cited }) => cited).map(article),
    mentions: developments.map(event),
    contentLocation: places.map(place),
  }
}

/** The same as a file. */
export function toLinkedData(briefing: Briefing): string {
  return `${JSON.stringify(linkedData(briefing), undefined, 2)}\n`
}

function article({ title, publisher, url, published, lang }: Source): object {
  const link = webLink(url)
  return {
    '@type': 'NewsArticle',
    ...(link === undefined ? {} : { '@id': link, url: link }),
    headline: title,
    ...(published ? { datePublished: published.value } : {}),
    ...(publisher === '' ? {} : { publisher: { '@type': 'Organization', name: publisher } }),
    ...(lang === 'und' ? {} : { inLanguage: lang }),
  }
}

function event({ when, status, actors, places, sentences }: Development): object {
  const ahead = status === 'expected' ? { eventStatus: 'https://schema.org/EventScheduled' } : {}
  return {
    '@type': 'Event',
    name: sentences[0].text,
    startDate: when.earliest,
    endDate: when.latest,
    ...ahead,
    ...(actors.length > 0 ? { about: actors.map(({ label }) => ({ '@type': 'Thing', name: label })) } : {}),
    ...(places.length > 0 ? { location: places.map(name => ({ '@type': 'Place', name })) } : {}),
  }
}

function place({ place: { label, latitude, longitude } }: MappedPlace): object {
  return { '@type': 'Place', name: label, geo: { '@type': 'GeoCoordinates', latitude, longitude } }
}
