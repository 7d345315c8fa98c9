import { expect, test } from 'vitest'
import { toGeoJson } from '../../src/publish/geojson.ts'
import { fixture } from './fixture.ts'

test('each place is a point with longitude first, what was reported and by whom', () => {
  const read = JSON.parse(toGeoJson(fixture()))
  expect(read).toMatchObject({ type: 'FeatureCollection', asOf: fixture().asOf })
  expect(read.features.length).toBe(fixture().places.length)
  expect(read.features[0]).toMatchObject({
    type: 'Feature',
    id: 'port-aldis',
    geometry: { type: 'Point', coordinates: [-3.5, 41.2] },
    properties: { label: 'Port Aldis', precision: 'town', geonames: '999001', type: 'CONSULT', events: 4, origins: 3 },
  })
  expect(read.features[0].properties.reports[0].publisher).toBe('Estmar Public Broadcasting')
  expect(read.features[1].properties).toMatchObject({ precision: 'region' })
})

test('the same briefing gives the same bytes', () => {
  expect(toGeoJson(fixture())).toBe(toGeoJson(fixture()))
})
