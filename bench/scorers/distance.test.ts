import { describe, expect, test } from 'vitest'
import { kilometres } from '../../src/core/sphere.ts'
import { distanceScores, FARTHEST } from './distance.ts'

const point = (latitude: number, longitude: number) => ({ latitude, longitude })

describe('kilometres', () => {
  test.each([
    ['nothing', point(50, 30), point(50, 30), 0],
    ['a degree of latitude', point(0, 0), point(1, 0), 111.2],
    ['a degree of longitude at 60° north', point(60, 0), point(60, 1), 55.6],
    ['across the 180th meridian', point(0, 179.5), point(0, -179.5), 111.2],
    ['Kyiv to Berlin', point(50.45, 30.52), point(52.52, 13.41), 1205],
    ['half the globe', point(90, 0), point(-90, 0), FARTHEST],
  ])('%s', (_, a, b, expected) => expect(Math.abs(kilometres(a, b) - expected)).toBeLessThan(expected * 0.003 + 0.1))
})

test('accuracy is the share within 161 km, the median lies between the middle two', () => {
  expect(distanceScores([0, 161, 161.1, FARTHEST])).toEqual({ accuracy: 0.5, median: 161.05 })
  expect(distanceScores([7])).toEqual({ accuracy: 1, median: 7 })
  expect(distanceScores([])).toEqual({ accuracy: 0, median: 0 })
})
