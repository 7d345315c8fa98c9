export type Point = { readonly latitude: number; readonly longitude: number }

/** Kilometres between two points along a great circle of a sphere of 6,371 km (haversine formula). */
export function kilometres(a: Point, b: Point): number {
  const radians = Math.PI / 180
  const [dy, dx] = [(b.latitude - a.latitude) * radians, (b.longitude - a.longitude) * radians]
  const cosines = Math.cos(a.latitude * radians) * Math.cos(b.latitude * radians)
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(Math.sin(dy / 2) ** 2 + cosines * Math.sin(dx / 2) ** 2)))
}

/** What is half the way round the globe: the error of a place that is not resolved at all. */
export const FARTHEST = 20_015

/** 100 miles, the usual limit for a place that counts as found. */
export const NEAR = 161

/** Share of errors within 161 km, and the middle one. An unresolved place counts as wrong by half the globe. */
export function distanceScores(errors: readonly number[]): { readonly accuracy: number; readonly median: number } {
  const sorted = [...errors].sort((a, b) => a - b)
  const [low, high] = [sorted[(sorted.length - 1) >> 1] ?? 0, sorted[sorted.length >> 1] ?? 0]
  return {
    accuracy: sorted.filter(error => error <= NEAR).length / Math.max(1, sorted.length),
    median: (low + high) / 2,
  }
}
