import { createRequire } from 'node:module'
import type { MultiLineString, MultiPolygon, Polygon, Position } from 'geojson'
import { feature, merge, mesh } from 'topojson-client'
import type {
  GeometryCollection,
  MultiPolygon as MultiPolygonArcs,
  Polygon as PolygonArcs,
  Topology,
} from 'topojson-specification'
import { readTable } from '../../core/table.ts'
import { type Cap, capOf, cosine, onSphere, reaches } from './cap.ts'

type Shape = Polygon | MultiPolygon
type Arcs = (PolygonArcs | MultiPolygonArcs) & { properties?: { name?: string } }
type World = Topology<{ countries: GeometryCollection<{ name?: string }> }>

/** An area that is disputed or held by others than most states see it in. */
export type Disputed = {
  readonly label: string
  readonly note: string
  readonly shape: Shape
  readonly outlined: boolean
}

export type View = {
  readonly land: MultiPolygon
  /** Borders between states, each once. */
  readonly borders: MultiLineString
  readonly states: readonly { readonly label: string; readonly shape: Shape }[]
}

export type Atlas = {
  readonly disputed: readonly Disputed[]
  /** Only what lies within so many radians of a point: less to draw. All of it where nothing does. */
  around(center: readonly [number, number], reach: number): View
}

/** Polygons or lines, each with a cap around it: what is far off need not be drawn. */
type Piece<T> = { readonly coordinates: T; readonly cap: Cap }
type Polygons = readonly Piece<Position[][]>[]

type State = {
  readonly label: string | undefined
  readonly arcs: Arcs
  readonly polygons: Polygons
  /** Some of the corners, on the sphere. */
  readonly corners: readonly ReturnType<typeof onSphere>[]
}

/** Land and borders of some states. */
type Land = { readonly polygons: Polygons; readonly borders: readonly Piece<Position[]>[] }

/**
 * The map of the world, Natural Earth 1:50,000,000 as world-atlas brings it. It draws who holds an area; we draw whose most
 * states say it is where the General Assembly of the United Nations has decided (Crimea), and hatch what is disputed.
 */
export const openAtlas = once(readAtlas)

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

function readAtlas(): Atlas {
  const load = createRequire(import.meta.url)
  const world = withCrimeaInUkraine(load('world-atlas/countries-50m.json') as World)
  const { countries } = world.objects
  const labels = labelsByNumber()
  const byName = new Map<string, Shape>()
  const states = feature(world, countries).features.flatMap(({ id, properties, geometry }, i): State[] => {
    if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return []
    byName.set(properties?.name ?? '', geometry)
    const arcs = countries.geometries[i] as Arcs
    return [{ label: labels.get(String(id ?? '')), arcs, polygons: polygonsOf(geometry), corners: cornersOf(geometry) }]
  })
  const landOf = lastOf((near: readonly State[]) => landOfStates(world, near))
  return {
    disputed: disputedAreas(byName),
    around(center, reach) {
      const near = states.filter(({ corners }) => isNear(corners, center, reach))
      const shown = near.length > 0 ? near : states
      const { polygons, borders } = landOf(shown)
      const seen = <T>(pieces: readonly Piece<T>[]) =>
        pieces.filter(({ cap }) => reaches(cap, onSphere([...center]), reach)).map(({ coordinates }) => coordinates)
      return {
        land: { type: 'MultiPolygon', coordinates: seen(polygons) },
        borders: { type: 'MultiLineString', coordinates: seen(borders) },
        states: shown.flatMap(({ label, polygons }) =>
          label === undefined ? [] : [{ label, shape: { type: 'MultiPolygon', coordinates: seen(polygons) } }],
        ),
      }
    },
  }
}

function landOfStates(world: World, states: readonly State[]): Land {
  const geometries = states.map(({ arcs }) => arcs)
  const collection = { type: 'GeometryCollection', geometries } as World['objects']['countries']
  const borders = mesh(world, collection, (a, b) => a !== b && !isFront(a, b)).coordinates
  return {
    polygons: polygonsOf(merge(world, geometries)),
    borders: borders.map(coordinates => ({ coordinates, cap: capOf(coordinates) })),
  }
}

function polygonsOf(shape: Shape): Polygons {
  const polygons = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates
  return polygons.map(coordinates => ({ coordinates, cap: capOf(coordinates[0] ?? []) }))
}

