import type { Position } from 'geojson'

type Vector = readonly [x: number, y: number, z: number]

/** All of the sphere within so many radians of a point of it: encloses a line, and the area within a ring. */
export type Cap = { readonly center: Vector; readonly radius: number }

/** A point on the sphere of radius 1. */
export function onSphere([longitude = 0, latitude = 0]: Position): Vector {
  const [east, north] = [(longitude * Math.PI) / 180, (latitude * Math.PI) / 180]
  return [Math.cos(north) * Math.cos(east), Math.cos(north) * Math.sin(east), Math.sin(north)]
}

export function cosine(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
}

/** A cap around the points. The great circles between them stay inside it as it is no larger than half the sphere, or all of it. */
export function capOf(points: readonly Position[]): Cap {
  const vectors = points.map(onSphere)
  const [x, y, z] = vectors.reduce<Vector>((sum, one) => [sum[0] + one[0], sum[1] + one[1], sum[2] + one[2]], [0, 0, 0])
  const length = Math.hypot(x, y, z)
  const center: Vector = length === 0 ? [0, 0, 1] : [x / length, y / length, z / length]
  let least = 1
  for (const vector of vectors) least = Math.min(least, cosine(vector, center))
  return { center, radius: least > 0.01 && length > 0 ? Math.acos(Math.min(1, least)) + SLACK : Math.PI }
}

/** More than rounding can take away. */
const SLACK = 1e-6

/** Whether something of the cap can lie within so many radians of a point. */
export function reaches({ center, radius }: Cap, point: Vector, reach: number): boolean {
  return radius + reach >= Math.PI || cosine(center, point) >= Math.cos(radius + reach)
}
