import { createHash } from 'node:crypto'
import { type Context, Hono } from 'hono'
import type { Briefing, Sentence } from '../../core/briefing.ts'
import { type Day, daysBetween, writeDay } from '../../core/day.ts'
import type { Mark } from '../../core/types.ts'
import { FORMATS } from '../../publish/formats.ts'
import { html, type Markup } from '../../publish/markup.ts'
import { dataBlock, footer, leading, masthead, sheet } from '../../publish/page.ts'
import { sections } from '../../publish/sections.ts'
import { pageOf } from '../../publish/sentence.ts'
import type { DeskContext, Env } from '../context.ts'
import { policyOf } from '../files.ts'
import { type Asked, asked, notFound } from './asked.ts'
import { pageCache } from './cache.ts'
import { deskData } from './desk-data.ts'
import { editedWords } from './edited.ts'
import { framed } from './frame.ts'
import { type MarkPlace, markForm } from './mark-forms.ts'
import { marksLookup, overlayOf } from './overlay.ts'
import { viewPath } from './routes.ts'

/** Pages kept as written: each day of two months as it is read, and again with forms. */
const MOST_WRITTEN = 128

type Written = { readonly title: string; readonly body: Markup }

/** The page of a crisis, from any of its days, and the files it is published as. */
export function pageRoutes(desk: DeskContext): Hono<Env> {
  const routes = new Hono<Env>()
  const cache = pageCache<Written | undefined>(MOST_WRITTEN)

  routes.get('/c/:crisis/', async context => {
    const wanted = asked(context, desk, 'page')
    if (wanted instanceof Response) return wanted
    const { crisis, asOf } = wanted
    const marks = await desk.store.marksInForce()
    const place = placeOf(context, wanted)
    const key = JSON.stringify([crisis.crisis.name, desk.desk.state().revision, asOf, wanted.since, place, idOf(marks)])
    const written = await cache.get(key, () => write(desk, wanted, marks, place))
    if (!written) return notFound(context, desk.desk.state(), 'This page is gone')
    return framed(context, {
      ...written,
      crisis,
      asOf,
      view: 'page',
      whole: true,
      waits: 'page',
      head: alternates(wanted),
      banner: asOf ? undefined : standing(wanted, desk.now()),
    })
  })
  routes.get('/c/:crisis', context => {
    const { pathname, search } = new URL(context.req.url)
    return context.redirect(`${pathname}/${search}`)
  })
  for (const { file, type, write } of FORMATS)
    routes.get(`/c/:crisis/${file}`, async context => {
      const wanted = asked(context, desk, 'page')
      if (wanted instanceof Response) return wanted.ok ? context.text('The reports are being read.\n', 503) : wanted
      const briefing = await briefingOf(desk, wanted)
      if (!briefing) return notFound(context, desk.desk.state(), 'This page is gone')
      const body = write(briefing)
      context.header('Content-Type', type)
      context.header('Content-Security-Policy', policyOf(body))
      return context.body(body)
    })
  return routes
}

/** The briefing of the days asked for. */
export async function briefingOf({ desk }: DeskContext, { crisis, asOf, since }: Asked): Promise<Briefing | undefined> {
  const query = { ...(asOf ? { asOf } : {}), ...(since ? { since } : {}) }
  return (await desk.page(crisis.crisis.name, query))?.briefing
}

/** Forms are for editors without scripts: who asks for a part has scripts. */
function placeOf(context: Context<Env>, { crisis, asOf, since }: Asked): MarkPlace | undefined {
  if (context.get('person').role === 'reader' || context.req.query('part')) return undefined
  const back = viewPath(crisis.crisis.name, 'page', { 'as-of': asOf, since })
  return { crisis: crisis.crisis.name, token: context.get('formToken'), back }
}

/** Tells sets of marks apart: what is written with some is not what is written with others. */
export function idOf(marks: readonly Mark[]): string {
  const hash = createHash('sha256')
  for (const { id } of marks) hash.update(`${id}\n`)
  return hash.digest('base64')
}

async function write(
  desk: DeskContext,
  wanted: Asked,
  marks: readonly Mark[],
  place: MarkPlace | undefined,
): Promise<Written | undefined> {
  const briefing = await briefingOf(desk, wanted)
  if (!briefing) return undefined
  const marksOf = marksLookup(marks)
  const form = place && ((sentence: Sentence) => markForm(sentence, marksOf(sentence), place))
  const edited = await editedWords(briefing, desk, wanted.asOf)
  const page = pageOf(briefing, overlayOf(marksOf, form, edited))
  const parts = sections(page)
  const body = html`${masthead(page, parts)}
<div class="sheet">
${sheet(page, parts)}
</div>
${footer(briefing, downloads(wanted))}
${dataBlock(page)}
${deskData(page, marksOf)}`
  return { title: leading(page).headline[0]?.text ?? briefing.topic.words, body }
}

const CALLED: Readonly<Record<string, string>> = {
  html: 'one HTML file',
  markdown: 'Markdown',
  json: 'JSON',
  geojson: 'GeoJSON of its places',
  atom: 'Atom',
  rss: 'RSS',
  jsonfeed: 'JSON Feed',
  ical: 'calendar of what is expected',
  'events-csv': 'table of its entries',
  'statements-csv': 'table of its statements',
  jsonld: 'linked data',
}

function fileAddress({ crisis, asOf }: Asked, file: string): string {
  return `${viewPath(crisis.crisis.name, 'page')}${file}${asOf ? `?as-of=${asOf}` : ''}`
}

function downloads(wanted: Asked): Markup {
  const links = FORMATS.map(
    ({ id, file }) => html`<a href="${fileAddress(wanted, file)}" download>${CALLED[id] ?? id}</a>`,
  )
  return html`The page as <span class="downloads">${links}</span> Editors’ marks are not in them. <a href="${viewPath(wanted.crisis.crisis.name, 'page')}history">Earlier pages kept</a>.`
}

const ALTERNATE: readonly string[] = ['atom', 'rss', 'jsonfeed', 'json', 'markdown', 'ical']

function alternates(wanted: Asked): Markup {
  const links = FORMATS.filter(({ id }) => ALTERNATE.includes(id)).map(
    ({ id, file, type }) =>
      html`<link rel="alternate" type="${type.split(';')[0] ?? type}" title="${CALLED[id] ?? id}" href="${fileAddress(wanted, file)}">
`,
  )
  return html`${links}`
}

/** Days after which a newest page is called by its age. */
const FRESH = 2

/** The newest page may be old: what it is not told is not taken for quiet. */
function standing({ crisis, newest }: Asked, now: Date): Markup | undefined {
  const today: Day = now.toISOString().slice(0, 10)
  const age = daysBetween(newest, today)
  if (crisis.crisis.asOf)
    return html`<p>This page is kept as of ${writeDay(newest)}, as its settings say: later reports are not used.</p>`
  if (age <= FRESH) return undefined
  return html`<p>The newest report here is of ${writeDay(newest)}, ${age} days ago. What happened since is not on this page.</p>`
}
