import type { Some } from './types.ts'

/** Whether a list has at least one item. */
export function isSome<T>(items: readonly T[]): items is Some<T> {
  return items.length > 0
}
