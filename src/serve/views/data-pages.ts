import type { Day } from '../../core/day.ts'
import type { Result } from '../../pipeline.ts'
import type { Desk } from '../../run/index.ts'
import { pageCache } from './cache.ts'

/** What the desk made of a crisis, as of a day where one is given. */
export type Pages = (crisis: string, asOf?: Day) => Promise<Result | undefined>

/** Pages held with their events: they come from another thread, and whoever looks things up asks for the same again. */
const MOST = 6

export function openPages(desk: Desk): Pages {
  const cache = pageCache<Result | undefined>(MOST)
  return (crisis, asOf) =>
    cache.get(JSON.stringify([crisis, asOf, desk.state().revision]), () => desk.page(crisis, asOf ? { asOf } : {}))
}
