import type { Context } from 'hono'
import { html, type Markup } from '../publish/markup.ts'
import { ASSETS } from './assets.ts'
import type { Env } from './context.ts'

/** Why a request is not done: what happened, and what to do. */
export type Refusal = { readonly status: Status; readonly title: string; readonly detail: string }
export type Status = 400 | 401 | 403 | 404 | 405 | 409 | 411 | 413 | 414 | 415 | 421 | 422 | 429 | 500 | 503

/** Thrown by routes; the app answers with it. */
export class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.title)
    this.refusal = refusal
  }
}

export function refused(status: Status, title: string, detail: string): Refused {
  return new Refused({ status, title, detail })
}

/** A calm page, or problem details (RFC 9457) for programs. Nothing of the request is repeated. */
export function refuse(context: Context<Env>, refusal: Refusal, headers: Readonly<Record<string, string>> = {}) {
  const { status, title, detail } = refusal
  for (const [name, value] of Object.entries(headers)) context.header(name, value)
  context.header('Cache-Control', 'no-store')
  if (!isApi(context.req.path))
    return context.html(smallPage(title, html`<p>${detail}</p><p><a href="/">To the desk</a></p>`), status)
  const problem = { type: 'about:blank', title, status, detail }
  return context.body(JSON.stringify(problem), status, { 'Content-Type': 'application/problem+json' })
}

export function isApi(path: string): boolean {
  return path === '/openapi.json' || path === '/live' || path.startsWith('/api/')
}

/** A page that stands alone: without the desk's menus, for whoever may not see them. */
export function smallPage(title: string, body: Markup): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Dragoman</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${ASSETS.style.path}">
</head>
<body>
<main id="main" class="view"><h1>${title}</h1>
${body}
</main>
</body>
</html>
`.markup
}
