import { type Context, Hono } from 'hono'
import type { Briefing, Sentence } from '../../core/briefing.ts'
import { counted } from '../../core/counted.ts'
import { addDays, type Day, writeDay } from '../../core/day.ts'
import { byText } from '../../core/order.ts'
import { CHANGES, changesLine } from '../../publish/index.ts'
import { html, type Markup } from '../../publish/markup.ts'
import { leading } from '../../publish/page.ts'
import type { Overlay } from '../../publish/sentence.ts'
import type { Crisis, CrisisState } from '../../run/index.ts'
import type { DeskContext, Env } from '../context.ts'
import { progress } from './asked.ts'
import { type PageCache, pageCache } from './cache.ts'
import { framed } from './frame.ts'
import { marksLookup, overlayOf } from './overlay.ts'
import { idOf } from './page.ts'
import { viewPath } from './routes.ts'
import { strip } from './strip.ts'

/** What is told of a crisis on the front page: its lead, and what changed. */
type Story = { readonly headline: string; readonly lead: readonly string[]; readonly latest: Markup }

const MOST_STORIES = 64
/** Days of the small drawing: six weeks. */
const LATELY = 42

/** All crises, like the front of a newspaper. With one crisis `/` leads to its page; `/crises` is always this. */
export function homeRoutes(desk: DeskContext): Hono<Env> {
  const routes = new Hono<Env>()
  const cache = pageCache<Story>(MOST_STORIES)
  routes.get('/', async context => {
    const [first, ...others] = desk.desk.state().crises
    if (first && others.length === 0) return context.redirect(viewPath(first.crisis.name, 'page'))
    return front(context, desk, cache)
  })
  routes.get('/crises', context => front(context, desk, cache))
  return routes
}

async function front(context: Context<Env>, desk: DeskContext, cache: PageCache<Story>): Promise<Response> {
  const state = desk.desk.state()
  const newestFirst = [...state.crises].sort((a, b) => byText(b.asOf ?? '', a.asOf ?? ''))
  const marks = await desk.store.marksInForce()
  const overlay = overlayOf(marksLookup(marks))
  const articles = await Promise.all(
    newestFirst.map(async crisis => {
      if (!crisis.asOf) return none(crisis, state.phase === 'reading')
      const key = JSON.stringify([crisis.crisis.name, state.revision, idOf(marks)])
      return article(crisis, await cache.get(key, () => storyOf(desk, crisis, overlay)))
    }),
  )
  const reading = state.phase === 'reading' && html`<div class="view">${progress(state)}</div>`
  const empty =
    state.crises.length === 0 &&
    html`<div class="empty"><p>This desk keeps no page yet.</p><p>Name a crisis in dragoman.toml, with a topic and inputs, and start the desk with <code>dragoman serve --config dragoman.toml</code>.</p></div>`
  const body = html`<div class="front"><h1>${counted(state.crises.length, 'page')} kept up by this desk</h1>${reading}${articles}${empty}</div>`
  return framed(context, {
    title: 'Crises',
    body,
    view: 'home',
    whole: true,
    waits: 'desk',
    revision: state.revision,
  })
}

function none({ crisis: { name, topic } }: CrisisState, reads: boolean): Markup {
  const words = reads ? 'Its reports are being read.' : 'None of the reports read is about it.'
  return html`<article><div><h2><a href="${viewPath(name, 'page')}"><bdi>${topic.words}</bdi></a></h2><p class="asof">${words}</p></div></article>`
}

function article(state: CrisisState, { headline, lead, latest }: Story): Markup {
  const { crisis, asOf, reports, lineages } = state
  const days = state.days.slice(-LATELY)
  const spark = html`<figure class="spark">${strip(days, days.length - 1, `Co-operation above the line and conflict below, ${counted(days.length, 'day')} to ${writeDay(asOf ?? '')}`, true)}<figcaption>${counted(days.length, 'day')}: co-operation up, conflict down</figcaption></figure>`
  return html`<article><div><p class="kicker"><bdi>${crisis.topic.words}</bdi></p><h2><a href="${viewPath(crisis.name, 'page')}"><bdi>${headline}</bdi></a></h2><div class="story">${lead.map(text => html`<p dir="auto">${text}</p>`)}</div><p class="asof">As of <time datetime="${asOf ?? ''}">${writeDay(asOf ?? '')}</time> · ${counted(reports, 'report')}, ${counted(lineages, 'independent origin')}</p></div><aside aria-label="Lately">${days.length > 1 && spark}<div class="latest">${latest}</div></aside></article>`
}

/** Sentences of the lead, and changes, that are told on the front page. */
const MOST_LEAD = 3
const MOST_CHANGES = 3

/** What editors have hidden is not told here either. */
async function storyOf(
  { desk }: DeskContext,
  { crisis, days, asOf = '' }: CrisisState,
  overlay: Overlay,
): Promise<Story> {
  const before = days.findLast(({ day, reports }) => reports > 0 && day < asOf)?.day
  const briefing = (await desk.page(crisis.name, before ? { since: before } : {}))?.briefing
  if (!briefing) return { headline: crisis.topic.words, lead: [], latest: html`` }
  const top = leading({ briefing, overlay })
  const lead = top.lead.filter(sentence => !overlay.hides(sentence)).slice(0, MOST_LEAD)
  const headline = top.headline.map(({ text }) => text).join('; ') || crisis.topic.words
  const above = new Set([...top.headline, ...lead].map(({ text }) => text))
  const latest = before
    ? latestOf(briefing, { crisis, asOf, before }, s => !above.has(s.text) && !overlay.hides(s))
    : html``
  return { headline, lead: lead.map(({ text }) => text), latest }
}

type Since = { readonly crisis: Crisis; readonly asOf: Day; readonly before: Day }

function latestOf(
  { changes }: Briefing,
  { crisis, asOf, before }: Since,
  isNew: (sentence: Sentence) => boolean,
): Markup {
  if (!changes || changes.list.length === 0) return html``
  const told = changes.list
    .filter(({ kind, now: [first] }) => kind !== 'reworded' && kind !== 'gone' && first && isNew(first))
    .slice(0, MOST_CHANGES)
  const items = told.map(
    ({ kind, now }) =>
      html`<li><span class="badge">${CHANGES[kind]}</span> <span dir="auto">${now[0]?.text ?? ''}</span></li>`,
  )
  const more = html`<p class="more"><a href="${viewPath(crisis.name, 'changes', { since: before })}">${changesLine(changes)}</a></p>`
  const since = addDays(before, 1) === asOf ? 'the day before' : writeDay(before)
  return html`<h3>Changed since ${since}</h3><ul>${items}</ul>${more}`
}
