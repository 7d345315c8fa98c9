import { ModelFile } from '../../learn/container.ts'
import { foldedWords, keyOf } from './fold.ts'
import { HOW, KIND } from './format.ts'

/** What a gazetteer is made from: GeoNames' table of towns and the names of its administrative areas. */
export type Sources = {
  /** Lines of 19 cells in the order of GeoNames' main table. */
  readonly cities: Iterable<string>
  /** `UA.08`, `US.LA.079`: names of first and second order. */
  readonly admin1: readonly AdminName[]
  readonly admin2: readonly AdminName[]
  /** Words that say what an area is ("Province"), in small letters: its name is kept with and without them. */
  readonly typeWords: ReadonlySet<string>
}
export type AdminName = { readonly code: string; readonly name: string }

type Row = {
  readonly id: number
  readonly label: string
  readonly latitude: number
  readonly longitude: number
  readonly people: number
  readonly kind: number
  readonly country: string
  /** Place of the row of its first-order area, and of itself for such an area. */
  readonly area: string
}
type Entry = { readonly place: number; readonly check: number; readonly row: number; readonly how: number }
type Area = {
  people: number
  south: number
  north: number
  west: number
  east: number
  y: number
  x: number
  n: number
}

const KINDS: ReadonlyMap<string, number> = new Map([
  ['PPLC', KIND.capital],
  ['PPLA', KIND.seat],
  ['PPLA2', KIND.seat2],
  ['PPLX', KIND.part],
  ['PPLH', KIND.gone],
  ['PPLQ', KIND.gone],
  ['PPLW', KIND.gone],
  ['PPLCH', KIND.gone],
])

/** Makes the gazetteer: deterministic, a few seconds for 200,000 towns. */
export function compileGazetteer(sources: Sources): ModelFile {
  const rows: Row[] = []
  const entries = new Map<string, Entry>()
  const areas = new Map<string, Area>()
  for (const line of sources.cities) addCity(line.split('\t'), rows, entries, areas)
  for (const [names, kind] of [[sources.admin1, KIND.admin1] as const, [sources.admin2, KIND.admin2] as const])
    for (const { code, name } of [...names].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0))) {
      const area = areas.get(code)
      if (area) addArea({ code, name, kind, area }, sources.typeWords, rows, entries)
    }
  return fileOf(rows, [...entries.values()])
}

function addCity(cells: readonly string[], rows: Row[], entries: Map<string, Entry>, areas: Map<string, Area>): void {
  const [id = '', label = '', ascii = '', others = '', latitude = '', longitude = '', , code = '', country = ''] = cells
  const [admin1, admin2, people] = [cells[10] ?? '', cells[11] ?? '', Number(cells[14])]
  if (cells.length < 15 || label === '') return
  const row: Row = {
    id: Number(id),
    label,
    latitude: Number(latitude),
    longitude: Number(longitude),
    people,
    kind: KINDS.get(code) ?? KIND.town,
    country,
    area: `${country}.${admin1}`,
  }
  const at = rows.push(row) - 1
  addEntry(entries, label, at, HOW.main)
  addEntry(entries, ascii, at, HOW.main)
  for (const other of others.split(',')) if (!isCode(other)) addEntry(entries, other, at, HOW.other)
  grow(areas, row.area, row)
  if (admin2 !== '') grow(areas, `${row.area}.${admin2}`, row)
}

/** Airports and post offices: "KBP", "US NYC". */
function isCode(name: string): boolean {
  return name === '' || /^[A-Z]{2,4}$/u.test(name) || /\p{Nd}/u.test(name)
}

function addEntry(entries: Map<string, Entry>, name: string, row: number, how: number): void {
  const words = foldedWords(name)
  if (words.length === 0 || words.length > MOST_WORDS) return
  const key = keyOf(words)
  const unique = `${key.place} ${row}`
  const before = entries.get(unique)
  if (!before || before.how > how) entries.set(unique, { ...key, row, how })
}
const MOST_WORDS = 6

function grow(areas: Map<string, Area>, code: string, { latitude, longitude, people }: Row): void {
  const area = areas.get(code)
  if (!area)
    areas.set(code, {
      people,
      south: latitude,
      north: latitude,
      west: longitude,
      east: longitude,
      y: latitude,
      x: longitude,
      n: 1,
    })
  else {
    area.people += people
    area.south = Math.min(area.south, latitude)
    area.north = Math.max(area.north, latitude)
    area.west = Math.min(area.west, longitude)
    area.east = Math.max(area.east, longitude)
    area.y += latitude
    area.x += longitude
    area.n += 1
  }
}