/** A function of some states that remembers its last result: the maps of a page, and pages of one crisis, show the same states. */
function lastOf(make: (states: readonly State[]) => Land): (states: readonly State[]) => Land {
  let last: { readonly states: readonly State[]; readonly land: Land } | undefined
  return states => {
    const same = last?.states.length === states.length && last.states.every((state, i) => state === states[i])
    if (!last || !same) last = { states, land: make(states) }
    return last.land
  }
}

/** Every so manieth corner is tried: a state has many. */
const CORNERS = 5

function cornersOf(shape: Shape): State['corners'] {
  const rings = shape.type === 'Polygon' ? shape.coordinates : shape.coordinates.flat()
  return rings.flatMap(ring => ring.filter((_, i) => i % CORNERS === 0).map(onSphere))
}

function isNear(corners: State['corners'], center: readonly [number, number], reach: number): boolean {
  const [point, least] = [onSphere([...center]), Math.cos(Math.min(Math.PI, reach))]
  return corners.some(corner => cosine(corner, point) >= least)
}

/** The wall through Western Sahara is a front, no border: the whole area is hatched instead. */
function isFront(a: unknown, b: unknown): boolean {
  const names = [a, b].map(one => (one as Arcs).properties?.name)
  return names.includes('W. Sahara') && names.includes('Morocco')
}

/** English names of states by their ISO 3166-1 alpha-3 code. */
export function stateLabels(): ReadonlyMap<string, string> {
  return new Map(readTable('actors/states.tsv', ['id', 'label']).map(({ id, label }) => [id, label]))
}

/** English names of states by their ISO 3166-1 numeric code, as world-atlas numbers its features. */
function labelsByNumber(): ReadonlyMap<string, string> {
  const names = stateLabels()
  const codes = readTable('places/countries.tsv', ['state', 'numeric']).filter(row => row.numeric !== '')
  return new Map(codes.map(({ state, numeric }) => [numeric, names.get(state) ?? state]))
}

function disputedAreas(byName: ReadonlyMap<string, Shape>): readonly Disputed[] {
  return readTable('places/disputed.tsv', ['label', 'atlas', 'outline', 'note']).map(
    ({ label, atlas, outline, note }) => {
      const shape = atlas === '' ? polygonOf(outline) : byName.get(atlas)
      if (!shape) throw new Error(`data/places/disputed.tsv: world-atlas has no "${atlas}"`)
      return { label, note, shape, outlined: atlas === '' }
    },
  )
}

/** Corners to a ring that d3 reads as its inside: clockwise as seen on the map. */
function polygonOf(outline: string): Polygon {
  const ring = outline.split(',').map(corner => corner.split(' ').map(Number) as [number, number])
  const turn = ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length] as [number, number]
    return sum + (nextX - x) * (nextY + y)
  }, 0)
  const clockwise = turn > 0 ? ring : [...ring].reverse()
  return { type: 'Polygon', coordinates: [[...clockwise, clockwise[0] as [number, number]]] }
}

/** Moves the polygon around Simferopol from Russia to Ukraine, so that no border of states is drawn at its neck. */
function withCrimeaInUkraine(world: World): World {
  const isState = (name: string) => (one: Arcs) => one.properties?.name === name
  const geometries = world.objects.countries.geometries as Arcs[]
  const [russia, ukraine] = [geometries.find(isState('Russia')), geometries.find(isState('Ukraine'))]
  if (russia?.type !== 'MultiPolygon' || !ukraine) return world
  const rings = (feature(world, russia).geometry as MultiPolygon).coordinates
  const at = rings.findIndex(([outer]) => outer !== undefined && isCrimea(outer as [number, number][]))
  const crimea = russia.arcs[at]
  if (!crimea) return world
  const own = ukraine.type === 'Polygon' ? [ukraine.arcs] : ukraine.arcs
  const moved = geometries.map((one): Arcs => {
    if (one === russia) return { ...russia, arcs: russia.arcs.filter(arcs => arcs !== crimea) }
    if (one !== ukraine) return one
    return { ...ukraine, type: 'MultiPolygon', arcs: [...own, crimea] } as Arcs
  })
  const countries = { ...world.objects.countries, geometries: moved } as World['objects']['countries']
  return { ...world, objects: { ...world.objects, countries } }
}

function isCrimea(ring: readonly (readonly [number, number])[]): boolean {
  return ring.every(([x, y]) => x > 31 && x < 37.5 && y > 43.5 && y < 47)
}
