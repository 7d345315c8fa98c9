import { Hono } from 'hono'
import { assetRoutes, POLICY } from './assets.ts'
import type { DeskContext, Env } from './context.ts'
import { HEADERS, isLocal } from './guard.ts'
import { liveRoutes } from './live.ts'
import { viewRoutes } from './views/index.ts'

/** The desk in the browser: pages, live state. It answers to this machine only. */
export function deskApp(desk: DeskContext): Hono<Env> {
  const app = new Hono<Env>()
  app.use(async (context, next) => {
    if (!isLocal(context.req.header('host')))
      return context.text('This server answers to 127.0.0.1 and localhost only.\n', 421)
    context.set('person', { name: 'editor', role: 'admin' })
    context.set('formToken', '')
    return next()
  })
  app.use(async (context, next) => {
    await next()
    for (const [name, value] of Object.entries(HEADERS))
      if (!context.res.headers.has(name)) context.res.headers.set(name, value)
    if (!context.res.headers.has('Content-Security-Policy')) context.res.headers.set('Content-Security-Policy', POLICY)
  })
  app.route('/', assetRoutes())
  app.route('/', viewRoutes(desk))
  app.route('/', liveRoutes(desk))
  return app
}
