import { geoDistance } from 'd3-geo'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openAtlas } from '../../../src/publish/map/atlas.ts'
import { capOf, onSphere, reaches } from '../../../src/publish/map/cap.ts'

const POINTS = fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -90, max: 90, noNaN: true }))

test('a cap that does not reach a point is farther from it than any of its points', () => {
  fc.assert(
    fc.property(
      fc.array(POINTS, { minLength: 1, maxLength: 6 }),
      POINTS,
      fc.double({ min: 0, max: 3, noNaN: true }),
      (points, point, reach) => {
        if (reaches(capOf(points), onSphere(point), reach)) return
        for (const one of points) expect(geoDistance(one, point)).toBeGreaterThan(reach)
      },
    ),
  )
})

test('a ring around a point reaches it, though each corner is far away', () => {
  const around = capOf([
    [0, 20],
    [120, 20],
    [-120, 20],
    [0, 20],
  ])
  expect(reaches(around, onSphere([77, 85]), 0.01)).toBe(true)
  expect(reaches(around, onSphere([77, -40]), 0.01)).toBe(false)
})

test('a view keeps the islands near by and leaves out those far off', () => {
  const farness = (reach: number) => {
    const corners = openAtlas().around([25, 47], reach).land.coordinates.flat(2)
    const apart = new Set(corners.map(([x = 0, y = 0]) => `${x} ${y}`))
    return [...apart].map(corner => geoDistance(corner.split(' ').map(Number) as [number, number], [25, 47]))
  }
  const [all, near] = [farness(Math.PI), farness(0.3)]
  const within = (distances: readonly number[]) => distances.filter(distance => distance < 0.29).length
  expect(within(near)).toBe(within(all))
  expect(near.length).toBeLessThan(all.length / 3)
})
