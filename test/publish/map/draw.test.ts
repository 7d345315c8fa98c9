import { geoEquirectangular } from 'd3-geo'
import { describe, expect, test } from 'vitest'
import { areaOf, isInside, linesOf, pathOf } from '../../../src/publish/map/draw.ts'

/** One pixel a degree, the middle of the world at 0, 0. */
const flat = geoEquirectangular()
  .scale(180 / Math.PI)
  .translate([0, 0])
  .precision(0)
const square = {
  type: 'Polygon' as const,
  coordinates: [
    [
      [0, 0],
      [0, 10],
      [10, 10],
      [10, 0],
      [0, 0],
    ],
  ],
}

describe('lines', () => {
  const lines = linesOf(flat, square, 0.5)
  test('of a polygon are closed, with its corners', () => {
    expect(lines.map(line => line.closed)).toEqual([true])
    expect(areaOf(lines[0] ?? { points: [], closed: true })).toBeCloseTo(100, 6)
  })
  test('tell what lies inside', () => {
    expect(isInside(lines, 5, -5)).toBe(true)
    expect([isInside(lines, 11, -5), isInside(lines, 5, 5)]).toEqual([false, false])
  })
  test('leave out points that cannot be told apart, never the last', () => {
    const along = {
      type: 'LineString' as const,
      coordinates: [
        [0, 0],
        [0.1, 0],
        [0.2, 0],
        [5, 0],
        [5.1, 0],
      ],
    }
    expect(linesOf(flat, along, 0.5)[0]?.points.map(([x]) => Math.round(x * 10) / 10)).toEqual([0, 5, 5.1])
  })
})

test('a path goes in relative tenths of a pixel', () => {
  const line = {
    points: [
      [1, 2],
      [3.04, 2],
      [3, 4.26],
    ] as [number, number][],
    closed: true,
  }
  expect(
    pathOf([
      line,
      {
        points: [
          [0.5, 0],
          [0, -0.55],
        ],
        closed: false,
      },
    ]),
  ).toBe('M1,2l2,0l0,2.3zM.5,0l-.5,-.5')
})
