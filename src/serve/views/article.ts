import type { Context } from 'hono'
import type { Briefing, Source } from '../../core/briefing.ts'
import { Mistake } from '../../core/mistake.ts'
import { isInside, type Span } from '../../core/span.ts'
import type { Article, Stamp } from '../../core/types.ts'
import { writeStamp, writeStampDay } from '../../publish/dates.ts'
import { passageLink, webLink } from '../../publish/links.ts'
import { html, type Markup } from '../../publish/markup.ts'
import { receiptsOf } from '../../publish/receipts.ts'
import { external, langAttribute } from '../../publish/sentence.ts'
import type { DeskState } from '../../run/index.ts'
import type { Store } from '../../store/index.ts'
import type { DeskContext, Env } from '../context.ts'
import { type Cited, textOf } from './article-text.ts'
import { versionsOf } from './article-versions.ts'
import type { Pages } from './data-request.ts'
import { clip } from './data-request.ts'
import { articleOf } from './data-texts.ts'
import { framed } from './frame.ts'
import { articlePath, viewPath } from './routes.ts'

/** One report: what it says, when and where it came from, and what pages take from it. */
export async function articleView(
  context: Context<Env>,
  { desk, store }: DeskContext,
  pages: Pages,
): Promise<Response> {
  const id = context.req.param('id') ?? ''
  const article = await articleOf(store, id)
  if (!article) return missing(context, id)
  const query = new URL(context.req.url).searchParams
  const asked = passageIn(query)
  const passage = asked && isInside(article.text, asked) ? asked : undefined
  const versions = await versionsIn(store, article)
  const other = otherIn(query, article, versions)
  const uses = await usesOf(desk.state(), pages, article)
  const cited = uses.flatMap(use => use.cited)
  const last = versions.at(-1)
  const later = last && last.id !== article.id
  const body = html`<div class="report-view"><article class="report"><header class="view-head"><p class="from"><bdi>${article.publisher || 'publisher unknown'}</bdi></p><h1${langAttribute(article.lang)}><bdi>${article.title || 'Untitled'}</bdi></h1>${times(article)}${original(article, passage)}</header>
${later && html`<p class="note"><strong>This report was changed later.</strong> <a href="${articlePath(last.id)}">Read the newest version</a> or <a href="${articlePath(article.id)}?with=${encodeURIComponent(last.id)}#compared">see what changed</a>.</p>`}${asked && !passage && html`<p class="note">The passage asked for does not lie within this report.</p>`}
${textOf(article, passage, cited)}</article>
<aside class="about-report" aria-label="About this report">${uses.map(useOf)}${uses.length === 0 && html`<p class="small">No page rests on this report, nor counts it among its reports.</p>`}${versionsOf(article, versions, other)}</aside></div>`
  return framed(context, { title: article.title || 'Untitled', body, view: 'reports' })
}

function missing(context: Context<Env>, id: string): Response {
  const body = html`<h1>No such report</h1><div class="empty"><p>The store has no report with the number <code>${clip(id)}</code>.</p><p><a href="/search">Search the reports</a></p></div>`
  return framed(context, { title: 'No such report', body, view: 'search', status: 404 })
}

const PASSAGE = /^(\d{1,9})-(\d{1,9})$/u

function passageIn(query: URLSearchParams): Span | undefined {
  const text = query.get('passage') ?? ''
  if (text === '') return undefined
  const [, from, to] = PASSAGE.exec(text) ?? []
  if (from !== undefined && Number(from) < Number(to)) return { start: Number(from), end: Number(to) }
  throw new Mistake(
    `“${clip(text)}” is no passage.`,
    'Write the first character and the one behind the last: passage=120-184.',
  )
}

async function versionsIn(store: Store, { url }: Article): Promise<readonly Article[]> {
  const versions: Article[] = []
  if (url !== undefined) for await (const version of store.articles({ address: url })) versions.push(version)
  return versions
}

function otherIn(query: URLSearchParams, article: Article, versions: readonly Article[]): Article | undefined {
  const id = query.get('with') ?? ''
  if (id === '') return undefined
  const other = versions.find(version => version.id === id && version.id !== article.id)
  if (other) return other
  throw new Mistake('with must be another version of the same address.', 'Choose one from the list of versions.')
}

