import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import type { Briefing, MappedPlace } from '../../../src/core/briefing.ts'
import { frameOf } from '../../../src/publish/map/frame.ts'
import { mapOf } from '../../../src/publish/map/map.ts'
import { marksOf } from '../../../src/publish/map/marks.ts'
import { pageOf } from '../../../src/publish/sentence.ts'
import { bodyOf, texts } from '../dom.ts'
import { fixture } from '../fixture.ts'

const [FIRST] = fixture().places as [MappedPlace]

/** A place of the fixture moved, with what the test says of it. */
function at(
  label: string,
  latitude: number,
  longitude: number,
  more: Partial<MappedPlace> & { region?: string; area?: true } = {},
): MappedPlace {
  const { region, area, ...rest } = more
  const precision = area ? ('region' as const) : ('town' as const)
  const { geonames: _, ...bare } = FIRST.place
  const place = {
    ...bare,
    id: label,
    label,
    latitude,
    longitude,
    precision,
    ...(region !== undefined && { admin1: region }),
  }
  return { ...FIRST, reports: 1, events: 1, ...rest, place }
}

const CRISIS = [
  at('Istanbul', 41.01, 28.98, { type: 'CONSULT', events: 13, reports: 11 }),
  at('Kyiv', 50.45, 30.52, { type: 'ASSAULT', events: 7, reports: 7, region: 'Kyiv' }),
  at('Kherson', 46.64, 32.61, { type: 'ASSAULT', region: 'Kherson Oblast' }),
  at('Kherson Oblast', 46.6, 33.6, { type: 'ASSAULT', area: true }),
  at('Vodolahy', 51.17, 34.85, { type: 'ASSAULT', region: 'Sumy Oblast' }),
  at('Loknia', 51.2, 34.7, { type: 'ASSAULT', region: 'Sumy Oblast' }),
  at('Berlin', 52.52, 13.41, { type: 'AGREE', ahead: true }),
  at('Donetsk Oblast', 48.1, 37.7, { type: 'ASSAULT', area: true }),
]
const drawn = (places: readonly MappedPlace[]) => mapOf(pageOf({ ...fixture(), places } as Briefing)).markup
const SVG = (size: string, markup: string) => new RegExp(`<svg class="${size}".*?</svg>`, 'su').exec(markup)?.[0] ?? ''

describe('the map', () => {
  const markup = drawn(CRISIS)
  const body = bodyOf(markup)
  test('names each place once, with its marks by kind', () => {
    const wide = parseHTML(SVG('wide', markup)).document
    expect(texts(wide.querySelectorAll('text.name')).toSorted()).toEqual([
      'Berlin',
      'Donetsk Oblast',
      'Istanbul',
      'Kherson',
      'Kyiv',
      'Sumy Oblast',
    ])
    expect(wide.querySelectorAll('.mark.material-conflict').length).toBe(4)
    expect(texts(wide.querySelectorAll('.mark.hollow title'))).toEqual([
      'Berlin: 1 event, verbal co-operation, expected, 1 origin',
    ])
    expect(wide.querySelectorAll('circle.area').length).toBe(1)
  })
  test('names states, and none where a place is named', () => {
    const states = texts(parseHTML(SVG('wide', markup)).document.querySelectorAll('text.state'))
    expect(states).toEqual(expect.arrayContaining(['Ukraine', 'Turkey', 'Romania', 'Belarus']))
    expect(new Set(states).size).toBe(states.length)
  })
  test('says whose view it is and which areas are disputed there', () => {
    const caption = body.querySelector('figcaption')?.textContent ?? ''
    expect(caption).toContain('with Crimea in Ukraine as the General Assembly of the United Nations holds')
    expect(caption).toContain('Crimea (in Ukraine; held by Russia since 2014)')
    expect(caption).not.toContain('Taiwan')
  })
  test('is a table too', () => {
    const rows = [...body.querySelectorAll('tbody tr')].map(row => texts(row.querySelectorAll('th, td')))
    expect(rows.length).toBe(CRISIS.length)
    expect(rows[2]?.slice(0, 5)).toEqual(['Kherson', 'Kherson Oblast', 'material conflict', '1', '1'])
  })
  test('is small, and the same each time', () => {
    expect(markup.length).toBeLessThan(150_000)
    expect(drawn(CRISIS)).toBe(markup)
  })
  test('is left out where no place was reported', () => expect(drawn([])).toBe(''))
  test('shows names of places as text', () => {
    const odd = drawn([at('<script>alert(1)</script>', 50, 30)])
    expect(odd).not.toContain('<script')
    expect(odd).toContain('&lt;script&gt;')
  })
})

describe('the frame', () => {
  const size = { width: 700, height: 400, margin: 50 }
  const spot = (latitude: number, longitude: number, weight = 1) => ({ latitude, longitude, weight })
  test('holds every place, calmly', () => {
    const spots = CRISIS.map(({ place }) => spot(place.latitude, place.longitude))
    const { projection, inside } = frameOf(spots, size)
    expect(inside.size).toBe(spots.length)
    for (const { latitude, longitude } of spots) {
      const [x, y] = projection([longitude, latitude]) ?? [0, 0]
      expect(x >= 49 && x <= 651 && y >= 49 && y <= 351).toBe(true)
    }
  })
  test('leaves off the one far away, so that the others can be told apart', () => {
    const spots = [spot(50, 30, 3), spot(47, 32), spot(51, 35), spot(38.9, -77)]
    expect(frameOf(spots, size).inside.has(spots[3] ?? spot(0, 0))).toBe(false)
  })
  test('of a single place shows what is around it', () => {
    const { projection } = frameOf([spot(50, 30)], size)
    const [[, top] = [0, 0], [, bottom] = [0, 0]] = [projection([30, 52]) ?? [0, 0], projection([30, 48]) ?? [0, 0]]
    expect(bottom - top).toBeLessThan(300)
  })
  test('shows the world where places lie all over it, also across the 180th meridian', () => {
    const spots = [spot(40, -100), spot(50, 10), spot(35, 139), spot(-33, 151), spot(-17, 178), spot(-14, -171)]
    const { projection, inside } = frameOf(spots, size)
    for (const { latitude, longitude } of inside) expect(projection([longitude, latitude])).not.toBeNull()
  })
})

test('places of one area near each other share a mark, others do not', () => {
  const { projection } = frameOf(
    CRISIS.map(({ place }) => ({ latitude: place.latitude, longitude: place.longitude, weight: 1 })),
    {
      width: 700,
      height: 400,
      margin: 50,
    },
  )
  const marks = marksOf(CRISIS, projection, 16)
  expect(marks.find(mark => mark.label === 'Sumy Oblast')?.places.map(one => one.place.label)).toEqual([
    'Vodolahy',
    'Loknia',
  ])
  expect(marks.find(mark => mark.label === 'Kherson')?.area).toBe(false)
  expect(marks.find(mark => mark.label === 'Donetsk Oblast')?.area).toBe(true)
  expect(marks[0]?.label).toBe('Istanbul')
})
