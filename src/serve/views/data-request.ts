import type { Context } from 'hono'
import type { Briefing } from '../../core/briefing.ts'
import { type Day, isDay } from '../../core/day.ts'
import { Mistake } from '../../core/mistake.ts'
import type { CodedEvent } from '../../core/types.ts'
import type { Result } from '../../pipeline.ts'
import { html } from '../../publish/markup.ts'
import type { CrisisState } from '../../run/index.ts'
import type { DeskContext, Env } from '../context.ts'
import { asked, notFound } from './asked.ts'
import { framed } from './frame.ts'
import type { DeskViewId, ViewId } from './routes.ts'

/** What the desk made of a crisis, as of a day where one is given. */
export type Pages = (crisis: string, asOf?: Day) => Promise<Result | undefined>

/** What a view of a crisis works with. */
export type Seen = {
  readonly context: Context<Env>
  readonly crisis: CrisisState
  /** The day asked for; the day of the page is `briefing.asOf`. */
  readonly asOf?: Day
  readonly briefing: Briefing
  readonly events: readonly CodedEvent[]
  readonly query: URLSearchParams
}

/** A day of the query, undefined where it is empty. Throws a `Mistake` where it is none. */
export function dayIn(query: URLSearchParams, name: string): Day | undefined {
  const day = query.get(name)?.trim() ?? ''
  if (day === '' || isDay(day)) return day === '' ? undefined : day
  throw new Mistake(`${name} must be a day, not “${clip(day)}”.`, `Write it as in ${name}=2025-05-28, or leave it out.`)
}

/** A whole number of the query from 1 on. */
export function numberIn(query: URLSearchParams, name: string, otherwise: number): number {
  const text = query.get(name)?.trim() ?? ''
  if (text === '') return otherwise
  if (/^[1-9]\d{0,5}$/u.test(text)) return Number(text)
  throw new Mistake(
    `${name} must be a whole number from 1 on, not “${clip(text)}”.`,
    `Write it as in ${name}=2, or leave it out.`,
  )
}

/** A word of the query that must be one of a list. */
export function wordIn<T extends string>(query: URLSearchParams, name: string, words: readonly T[]): T | undefined {
  const text = query.get(name) ?? ''
  if (text === '') return undefined
  const word = words.find(one => one === text)
  if (word !== undefined) return word
  throw new Mistake(`${name} has no value “${clip(text)}”.`, `Use one of: ${words.join(', ')}.`)
}

const LONGEST = 60

export function clip(text: string, most = LONGEST): string {
  return text.length <= most ? text : `${text.slice(0, most)}…`
}

/** A route of a crisis, with its page of the day asked for. */
export function crisisRoute(
  desk: DeskContext,
  pages: Pages,
  view: ViewId,
  show: (seen: Seen) => Response | Promise<Response>,
) {
  return async (context: Context<Env>): Promise<Response> => {
    const wanted = asked(context, desk, view)
    if (wanted instanceof Response) return wanted
    const { crisis, asOf } = wanted
    return guarded(context, view, crisis, async () => {
      const { briefing, events = [] } = (await pages(crisis.crisis.name, asOf)) ?? {}
      if (!briefing) return notFound(context, desk.desk.state(), 'This page is gone')
      const query = new URL(context.req.url).searchParams
      return show({ context, crisis, ...(asOf ? { asOf } : {}), briefing, events, query })
    })
  }
}

/** Runs a route; what the reader got wrong is told with its cure. */
export async function guarded(
  context: Context<Env>,
  view: ViewId | DeskViewId,
  crisis: CrisisState | undefined,
  run: () => Promise<Response> | Response,
): Promise<Response> {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof Mistake)) throw error
    const body = html`<h1>That cannot be shown</h1><p>${error.message}</p><p class="empty cure">${error.cure}</p>
<p><a href="${context.req.path}">The same view without anything chosen</a></p>`
    return framed(context, { title: 'That cannot be shown', body, view, status: 400, ...(crisis ? { crisis } : {}) })
  }
}
