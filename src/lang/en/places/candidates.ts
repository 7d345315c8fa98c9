import { kilometres } from '../../../core/sphere.ts'
import { readTable } from '../../../core/table.ts'
import type { Country, PlaceValue } from '../../../core/types.ts'
import { type Gazetteer, gazetteer } from '../../gazetteer.ts'
import { foldedWords, keyOf } from '../../geonames/fold.ts'
import { HOW, KIND } from '../../geonames/format.ts'
import { type GeoNames, type GeoRow, openGeoNames } from '../../geonames/open.ts'
import { wordsOfName } from '../names/pieces.ts'

/** A place that a name may mean, with what speaks for it before any text is seen. */
export type Candidate = {
  readonly value: PlaceValue
  readonly people: number
  /** `KIND` of the gazetteer; undefined for a row of ours that it does not have. */
  readonly geoKind: number | undefined
  /** How the name belongs to it: `HOW`. */
  readonly how: number
  /** Row of the first-order area it lies in or is. */
  readonly area: number | undefined
  /** A row of data/places or a state. */
  readonly own: boolean
}

/** A name of data/places. */
export type OwnRow = { readonly candidate: Candidate; readonly needsContext: boolean }

export type PlaceLists = {
  readonly rows: Gazetteer<OwnRow>
  readonly states: ReadonlyMap<Country, PlaceValue>
  readonly typeWords: ReadonlyMap<string, readonly string[]>
  /** "Va.", "Ont.": what stands behind a comma for an area. */
  readonly short: ReadonlyMap<string, string>
  /** Everything a name may mean, most people first. */
  candidates(name: string): readonly Candidate[]
  /** Whether any place has the name. */
  readonly geo: GeoNames | undefined
}

/** So many of a name's places are weighed; the rest are smaller. */
const MOST = 24
/** A town of the gazetteer is the town of our row when it has its name and lies so near. */
const SAME_TOWN = 40
/** Names whose candidates are kept. */
const KEPT = 20_000

export function placeLists(): PlaceLists {
  const geo = openGeoNames()
  const codes = new Map(readTable('places/countries.tsv', ['code', 'state']).map(row => [row.code, row.state]))
  const regions = new Map<number, PlaceValue>()
  const world: World = { geo, codes, regions }
  const own = ownRows(world)
  const byKey = new Map<string, Candidate[]>()
  for (const [name, { candidate }] of own) {
    const key = foldedWords(name).join(' ')
    const list = byKey.get(key) ?? []
    byKey.set(key, list)
    if (!list.some(other => other.value.id === candidate.value.id)) list.push(candidate)
  }
  const { names: states, peoples } = stateRows()
  for (const [name, value] of [...states, ...peoples]) {
    const key = foldedWords(name).join(' ')
    const list = byKey.get(key) ?? []
    if (!list.some(other => other.value.id === value.id)) byKey.set(key, [...list, { ...STATE, value }])
  }
  return {
    rows: gazetteer(own, wordsOfName),
    states: new Map(states.map(([, value]) => [value.id, value])),
    typeWords: new Map(
      readTable('places/type-words.tsv', ['word', 'kind']).map(row => [row.word, row.kind.split('|')]),
    ),
    short: new Map(readTable('places/abbreviations.tsv', ['form', 'name']).map(row => [row.form, row.name])),
    candidates: kept(name => weighed(name, byKey, world)),
    geo,
  }
}

const STATE = { people: 20_000_000, geoKind: undefined, how: HOW.main, area: undefined, own: true }

type World = {
  readonly geo: GeoNames | undefined
  readonly codes: ReadonlyMap<string, Country>
  /** Our regions by the row of the first-order area that they are: they go by our name, number and point. */
  readonly regions: Map<number, PlaceValue>
}

function kept<T>(give: (name: string) => T): (name: string) => T {
  const values = new Map<string, T>()
  return name => {
    const before = values.get(name)
    if (before !== undefined) return before
    if (values.size >= KEPT) values.clear()
    const value = give(name)
    values.set(name, value)
    return value
  }
}

