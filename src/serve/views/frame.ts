import type { Context } from 'hono'
import { type Day, daysBetween, writeDay } from '../../core/day.ts'
import { html, type Markup, raw } from '../../publish/markup.ts'
import type { CrisisState } from '../../run/index.ts'
import { ASSETS } from '../assets.ts'
import type { Env } from '../context.ts'
import { DESK_VIEWS, type DeskViewId, VIEWS, type ViewId, viewPath } from './routes.ts'
import { sliderOf } from './slider.ts'

export type Frame = {
  readonly title: string
  readonly body: Markup
  /** The crisis the view is of, with the day it is looked at from. */
  readonly crisis?: CrisisState
  readonly asOf?: Day | undefined
  readonly view: ViewId | DeskViewId
  readonly status?: 200 | 400 | 403 | 404 | 503
  /** The body brings its own layout; else it stands in a column of the class `view`. */
  readonly whole?: boolean
  /** Further elements of the head. */
  readonly head?: Markup
  /** Above the body, besides what is said of a day in the past. */
  readonly banner?: Markup | undefined
  /** The view is the same from every day. */
  readonly timeless?: boolean
  /** Whose news the script waits for; left out, those of the crisis, if it has one. */
  readonly waits?: 'page' | 'desk'
  readonly revision?: number
}

/** A page of the desk: what stands around every view. With `?part=main` its changing part alone, for the script. */
export function framed(context: Context<Env>, frame: Frame): Response {
  const written = context.req.query('part') === 'main' ? part(frame) : document(context, frame)
  return context.html(written.markup, frame.status ?? 200)
}

function document(context: Context<Env>, frame: Frame): Markup {
  const { title, crisis, view, head } = frame
  const { role } = context.get('person')
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Dragoman</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${ASSETS.style.path}">
<script src="${ASSETS.script.path}" defer></script>
${head}</head>
<body class="desk"${role !== 'reader' && html` data-token="${context.get('formToken')}"`}>
<a class="skip" href="#main">Skip to the content</a>
<header class="desk-bar"><a class="brand" href="/">Dragoman</a><nav aria-label="Desk"><ul>${DESK_VIEWS.map(one => item(one.path, one.title, one.id === view))}</ul></nav><form class="find" role="search" action="/search"><label class="visually-hidden" for="find">Search the reports</label><input id="find" type="search" name="q" placeholder="Search the reports"></form>${who(context)}</header>
${crisis && menu(crisis, frame)}<main id="main" tabindex="-1">
${crisis && !frame.timeless && slider(context, crisis, frame)}
<div class="live"><p id="reading" hidden></p><div id="live" role="status"></div></div>
${part(frame)}
</main>
<div id="drawer" class="drawer" role="region" aria-labelledby="drawer-title" hidden></div>
<p id="said" class="visually-hidden" aria-live="polite"></p>
</body>
</html>
`
}

/** Who is signed in, and the way out; on one's own machine nobody is. */
function who(context: Context<Env>): Markup {
  if (context.get('session') === undefined) return html``
  const { name, role } = context.get('person')
  return html`<form class="who" method="post" action="/sign-out"><bdi>${name}</bdi>${role === 'admin' && raw(' <a href="/audit">Audit log</a>')}<input type="hidden" name="token" value="${context.get('formToken')}"><button>Sign out</button></form>`
}

function part({ title, body, view, crisis, asOf, banner, timeless, whole, waits, revision }: Frame): Markup {
  const waitsFor = waits ?? (crisis && !timeless ? 'page' : undefined)
  const past = crisis && !timeless && pastBanner(crisis, asOf, view)
  const data = html` data-title="${title} · Dragoman" data-revision="${revision ?? crisis?.revision ?? 0}"${crisis && html` data-crisis="${crisis.crisis.name}"`}${isPast(crisis, asOf) && html` data-as-of="${asOf ?? ''}"`}${waitsFor && html` data-waits="${waitsFor}"`}`
  return html`<div id="part" class="part"${data}>${(past || banner) && html`<div class="${past ? 'banner' : 'banner quiet'}">${past}${banner}</div>`}${whole ? body : html`<div class="view">${body}</div>`}</div>`
}

function isPast(crisis: CrisisState | undefined, asOf: Day | undefined): boolean {
  return crisis?.asOf !== undefined && asOf !== undefined && asOf < crisis.asOf
}

/** What a page of a day gone by is, and how far it lies back. */
function pastBanner(crisis: CrisisState, asOf: Day | undefined, view: Frame['view']): Markup | undefined {
  if (!isPast(crisis, asOf) || !asOf || !crisis.asOf) return undefined
  const days = daysBetween(asOf, crisis.asOf)
  const same = VIEWS.find(({ id }) => id === view)?.id ?? 'page'
  return html`<p><b>As it could be known on ${writeDay(asOf)}</b>, ${days === 1 ? 'the day' : `${days} days`} before the newest page, of ${writeDay(crisis.asOf)}. Nothing published later is used. <a class="newest" href="${viewPath(crisis.crisis.name, same)}">Newest page</a></p>`
}

function menu(crisis: CrisisState, { view, asOf }: Frame): Markup {
  const { name, topic } = crisis.crisis
  const from = isPast(crisis, asOf) ? asOf : undefined
  const items = VIEWS.map(one => item(viewPath(name, one.id, { 'as-of': from }), one.title, one.id === view))
  return html`<nav class="crisis-bar" aria-label="Views"><p class="name"><bdi>${topic.words}</bdi></p><div class="views"><ul>${items}</ul></div></nav>
`
}

/** Days lead to the same view with the same choices. */
function slider(context: Context<Env>, crisis: CrisisState, { asOf }: Frame): Markup {
  const { pathname, searchParams } = new URL(context.req.url)
  const kept = [...searchParams].filter(([name]) => name !== 'as-of' && name !== 'part' && name !== 'page')
  const address = (day: Day | undefined) => {
    const query = new URLSearchParams(kept)
    if (day) query.set('as-of', day)
    return query.size > 0 ? `${pathname}?${query}` : pathname
  }
  return sliderOf({ crisis, asOf, address, kept })
}

function item(path: string, title: string, here: boolean): Markup {
  return html`<li><a href="${path}"${here && raw(' aria-current="page"')}>${title}</a></li>`
}
