import { Hono } from 'hono'
import { type Day, writeDay } from '../../core/day.ts'
import { changesSection } from '../../publish/changes.ts'
import { changesLine } from '../../publish/index.ts'
import { html, type Markup, raw } from '../../publish/markup.ts'
import { dataBlock } from '../../publish/page.ts'
import { pageOf } from '../../publish/sentence.ts'
import type { DayCount } from '../../run/index.ts'
import type { DeskContext, Env } from '../context.ts'
import { type Asked, asked, notFound } from './asked.ts'
import { deskData } from './desk-data.ts'
import { framed } from './frame.ts'
import { marksLookup, overlayOf } from './overlay.ts'
import { briefingOf } from './page.ts'
import { viewPath } from './routes.ts'

/** What changed between the pages of two days; both can be chosen. */
export function changesRoutes(desk: DeskContext): Hono<Env> {
  const routes = new Hono<Env>()
  routes.get('/c/:crisis/changes', async context => {
    const wanted = asked(context, desk, 'changes')
    if (wanted instanceof Response) return wanted
    const since = wanted.since ?? dayBefore(wanted)
    const briefing = await briefingOf(desk, { ...wanted, ...(since ? { since } : {}) })
    if (!briefing) return notFound(context, desk.desk.state(), 'This page is gone')
    const { crisis, asOf } = wanted
    const marksOf = marksLookup(await desk.store.marksInForce())
    const page = pageOf(briefing, overlayOf(marksOf))
    const { changes } = page.briefing
    const told = changes ? html`${changesSection(page, changes)}` : nothingBefore(wanted)
    const title = since ? `What changed since ${writeDay(since)}` : 'What changed'
    const address = viewPath(crisis.crisis.name, 'page', { 'as-of': asOf, since })
    const body = html`<header class="top changes-top"><div class="row"><div class="body"><h1>${title}</h1>${changes && html`<p class="asof">${changesLine(changes)}</p>`}${choice(wanted, since)}</div></div></header>
<div class="sheet changes-sheet"><h2 class="visually-hidden">Changes, kind by kind</h2>${leadingTo(address, told)}</div>
${dataBlock(page)}
${deskData(page, marksOf)}`
    return framed(context, { title, body, crisis, asOf, view: 'changes', whole: true, waits: 'page' })
  })
  return routes
}

/** The last day with reports before the one looked from: the last that had another page. */
function dayBefore({ crisis, asOf, newest }: Asked): Day | undefined {
  return crisis.days.findLast(({ day, reports }) => reports > 0 && day < (asOf ?? newest))?.day
}

function nothingBefore({ crisis, first }: Asked): Markup {
  const next = crisis.days.find(({ day, reports }) => day > first && reports > 0)?.day
  return html`<div class="row"><div class="body empty"><p>This is the first day: there is no page before it.</p>${next && html`<p><a href="${viewPath(crisis.crisis.name, 'changes', { 'as-of': next })}">What changed by ${writeDay(next)}</a></p>`}</div></div>`
}

/** Both days, as lists: without scripts too. Days without reports have the page of the day before. */
function choice({ crisis, asOf, newest, first }: Asked, since: Day | undefined): Markup {
  const to = asOf ?? newest
  const days = crisis.days.filter(({ reports, day }) => reports > 0 || day === to || day === since)
  const options = (list: readonly DayCount[], chosen: Day | undefined) =>
    html`${list.map(({ day }) => html`<option value="${day}"${day === chosen && raw(' selected')}>${writeDay(day)}</option>`)}`
  const from = days.filter(({ day }) => day < newest)
  return html`<form class="filters" method="get"><label>Page of <select name="since">${options(from, since)}</select></label><label>compared with that of <select name="as-of">${options(
    days.filter(({ day }) => day > first),
    to,
  )}</select></label><button>Compare</button></form>`
}

/** Links to a receipt, source or disagreement that is not in this view lead to the page. */
export function leadingTo(address: string, part: Markup): Markup {
  const here = new Set([...part.markup.matchAll(/ id="([a-z]\d+)"/gu)].map(match => match[1]))
  const base = html`${address}`.markup
  return raw(
    part.markup.replace(/ href="#([a-z]\d+)"/gu, (whole, id) => (here.has(id) ? whole : ` href="${base}#${id}"`)),
  )
}
