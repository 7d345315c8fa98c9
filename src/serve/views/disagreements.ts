import type { Briefing, DisagreementEntry } from '../../core/briefing.ts'
import { counted } from '../../core/counted.ts'
import { writeDay } from '../../core/day.ts'
import { isInside } from '../../core/span.ts'
import type { Article, ArticleId, Evidence } from '../../core/types.ts'
import { writeStamp } from '../../publish/dates.ts'
import { directionOf, html, type Markup } from '../../publish/markup.ts'
import { contextOf } from '../../publish/receipts.ts'
import { langAttribute } from '../../publish/sentence.ts'
import { SPLIT } from '../../publish/timeline.ts'
import { empty, heading, originsOf } from './data-parts.ts'
import type { Seen } from './data-request.ts'
import type { Texts } from './data-texts.ts'
import { framed } from './frame.ts'
import { articlePath, viewPath } from './routes.ts'

/** Where reports give values that cannot all be true. */
export async function disagreementsView(seen: Seen, texts: Texts): Promise<Response> {
  const { context, crisis, asOf, briefing } = seen
  const { disagreements } = briefing
  const read = disagreements.flatMap(({ readings }) =>
    readings.flatMap(({ sources, value }) => [...sources, ...value.evidence.map(({ article }) => article)]),
  )
  const articles = await texts(read)
  const count = disagreements.length === 0 ? html`No question` : html`${counted(disagreements.length, 'question')}`
  const about = html`${count} to which the reports known by ${writeDay(briefing.asOf)} give answers that cannot all be true. Nobody is judged right.`
  const list = disagreements.map((entry, i) => question(entry, i + 1, briefing, articles))
  const nothing = empty(
    'No report contradicts another.',
    html`<p>That is what could be compared: counts and dates of one happening. It is no proof that all is true.</p><p><a href="${viewPath(crisis.crisis.name, 'events', { 'as-of': asOf })}">See all events</a></p>`,
  )
  const body = html`${heading('Disagreements', about)}${WHAT_COUNTS}${list.length > 0 ? html`${list}` : nothing}`
  return framed(context, { title: 'Disagreements', body, crisis, asOf, view: 'disagreements' })
}

const WHAT_COUNTS = html`<details class="explained"><summary>What counts as a disagreement</summary>
<p>Two reports tell of one happening, and give for the same thing counts or dates that exclude each other: 14 missiles and 16 missiles.</p>
<ul><li>“At least 10” and “12” do not exclude each other, nor do “May” and “28 May”.</li>
<li>A higher toll given later is an update, not a disagreement.</li>
<li>Copies of one report count as one origin: ten copies of a mistake are one mistake.</li></ul></details>`

function question(
  { question, readings }: DisagreementEntry,
  number: number,
  briefing: Briefing,
  articles: ReadonlyMap<ArticleId, Article>,
): Markup {
  const sides = readings.map(reading => readingOf(reading, briefing, articles))
  return html`<section class="clash" id="d${number}" aria-labelledby="q${number}"><h2 id="q${number}">${SPLIT}<bdi>${question.text}</bdi></h2><ul class="sides">${sides}</ul></section>`
}

type Reading = DisagreementEntry['readings'][number]

function readingOf(
  { value, sources, lineages }: Reading,
  briefing: Briefing,
  articles: ReadonlyMap<ArticleId, Article>,
): Markup {
  const evidence = new Map(value.evidence.map(at => [at.article, at]))
  const when = (id: ArticleId) => {
    const article = articles.get(id)
    return (article?.published ?? article?.known)?.value ?? ''
  }
  const ordered = [...new Set([...sources, ...evidence.keys()])].sort((a, b) => (when(a) < when(b) ? -1 : 1))
  const items = ordered.map(id => report(id, evidence.get(id), briefing, articles.get(id)))
  return html`<li><h3><bdi>${value.text}</bdi></h3><p class="small">${originsOf(lineages, ordered.length)}</p><ul class="reports">${items}</ul></li>`
}

const AROUND = 140

/** A report that gives the value: its words in context, who published it and when. */
function report(id: ArticleId, at: Evidence | undefined, { sources }: Briefing, article: Article | undefined): Markup {
  const stamp = article?.published ?? article?.known
  const source = sources.find(one => one.article === id)
  const words = at && article && isInside(article.text, at.span) ? contextHtml(at, article) : undefined
  const path = articlePath(id, at && at.in === undefined ? at.span : undefined)
  return html`<li>${words}<p class="from"><a class="source" href="${path}"><bdi>${article?.publisher || 'publisher unknown'}</bdi></a>${stamp && html`, published <time datetime="${stamp.value}">${writeStamp(stamp)}</time>`}${source && html` · report ${source.number}`}</p></li>`
}

function contextHtml(at: Evidence, article: Article): Markup {
  const text = at.in === 'title' ? article.title : article.text
  const source = { ...article, article: article.id, number: 0, lineage: '', cited: true, textId: '' }
  const passage = text.slice(at.span.start, at.span.end)
  const { before, after } = contextOf({ number: 0, evidence: at, source, passage }, AROUND)
  return html`<blockquote class="words"${langAttribute(article.lang)} dir="${directionOf(passage)}">${before}<mark>${passage}</mark>${after}</blockquote>`
}
