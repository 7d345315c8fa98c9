import { counted } from '../../core/counted.ts'
import { writeDay } from '../../core/day.ts'
import type { Quadrant } from '../../publish/index.ts'
import { html, type Markup } from '../../publish/markup.ts'
import { shape } from '../../publish/timeline.ts'
import {
  chips,
  dateOf,
  empty,
  facet,
  facets,
  heading,
  kindOf,
  names,
  originsOf,
  pageAt,
  pager,
  passage,
} from './data-parts.ts'
import type { Seen } from './data-request.ts'
import type { Texts } from './data-texts.ts'
import type { NameActor } from './data-words.ts'
import { amountWords, reportsBehind, rowDetails } from './events-details.ts'
import {
  countsOf,
  type EventQuery,
  fitting,
  isNarrowed,
  readEventQuery,
  type Sort,
  sorted,
  toggled,
  writeEventQuery,
} from './events-query.ts'
import { type EventRow, type EventTable, eventTable, FACET_TITLES, FACETS, type Facet } from './events-rows.ts'
import { framed } from './frame.ts'
import { queryOf, viewPath } from './routes.ts'

const SIZE = 100

/** Everything read in the reports as an event, to be narrowed down, sorted and taken along. */
export async function eventsView(seen: Seen, texts: Texts, nameOf: NameActor): Promise<Response> {
  const { context, crisis, asOf, briefing, events, query: asked } = seen
  const query = readEventQuery(asked, asOf)
  const table = eventTable(events, nameOf)
  const rows = sorted(fitting(table.rows, query), query)
  const paged = pageAt(rows, query.page, SIZE)
  const path = viewPath(crisis.crisis.name, 'events')
  const link = (change: EventQuery) => `${path}${writeEventQuery(change, { page: change.page })}`
  const articles = await texts(paged.items.flatMap(({ event }) => reportsBehind(event)))
  const csv = `/c/${encodeURIComponent(crisis.crisis.name)}/coded-events.csv${writeEventQuery(query)}`
  const about = html`${counted(events.length, 'event')} read in ${counted(briefing.counts.reports, 'report')} known by ${writeDay(briefing.asOf)}. Each is one happening, however many reports tell of it; its kind is one of PLOVER’s sixteen. A passage leads to its place in the report.`
  const list =
    rows.length === 0
      ? empty('No event fits.', html`<p><a href="${path}${queryOf({ 'as-of': asOf })}">Clear filters</a></p>`)
      : html`${tableOf(paged.items, { query, link, articles, total: rows.length, nameOf })}${pager(paged, page => link({ ...query, page }))}`
  const body = html`${heading('Events', about)}<div class="with-facets">${facetPanel(table, query, link, path)}<div class="found">
${chosenChips(table, query, link, `${path}${queryOf({ 'as-of': asOf })}`)}<p class="tools"><a href="${csv}" download>Download these as CSV</a></p>${list}</div></div>`
  return framed(context, { title: 'Events', body, crisis, asOf, view: 'events' })
}

type Link = (query: EventQuery) => string

function facetPanel({ rows, words }: EventTable, query: EventQuery, link: Link, path: string): Markup {
  const lists = FACETS.map(name => {
    const choices = countsOf(rows, query, name).map(({ value, count }) => ({
      words: words[name].get(value) ?? value,
      count,
      on: query.chosen[name].includes(value),
      path: link(toggled(query, name, value)),
      ...(name === 'quadrant'
        ? { before: html`<span class="${value}">${shape(value as Quadrant, false)}</span>` }
        : {}),
    }))
    return facet(FACET_TITLES[name], choices)
  })
  return facets(html`${rangeForm(query, path)}${lists}`)
}

/** Days and origins are typed, so they are a form; what else is chosen goes along. */
function rangeForm(query: EventQuery, path: string): Markup {
  const hidden = [...new URLSearchParams(writeEventQuery(query)).entries()]
    .filter(([name]) => !['from', 'to', 'origins'].includes(name))
    .map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)
  return html`<form class="filters" method="get" action="${path}">${hidden}
<label>From day <input type="date" id="from" name="from" value="${query.from ?? ''}"></label>
<label>To day <input type="date" id="to" name="to" value="${query.to ?? ''}"></label>
<label>Origins, at least <input type="number" id="origins" name="origins" min="1" max="999" value="${query.origins}"></label>
<button type="submit">Show</button></form>`
}

function chosenChips({ words }: EventTable, query: EventQuery, link: Link, clear: string): Markup {
  const values = FACETS.flatMap((name: Facet) =>
    query.chosen[name].map(value => ({
      words: words[name].get(value) ?? value,
      path: link(toggled(query, name, value)),
    })),
  )
  const { from, to, ...rest } = query
  const days = [
    ...(from ? [{ words: `from ${from}`, path: link({ ...rest, ...(to ? { to } : {}), page: 1 }) }] : []),
    ...(to ? [{ words: `to ${to}`, path: link({ ...rest, ...(from ? { from } : {}), page: 1 }) }] : []),
  ]
  const origins =
    query.origins > 1
      ? [{ words: `at least ${counted(query.origins, 'origin')}`, path: link({ ...query, origins: 1, page: 1 }) }]
      : []
  return chips([...values, ...days, ...origins], clear)
}

type Shown = {
  readonly query: EventQuery
  readonly link: Link
  readonly articles: Parameters<typeof passage>[0]
  readonly total: number
  readonly nameOf: NameActor
}

function tableOf(rows: readonly EventRow[], shown: Shown): Markup {
  const { query, link, total } = shown
  const column = (sort: Sort, words: string) => {
    const here = query.sort === sort
    const falling = here ? !query.falling : sort === 'date' || sort === 'origins'
    const order = here && html` aria-sort="${query.falling ? 'descending' : 'ascending'}"`
    return html`<th scope="col"${order}><a href="${link({ ...query, sort, falling, page: 1 })}">${words}</a></th>`
  }
  const caption = `${counted(total, 'event')}${isNarrowed(query) ? ' that fit' : ''}`
  return html`<table class="table events"><caption>${caption}</caption><thead><tr>
${column('date', 'Date')}${column('kind', 'Kind')}${column('actor', 'Who → whom')}${column('place', 'Place')}<th scope="col">Amounts</th>${column('origins', 'Origins')}<th scope="col">Passage</th>
</tr></thead><tbody>${rows.map(row => rowOf(row, shown))}</tbody></table>`
}

function rowOf(row: EventRow, { articles, nameOf }: Shown): Markup {
  const { event, when, who, whom, places, moods, articles: reports } = row
  const [claim] = event.claims
  const sides = html`${names(who, 'nobody named')}${whom.length > 0 && html` <span class="to"><span aria-hidden="true">→</span><span class="visually-hidden">to</span></span> ${names(whom)}`}`
  const amounts = amountWords(event, articles)
  const other = event.when.length > 1 && html` <span class="badge">${event.when.length} dates given</span>`
  return html`<tr id="e-${event.id}"><td data-label="Date" class="date">${dateOf(when)}${other}</td>
<td data-label="Kind">${kindOf(event.type, event.mode, moods)}</td>
<td data-label="Who → whom">${sides}</td>
<td data-label="Place">${places.length > 0 && names(places)}</td>
<td data-label="Amounts">${amounts.length > 0 && names(amounts)}</td>
<td data-label="Origins" class="num origins">${originsOf(event.lineages, reports)}</td>
<td data-label="Passage" class="words">${passage(articles, { article: claim.article, span: claim.sentence })}${rowDetails(event, articles, nameOf)}</td></tr>
`
}
