import { geoContains } from 'd3-geo'
import { describe, expect, test } from 'vitest'
import { openAtlas } from '../../../src/publish/map/atlas.ts'

const atlas = openAtlas()
const world = atlas.around([0, 0], Math.PI)
const state = (label: string) => world.states.find(one => one.label === label)?.shape
const disputed = (label: string) => atlas.disputed.find(one => one.label === label)?.shape

describe('states', () => {
  test.each([
    ['Kyiv', 'Ukraine', [30.52, 50.45]],
    ['Simferopol, which world-atlas draws in Russia', 'Ukraine', [34.1, 44.95]],
    ['Moscow', 'Russia', [37.62, 55.75]],
    ['Istanbul', 'Turkey', [28.6, 41.2]],
  ] as const)('%s lies in %s', (_, label, [x, y]) => {
    const shape = state(label)
    expect(shape && geoContains(shape, [x, y])).toBe(true)
  })
  test('Crimea is no longer in Russia', () => {
    const russia = state('Russia')
    expect(russia && geoContains(russia, [34.1, 44.95])).toBe(false)
  })
  test('no border of states crosses the neck of Crimea', () => {
    const near = world.borders.coordinates
      .flat()
      .filter(([x = 0, y = 0]) => x > 33.4 && x < 34.6 && y > 45.8 && y < 46.3)
    expect(near).toEqual([])
  })
})

describe('disputed areas hold their towns and not their neighbours', () => {
  test.each([
    ['Crimea', [34.1, 44.95], [32.61, 46.64]],
    ['Parts of Donetsk, Kherson, Luhansk and Zaporizhzhia oblasts', [37.55, 47.1], [35.14, 47.84]],
    ['Parts of Donetsk, Kherson, Luhansk and Zaporizhzhia oblasts', [39.3, 48.57], [36.23, 49.99]],
    ['Golan Heights', [35.78, 33.0], [35.5, 32.8]],
    ['Gaza and the West Bank', [35.2, 31.9], [34.8, 32.08]],
    ['Abkhazia', [41.02, 43.0], [41.64, 41.65]],
    ['South Ossetia', [43.97, 42.23], [44.8, 41.7]],
    ['Transnistria', [29.63, 46.84], [28.86, 47.01]],
    ['Kashmir', [74.8, 34.1], [77.2, 28.6]],
    ['Taiwan', [121.0, 24.0], [118.1, 24.6]],
    ['Kosovo', [21.16, 42.66], [21.9, 43.32]],
    ['Western Sahara', [-13.2, 27.0], [-9.6, 30.4]],
    ['Northern Cyprus', [33.4, 35.3], [32.43, 34.78]],
    ['Somaliland', [44.06, 9.56], [45.34, 2.05]],
    ['Essequibo', [-59.5, 4.0], [-58.1, 6.75]],
  ] as const)('%s', (label, [x, y], [otherX, otherY]) => {
    const shape = disputed(label)
    expect(shape && geoContains(shape, [x, y])).toBe(true)
    expect(shape && geoContains(shape, [otherX, otherY])).toBe(false)
  })
})

test('around a point there is less to draw, and what is near', () => {
  const near = atlas.around([30.5, 50.4], 0.2)
  const labels = near.states.map(one => one.label)
  expect(labels).toEqual(expect.arrayContaining(['Ukraine', 'Moldova', 'Belarus']))
  expect(labels).not.toContain('Brazil')
  expect(geoContains(near.land, [30.5, 50.4])).toBe(true)
})
