import { createHash } from 'node:crypto'

/** A short stable id: the first 16 hexadecimal digits of the SHA-256 of the parts, each preceded by its length. */
export function idOf(...parts: readonly (string | undefined)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part === undefined ? '-;' : `${part.length}:${part};`)
  return hash.digest('hex').slice(0, 16)
}
