import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const MODELS = join(ROOT, 'models')
/** Made at set-up from packages, never kept in git. */
const CACHE = join(ROOT, '.cache')
const MAGIC = 'DRGM0001'
const ALIGN = 8

const TYPES = { i8: Int8Array, u8: Uint8Array, u16: Uint16Array, i32: Int32Array, u32: Uint32Array, f32: Float32Array }
type TypeName = keyof typeof TYPES
type Typed = Int8Array | Uint8Array | Uint16Array | Int32Array | Uint32Array | Float32Array

type Entry = { readonly name: string; readonly type: TypeName; readonly length: number }

/**
 * A model on disk: named number arrays and a JSON value. Layout, little-endian: 8 bytes `DRGM0001`, 4 bytes length of the
 * header, the header (JSON: `meta`, `arrays` of name, type, length), then the arrays one after the other, each at a
 * multiple of 8. Reading makes views, no copies.
 */
export class ModelFile {
  readonly meta: unknown
  readonly #arrays: ReadonlyMap<string, Typed>

  constructor(meta: unknown, arrays: ReadonlyMap<string, Typed>) {
    this.meta = meta
    this.#arrays = arrays
  }

  /** Reads `models/NAME`. Throws when it is missing or damaged: models are part of the program. */
  static read(name: string): ModelFile {
    return ModelFile.parse(readFileSync(join(MODELS, name)), name)
  }

  /** Reads `.cache/NAME`; undefined when set-up did not make it. */
  static readCached(name: string): ModelFile | undefined {
    const path = join(CACHE, name)
    return existsSync(path) ? ModelFile.parse(readFileSync(path), name) : undefined
  }

  static isCached(name: string): boolean {
    return existsSync(join(CACHE, name))
  }

  static parse(bytes: Uint8Array, name: string): ModelFile {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const text = new TextDecoder('latin1')
    if (bytes.byteLength < 12 || text.decode(bytes.subarray(0, 8)) !== MAGIC)
      throw new Error(`models/${name}: no model`)
    const headerEnd = 12 + view.getUint32(8, true)
    const header = JSON.parse(new TextDecoder().decode(bytes.subarray(12, headerEnd))) as {
      meta: unknown
      arrays: readonly Entry[]
    }
    // Views need an aligned start; a file read whole has one, a slice of something else may not.
    const own = bytes.byteOffset % ALIGN === 0 ? bytes : bytes.slice()
    const arrays = new Map<string, Typed>()
    let at = aligned(headerEnd)
    for (const { name: array, type, length } of header.arrays) {
      const kind = TYPES[type]
      if (at + length * kind.BYTES_PER_ELEMENT > own.byteLength) throw new Error(`models/${name}: cut off`)
      arrays.set(array, new kind(own.buffer as ArrayBuffer, own.byteOffset + at, length))
      at = aligned(at + length * kind.BYTES_PER_ELEMENT)
    }
    return new ModelFile(header.meta, arrays)
  }

  /** The array of that name and type; throws when the model has none such. */
  array<T extends TypeName>(name: string, type: T): InstanceType<(typeof TYPES)[T]> {
    const found = this.#arrays.get(name)
    if (!(found instanceof TYPES[type])) throw new Error(`the model has no ${type} array "${name}"`)
    return found as InstanceType<(typeof TYPES)[T]>
  }

  bytes(): Uint8Array {
    const arrays = [...this.#arrays].map(([name, array]) => ({ name, type: typeOf(array), length: array.length }))
    const header = new TextEncoder().encode(JSON.stringify({ meta: this.meta, arrays }))
    const parts: Uint8Array[] = [
      new TextEncoder().encode(MAGIC),
      new Uint8Array(new Uint32Array([header.length]).buffer),
      header,
    ]
    let at = 12 + header.length
    for (const array of this.#arrays.values()) {
      parts.push(new Uint8Array(aligned(at) - at))
      parts.push(new Uint8Array(array.buffer, array.byteOffset, array.byteLength))
      at = aligned(at) + array.byteLength
    }
    return Buffer.concat(parts)
  }

  write(path: string): void {
    writeFileSync(path, this.bytes())
  }
}

function aligned(at: number): number {
  return Math.ceil(at / ALIGN) * ALIGN
}

function typeOf(array: Typed): TypeName {
  const found = (Object.keys(TYPES) as TypeName[]).find(type => array instanceof TYPES[type])
  if (!found) throw new Error('an array of a kind that models cannot hold')
  return found
}
