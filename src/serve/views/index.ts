import { Hono } from 'hono'
import type { DeskContext, Env } from '../context.ts'
import { changesRoutes } from './changes.ts'
import { dataRoutes } from './data.ts'
import { historyRoutes } from './history.ts'
import { homeRoutes } from './home.ts'
import { mapRoutes } from './map.ts'
import { marksRoutes } from './marks.ts'
import { pageRoutes } from './page.ts'

/** The desk's pages: those a crisis is read on, and those its data are looked up in. */
export function viewRoutes(desk: DeskContext): Hono<Env> {
  const routes = new Hono<Env>()
  for (const part of [homeRoutes, pageRoutes, changesRoutes, historyRoutes, mapRoutes, marksRoutes, dataRoutes])
    routes.route('/', part(desk))
  return routes
}
