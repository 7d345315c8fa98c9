import { Hono } from 'hono'
import type { DeskContext, Env } from '../context.ts'
import { articleView } from './article.ts'
import { crisisRoute, guarded, type Pages, type Seen } from './data-request.ts'
import { openTexts } from './data-texts.ts'
import { openActorNames } from './data-words.ts'
import { disagreementsView } from './disagreements.ts'
import { eventsView } from './events.ts'
import { eventsCsvView } from './events-csv.ts'
import { expectedView } from './expected.ts'
import { noticesView } from './notices.ts'
import { reportsView } from './reports.ts'
import type { ViewId } from './routes.ts'
import { searchView } from './search.ts'
import { sourcesView } from './sources.ts'
import { statementsView } from './statements.ts'
import { storiesView } from './stories.ts'

/** Tables and lists: stories, events, statements, disagreements, what is expected, reports, sources, notices, search. */
export function dataRoutes(desk: DeskContext): Hono<Env> {
  const routes = new Hono<Env>()
  const pages: Pages = (crisis, asOf) => desk.desk.page(crisis, asOf ? { asOf } : {})
  const texts = openTexts(desk.store)
  const nameOf = openActorNames()
  const crisis = (path: string, view: ViewId, show: (seen: Seen) => Response | Promise<Response>) =>
    routes.get(`/c/:crisis/${path}`, crisisRoute(desk, pages, view, show))
  crisis('events', 'events', seen => eventsView(seen, texts, nameOf))
  crisis('coded-events.csv', 'events', seen => eventsCsvView(seen, texts, nameOf))
  crisis('statements', 'statements', seen => statementsView(seen, desk.store, texts, nameOf))
  crisis('disagreements', 'disagreements', seen => disagreementsView(seen, texts))
  crisis('expected', 'expected', seen => expectedView(seen, texts, nameOf))
  crisis('stories', 'stories', seen => storiesView(seen, desk.desk, nameOf))
  crisis('reports', 'reports', reportsView)
  routes.get('/articles/:id', context => guarded(context, 'search', undefined, () => articleView(context, desk, pages)))
  routes.get('/sources', context => sourcesView(context, desk))
  routes.get('/notices', context => noticesView(context, desk, pages))
  routes.get('/search', context => guarded(context, 'search', undefined, () => searchView(context, desk)))
  return routes
}
