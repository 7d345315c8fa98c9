import type { Context } from 'hono'
import { counted } from '../../core/counted.ts'
import { byText } from '../../core/order.ts'
import { webLink } from '../../publish/links.ts'
import { html, type Markup } from '../../publish/markup.ts'
import { external } from '../../publish/sentence.ts'
import type { DeskContext, Env } from '../context.ts'
import { empty, heading } from './data-parts.ts'
import { framed } from './frame.ts'
import { ago, type Staleness, stalenessOf, type Watched } from './sources-staleness.ts'

/** What needs somebody comes first. */
const ORDER: readonly Staleness['state'][] = ['failing', 'late', 'silent', 'stopped', 'fresh']

const MEANING: Readonly<Record<Staleness['state'], string>> = {
  failing: 'does not answer',
  late: 'was not asked when it was due: is the watch running?',
  silent: 'answers, but has had nothing new for days',
  stopped: 'is not asked any more',
  fresh: 'answered when it was last due',
}

type Row = { readonly source: Watched; readonly staleness: Staleness }

/** The sources that are watched, and how far each can be relied on. */
export async function sourcesView(context: Context<Env>, { store, now }: DeskContext): Promise<Response> {
  const moment = now().getTime()
  const kept: readonly Watched[] = await store.sources()
  const rows = kept
    .filter(({ of }) => of === undefined)
    .map((source): Row => ({ source, staleness: stalenessOf(source, moment) }))
    .sort((a, b) => rank(a) - rank(b) || byText(a.source.address, b.source.address))
  const states = ORDER.map(state => [state, rows.filter(({ staleness }) => staleness.state === state).length] as const)
  const about = html`${counted(rows.length, 'source')} watched for new reports. Times are UTC.`
  const legend = html`<ul class="states">${states.flatMap(([state, count]) => (count > 0 ? [html`<li>${badge(state)} ${count} <span class="small">${MEANING[state]}</span></li>`] : []))}</ul>`
  const table = html`<table class="table sources"><caption>${counted(rows.length, 'source')}</caption><thead><tr><th scope="col">Source</th><th scope="col">State</th><th scope="col">Last answer</th><th scope="col">Last new</th><th scope="col">Last asked</th><th scope="col">Next</th><th scope="col">Failures</th></tr></thead><tbody>${rows.map(one => row(one, moment))}</tbody></table>`
  const body = html`${heading('Sources', about)}${rows.length > 0 ? html`${legend}${table}` : NONE}`
  return framed(context, { title: 'Sources', body, view: 'sources' })
}

const NONE = empty(
  'No source is watched.',
  html`<p>The reports that are here were added by hand and are not kept up. To watch a feed, a site map, a page or a folder, add it to <code>dragoman.toml</code>:</p>
<pre><code>[[source]]
address = "https://example.org/feed.xml"
every = 15</code></pre><p>and run <code>dragoman watch</code> beside the desk.</p>`,
)

function rank({ staleness }: Row): number {
  return ORDER.indexOf(staleness.state)
}

function badge(state: Staleness['state']): Markup {
  return html`<span class="badge state ${state}">${state}</span>`
}

function row({ source, staleness }: Row, now: number): Markup {
  const { address, name, kind, answered, asked, next, failures, fault, newest, items, movedTo } = source
  const link = webLink(address)
  const words = html`<bdi>${name || address}</bdi>`
  const about = [kind, name && address, movedTo && `moved to ${movedTo}`].filter(
    text => text !== undefined && text !== '',
  )
  return html`<tr><td data-label="Source">${link === undefined ? words : external(link, words)}${about.map(text => html` <span class="small"><bdi>${text ?? ''}</bdi></span>`)}</td>
<td data-label="State">${badge(staleness.state)} <span class="small"><bdi>${staleness.words}</bdi></span></td>
<td data-label="Last answer">${time(answered, now)}</td>
<td data-label="Last new">${time(newest, now)}${items !== undefined && html` <span class="small">${counted(items, 'report')} in all</span>`}</td>
<td data-label="Last asked">${time(asked, now)}</td>
<td data-label="Next">${time(next, now)}</td>
<td data-label="Failures">${failures}${fault !== undefined && html` <span class="small"><bdi>${fault}</bdi></span>`}</td></tr>
`
}

/** A moment in UTC with how long ago it was; what is no moment stands as it is. */
function time(iso: string | undefined, now: number): Markup {
  if (iso === undefined) return html`<span class="none">never</span>`
  const moment = Date.parse(iso)
  if (!Number.isFinite(moment)) return html`<bdi>${iso}</bdi>`
  const utc = new Date(moment).toISOString()
  const words = moment > now ? `in ${ago(moment - now)}` : `${ago(now - moment)} ago`
  return html`<time datetime="${utc}">${utc.slice(0, 10)} ${utc.slice(11, 16)}</time> <span class="small">${words}</span>`
}
