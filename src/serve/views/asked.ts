import type { Context } from 'hono'
import { type Day, isDay, writeDay } from '../../core/day.ts'
import { html, type Markup } from '../../publish/markup.ts'
import type { CrisisState, DeskState } from '../../run/index.ts'
import type { DeskContext, Env } from '../context.ts'
import { framed } from './frame.ts'
import { type ViewId, viewPath } from './routes.ts'

/** A crisis that has a page, and the days that an address asks for. */
export type Asked = {
  readonly crisis: CrisisState
  /** A day before that of the newest page; undefined for the newest. */
  readonly asOf?: Day
  /** A day before that one. */
  readonly since?: Day
  /** The first and the newest day. */
  readonly first: Day
  readonly newest: Day
}

/**
 * The crisis and days of an address; or the answer: there is no such crisis, nothing of it is read yet, a day that is none,
 * or one before the first report. A day after the newest leads to the newest.
 */
export function asked(context: Context<Env>, { desk }: DeskContext, view: ViewId): Asked | Response {
  const state = desk.state()
  const name = context.req.param('crisis')
  const crisis = state.crises.find(one => one.crisis.name === name)
  if (!crisis) return notFound(context, state, 'There is no such crisis here')
  const [first, newest] = [crisis.days[0]?.day, crisis.asOf]
  if (!first || !newest) return waiting(context, state, crisis, view)
  const { 'as-of': asOf, since } = context.req.query()
  const wrong = [asOf, since].find(day => day && !isDay(day))
  if (wrong) return noDay(context, crisis, view, wrong)
  if (asOf && asOf > newest) {
    const query = new URLSearchParams(context.req.query())
    query.delete('as-of')
    return context.redirect(`${new URL(context.req.url).pathname}${query.size > 0 ? `?${query}` : ''}`)
  }
  if (asOf && asOf < first) return tooEarly(context, crisis, view, { asOf, first })
  const day = asOf && asOf < newest ? asOf : undefined
  return {
    crisis,
    first,
    newest,
    ...(day ? { asOf: day } : {}),
    ...(since && since >= first && since < (day ?? newest) ? { since } : {}),
  }
}

/** A page that is not there, with what is. */
export function notFound(context: Context<Env>, state: DeskState, title: string): Response {
  const links = state.crises.map(
    ({ crisis: { name, topic } }) => html`<li><a href="${viewPath(name, 'page')}"><bdi>${topic.words}</bdi></a></li>`,
  )
  const body = html`<h1>${title}</h1><p class="empty">${links.length > 0 ? 'This desk keeps these pages:' : 'This desk keeps no page yet.'}</p><ul class="links">${links}</ul>`
  return framed(context, { title, body, view: 'home', status: 404 })
}

/** While nothing of a crisis is read: how far the reading is; the page comes by itself. */
function waiting(context: Context<Env>, state: DeskState, crisis: CrisisState, view: ViewId): Response {
  const { words } = crisis.crisis.topic
  const reads = state.phase === 'reading'
  const body = reads
    ? html`<h1><bdi>${words}</bdi></h1>${progress(state)}<p class="lede">The page appears here as soon as the reports are read. The first time each report is read sentence by sentence; what was read is kept.</p>`
    : html`<h1><bdi>${words}</bdi></h1><div class="empty"><p>None of the reports read is about this crisis.</p><p>Give it more inputs, or use other or fewer words for its topic in dragoman.toml: a report counts when it names all of its actors and one of its words. <a href="/notices">Notices</a> tell what could not be read.</p></div>`
  const head = html`<noscript><meta http-equiv="refresh" content="3"></noscript>
`
  return framed(context, {
    title: reads ? 'Reading' : words,
    body,
    crisis,
    view,
    timeless: true,
    waits: 'page',
    ...(reads ? { head } : {}),
  })
}

/** "Reading 120 of 225 reports…" */
export function progress({ done, total }: DeskState): Markup {
  const words = total > 0 ? `Reading ${done} of ${total} reports…` : 'Looking for reports…'
  return html`<p class="progress">${words}</p><progress${total > 0 && html` max="${total}" value="${done}"`} aria-label="Reports read"></progress>`
}

function noDay(context: Context<Env>, crisis: CrisisState, view: ViewId, text: string): Response {
  const link = html`<a href="${viewPath(crisis.crisis.name, view)}">The newest page</a>`
  const body = html`<h1>That is not a day</h1><div class="empty"><p>“<bdi>${text.slice(0, 40)}</bdi>” cannot be read as a day. Write it as ${crisis.asOf ?? '2025-05-16'}.</p><p>${link}</p></div>`
  return framed(context, { title: 'Not a day', body, crisis, view, status: 400 })
}

type Early = { readonly asOf: Day; readonly first: Day }

function tooEarly(context: Context<Env>, crisis: CrisisState, view: ViewId, { asOf, first }: Early): Response {
  const path = viewPath(crisis.crisis.name, view, { 'as-of': first })
  const body = html`<h1>Nothing was known yet on ${writeDay(asOf)}</h1><div class="empty"><p>The first report on “<bdi>${crisis.crisis.topic.words}</bdi>” here is of ${writeDay(first)}.</p><p><a href="${path}">The page of ${writeDay(first)}</a></p></div>`
  return framed(context, { title: 'Before the first report', body, crisis, view, timeless: true, status: 404 })
}