function weighed(name: string, byKey: ReadonlyMap<string, readonly Candidate[]>, world: World): readonly Candidate[] {
  const words = foldedWords(name)
  const ours = (byKey.get(words.join(' ')) ?? []).map(candidate => located(candidate, world))
  const theirs = (world.geo?.find(keyOf(words)) ?? [])
    .map(({ row, how }) => ofGeoNames(world, world.geo?.row(row) as GeoRow, how))
    .filter(candidate => !ours.some(other => isSame(other, candidate)))
    .sort((a, b) => b.people - a.people)
  return [...ours, ...theirs.slice(0, MOST)]
}

/** A town or site of ours that GeoNames does not have lies in the area of the town next to it. */
function located(candidate: Candidate, world: World): Candidate {
  const { value, area } = candidate
  if (!world.geo || area !== undefined || (value.kind !== 'city' && value.kind !== 'site')) return candidate
  const isCountry = (code: string) => world.codes.get(code) === value.country
  const found = world.geo.areaAt(value.latitude, value.longitude, isCountry)
  if (found === undefined) return candidate
  const admin1 = areaLabel(world, found)
  return { ...candidate, area: found, value: { ...value, ...(admin1 !== undefined && { admin1 }) } }
}

function isSame(own: Candidate, other: Candidate): boolean {
  if (own.value.geonames !== undefined && own.value.geonames === other.value.geonames) return true
  const kinds = own.value.kind === other.value.kind && own.value.country === other.value.country
  if (own.value.kind === 'region')
    return kinds && kilometres(own.value, other.value) < 500 && other.geoKind === KIND.admin1
  return kinds && kilometres(own.value, other.value) < SAME_TOWN
}

function ofGeoNames(world: World, row: GeoRow, how: number): Candidate {
  return { value: placeValueOf(world, row), people: row.people, geoKind: row.kind, how, area: row.area, own: false }
}

function placeValueOf({ geo, codes, regions }: World, row: GeoRow): PlaceValue {
  const country = codes.get(row.code)
  const own = row.kind === KIND.admin1 ? regions.get(row.row) : undefined
  if (own) return own
  const isArea = row.kind === KIND.admin1 || row.kind === KIND.admin2
  const admin1 = row.area === undefined || row.kind === KIND.admin1 ? undefined : areaLabel({ geo, regions }, row.area)
  const names = ['area', country ?? row.code, slug(admin1), slug(row.label)]
  const id = isArea ? names.filter(name => name !== '').join('-') : `geonames-${row.id}`
  return {
    id,
    label: row.label,
    kind: isArea ? 'region' : 'city',
    ...(country !== undefined && { country }),
    ...(admin1 !== undefined && { admin1 }),
    latitude: row.latitude,
    longitude: row.longitude,
    precision: isArea ? 'region' : row.kind === KIND.part ? 'spot' : 'town',
    ...(row.id > 0 && { geonames: String(row.id) }),
  }
}

function areaLabel({ geo, regions }: Pick<World, 'geo' | 'regions'>, area: number): string | undefined {
  return regions.get(area)?.label ?? geo?.label(area)
}

function slug(name: string | undefined): string {
  return foldedWords(name ?? '').join('-')
}

/** Our rows under each of their names, with GeoNames' number, people and area where it knows the same town or region. */
function ownRows(world: World): readonly (readonly [string, OwnRow])[] {
  const columns = ['id', 'label', 'kind', 'country', 'latitude', 'longitude', 'aliases', 'ambiguous'] as const
  const rows = readTable('places/places.tsv', columns)
  // Regions first: towns then say which of them they lie in.
  const ordered = [...rows.filter(row => row.kind === 'region'), ...rows.filter(row => row.kind !== 'region')]
  return ordered.flatMap(row => {
    const kind = kindOf(row.kind)
    const bare: PlaceValue = { ...pointOf(row), kind, precision: PRECISION[kind] }
    const candidate = linked(bare, namesOf(row), world)
    if (candidate.geoKind === KIND.admin1 && candidate.area !== undefined && !world.regions.has(candidate.area))
      world.regions.set(candidate.area, candidate.value)
    return namesOf(row).map(name => [name, { candidate, needsContext: row.ambiguous === 'yes' }] as const)
  })
}

