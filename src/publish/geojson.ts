import type { Briefing, MappedPlace } from '../core/briefing.ts'
import { webLink } from './links.ts'

/**
 * The places of the reported events as GeoJSON (RFC 7946): one point each, with what was reported there and by whom. A point
 * whose `precision` is `region` stands for an area, not for a spot. The same briefing gives the same bytes.
 */
export function toGeoJson(briefing: Briefing): string {
  const features = briefing.places.map(mapped => featureOf(mapped, briefing))
  const collection = {
    type: 'FeatureCollection',
    name: briefing.headline[0].text,
    asOf: briefing.asOf,
    attribution: 'Places: Dragoman, and GeoNames (geonames.org, CC BY 4.0)',
    features,
  }
  return `${JSON.stringify(collection, undefined, 1)}\n`
}

function featureOf({ place, reports, events, type, ahead, evidence }: MappedPlace, { sources }: Briefing): unknown {
  const { id, label, kind, country, admin1, precision, geonames, longitude, latitude } = place
  const articles = new Set(evidence.map(({ article }) => article))
  const reported = sources
    .filter(source => articles.has(source.article))
    .map(({ title, publisher, url }) => {
      const link = webLink(url)
      return { title, publisher, ...(link !== undefined && { url: link }) }
    })
  return {
    type: 'Feature',
    id,
    geometry: { type: 'Point', coordinates: [longitude, latitude] },
    properties: {
      label,
      kind,
      precision,
      ...(country !== undefined && { country }),
      ...(admin1 !== undefined && { admin1 }),
      ...(geonames !== undefined && { geonames }),
      type,
      ahead,
      events,
      origins: reports,
      reports: reported,
    },
  }
}
