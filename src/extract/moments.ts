import { daysBetween, isDay } from '../core/day.ts'
import { dayOfStamp } from '../core/stamp.ts'
import type { Article, Report, Stamp } from '../core/types.ts'
import type { Metadata } from './metadata.ts'
import { readStamp } from './stamp.ts'

type Stamps = Pick<Article, 'published' | 'modified' | 'known'>

const URL_DAY = /\/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|$)/u
const URL_BASIC = /\/((?:19|20)\d{2})(\d{2})(\d{2})(?=[/-]|$)/u
/** No report of ours is from beyond it. */
const LAST_YEAR = 2100

/** When a report was published, changed and got: what it states, then what its page says, then the day in its address. */
export function stampsOf(
  report: Report,
  metadata: Metadata,
  url: string | undefined,
  tell: (code: string, message: string, cure: string) => void,
): Stamps {
  const given = (written: string | undefined, what: string) => {
    const stamp = written ? readStamp(written, 'extract/given-date') : undefined
    if (written && !stamp)
      tell(
        'unreadable-date',
        `the ${what} time "${written.slice(0, 60)}" cannot be read`,
        'Write it as YYYY-MM-DD or with time and offset, 2025-05-28T10:15:00+02:00.',
      )
    return stamp
  }
  const published = given(report.published, 'publication') ?? metadata.published ?? urlDay(url)
  const modified = given(report.modified, 'change') ?? metadata.modified
  const known = given(report.fetched, 'fetch')
  return { ...(published ? { published } : {}), ...(modified ? { modified } : {}), ...(known ? { known } : {}) }
}

/** The day in an address such as /2025/05/28/: implied, since it may be another day's. */
export function urlDay(url: string | undefined): Stamp | undefined {
  if (!url || !URL.canParse(url)) return undefined
  const { pathname } = new URL(url)
  const [, year = '', month = '', day = ''] = URL_DAY.exec(pathname) ?? URL_BASIC.exec(pathname) ?? []
  const value = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(value) ? { value, precision: 'day', certainty: 'implied', by: 'extract/url-date' } : undefined
}

/** Why a publication time cannot be: it lies days after the article was got, or beyond 2100. */
export function futureOf({ published, known }: Stamps): string | undefined {
  if (!published) return undefined
  const day = dayOfStamp(published)
  if (Number(day.slice(0, 4)) > LAST_YEAR)
    return `the publication time ${published.value} is far in the future; it is kept as given`
  if (known && daysBetween(dayOfStamp(known), day) > 1)
    return `the publication time ${published.value} lies after the fetch time ${known.value}; it is kept as given`
  return undefined
}
