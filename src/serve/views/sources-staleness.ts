import { counted } from '../../core/counted.ts'
import type { SourceHealth } from '../../store/index.ts'

/** What else a source may say of itself, as far as what watches it keeps it. */
export type Watched = SourceHealth & {
  readonly name?: string
  readonly kind?: string
  readonly every?: number
  readonly newest?: string
  readonly items?: number
  readonly stopped?: string
  readonly movedTo?: string
  /** Of a page that belongs to a source. */
  readonly of?: string
}

export type Staleness = {
  readonly state: 'fresh' | 'late' | 'silent' | 'failing' | 'stopped'
  readonly words: string
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** Failures in a row that are more than a hitch. */
const MANY = 3
const SILENCE = 3 * DAY
const GRACE = 10 * MINUTE
const EVERY = 60

/** How much a source can be relied on at a moment (milliseconds since 1970), and why. */
export function stalenessOf(source: Watched, now: number): Staleness {
  const { stopped, failures, fault = 'it does not answer', answered, asked, next, newest } = source
  if (stopped !== undefined) return { state: 'stopped', words: `is not asked any more: ${stopped}` }
  if (asked === undefined) return { state: 'late', words: 'has not been asked yet' }
  if (answered === undefined) return { state: 'failing', words: `has never answered: ${fault}` }
  if (failures >= MANY)
    return { state: 'failing', words: `has failed ${failures} times since its last answer: ${fault}` }
  if (!(now - Date.parse(next ?? answered) <= (source.every ?? EVERY) * MINUTE + GRACE))
    return { state: 'late', words: `was last asked ${ago(now - Date.parse(asked))} ago` }
  const quiet = now - Date.parse(newest ?? answered)
  if (quiet > SILENCE) return { state: 'silent', words: `answers, but nothing new for ${ago(quiet)}` }
  const hitch = failures > 0 ? `; then it failed: ${fault}` : ''
  return { state: 'fresh', words: `answered ${ago(now - Date.parse(answered))} ago${hitch}` }
}

/** "3 days", "5 hours", "1 minute"; what lies ahead is now. */
export function ago(milliseconds: number): string {
  if (!Number.isFinite(milliseconds)) return 'an unknown time'
  if (milliseconds >= 2 * DAY) return counted(Math.floor(milliseconds / DAY), 'day')
  if (milliseconds >= 2 * HOUR) return counted(Math.floor(milliseconds / HOUR), 'hour')
  return counted(Math.max(0, Math.floor(milliseconds / MINUTE)), 'minute')
}