const PRECISION = { region: 'region', water: 'region', city: 'town', site: 'spot' } as const

function linked(value: PlaceValue, names: readonly string[], world: World): Candidate {
  const bare: Candidate = { value, people: 0, geoKind: undefined, how: HOW.main, area: undefined, own: true }
  if (!world.geo || (value.kind !== 'city' && value.kind !== 'region')) return bare
  for (const name of [...names, ...names.map(name => withoutAreaWord(name, value.kind))]) {
    const same = world.geo
      .find(keyOf(foldedWords(name)))
      .map(({ row, how }) => ofGeoNames(world, world.geo?.row(row) as GeoRow, how))
      .filter(other => isSame(bare, other))
      .sort((a, b) => a.how - b.how || b.people - a.people)[0]
    if (!same) continue
    const { geonames, admin1 } = same.value
    return {
      ...bare,
      value: { ...value, ...(admin1 !== undefined && { admin1 }), ...(geonames !== undefined && { geonames }) },
      people: same.people,
      geoKind: same.geoKind,
      area: same.area,
    }
  }
  return bare
}

type StateName = readonly [name: string, value: PlaceValue]

/** "Kherson Oblast" is "Kherson" among the areas. */
function withoutAreaWord(name: string, kind: PlaceValue['kind']): string {
  return kind === 'region'
    ? name.replace(/ (?:[Oo]blast|[Rr]egion|[Pp]rovince|[Kk]rai|[Gg]overnorate|[Ss]tate)$/u, '')
    : name
}

/** States under each of their names, and under the words for their people and what belongs to them. */
function stateRows(): { readonly names: readonly StateName[]; readonly peoples: readonly StateName[] } {
  const points = readTable('places/countries.tsv', ['state', 'latitude', 'longitude']).filter(
    row => row.latitude !== '',
  )
  const pointAt = new Map(points.map(row => [row.state, row]))
  const [names, peoples]: [StateName[], StateName[]] = [[], []]
  for (const row of readTable('actors/states.tsv', ['id', 'label', 'adjective', 'people', 'aliases'])) {
    const point = pointAt.get(row.id)
    if (!point) throw new Error(`data/places/countries.tsv: no point for ${row.id}`)
    const at = pointOf({ ...row, country: row.id, latitude: point.latitude, longitude: point.longitude })
    const value: PlaceValue = { ...at, kind: 'country', precision: 'country' }
    for (const name of namesOf(row)) names.push([name, value])
    for (const name of `${row.adjective}|${row.people}`.split('|')) if (name !== '') peoples.push([name, value])
  }
  return { names, peoples }
}

type PointRow = Record<'id' | 'label' | 'country' | 'latitude' | 'longitude', string>

function pointOf(row: PointRow): Omit<PlaceValue, 'kind' | 'precision'> {
  return {
    id: row.id,
    label: row.label,
    ...(row.country === '' ? {} : { country: row.country }),
    latitude: Number(row.latitude),
    longitude: Number(row.longitude),
  }
}

function namesOf({ label, aliases }: { readonly label: string; readonly aliases: string }): readonly string[] {
  return [...new Set([label, ...(aliases === '' ? [] : aliases.split('|'))])]
}

function kindOf(kind: string): Exclude<PlaceValue['kind'], 'country'> {
  if (kind === 'city' || kind === 'region' || kind === 'water' || kind === 'site') return kind
  throw new Error(`data/places/places.tsv: "${kind}" is no kind; expected city, region, water or site`)
}
