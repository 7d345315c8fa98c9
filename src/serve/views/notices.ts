import type { Context } from 'hono'
import { counted } from '../../core/counted.ts'
import { byText, groupBy } from '../../core/order.ts'
import type { Notice } from '../../core/types.ts'
import { html, type Markup } from '../../publish/markup.ts'
import type { DeskContext, Env } from '../context.ts'
import { chips, empty, facet, facets, heading } from './data-parts.ts'
import type { Pages } from './data-request.ts'
import { framed } from './frame.ts'
import { queryOf } from './routes.ts'

/** Notices of one code that a page shows; the same fault in ten thousand lines is one thing to mend. */
const MOST = 200

/** What the reader of bad input is told: of the store, and of the newest page of each crisis. */
export async function noticesView(
  context: Context<Env>,
  { desk, store }: DeskContext,
  pages: Pages,
): Promise<Response> {
  const all: Notice[] = []
  for await (const notice of store.notices()) all.push(notice)
  for (const { crisis } of desk.state().crises) all.push(...((await pages(crisis.name))?.notices ?? []))
  const notices = [...new Map(all.map(notice => [JSON.stringify(Object.entries(notice).sort()), notice])).values()]
  const code = new URL(context.req.url).searchParams.get('code') || undefined
  const groups = [...groupBy(notices, one => one.code)].sort((a, b) => b[1].length - a[1].length || byText(a[0], b[0]))
  const shown = code === undefined ? groups : groups.filter(([name]) => name === code)
  const about = html`${counted(notices.length, 'notice')}: what could not be read, or only in part, and what to do about it. The rest was read.`
  const codes = groups.map(([name, list]) => {
    const on = name === code
    return { words: name, count: list.length, on, path: on ? '/notices' : `/notices${queryOf({ code: name })}` }
  })
  const panel = facets(facet('Code', codes))
  const list =
    notices.length === 0
      ? empty('Nothing to tell.', html`<p>Every report was read without trouble.</p>`)
      : shown.length === 0
        ? empty('No notice has this code.', html`<p><a href="/notices">Clear filters</a></p>`)
        : html`<div class="with-facets">${panel}<div class="found">${code !== undefined && chips([{ words: code, path: '/notices' }], '/notices')}${shown.map(group)}</div></div>`
  return framed(context, { title: 'Notices', body: html`${heading('Notices', about)}${list}`, view: 'notices' })
}

function group([code, notices]: readonly [string, readonly Notice[]]): Markup {
  const placed = notices.some(({ file }) => file !== undefined)
  const rows = notices.slice(0, MOST).map(notice => row(notice, placed))
  const more = notices.length - MOST
  return html`<section class="notices" id="${code}"><table class="table"><caption><h2><span class="code">${code}</span> <span class="small">${notices.length}</span></h2></caption><thead><tr><th scope="col">What</th>${placed && html`<th scope="col">Where</th>`}<th scope="col">What to do</th></tr></thead><tbody>${rows}</tbody></table>${more > 0 && html`<p class="small">and ${more} more like these</p>`}</section>`
}

function row({ message, cure, file, line }: Notice, placed: boolean): Markup {
  const where = file === undefined ? undefined : line === undefined ? file : `${file}:${line}`
  return html`<tr><td data-label="What"><bdi>${message}</bdi></td>${placed && html`<td data-label="Where" class="where">${where === undefined ? html`<span class="none">—</span>` : html`<code>${where}</code>`}</td>`}<td data-label="What to do">${cure}</td></tr>`
}
