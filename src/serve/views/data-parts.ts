import { counted } from '../../core/counted.ts'
import { isInside, type Span } from '../../core/span.ts'
import type { Article, ArticleId, EventType, When } from '../../core/types.ts'
import { splitWhen, writeStampDay } from '../../publish/dates.ts'
import { quadrantOf } from '../../publish/index.ts'
import { directionOf, html, type Markup } from '../../publish/markup.ts'
import { langAttribute } from '../../publish/sentence.ts'
import { shape } from '../../publish/timeline.ts'
import { KIND_WORDS, MOOD_WORDS, type Mood } from './data-words.ts'
import { articlePath } from './routes.ts'

/** Where a value or claim stands in a report. */
export type At = { readonly article: ArticleId; readonly in?: 'title'; readonly span: Span }

type Articles = ReadonlyMap<ArticleId, Article>

/** The words of a passage; empty where the report is not at hand. */
export function wordsAt(articles: Articles, { article, in: where, span }: At): string {
  const found = articles.get(article)
  const text = (where === 'title' ? found?.title : found?.text) ?? ''
  return isInside(text, span) ? text.slice(span.start, span.end) : ''
}

/** Characters of a passage that stand in a table or list; the rest is read in the report. */
const MOST_WORDS = 360

function shortened(words: string): string {
  if (words.length <= MOST_WORDS) return words
  return `${words.slice(0, MOST_WORDS).replace(/\s\S{0,30}$/u, '')}…`
}

/** A passage in quotation marks, with the report it leads to. */
export function passage(articles: Articles, at: At, more?: Markup): Markup {
  const words = shortened(wordsAt(articles, at).replace(/\s+/gu, ' ').trim())
  const article = articles.get(at.article)
  const quoted = html`<q class="words"${langAttribute(article?.lang)} dir="${directionOf(words)}">${words}</q>`
  return html`${words === '' ? html`<span class="small">The passage is not at hand.</span>` : quoted} <span class="from">${sourceLink(articles, at)}${more && html` · ${more}`}</span>`
}

/** The publisher and day of a report, as a link to the passage in it. */
export function sourceLink(articles: Articles, at: At): Markup {
  const article = articles.get(at.article)
  const stamp = article?.published ?? article?.known
  const path = articlePath(at.article, at.in === 'title' ? undefined : at.span)
  return html`<a class="source" href="${path}"><bdi>${article?.publisher || 'publisher unknown'}</bdi>${stamp && html`, ${writeStampDay(stamp)}`}</a>`
}

/** A date as exact as it is known. */
export function dateOf(when: When | undefined): Markup {
  if (!when) return html`<span class="none">no date given</span>`
  const { text, year } = splitWhen(when)
  return html`<time datetime="${when.earliest}">${year === '' ? text : `${text} ${year}`}</time>`
}

/** Shape, colour and words of a kind of event; hollow is what is not told as done. */
export function kindOf(type: EventType, mode: string | undefined, moods: readonly Mood[]): Markup {
  const quadrant = quadrantOf(type)
  const hollow = !moods.includes('done') && !moods.includes('history')
  const fine = [type, mode].filter(text => text !== undefined).join(' · ')
  return html`<span class="kind ${quadrant}">${shape(quadrant, hollow)}</span> ${KIND_WORDS[type]} <span class="small code">${fine}</span>${moods.filter(mood => mood !== 'done').map(mood => html` <span class="badge ${mood}">${MOOD_WORDS[mood]}</span>`)}`
}

export function names(list: readonly string[], none = 'not said'): Markup {
  if (list.length === 0) return html`<span class="none">${none}</span>`
  return html`${list.map((name, i) => html`${i > 0 && ', '}<bdi>${name}</bdi>`)}`
}

/** Origins before reports: copies of one report are one origin. */
export function originsOf(origins: number, reports: number): Markup {
  return html`${counted(origins, 'origin')}${reports !== origins && html` <span class="small">in ${counted(reports, 'report')}</span>`}`
}

/** A message where there is nothing to list. */
export function empty(title: string, body: Markup): Markup {
  return html`<div class="empty"><p><strong>${title}</strong></p>${body}</div>`
}

export type Paged<T> = { readonly items: readonly T[]; readonly page: number; readonly pages: number }

/** The items of a page; past the last one, the last. */
export function pageAt<T>(all: readonly T[], asked: number, size: number): Paged<T> {
  const pages = Math.max(1, Math.ceil(all.length / size))
  const page = Math.min(asked, pages)
  return { items: all.slice((page - 1) * size, page * size), page, pages }
}

/** Links to the other pages of a long list. */
export function pager({ page, pages }: Paged<unknown>, pathOf: (page: number) => string): Markup {
  if (pages === 1) return html``
  const step = (to: number, words: string, rel: string) =>
    to >= 1 && to <= pages
      ? html`<a rel="${rel}" href="${pathOf(to)}">${words}</a>`
      : html`<span class="none">${words}</span>`
  return html`<nav class="pages" aria-label="Pages">${step(page - 1, 'Previous', 'prev')} <span>Page ${page} of ${pages}</span> ${step(page + 1, 'Next', 'next')}</nav>`
}

/** The heading of a view with the line that says what it holds. */
export function heading(title: string, about: Markup): Markup {
  return html`<header class="view-head"><h1>${title}</h1><p class="lede">${about}</p></header>`
}

/** Cells of a choice: a value, its words, how many, whether it is chosen, and where its link leads. */
export type Choice = {
  readonly words: string
  readonly count?: number
  readonly on: boolean
  readonly path: string
  readonly before?: Markup
}

const SHOWN = 8
/** Values of one facet that a page lists; rarer ones are found by searching. */
const MOST_LISTED = 120

/** A facet as links that add and take away its values. */
export function facet(title: string, choices: readonly Choice[]): Markup {
  if (choices.length === 0) return html``
  const first = [...choices.slice(0, SHOWN), ...choices.slice(SHOWN).filter(({ on }) => on)]
  const rest = choices.slice(SHOWN).filter(({ on }) => !on)
  const listed = rest.slice(0, MOST_LISTED)
  const over = rest.length - listed.length
  return html`<details class="facet" open><summary>${title}</summary><ul>${first.map(choice)}</ul>${rest.length > 0 && html`<details class="rest-of"><summary>${rest.length} more</summary><ul>${listed.map(choice)}</ul>${over > 0 && html`<p class="small">and ${over} rarer ones</p>`}</details>`}</details>`
}

function choice({ words, count, on, path, before }: Choice): Markup {
  return html`<li><a href="${path}"${on && html` aria-current="true"`}><span class="value">${before}<bdi class="word">${words}</bdi></span>${count !== undefined && html` <span class="n">${count}</span>`}</a></li>`
}

/** The facets beside a list, folded on a small screen. */
export function facets(body: Markup): Markup {
  return html`<details class="fold"><summary>Filter</summary><div class="facets">${body}</div></details>`
}

/** What is chosen, each as a link that takes it away. */
export function chips(chosen: readonly { readonly words: string; readonly path: string }[], clear: string): Markup {
  if (chosen.length === 0) return html``
  const items = chosen.map(
    ({ words, path }) =>
      html`<li><a class="chip" href="${path}"><span class="visually-hidden">Take away: </span><bdi>${words}</bdi> <span aria-hidden="true">×</span></a></li>`,
  )
  return html`<ul class="chips" aria-label="Chosen">${items}<li><a class="clear" href="${clear}">Clear filters</a></li></ul>`
}
