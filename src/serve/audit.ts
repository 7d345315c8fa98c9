import { Hono } from 'hono'
import { html } from '../publish/markup.ts'
import type { AuditLog } from '../store/index.ts'
import type { Env } from './context.ts'
import { framed } from './views/frame.ts'

const SHOWN = 200

/** `/audit`: what was done and refused, the newest first. */
export function auditRoutes(audit: AuditLog): Hono<Env> {
  const routes = new Hono<Env>()
  routes.get('/audit', context => {
    const rows = audit
      .newest(SHOWN)
      .map(
        ({ at, who, from, method, path, status, what }) =>
          html`<tr><td>${at}</td><td>${who}</td><td>${from}</td><td>${method} ${path}</td><td>${status}</td><td>${what ?? ''}</td></tr>`,
      )
    const body = html`<h1>Audit log</h1>
<table><caption>What was done and what was refused, the newest first</caption>
<thead><tr><th scope="col">When</th><th scope="col">Who</th><th scope="col">From</th><th scope="col">Request</th><th scope="col">Answer</th><th scope="col">What</th></tr></thead>
<tbody>${rows}</tbody></table>`
    return framed(context, { title: 'Audit log', body, view: 'home' })
  })
  return routes
}
