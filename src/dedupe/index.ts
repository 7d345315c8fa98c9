import { idOf } from '../core/id.ts'
import { byText } from '../core/order.ts'
import { isSome } from '../core/some.ts'
import { momentOf } from '../core/stamp.ts'
import type { Article, Lineage } from '../core/types.ts'
import { addressKey } from './address.ts'
import { bodyOf, withoutQuotes } from './body.ts'
import { candidates } from './candidates.ts'
import { credits, shareCredit } from './credits.ts'
import { isCopy, LONG_RUN, likeness, profile } from './likeness.ts'
import { type Unions, unions } from './unions.ts'
import { type Interner, interner, type Words } from './words.ts'

/**
 * The origins behind articles: each lineage holds articles with one origin, the earliest published first (ties by id).
 * One origin: the same text; versions of one address; or a copy, where the two have a long run of words in common and
 * the longer holds much of the shorter (see `isCopy`), which a common agency credit makes likelier. Reports of one event
 * in different words are different lineages, also where they quote the same words. Every article is in exactly one
 * lineage; the result does not depend on the order of the input.
 */
export function lineages(articles: readonly Article[]): readonly Lineage[] {
  const ordered = inOrder(articles)
  const groups = unions(ordered.length)
  const bodies = ordered.map(bodyOf)
  joinEqual(bodies, groups)
  joinEqual(
    ordered.map(({ url }) => url && addressKey(url)),
    groups,
  )
  joinCopies(ordered, bodies, groups)
  return groups.lists().flatMap(members => {
    const ids = members.flatMap(i => ordered[i]?.id ?? [])
    return isSome(ids) ? [{ id: idOf('lineage', ids[0]), articles: ids }] : []
  })
}

/** By time, then id; each id once. */
function inOrder(articles: readonly Article[]): readonly Article[] {
  const sorted = [...articles].sort(
    (a, b) => timeOf(a) - timeOf(b) || byText(a.id, b.id) || byText(a.report, b.report) || byText(a.text, b.text),
  )
  const seen = new Set<string>()
  return sorted.filter(({ id }) => !seen.has(id) && seen.add(id))
}

/** An article without a time comes last: nothing says that it was first. */
function timeOf({ published, known }: Article): number {
  const stamp = published ?? known
  const time = stamp ? momentOf(stamp) : Number.NaN
  return Number.isNaN(time) ? Number.MAX_SAFE_INTEGER : time
}

function joinEqual(keys: readonly (string | undefined)[], groups: Unions): void {
  const first = new Map<string, number>()
  for (const [i, key] of keys.entries()) {
    if (key === undefined || key === '') continue
    const earlier = first.get(key)
    if (earlier === undefined) first.set(key, i)
    else groups.join(earlier, i)
  }
}

function joinCopies(articles: readonly Article[], bodies: readonly string[], groups: Unions): void {
  const intern = interner()
  const texts = bodies.map(body => ownWords(body, intern))
  const profileAt = lazily(texts, profile)
  const creditsAt = lazily(articles, credits)
  for (const [a, b] of candidates(texts)) {
    if (groups.same(a, b)) continue
    const credited = shareCredit(creditsAt(a), creditsAt(b))
    if (isCopy(likeness(profileAt(a), profileAt(b)), credited)) groups.join(a, b)
  }
}

/** The words outside of quotations; all where hardly any stand outside. */
function ownWords(body: string, intern: Interner): Words {
  const own = intern(withoutQuotes(body))
  return own.length < LONG_RUN ? intern(body) : own
}

/** A function of the index of an item, worked out once for each and only where it is asked for. */
function lazily<T, R>(items: readonly T[], make: (item: T) => R): (at: number) => R {
  const known = new Map<number, R>()
  return at => {
    const item = items[at]
    const made = known.get(at)
    if (made !== undefined) return made
    if (item === undefined) throw new RangeError(`no item ${at}`)
    const result = make(item)
    known.set(at, result)
    return result
  }
}
