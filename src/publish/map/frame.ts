import { type GeoProjection, geoAzimuthalEqualArea, geoDistance, geoEqualEarth } from 'd3-geo'

export type Size = { readonly width: number; readonly height: number; readonly margin: number }

export type Spot = { readonly latitude: number; readonly longitude: number; readonly weight: number }

/** Radians; a town this far from all others is left off so that the others can be told apart, unless it is told of most. */
const FAR = 0.35
const APART = 2.2
/** A map never shows less than this around its middle, in degrees. */
const LEAST = 2.5
/** Beyond it the whole world is shown. */
const HALF = 1.1

export type Frame = {
  readonly projection: GeoProjection
  readonly inside: ReadonlySet<Spot>
  readonly center: readonly [number, number]
  /** Radians from the center within which all that is seen lies. */
  readonly reach: number
}

/** The part of the world that shows the places with calm margins; equal areas, so that no state looks larger than it is. */
export function frameOf(spots: readonly Spot[], size: Size): Frame {
  const middle = middleOf(spots)
  const near = nearSpots(spots, middle)
  const center = centerOf(near)
  const extent: [[number, number], [number, number]] = [
    [size.margin, size.margin],
    [size.width - size.margin, size.height - size.margin],
  ]
  const reach = Math.max(...near.map(spot => geoDistance(pointOf(spot), center)))
  const whole = reach > HALF
  const projection = whole
    ? geoEqualEarth().rotate([-center[0], 0])
    : geoAzimuthalEqualArea().rotate([-center[0], -center[1]])
  if (!whole) projection.clipAngle(Math.min(89, (reach * 180 * 3) / Math.PI + 20))
  const around: [number, number][] = [
    [center[0] - LEAST * 1.6, center[1]],
    [center[0] + LEAST * 1.6, center[1]],
    [center[0], Math.max(-89, center[1] - LEAST)],
    [center[0], Math.min(89, center[1] + LEAST)],
  ]
  projection.fitExtent(extent, { type: 'MultiPoint', coordinates: [...near.map(pointOf), ...around] })
  projection.clipExtent([
    [-4, -4],
    [size.width + 4, size.height + 4],
  ])
  const corners = [
    [0, 0],
    [size.width, 0],
    [0, size.height],
    [size.width, size.height],
  ].map(corner => projection.invert?.(corner as [number, number]))
  const far = corners.map(corner => (corner?.every(Number.isFinite) ? geoDistance(corner, center) : Math.PI))
  return { projection, inside: new Set(near), center, reach: whole ? Math.PI : Math.max(...far) * 1.1 }
}

function pointOf({ longitude, latitude }: Spot): [number, number] {
  return [longitude, latitude]
}

/** The place from which the weighted way to all others is shortest: an outlier does not move it. */
function middleOf(spots: readonly Spot[]): [number, number] {
  const cost = (at: Spot) => spots.reduce((sum, spot) => sum + spot.weight * geoDistance(pointOf(at), pointOf(spot)), 0)
  const costs = spots.map(cost)
  const least = costs.indexOf(Math.min(...costs))
  return pointOf(spots[least] as Spot)
}

/** Without the few that lie so far off that they would make the map small. */
function nearSpots(spots: readonly Spot[], middle: [number, number]): readonly Spot[] {
  const away = [...spots].sort((a, b) => geoDistance(pointOf(a), middle) - geoDistance(pointOf(b), middle))
  for (let i = Math.ceil(away.length * 0.6); i < away.length; i++) {
    const [last, next] = [away[i - 1], away[i]]
    if (!last || !next) continue
    const [inner, outer] = [geoDistance(pointOf(last), middle), geoDistance(pointOf(next), middle)]
    if (outer > FAR && outer > inner * APART) return away.slice(0, i)
  }
  return away
}

function centerOf(spots: readonly Spot[]): [number, number] {
  const ys = spots.map(spot => spot.latitude)
  const middle = middleOf(spots)[0]
  const xs = spots.map(({ longitude }) => ((longitude - middle + 540) % 360) - 180)
  const x = middle + (Math.min(...xs) + Math.max(...xs)) / 2
  return [((x + 540) % 360) - 180, (Math.min(...ys) + Math.max(...ys)) / 2]
}
