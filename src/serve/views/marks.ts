import { Hono } from 'hono'
import type { Briefing } from '../../core/briefing.ts'
import { readTarget } from '../../core/mark.ts'
import type { Mark } from '../../core/types.ts'
import { html, type Markup } from '../../publish/markup.ts'
import { sentencesOf } from '../../publish/receipts.ts'
import type { Store } from '../../store/index.ts'
import type { DeskContext, Env } from '../context.ts'
import { asked, notFound } from './asked.ts'
import { framed } from './frame.ts'
import { type MarkPlace, undoForm } from './mark-forms.ts'
import { calledMark, marksLookup, writeMarkDay } from './overlay.ts'
import { briefingOf } from './page.ts'
import { articlePath, viewPath } from './routes.ts'

/** The marks in force on reports of a crisis, the newest first, each with a way to undo it. */
export function marksRoutes(desk: DeskContext): Hono<Env> {
  const routes = new Hono<Env>()
  routes.get('/c/:crisis/marks', async context => {
    const wanted = asked(context, desk, 'marks')
    if (wanted instanceof Response) return wanted
    const briefing = await briefingOf(desk, { crisis: wanted.crisis, first: wanted.first, newest: wanted.newest })
    if (!briefing) return notFound(context, desk.desk.state(), 'This page is gone')
    const { name } = wanted.crisis.crisis
    const place =
      context.get('person').role === 'reader'
        ? undefined
        : { crisis: name, token: context.get('formToken'), back: viewPath(name, 'marks') }
    const mine = new Set(briefing.sources.map(({ article }) => article))
    const marks = (await desk.store.marksInForce()).filter(({ target }) => mine.has(readTarget(target)?.article ?? ''))
    const words = wordsOf(briefing, marks)
    const items = await Promise.all(
      [...marks]
        .reverse()
        .map(async mark => item(mark, words.get(mark.id) ?? (await passage(desk.store, mark)), place)),
    )
    const list =
      items.length > 0
        ? html`<ol class="cards mark-list">${items}</ol>`
        : html`<p class="empty">No mark is in force. ${place ? 'Choose a sentence of the page to confirm it, hide it, or add a note or correction.' : ''}</p>`
    const body = html`<div class="view-head"><h1>Editors’ marks</h1><p class="lede">What editors decided on sentences of this page. Marks lie over the page; what the reports say, and the files of the page, stay as they are.</p></div>${list}`
    return framed(context, {
      title: 'Marks',
      body,
      crisis: wanted.crisis,
      asOf: wanted.asOf,
      view: 'marks',
      timeless: true,
    })
  })
  return routes
}

/** The sentence of the page that each mark is on. */
function wordsOf(briefing: Briefing, marks: readonly Mark[]): ReadonlyMap<string, string> {
  const marksOf = marksLookup(marks)
  const words = new Map<string, string>()
  for (const sentence of sentencesOf(briefing))
    for (const { id } of marksOf(sentence)) if (!words.has(id)) words.set(id, sentence.text)
  return words
}

/** Where the page has the sentence no more: the passage, out of its report. */
async function passage(store: Store, { target }: Mark): Promise<string> {
  const about = readTarget(target)
  if (!about) return ''
  for await (const { title, text } of store.articles({ id: about.article }))
    return about.kind === 'article'
      ? title
      : (about.in === 'title' ? title : text).slice(about.span.start, about.span.end)
  return ''
}

function item(mark: Mark, words: string, place: MarkPlace | undefined): Markup {
  const about = readTarget(mark.target)
  const span = about?.kind === 'passage' && about.in === 'text' ? about.span : undefined
  const whole = about?.kind === 'article' && ', on all of a report'
  return html`<li class="card"><p><span class="badge">${calledMark(mark)}</span> <span class="by">by <bdi>${mark.by}</bdi>, ${writeMarkDay(mark)}${whole}</span></p><blockquote dir="auto">${words || 'The passage is not kept.'}</blockquote>${mark.text && html`<p class="editor" dir="auto">${mark.text}</p>`}<div class="foot">${place && undoForm(mark, place)}${about && html`<a href="${articlePath(about.article, span)}">Read the report here</a>`}</div></li>`
}
