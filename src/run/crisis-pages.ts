import { languageFor } from '../annotate/index.ts'
import type { Day } from '../core/day.ts'
import type { Notice, Story } from '../core/types.ts'
import { knownBy, newestDay, onTopic, storiesOf } from '../merge/index.ts'
import { briefRead, type Read, type Result, type Tools } from '../pipeline.ts'
import type { Store } from '../store/index.ts'
import type { Crisis } from './config.ts'
import { type DayCount, daysOf } from './days.ts'
import { keepPage } from './page.ts'

/** What the desk knows of a crisis without making a page. */
export type CrisisState = {
  readonly crisis: Crisis
  /** Days of its reports, oldest first; empty while nothing on it was read. */
  readonly days: readonly DayCount[]
  /** The day of its newest page. */
  readonly asOf?: Day
  readonly headline?: string
  readonly reports: number
  readonly lineages: number
  /** Grows whenever its newest page says something else. */
  readonly revision: number
}

export type PageQuery = {
  /** Uses nothing known later. */
  readonly asOf?: Day
  /** Tells what changed since the page of this day. */
  readonly since?: Day
}

/** What is held of a crisis: its documents in the order of arrival, undefined for each that is off the topic. */
export type Held = {
  readonly crisis: Crisis
  reads: (Read | undefined)[]
  pages: Map<string, Result>
  state: CrisisState
}

/** Pages kept in memory for each crisis: one for each day of two months. */
const MOST_PAGES = 64

export function nothingOf(crisis: Crisis, before?: CrisisState): Omit<Held, 'crisis'> {
  const state = before ?? { crisis, days: [], reports: 0, lineages: 0, revision: 0 }
  return { reads: [], pages: new Map(), state }
}

export type Given = { readonly notices: readonly Notice[]; readonly tools: Tools }

/** Takes up what arrived after a place in the store, up to the first article that is not read yet. */
export async function take(store: Store, held: readonly Held[], tools: Tools, cursor: number) {
  let [after, count] = [cursor, 0]
  const touched = new Set<Held>()
  for await (const { article, layers, claims, arrival } of store.kept({ after: cursor })) {
    if (!layers) break
    const read = { doc: { article, layers }, ...(claims ? { claims } : {}) }
    for (const one of held) {
      const counts = isOn(read, one.crisis, tools)
      one.reads.push(counts ? read : undefined)
      if (counts) touched.add(one)
    }
    after = arrival
    count++
  }
  return { touched, after, count }
}

function isOn({ doc }: Read, { topic }: Crisis, { language }: Tools): boolean {
  return languageFor(doc.article, [language]) !== undefined && onTopic(doc, topic)
}

export async function pageOf(one: Held, { asOf, since }: PageQuery, given: Given): Promise<Result> {
  const key = `${asOf ?? ''} ${since ?? ''}`
  const known = one.pages.get(key)
  if (known) return known
  const day = asOf ?? one.crisis.asOf
  const made = await briefRead(each(one.reads), one.crisis.topic, {
    ...(day ? { asOf: day } : {}),
    ...(since ? { since } : {}),
    ...given,
  })
  const oldest = one.pages.keys().next()
  if (one.pages.size >= MOST_PAGES && !oldest.done) one.pages.delete(oldest.value)
  one.pages.set(key, made)
  return made
}

/** Makes the newest page of a crisis and keeps it. */
export async function renew(store: Store, one: Held, given: Given & { readonly now: () => string }): Promise<void> {
  const result = await pageOf(one, {}, given)
  const { briefing, events } = result
  if (!briefing) return
  const said = await keepPage(store, one.crisis.name, result, given.now())
  const articles = one.reads.flatMap(read => (read ? [read.doc.article] : []))
  const last = one.crisis.asOf ?? newestDay(articles)
  const { state } = one
  one.state = {
    crisis: one.crisis,
    days: daysOf(articles, events).filter(({ day }) => last === undefined || day <= last),
    asOf: briefing.asOf,
    headline: briefing.headline.map(({ text }) => text).join('; '),
    reports: briefing.counts.reports,
    lineages: briefing.counts.lineages,
    revision: state.revision + (said || state.revision === 0 ? 1 : 0),
  }
}

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items
}

/** The stories of a crisis by a day, the newest first. */
export async function storiesIn(
  one: Held,
  { asOf = one.crisis.asOf }: PageQuery,
  given: Given,
): Promise<readonly Story[]> {
  const docs = one.reads.flatMap(read => (read && (!asOf || knownBy(read.doc.article, asOf)) ? [read.doc] : []))
  return storiesOf(docs, (await pageOf(one, asOf ? { asOf } : {}, given)).events)
}
