import { ModelFile } from '../../learn/container.ts'
import type { NameKey } from './fold.ts'
import { GAZETTEER_FILE, KIND } from './format.ts'

/** A row of the gazetteer and how the name belongs to it (`HOW`). */
export type Hit = { readonly row: number; readonly how: number }

export type GeoRow = {
  /** Place of the row in the file. */
  readonly row: number
  /** GeoNames id; 0 for areas, whose ids the sources do not give. */
  readonly id: number
  readonly label: string
  readonly kind: number
  readonly latitude: number
  readonly longitude: number
  readonly people: number
  /** ISO 3166-1 alpha-2, as GeoNames assigns it. */
  readonly code: string
  /** Row of the first-order area it lies in. */
  readonly area: number | undefined
}

/** Towns and administrative areas of the world by name. Holds flat arrays only; looking up allocates nothing but the hits. */
export type GeoNames = {
  readonly size: number
  find(key: NameKey): readonly Hit[]
  row(row: number): GeoRow
  /** Name of a first-order area. */
  label(row: number): string
  /** The first-order area of the nearest town of a country, within about 45 km. */
  areaAt(latitude: number, longitude: number, isCountry: (code: string) => boolean): number | undefined
}

/** Opens the compiled gazetteer; undefined when there is none: then only our own rows are known. */
export function openGeoNames(): GeoNames | undefined {
  const file = ModelFile.readCached(GAZETTEER_FILE)
  return file && geoNames(file)
}

export function hasGeoNames(): boolean {
  return ModelFile.isCached(GAZETTEER_FILE)
}

const NONE: readonly Hit[] = []

export function geoNames(file: ModelFile): GeoNames {
  const { countries } = file.meta as { countries: readonly string[] }
  const [id, people, area] = [
    file.array('row.id', 'u32'),
    file.array('row.people', 'u32'),
    file.array('row.area', 'u32'),
  ]
  const [latitude, longitude] = [file.array('row.latitude', 'i32'), file.array('row.longitude', 'i32')]
  const [kind, country] = [file.array('row.kind', 'u8'), file.array('row.country', 'u16')]
  const [end, text] = [file.array('label.end', 'u32'), file.array('label.text', 'u8')]
  const [places, checks] = [file.array('name.place', 'u32'), file.array('name.check', 'u16')]
  const [names, bucket] = [file.array('name.row', 'u32'), file.array('name.bucket', 'u32')]
  const decoder = new TextDecoder()
  const label = (row: number) => decoder.decode(text.subarray(row === 0 ? 0 : end[row - 1], end[row]))
  return {
    size: id.length,
    find({ place, check }) {
      let hits: Hit[] | undefined
      const last = bucket[(place >>> 16) + 1] as number
      for (let i = bucket[place >>> 16] as number; i < last && (places[i] as number) <= place; i++)
        if (places[i] === place && checks[i] === check) {
          hits ??= []
          hits.push({ row: (names[i] as number) >>> 2, how: (names[i] as number) & 3 })
        }
      return hits ?? NONE
    },
    row(row) {
      return {
        row,
        id: id[row] ?? 0,
        label: label(row),
        kind: kind[row] ?? KIND.town,
        latitude: (latitude[row] ?? 0) / 1e5,
        longitude: (longitude[row] ?? 0) / 1e5,
        people: people[row] ?? 0,
        code: countries[country[row] ?? 0] ?? '',
        area: area[row] === 0 ? undefined : (area[row] as number) - 1,
      }
    },
    label,
    areaAt(y, x, isCountry) {
      const allowed = countries.map(isCountry)
      const [south, north] = [(y - NEAR) * 1e5, (y + NEAR) * 1e5]
      const wide = Math.cos((y * Math.PI) / 180)
      let [best, least] = [-1, NEAR * NEAR]
      for (let row = 0; row < latitude.length; row++) {
        const at = latitude[row] as number
        if (at < south || at > north || !allowed[country[row] as number] || (kind[row] as number) >= KIND.admin1)
          continue
        const [dy, dx] = [at / 1e5 - y, ((longitude[row] as number) / 1e5 - x) * wide]
        const distance = dy * dy + dx * dx
        if (distance < least) [best, least] = [row, distance]
      }
      return best === -1 || area[best] === 0 ? undefined : (area[best] as number) - 1
    },
  }
}

/** Degrees of latitude. */
const NEAR = 0.4
