import { Hono } from 'hono'
import { counted } from '../../core/counted.ts'
import { writeDay } from '../../core/day.ts'
import { mapOf } from '../../publish/map/map.ts'
import { html, type Markup, raw } from '../../publish/markup.ts'
import { pageOf } from '../../publish/sentence.ts'
import type { DeskContext, Env } from '../context.ts'
import { asked, notFound } from './asked.ts'
import { type PageCache, pageCache } from './cache.ts'
import { leadingTo } from './changes.ts'
import { framed } from './frame.ts'
import { briefingOf } from './page.ts'
import { viewPath } from './routes.ts'

const MOST_MAPS = 64

type Drawn = { readonly map: Markup; readonly places: number }

/** The map of the page, large, with its table open. */
export function mapRoutes(desk: DeskContext): Hono<Env> {
  const routes = new Hono<Env>()
  const cache: PageCache<Drawn | undefined> = pageCache(MOST_MAPS)
  routes.get('/c/:crisis/map', async context => {
    const wanted = asked(context, desk, 'map')
    if (wanted instanceof Response) return wanted
    const { crisis, asOf, newest } = wanted
    const address = viewPath(crisis.crisis.name, 'page', { 'as-of': asOf })
    const drawn = await cache.get(JSON.stringify([crisis.crisis.name, desk.desk.state().revision, asOf]), async () => {
      const briefing = await briefingOf(desk, wanted)
      if (!briefing) return undefined
      const map = leadingTo(address, opened(mapOf(pageOf(briefing))))
      return { map, places: briefing.places.length }
    })
    if (!drawn) return notFound(context, desk.desk.state(), 'This page is gone')
    const told =
      drawn.places > 0
        ? drawn.map
        : html`<p class="empty">The reports known by then put no event at a place that can be drawn.</p>`
    const body = html`<div class="view-head"><h1>Where it happened</h1><p class="lede">${counted(drawn.places, 'place')} named by reports as where an event took place, as of ${writeDay(asOf ?? newest)}. A report’s own place or its outlet’s home never counts.</p></div><div class="large-map">${told}</div>`
    return framed(context, { title: 'Map', body, crisis, asOf, view: 'map', waits: 'page' })
  })
  return routes
}

function opened({ markup }: Markup): Markup {
  return raw(markup.replace('<details class="places">', '<details class="places" open>'))
}
