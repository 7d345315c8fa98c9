import type { Briefing } from '../../core/briefing.ts'
import { counted } from '../../core/counted.ts'
import { byText, groupBy } from '../../core/order.ts'
import { overlaps, type Span } from '../../core/span.ts'
import type { Article, ArticleId } from '../../core/types.ts'
import { directionOf, html, type Markup } from '../../publish/markup.ts'
import { langAttribute } from '../../publish/sentence.ts'
import type { Store } from '../../store/index.ts'
import {
  chips,
  dateOf,
  empty,
  facet,
  facets,
  heading,
  originsOf,
  type Paged,
  pageAt,
  pager,
  sourceLink,
  wordsAt,
} from './data-parts.ts'
import { numberIn, type Seen, wordIn } from './data-request.ts'
import type { Texts } from './data-texts.ts'
import type { NameActor } from './data-words.ts'
import { framed } from './frame.ts'
import { queryOf, viewPath } from './routes.ts'
import { type StatementRow, statementRows } from './statements-rows.ts'

const SIZE = 100

type Query = {
  readonly 'as-of'?: string | undefined
  readonly side?: string | undefined
  readonly actor?: string | undefined
  readonly told?: 'page' | undefined
}

/** Who said what, by side and speaker. */
export async function statementsView(seen: Seen, store: Store, texts: Texts, nameOf: NameActor): Promise<Response> {
  const { context, crisis, asOf, briefing, events, query: asked } = seen
  const query: Query = {
    'as-of': asOf,
    side: asked.get('side') || undefined,
    actor: asked.get('actor') || undefined,
    told: wordIn(asked, 'told', ['page']),
  }
  const all = statementRows(briefing, events, nameOf)
  const rows = inOrder(
    all.filter(row => fits(row, query)),
    briefing,
  )
  const paged = pageAt(rows, numberIn(asked, 'page', 1), SIZE)
  const articles = await texts(paged.items.map(({ at }) => at.article))
  const quotes = await quotesOf(store, articles.keys())
  const link = (change: Query) => viewPath(crisis.crisis.name, 'statements', { ...query, ...change })
  const clear = viewPath(crisis.crisis.name, 'statements', { 'as-of': asOf })
  const onPage = all.filter(({ origins }) => origins !== undefined).length
  const page = html`<a href="${viewPath(crisis.crisis.name, 'page', { 'as-of': asOf })}#statements">the page</a>`
  const about = html`${counted(all.length, 'passage')} in which a report says who said it; ${onPage} of them ${onPage === 1 ? 'stands' : 'stand'} on ${page}. Words in quotation marks are verbatim, as the report has them.`
  const list =
    rows.length === 0
      ? empty('No statement fits.', html`<p><a href="${clear}">Clear filters</a></p>`)
      : html`${groups(paged, { articles, quotes })}${pager(paged, page => `${link({})}${queryOf({ page: String(page) }).replace('?', link({}).includes('?') ? '&' : '?')}`)}`
  const body = html`${heading('Statements', about)}<div class="with-facets">${panel(all, query, link)}<div class="found">${chosen(query, link, clear)}<p class="total">${counted(rows.length, 'passage')}</p>${list}</div></div>`
  return framed(context, { title: 'Statements', body, crisis, asOf, view: 'statements' })
}

function fits(row: StatementRow, query: Query, but?: keyof Query): boolean {
  return (
    (but === 'side' || query.side === undefined || row.side === query.side) &&
    (but === 'actor' || query.actor === undefined || row.speaker === query.actor) &&
    (but === 'told' || query.told === undefined || row.origins !== undefined)
  )
}

/** Sides with most first; of a side, speakers on the page before others, then those with most; the rest newest first. */
function inOrder(rows: readonly StatementRow[], { sources }: Briefing): readonly StatementRow[] {
  const count = (of: (row: StatementRow) => string) =>
    new Map([...groupBy(rows, of)].map(([key, group]) => [key, group.length]))
  const [sides, speakers] = [count(({ side }) => side), count(({ side, speaker }) => `${side}\n${speaker}`)]
  const number = new Map(sources.map(source => [source.article, source.number]))
  const place = (row: StatementRow) => (row.origins === undefined ? -(number.get(row.at.article) ?? 0) : -Infinity)
  const size = (row: StatementRow) => speakers.get(`${row.side}\n${row.speaker}`) ?? 0
  const told = new Set(rows.filter(row => row.origins !== undefined).map(({ side, speaker }) => `${side}\n${speaker}`))
  const later = (row: StatementRow) => (told.has(`${row.side}\n${row.speaker}`) ? 0 : 1)
  return [...rows].sort(
    (a, b) =>
      (sides.get(b.side) ?? 0) - (sides.get(a.side) ?? 0) ||
      byText(a.side, b.side) ||
      later(a) - later(b) ||
      size(b) - size(a) ||
      byText(a.speaker, b.speaker) ||
      order(place(a), place(b)) ||
      a.at.span.start - b.at.span.start,
  )
}

