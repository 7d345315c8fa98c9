import type { Result } from '../pipeline.ts'
import type { Desk } from '../run/index.ts'

/** Pages held here: what comes from the desk's thread is copied on the way, and one page serves many views and readers. */
const MOST = 24

/** The same desk; a page asked for again before anything came in is the same object. */
export function withPages(desk: Desk): Desk {
  const held = new Map<string, Promise<Result | undefined>>()
  return {
    ...desk,
    page: (crisis, query = {}) => {
      const key = JSON.stringify([desk.state().revision, crisis, query.asOf ?? '', query.since ?? ''])
      const known = held.get(key)
      if (known) {
        held.delete(key)
        held.set(key, known)
        return known
      }
      const made = desk.page(crisis, query)
      held.set(key, made)
      made.catch(() => held.delete(key))
      for (const oldest of held.keys()) if (held.size > MOST) held.delete(oldest)
      return made
    },
  }
}
