import type { GeoProjection } from 'd3-geo'
import type { MappedPlace } from '../../core/briefing.ts'
import { counted } from '../../core/counted.ts'
import { isSome } from '../../core/some.ts'
import type { Some } from '../../core/types.ts'
import { QUADRANTS, type Quadrant, quadrantOf } from '../kinds.ts'

/** One or more places drawn as one mark, since they would lie on each other. */
export type Mark = {
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly label: string
  readonly places: Some<MappedPlace>
  readonly quadrant: Quadrant
  readonly reports: number
  readonly events: number
  /** Nothing of it had happened yet. */
  readonly ahead: boolean
  /** Only an area is known: the mark stands for it, not for a spot. */
  readonly area: boolean
}

type Group = { readonly x: number; readonly y: number; readonly places: MappedPlace[] }

const SMALLEST = 6
const LARGEST = 15

/** The marks of the places inside a frame, largest first; places nearer than `apart` pixels share one. */
export function marksOf(places: readonly MappedPlace[], projection: GeoProjection, apart: number): readonly Mark[] {
  const groups: Group[] = []
  // Spots first: an area joins the spots inside it.
  const ordered = [...places].sort((a, b) => Number(isArea(a)) - Number(isArea(b)))
  for (const mapped of ordered) {
    const point = projection([mapped.place.longitude, mapped.place.latitude])
    if (!point) continue
    const [x, y] = point
    const near = groups.find(group => isOneMark(group, mapped, Math.hypot(group.x - x, group.y - y), apart))
    if (near) near.places.push(mapped)
    else groups.push({ x, y, places: [mapped] })
  }
  return groups
    .flatMap(({ x, y, places: own }) => (isSome(own) ? [markOf(x, y, own)] : []))
    .sort((a, b) => b.radius - a.radius || b.reports - a.reports || (a.label < b.label ? -1 : 1))
}

/** Places of one area share a mark early, others only where marks would cover each other; an area goes with its towns. */
function isOneMark(group: Group, { place }: MappedPlace, distance: number, apart: number): boolean {
  const isKin = group.places.some(one => areaOf(one) === (place.admin1 ?? place.label))
  const isAround = place.precision === 'region' && isKin
  return distance < (isAround ? AROUND * apart : isKin ? apart : apart / 2)
}
const AROUND = 4

function areaOf({ place }: MappedPlace): string {
  return place.admin1 ?? place.label
}

function markOf(x: number, y: number, places: Some<MappedPlace>): Mark {
  const events = places.reduce((sum, place) => sum + place.events, 0)
  const [first] = places
  return {
    x,
    y,
    radius: Math.min(LARGEST, SMALLEST + 2.2 * (Math.sqrt(events) - 1)),
    label: labelOf(places),
    places,
    quadrant: quadrantOf(first.type),
    reports: Math.max(...places.map(place => place.reports)),
    events,
    ahead: places.every(place => place.ahead),
    area: places.every(isArea),
  }
}

function isArea({ place }: MappedPlace): boolean {
  return place.precision === 'region'
}

/** The only spot's own name; that of the area where there are several; else the first and how many more. */
function labelOf(places: Some<MappedPlace>): string {
  const [first] = places
  const [, ...others] = places.filter(place => !isArea(place))
  if (others.length === 0) return first.place.label
  const areas = new Set(places.map(areaOf))
  const [area] = areas
  return areas.size === 1 && area !== undefined ? area : `${first.place.label} +${others.length}`
}

/** What a mark says to those who point at it. */
export function titleOf({ label, places, quadrant, events, reports, ahead }: Mark): string {
  const names = places.map(({ place }) => place.label).filter(name => name !== label)
  const which = names.length > 0 ? ` (${names.join(', ')})` : ''
  const kind = `${QUADRANTS[quadrant].label}${ahead ? ', expected' : ''}`
  return `${label}${which}: ${counted(events, 'event')}, ${kind}, ${counted(reports, 'origin')}`
}
