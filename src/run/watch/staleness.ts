import { counted } from '../../core/counted.ts'
import type { SourceHealth } from '../../store/index.ts'
import { everyOf } from './health.ts'

export type Staleness = {
  readonly state: 'fresh' | 'late' | 'silent' | 'failing' | 'stopped'
  /** For people. */
  readonly words: string
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Failures in a row that are more than a hitch. */
const MANY = 3
/** A source that has answered so long without anything new is silent; longer where it is seldom asked. */
const SILENCE = 3 * DAY

/** How much a source can be relied on now (`now`: milliseconds since 1970), and why. */
export function stalenessOf(health: SourceHealth, now: number): Staleness {
  const { stopped, failures, fault = 'it does not answer', answered, asked, next, newest, items } = health
  if (stopped !== undefined) return { state: 'stopped', words: `is not asked any more: ${stopped}` }
  if (asked === undefined) return { state: 'late', words: 'has not been asked yet' }
  if (answered === undefined) return { state: 'failing', words: `has never answered: ${fault}` }
  if (failures >= MANY) return { state: 'failing', words: `has not answered since ${moment(answered)}: ${fault}` }
  // Not `>`: a time that cannot be read is no sign of life.
  if (!(now - Date.parse(next ?? answered) <= everyOf(health) + 10 * MINUTE))
    return { state: 'late', words: `was last asked ${ago(now - Date.parse(asked))} ago` }
  const quiet = now - Date.parse(newest ?? answered)
  if (quiet > Math.max(SILENCE, 10 * everyOf(health)))
    return { state: 'silent', words: `answers, but nothing new for ${ago(quiet)}` }
  const hitch = failures > 0 ? `; then it failed: ${fault}` : ''
  const newestWords = newest ? `newest ${ago(quiet)} ago` : (items ?? 0) > 0 ? '' : 'nothing new yet'
  const words = [`answered ${ago(now - Date.parse(answered))} ago`, newestWords].filter(Boolean).join(', ')
  return { state: 'fresh', words: words + hitch }
}

/** "3 days", "5 hours", "1 minute"; what lies ahead is less than a minute. */
export function ago(milliseconds: number): string {
  if (milliseconds >= 2 * DAY) return counted(Math.floor(milliseconds / DAY), 'day')
  if (milliseconds >= 2 * HOUR) return counted(Math.floor(milliseconds / HOUR), 'hour')
  return milliseconds >= MINUTE ? counted(Math.floor(milliseconds / MINUTE), 'minute') : 'less than a minute'
}

function moment(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`
}