/** What a crisis takes from a report: passages of its text and title, and what shares its origin. */
type Use = {
  readonly crisis: string
  readonly name: string
  readonly source: Source
  readonly kin: readonly Source[]
  readonly cited: readonly Cited[]
  readonly title: readonly number[]
}

async function usesOf({ crises }: DeskState, pages: Pages, { id }: Article): Promise<readonly Use[]> {
  const uses: Use[] = []
  for (const { crisis } of crises) {
    const briefing: Briefing | undefined = (await pages(crisis.name))?.briefing
    const source = briefing?.sources.find(({ article }) => article === id)
    if (!briefing || !source) continue
    const receipts = receiptsOf(briefing).from(id)
    const words = crisis.topic.words
    const path = (number: number) => `${viewPath(crisis.name, 'page')}#m${number}`
    uses.push({
      crisis: words,
      name: crisis.name,
      source,
      kin: briefing.sources.filter(one => one.lineage === source.lineage && one !== source),
      cited: receipts.flatMap(({ number, evidence }) =>
        evidence.in === 'title' ? [] : [{ span: evidence.span, number, path: path(number), crisis: words }],
      ),
      title: receipts.flatMap(({ number, evidence }) => (evidence.in === 'title' ? [number] : [])),
    })
  }
  return uses
}

function useOf({ crisis, name, source, kin, cited, title }: Use): Markup {
  const page = viewPath(name, 'page')
  const numbers = [...new Set([...title, ...cited.map(({ number }) => number)])].sort((a, b) => a - b)
  const links = numbers.map((number, i) => html`${i > 0 && ', '}<a href="${page}#m${number}">${number}</a>`)
  const resting =
    numbers.length > 0
      ? html`its page rests on it in ${numbers.length === 1 ? 'receipt' : 'receipts'} ${links}`
      : html`its page rests on none of its passages`
  const others = kin.map((one, i) => {
    const stamp = one.published ?? one.known
    return html`${i > 0 && '; '}<a href="${articlePath(one.article)}"><bdi>${one.publisher || 'publisher unknown'}</bdi></a>${stamp && html`, ${writeStampDay(stamp)}`}`
  })
  const origin =
    kin.length > 0
      ? html`<p>Of the same origin, counted once with it: ${others}.</p>`
      : html`<p>An origin of its own among the reports of this crisis.</p>`
  return html`<section class="use"><h2><a href="${page}"><bdi>${crisis}</bdi></a></h2><p>Report <a href="${viewPath(name, 'reports')}">${source.number}</a>; ${resting}.</p>${origin}</section>`
}

function times({ published, modified, known, byline, lang }: Article): Markup {
  const line = (title: string, stamp: Stamp | undefined, about: string) => {
    const sure = stamp?.certainty === 'implied' && html` <span class="small">(taken from the report)</span>`
    return (
      stamp &&
      html`<div><dt title="${about}">${title}</dt><dd><time datetime="${stamp.value}">${writeStamp(stamp)}</time>${sure}</dd></div>`
    )
  }
  return html`<dl class="facts">${line('Published', published, 'as the source says')}${line('Changed', modified, 'as the source says')}${line('Known', known, 'when it reached us')}${!published && !known && html`<div><dt>Published</dt><dd class="none">no time given</dd></div>`}${byline !== undefined && html`<div><dt>By</dt><dd><bdi>${byline}</bdi></dd></div>`}<div><dt>Language</dt><dd>${lang === 'und' ? 'unknown' : lang}</dd></div></dl>`
}

/** The way to the original, at the passage where one is asked for. */
function original({ url, text }: Article, passage: Span | undefined): Markup {
  if (webLink(url) === undefined)
    return url === undefined ? html`` : html`<p class="original small">Address: <bdi>${url}</bdi></p>`
  const before = passage ? text.slice(Math.max(0, passage.start - 60), passage.start) : ''
  const link = passage ? passageLink(url, text.slice(passage.start, passage.end), before) : webLink(url)
  if (link === undefined) return html``
  return html`<p class="original">${external(link, html`Read the original${passage && html` at this passage`}`)} <span class="small"><bdi>${url ?? ''}</bdi></span></p>`
}