type Named = { readonly code: string; readonly name: string; readonly kind: number; readonly area: Area }

/** An area stands on the map between the middle of its towns and the middle of their frame; its precision says that it is an area. */
function addArea(
  { code, name, kind, area }: Named,
  typeWords: ReadonlySet<string>,
  rows: Row[],
  entries: Map<string, Entry>,
): void {
  const across180 = area.east - area.west > 180
  const middle = (low: number, high: number, mean: number) => round(((low + high) / 2 + mean) / 2)
  const at =
    rows.push({
      id: 0,
      label: name,
      latitude: middle(area.south, area.north, area.y / area.n),
      longitude: across180 ? round(area.x / area.n) : middle(area.west, area.east, area.x / area.n),
      people: area.people,
      kind,
      country: code.slice(0, 2),
      area: code.split('.').slice(0, 2).join('.'),
    }) - 1
  addEntry(entries, name, at, HOW.main)
  const bare = withoutTypeWords(name, typeWords)
  if (bare !== name) addEntry(entries, bare, at, HOW.bare)
}

function withoutTypeWords(name: string, typeWords: ReadonlySet<string>): string {
  const words = name.split(' ')
  const kept = words.filter(word => !typeWords.has(word.toLowerCase()))
  return kept.length === 0 ? name : kept.join(' ').replace(/^(?:of|de|do|da|del) /u, '')
}

function round(degrees: number): number {
  return Math.round(degrees * 1e4) / 1e4
}

function fileOf(rows: readonly Row[], entries: readonly Entry[]): ModelFile {
  const countries = [...new Set(rows.map(row => row.country))].sort()
  const countryAt = new Map(countries.map((country, i) => [country, i]))
  const areaAt = new Map(rows.flatMap((row, i) => (row.kind === KIND.admin1 ? [[row.area, i] as const] : [])))
  const encoder = new TextEncoder()
  const labels = rows.map(row => encoder.encode(row.label))
  const ends = new Uint32Array(rows.length)
  let end = 0
  for (const [i, label] of labels.entries()) ends[i] = end += label.length
  // Both fit into the 53 bits of a number that are exact.
  const order = Float64Array.from(entries, (entry, i) => entry.place * 2 ** 21 + i).sort()
  const sorted = Array.from(order, key => entries[key % 2 ** 21] as Entry)
  return new ModelFile(
    { countries },
    new Map<string, Int32Array | Uint32Array | Uint16Array | Uint8Array>([
      ['row.id', Uint32Array.from(rows, row => row.id)],
      ['row.latitude', Int32Array.from(rows, row => Math.round(row.latitude * 1e5))],
      ['row.longitude', Int32Array.from(rows, row => Math.round(row.longitude * 1e5))],
      ['row.people', Uint32Array.from(rows, row => row.people)],
      ['row.kind', Uint8Array.from(rows, row => row.kind)],
      ['row.country', Uint16Array.from(rows, row => countryAt.get(row.country) ?? 0)],
      ['row.area', Uint32Array.from(rows, row => (areaAt.get(row.area) ?? -1) + 1)],
      ['label.end', ends],
      ['label.text', Uint8Array.from(Buffer.concat(labels))],
      ['name.place', Uint32Array.from(sorted, entry => entry.place)],
      ['name.check', Uint16Array.from(sorted, entry => entry.check)],
      ['name.row', Uint32Array.from(sorted, entry => entry.row * 4 + entry.how)],
      ['name.bucket', bucketsOf(sorted)],
    ]),
  )
}

/** Where the names begin whose place has the same upper 16 bits. */
function bucketsOf(sorted: readonly Entry[]): Uint32Array {
  const buckets = new Uint32Array(2 ** 16 + 1)
  for (const { place } of sorted) buckets[(place >>> 16) + 1] = (buckets[(place >>> 16) + 1] as number) + 1
  for (let i = 1; i < buckets.length; i++) buckets[i] = (buckets[i] as number) + (buckets[i - 1] as number)
  return buckets
}
