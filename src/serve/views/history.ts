import { Hono } from 'hono'
import { counted } from '../../core/counted.ts'
import { writeDay } from '../../core/day.ts'
import { html } from '../../publish/markup.ts'
import type { BriefingEntry } from '../../store/index.ts'
import type { DeskContext, Env } from '../context.ts'
import { asked } from './asked.ts'
import { framed } from './frame.ts'
import { viewPath } from './routes.ts'

/** As many pages as are listed, the newest first. */
const MOST_LISTED = 50

type Row = { readonly at: string; readonly asOf: string; readonly headline: string; readonly rules: string }

/** The pages that were kept: when, of which day, what they said on top, by which rules. */
export function historyRoutes(desk: DeskContext): Hono<Env> {
  const routes = new Hono<Env>()
  routes.get('/c/:crisis/history', async context => {
    const wanted = asked(context, desk, 'changes')
    if (wanted instanceof Response) return wanted
    const { crisis } = wanted
    const { name } = crisis.crisis
    const kept: Row[] = []
    let count = 0
    for await (const entry of desk.store.briefings(name)) {
      kept.push(rowOf(entry))
      if (++count > MOST_LISTED) kept.shift()
    }
    const rows = kept
      .reverse()
      .map(
        ({ at, asOf, headline, rules }) =>
          html`<tr><td class="day" data-label="Kept">${at}</td><td class="day" data-label="As of"><a href="${viewPath(name, 'page', { 'as-of': asOf })}">${writeDay(asOf)}</a></td><td class="words" data-label=""><bdi>${headline}</bdi></td><td data-label="Rules"><span class="small">${rules}</span></td></tr>`,
      )
    const more = count > MOST_LISTED && ` The newest ${MOST_LISTED} of ${count} are listed.`
    const body = html`<div class="view-head"><h1>Pages kept</h1><p class="lede">${counted(count, 'page')} that said something else than the one before. A link makes the page of that day anew, by the rules of now, from the same reports.${more}</p></div><table class="table"><thead><tr><th scope="col">Kept</th><th scope="col">As of</th><th scope="col">Headline</th><th scope="col">Rules</th></tr></thead><tbody>${rows}</tbody></table>`
    return framed(context, { title: 'Pages kept', body, crisis, view: 'changes', timeless: true })
  })
  return routes
}

function rowOf({ at, briefing }: BriefingEntry): Row {
  const rules = Object.entries(briefing.versions).map(([stage, version]) => `${stage} ${version}`)
  return {
    at: (at ?? 'unknown').slice(0, 16).replace('T', ' '),
    asOf: briefing.asOf,
    headline: briefing.headline.map(({ text }) => text).join('; '),
    rules: rules.join(', '),
  }
}
