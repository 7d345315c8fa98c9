import type { Briefing } from '../core/briefing.ts'
import { type Day, isDay } from '../core/day.ts'
import { idOf } from '../core/id.ts'
import { byText } from '../core/order.ts'
import { momentOf } from '../core/stamp.ts'
import type { Article, CodedEvent, Mark, Notice, Story } from '../core/types.ts'
import { addressKey } from '../dedupe/address.ts'
import { knownAt } from '../merge/index.ts'
import { canonical } from './canonical.ts'
import type { BriefingEntry, SourceHealth } from './contract.ts'

/** The UTC day by whose end an article was known: `knownBy(article, day)` is `knownDay(article) <= day`. */
export function knownDay(article: Article): Day | undefined {
  const stamp = knownAt(article)
  if (!stamp) return undefined
  if (stamp.precision === 'day') return stamp.value
  const moment = momentOf(stamp)
  const day = Number.isFinite(moment) ? new Date(moment).toISOString().slice(0, 10) : ''
  return isDay(day) ? day : undefined
}

/** What the versions of one page have in common. */
export function addressOf(article: Pick<Article, 'url'>): string | undefined {
  return article.url && addressKey(article.url)
}

/**
 * A page ready to be kept, or undefined where it says the same as the one before it. Its id is a hash of the page and of
 * the id before it, so that a page which comes back after another is kept again, but none is kept twice.
 */
export function briefingEntry(
  crisis: string,
  made: { readonly briefing: Briefing; readonly events: readonly CodedEvent[]; readonly stories?: readonly Story[] },
  before: BriefingEntry | undefined,
  at?: string,
): BriefingEntry | undefined {
  const { briefing, events, stories = [] } = made
  const page = canonical(briefing)
  if (before && canonical(before.briefing) === page) return undefined
  const id = idOf('briefing', crisis, page, before?.id)
  return { kind: 'briefing', id, crisis, ...(at ? { at } : {}), briefing, events, stories }
}

/** What tells notices apart. */
export function noticeKey(notice: Notice): string {
  return idOf('notice', canonical(notice))
}

/** What tells sources apart, and their pages from them. */
export function sourceKey(address: string, of: string | undefined): string {
  return of === undefined ? address : `${of} ${address}`
}

/** The order in which sources that are due are asked. */
export function byNext(a: SourceHealth, b: SourceHealth): number {
  return byText(a.next ?? '', b.next ?? '') || byText(a.address, b.address)
}

/** Marks that no mark in force undoes. A mark undoes earlier ones only, so the last is always in force. */
export function inForce(marks: readonly Mark[]): readonly Mark[] {
  const undone = new Set<string>()
  const standing = [...marks].reverse().filter(({ id, action, target }) => {
    if (undone.has(id)) return false
    if (action === 'undo') undone.add(target)
    return action !== 'undo'
  })
  return standing.reverse()
}
