import type { Source } from '../../core/briefing.ts'
import { counted } from '../../core/counted.ts'
import { writeDay } from '../../core/day.ts'
import { byText } from '../../core/order.ts'
import type { Story } from '../../core/types.ts'
import { writeStampDay } from '../../publish/dates.ts'
import { html, type Markup } from '../../publish/markup.ts'
import { langAttribute } from '../../publish/sentence.ts'
import type { Desk } from '../../run/index.ts'
import { empty, heading, names } from './data-parts.ts'
import type { Seen } from './data-request.ts'
import type { NameActor } from './data-words.ts'
import { framed } from './frame.ts'
import { articlePath, viewPath } from './routes.ts'

/** Actors named beside a story. */
const MOST_ACTORS = 5

/** The stories a crisis is made of: which reports tell of the same happenings and what followed from them. */
export async function storiesView(seen: Seen, desk: Desk, nameOf: NameActor): Promise<Response> {
  const { context, crisis, asOf, briefing } = seen
  const stories = (await desk.stories(crisis.crisis.name, asOf ? { asOf } : {})) ?? []
  const sources = new Map(briefing.sources.map(source => [source.article, source]))
  const several = stories.filter(({ articles }) => articles.length > 1)
  const single = stories.filter(({ articles }) => articles.length === 1)
  const about = html`${several.length === 1 ? '1 story' : `${several.length} stories`} told by several of the ${counted(briefing.counts.reports, 'report')} known by ${writeDay(briefing.asOf)}, the newest first. A story is called after the report most like the whole of it.`
  const list = several.map(story => section(story, sources, nameOf))
  const alone =
    single.length > 0 &&
    html`<section class="story"><h2>Told by one report each</h2><ul class="told">${single.flatMap(({ articles: [id] }) => reportLine(id, sources))}</ul></section>`
  const nothing = empty(
    'No two reports tell one story.',
    html`<p><a href="${viewPath(crisis.crisis.name, 'reports', { 'as-of': asOf })}">See all reports</a></p>`,
  )
  const body = html`${heading('Stories', about)}${list.length > 0 ? html`${list}` : nothing}${alone}`
  return framed(context, { title: 'Stories', body, crisis, asOf, view: 'stories' })
}

type Sources = ReadonlyMap<string, Source>

function section(story: Story, sources: Sources, nameOf: NameActor): Markup {
  const { id, articles, typical } = story
  const told = articles.flatMap(article => sources.get(article) ?? [])
  const origins = new Set(told.map(({ lineage }) => lineage)).size
  const days = told.flatMap(({ published, known }) => (published ?? known)?.value.slice(0, 10) ?? []).sort()
  const [first, last] = [days[0], days.at(-1)]
  const when = first && last ? (first === last ? writeDay(first) : `${writeDay(first)} – ${writeDay(last)}`) : ''
  const who = actorsOf(story, nameOf)
  const title = sources.get(typical)
  return html`<section class="story" aria-labelledby="t${id}"><h2 id="t${id}"><bdi${langAttribute(title?.lang)}>${title?.title || 'untitled'}</bdi></h2>
<p class="small">${when !== '' && html`${when} · `}${counted(articles.length, 'report')} from ${counted(origins, 'origin')}${who.length > 0 && html` · ${names(who)}`}</p>
<details class="fold"><summary>The reports</summary><ul class="told">${[...articles].reverse().flatMap(article => reportLine(article, sources))}</ul></details></section>
`
}

/** Who acts most often in the events of a story. */
function actorsOf({ events }: Story, nameOf: NameActor): readonly string[] {
  const actors = events.flatMap(({ source, target }) => [...source, ...target].map(({ value }) => nameOf(value)))
  const counts = Map.groupBy(actors, name => name)
  return [...counts]
    .sort((a, b) => b[1].length - a[1].length || byText(a[0], b[0]))
    .slice(0, MOST_ACTORS)
    .map(([name]) => name)
}

function reportLine(article: string, sources: Sources): readonly Markup[] {
  const source = sources.get(article)
  if (!source) return []
  const stamp = source.published ?? source.known
  return [
    html`<li><a href="${articlePath(article)}"><bdi${langAttribute(source.lang)}>${source.title || 'untitled'}</bdi></a> <span class="from"><bdi>${source.publisher || 'publisher unknown'}</bdi>${stamp && html`, ${writeStampDay(stamp)}`}</span></li>`,
  ]
}
