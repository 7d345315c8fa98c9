import { Hono } from 'hono'
import { toHtml } from '../../publish/index.ts'
import type { DeskContext, Env } from '../context.ts'
import { dataRoutes } from './data.ts'
import { viewPath } from './routes.ts'

/** The desk's pages: those a crisis is read on, and those its data are looked up in. */
export function viewRoutes(desk: DeskContext): Hono<Env> {
  const routes = new Hono<Env>()
  routes.get('/', context => {
    const [first] = desk.desk.state().crises
    return context.redirect(first ? viewPath(first.crisis.name, 'page') : '/sources')
  })
  routes.get('/c/:crisis/', async context => {
    const made = await desk.desk.page(context.req.param('crisis'))
    if (!made?.briefing) return context.html('<h1>Reading</h1>')
    return context.html(toHtml(made.briefing))
  })
  routes.route('/', dataRoutes(desk))
  return routes
}
