import type { Context } from 'hono'
import type { Day } from '../../core/day.ts'
import { html, type Markup } from '../../publish/markup.ts'
import type { CrisisState } from '../../run/index.ts'
import { ASSETS } from '../assets.ts'
import type { Env } from '../context.ts'
import { DESK_VIEWS, type DeskViewId, VIEWS, type ViewId, viewPath } from './routes.ts'

export type Frame = {
  readonly title: string
  readonly body: Markup
  /** The crisis the view is of, with the day it is looked at from. */
  readonly crisis?: CrisisState
  readonly asOf?: Day | undefined
  readonly view: ViewId | DeskViewId
  readonly status?: 200 | 400 | 403 | 404 | 503
}

/** A page of the desk: what stands around every view. */
export function framed(context: Context<Env>, frame: Frame): Response {
  return context.html(document(frame).markup, frame.status ?? 200)
}

function document({ title, body, crisis, asOf, view }: Frame): Markup {
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
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="bar"><nav aria-label="Desk"><ul>${DESK_VIEWS.map(one => item(one.path, one.title, one.id === view))}</ul></nav></header>
${crisis && html`<nav class="views" aria-label="Views"><ul>${VIEWS.map(one => item(viewPath(crisis.crisis.name, one.id, { 'as-of': asOf }), one.title, one.id === view))}</ul></nav>`}
<main id="main" tabindex="-1">${body}</main>
</body>
</html>
`
}

function item(path: string, title: string, here: boolean): Markup {
  return html`<li><a href="${path}"${here && html` aria-current="page"`}>${title}</a></li>`
}