function order(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function panel(all: readonly StatementRow[], query: Query, link: (change: Query) => string): Markup {
  const choices = (name: 'side' | 'actor', ofRow: (row: StatementRow) => string) => {
    const counts = new Map<string, number>()
    for (const row of all.filter(row => fits(row, query, name))) {
      const value = ofRow(row)
      counts.set(value, (counts.get(value) ?? 0) + 1)
    }
    return [...counts]
      .sort((a, b) => b[1] - a[1] || byText(a[0], b[0]))
      .map(([words, count]) => {
        const on = query[name] === words
        return { words, count, on, path: link({ [name]: on ? undefined : words }) }
      })
  }
  const onPage = all.filter(row => row.origins !== undefined && fits(row, query, 'told')).length
  const told = { words: 'on the page', count: onPage, on: query.told === 'page' }
  const only = facet('Told', [{ ...told, path: link({ told: told.on ? undefined : 'page' }) }])
  return facets(
    html`${facet(
      'Side',
      choices('side', row => row.side),
    )}${facet(
      'Speaker',
      choices('actor', row => row.speaker),
    )}${only}`,
  )
}

function chosen(query: Query, link: (change: Query) => string, clear: string): Markup {
  const { side, actor, told } = query
  const list = [
    ...(side ? [{ words: side, path: link({ side: undefined }) }] : []),
    ...(actor ? [{ words: actor, path: link({ actor: undefined }) }] : []),
    ...(told ? [{ words: 'on the page', path: link({ told: undefined }) }] : []),
  ]
  return chips(list, clear)
}

type Material = {
  readonly articles: ReadonlyMap<ArticleId, Article>
  readonly quotes: ReadonlyMap<ArticleId, readonly Span[]>
}

function groups({ items }: Paged<StatementRow>, material: Material): Markup {
  return html`${[...groupBy(items, ({ side }) => side)].map(
    ([side, rows]) =>
      html`<section class="side"><h2><bdi>${side}</bdi></h2>${[...groupBy(rows, ({ speaker }) => speaker)].map(([speaker, said]) => speakerOf(speaker, said, material))}</section>`,
  )}`
}

function speakerOf(speaker: string, said: readonly StatementRow[], material: Material): Markup {
  const role = said.find(row => row.role !== undefined)?.role
  return html`<section class="speaker"><h3><bdi>${speaker}</bdi>${role !== undefined && html` <span class="small"><bdi>${role}</bdi></span>`}</h3><ul class="said">${said.map(row => statement(row, material))}</ul></section>`
}

function statement({ at, when, where, origins }: StatementRow, { articles, quotes }: Material): Markup {
  const article = articles.get(at.article)
  const words = wordsAt(articles, at)
  const about = [when && dateOf(when), where !== undefined && html`<bdi>${where}</bdi>`].filter(one => !!one)
  const places = about.map((one, i) => html`${i > 0 && ', '}${one}`)
  const quoted = at.in === 'title' ? [] : (quotes.get(at.article) ?? [])
  return html`<li><blockquote class="words"${langAttribute(article?.lang)} dir="${directionOf(words)}">${words === '' ? 'The passage is not at hand.' : verbatim(words, at.span.start, quoted)}</blockquote><p class="from">${about.length > 0 && html`${places} · `}${sourceLink(articles, at)}${origins !== undefined && html` · ${originsOf(origins, origins)} · <span class="badge">on the page</span>`}</p></li>`
}

/** The words with what stands in quotation marks set apart. */
function verbatim(words: string, offset: number, quotes: readonly Span[]): Markup {
  const inside = quotes.filter(span => overlaps(span, { start: offset, end: offset + words.length }))
  let at = 0
  const pieces: Markup[] = []
  for (const { start, end } of inside) {
    const [from, to] = [Math.max(start - offset, at), Math.min(end - offset, words.length)]
    if (from >= to) continue
    pieces.push(html`${words.slice(at, from)}<span class="verbatim">${words.slice(from, to)}</span>`)
    at = to
  }
  return html`${pieces}${words.slice(at)}`
}

/** Where words stand in quotation marks, their marks included, in reading order. */
async function quotesOf(store: Store, ids: Iterable<ArticleId>): Promise<ReadonlyMap<ArticleId, readonly Span[]>> {
  const quotes = new Map<ArticleId, readonly Span[]>()
  for (const id of ids)
    for await (const { layers } of store.kept({ id })) {
      const direct = layers?.quote.filter(({ value }) => value.kind === 'direct') ?? []
      quotes.set(
        id,
        direct.map(({ span }) => span),
      )
    }
  return quotes
}
