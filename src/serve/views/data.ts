import { Hono } from 'hono'
import type { DeskContext, Env } from '../context.ts'
import { crisisRoute } from './data-request.ts'
import { openTexts } from './data-texts.ts'
import { openActorNames } from './data-words.ts'
import { eventsView } from './events.ts'
import { eventsCsvView } from './events-csv.ts'

/** Tables and lists: events, statements, disagreements, what is expected, reports, sources, notices, search. */
export function dataRoutes(desk: DeskContext): Hono<Env> {
  const routes = new Hono<Env>()
  const texts = openTexts(desk.store)
  const nameOf = openActorNames()
  routes.get(
    '/c/:crisis/events',
    crisisRoute(desk, 'events', seen => eventsView(seen, texts, nameOf)),
  )
  routes.get(
    '/c/:crisis/events.csv',
    crisisRoute(desk, 'events', seen => eventsCsvView(seen, texts, nameOf)),
  )
  return routes
}
