import { createHash } from 'node:crypto'

/** A short stable id: the first 16 hexadecimal digits of the SHA-256 of the parts, each preceded by its length. */
export function idOf(...parts: readonly (string | undefined)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part === undefined ? '-;' : `${part.length}:${part};`)
  return hash.digest('hex').slice(0, 16)
}

/** A UUID of version 8 (RFC 9562) that the same parts always give: for formats that ask for a worldwide id. */
export function uuidOf(...parts: readonly (string | undefined)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part === undefined ? '-;' : `${part.length}:${part};`)
  const hex = hash.digest('hex')
  const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) % 4]
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
