/**
 * Hashes of features: 32-bit, the same on every machine. A collision between two features costs a little accuracy and
 * nothing else ("hashing trick", Weinberger et al. 2009).
 */

const OFFSET = 0x811c9dc5 | 0
const PRIME = 0x01000193

/** FNV-1a over the UTF-16 code units of `text` from `start` to `end`, begun at `seed`. */
export function hashText(text: string, start = 0, end = text.length, seed = OFFSET): number {
  let hash = seed
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), PRIME)
  return hash
}

/** A hash of two hashes in this order; `a` may be a small number such as that of a template. */
export function mix(a: number, b: number): number {
  let hash = Math.imul(a ^ (a >>> 15), 0x2c1b3c6d) ^ b
  hash = Math.imul(hash ^ (hash >>> 13), 0x297a2d39)
  return hash ^ (hash >>> 16)
}
