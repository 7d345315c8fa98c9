export type Point = { readonly latitude: number; readonly longitude: number }

/** Kilometres along a great circle, on a sphere of 6,371 km (haversine formula). */
export function kilometres(a: Point, b: Point): number {
  const radians = Math.PI / 180
  const [dy, dx] = [(b.latitude - a.latitude) * radians, (b.longitude - a.longitude) * radians]
  const cosines = Math.cos(a.latitude * radians) * Math.cos(b.latitude * radians)
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(Math.sin(dy / 2) ** 2 + cosines * Math.sin(dx / 2) ** 2)))
}
