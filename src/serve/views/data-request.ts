import type { Context } from 'hono'
import type { Briefing } from '../../core/briefing.ts'
import { type Day, isDay } from '../../core/day.ts'
import { Mistake } from '../../core/mistake.ts'
import type { CodedEvent } from '../../core/types.ts'
import { html, type Markup } from '../../publish/markup.ts'
import type { CrisisState } from '../../run/index.ts'
import type { DeskContext, Env } from '../context.ts'
import { framed } from './frame.ts'
import { type DeskViewId, type ViewId, viewPath } from './routes.ts'

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

/** A route of a crisis: finds it and its page of the day asked for, and answers kindly where there is none. */
export function crisisRoute({ desk }: DeskContext, view: ViewId, show: (seen: Seen) => Response | Promise<Response>) {
  return async (context: Context<Env>): Promise<Response> => {
    const name = context.req.param('crisis') ?? ''
    const before = desk.state()
    const crisis = before.crises.find(one => one.crisis.name === name)
    if (!crisis) return unknownCrisis(context, name, before.crises, view)
    const query = new URL(context.req.url).searchParams
    return guarded(context, view, crisis, async () => {
      const asOf = dayIn(query, 'as-of')
      const made = await desk.page(name, asOf ? { asOf } : {})
      const { phase, done, total } = desk.state()
      const { briefing, events = [] } = made ?? {}
      if (briefing) return show({ context, crisis, ...(asOf ? { asOf } : {}), briefing, events, query })
      return phase === 'reading'
        ? reading(context, view, { crisis, done, total })
        : nothing(context, view, crisis, asOf)
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
    const body = html`<h1>That cannot be shown</h1><p>${error.message}</p><p class="cure">${error.cure}</p>
<p><a href="${context.req.path}">The same view without anything chosen</a></p>`
    return framed(context, { title: 'That cannot be shown', body, view, status: 400, ...(crisis ? { crisis } : {}) })
  }
}

export function notFound(context: Context<Env>, view: ViewId | DeskViewId, title: string, body: Markup): Response {
  return framed(context, { title, body: html`<h1>${title}</h1>${body}`, view, status: 404 })
}

function unknownCrisis(context: Context<Env>, name: string, crises: readonly CrisisState[], view: ViewId): Response {
  const known = crises.map(({ crisis }) => {
    return html`<li><a href="${viewPath(crisis.name, view)}"><bdi>${crisis.topic.words}</bdi></a></li>`
  })
  const list = crises.length > 0 ? html`<p>There are:</p><ul>${known}</ul>` : html`<p>It keeps none yet.</p>`
  const body = html`<p>This desk keeps no crisis called “<bdi>${clip(name)}</bdi>”.</p>${list}`
  return notFound(context, 'home', 'No such crisis', body)
}

/** Seconds until the browser asks again while the desk reads. */
const AGAIN = 3

type Progress = { readonly crisis: CrisisState; readonly done: number; readonly total: number }

function reading(context: Context<Env>, view: ViewId, { crisis, done, total }: Progress): Response {
  context.header('Refresh', String(AGAIN))
  context.header('Retry-After', String(AGAIN))
  const body = html`<h1>Reading…</h1><p>The desk reads the reports on <bdi>${crisis.crisis.topic.words}</bdi>; this view comes by itself when there is something to show.</p>
${total > 0 && html`<p><label for="progress">${done} of ${total} reports</label> <progress id="progress" max="${total}" value="${done}"></progress></p>`}`
  return framed(context, { title: 'Reading…', body, crisis, view, status: 503 })
}

function nothing(context: Context<Env>, view: ViewId, crisis: CrisisState, asOf: Day | undefined): Response {
  const [first] = crisis.days
  const when = asOf ? html` known by ${asOf}` : html` in the store`
  const cure = first
    ? html`<p>The first report came out on <a href="${viewPath(crisis.crisis.name, view, { 'as-of': first.day })}">${first.day}</a>.</p>`
    : html`<p>Add reports with <code>dragoman brief --store</code>, or watch a source; <a href="/notices">the notices</a> tell what could not be read.</p>`
  const body = html`<h1>Nothing yet</h1><p>No report on <bdi>${crisis.crisis.topic.words}</bdi> was${when}.</p>${cure}`
  return framed(context, { title: 'Nothing yet', body, crisis, asOf, view })
}
