import { Hono } from 'hono'
import { toHtml } from '../../publish/index.ts'
import type { DeskContext, Env } from '../context.ts'

/** The desk's pages. */
export function viewRoutes({ desk }: DeskContext): Hono<Env> {
  const routes = new Hono<Env>()
  routes.get('/', context => {
    const [first] = desk.state().crises
    return context.redirect(first ? `/c/${encodeURIComponent(first.crisis.name)}/` : '/sources')
  })
  routes.get('/c/:crisis/', async context => {
    const made = await desk.page(context.req.param('crisis'))
    if (!made?.briefing) return context.html('<h1>Reading</h1>')
    return context.html(toHtml(made.briefing))
  })
  return routes
}
