import type { Context } from 'hono'
import { counted } from '../../core/counted.ts'
import type { Span } from '../../core/span.ts'
import { writeStampDay } from '../../publish/dates.ts'
import { directionOf, html, type Markup } from '../../publish/markup.ts'
import { langAttribute } from '../../publish/sentence.ts'
import type { Hit } from '../../store/index.ts'
import type { DeskContext, Env } from '../context.ts'
import { empty, heading } from './data-parts.ts'
import { dayIn } from './data-request.ts'
import { framed } from './frame.ts'
import { articlePath } from './routes.ts'

const MOST_HITS = 50
/** Characters of a query: longer ones are pasted by mistake. */
const LONGEST = 500

/** Full-text search over all reports of the store. */
export async function searchView(context: Context<Env>, { store }: DeskContext): Promise<Response> {
  const query = new URL(context.req.url).searchParams
  const words = (query.get('q') ?? '').trim()
  const knownBy = dayIn(query, 'known-by')
  const tooLong = words.length > LONGEST
  const hits =
    words === '' || tooLong
      ? undefined
      : await store.search(words.toWellFormed(), { limit: MOST_HITS + 1, ...(knownBy ? { knownBy } : {}) })
  const title = words === '' || tooLong ? 'Search' : `${words.slice(0, 60)} · Search`
  const about = html`All reports that the store holds, whatever crisis they belong to.`
  const body = html`${heading('Search', about)}${form(tooLong ? '' : words, knownBy)}${tooLong ? LENGTHY : hits && found(hits, words, knownBy)}`
  return framed(context, { title, body, view: 'search', status: tooLong ? 400 : 200 })
}

const LENGTHY = empty(
  'That is too long to search for.',
  html`<p>Search for at most ${LONGEST} characters: a few telling words, or one phrase in quotation marks. <code>dragoman check</code> compares a whole text with the reports.</p>`,
)

function form(words: string, knownBy: string | undefined): Markup {
  return html`<form class="filters search" method="get" action="/search" role="search" aria-label="All reports">
<label class="wide">Words <input type="search" name="q" value="${words}" maxlength="${LONGEST}" aria-describedby="syntax"></label>
<label>Known by <input type="date" name="known-by" value="${knownBy ?? ''}"></label>
<button type="submit">Search</button></form>
<p class="small" id="syntax">All words must be there, in any order, with or without accents. <code>"prisoner exchange"</code> finds a phrase, <code>negotiat*</code> what begins so.</p>`
}

function found(hits: readonly Hit[], words: string, knownBy: string | undefined): Markup {
  const shown = hits.slice(0, MOST_HITS)
  if (shown.length === 0) {
    const cure = html`<ul><li>Use fewer words: all of them must be in one report.</li><li>End a word with <code>*</code> to find its other forms.</li>${knownBy !== undefined && html`<li><a href="/search?${new URLSearchParams({ q: words }).toString()}">Search without the day</a>: only reports known by ${knownBy} were looked through.</li>`}</ul>`
    return empty(`No report holds all of “${words}”.`, cure)
  }
  const count =
    hits.length > MOST_HITS ? `The best ${MOST_HITS} reports; more words narrow them.` : counted(shown.length, 'report')
  return html`<section aria-labelledby="hits"><h2 id="hits">${count}</h2><ol class="hits">${shown.map(hit)}</ol></section>`
}

function hit({ article, snippet }: Hit): Markup {
  const stamp = article.published ?? article.known
  const path = articlePath(article.id, passageIn(article.text, snippet))
  return html`<li><h3><a href="${path}"${langAttribute(article.lang)}><bdi>${article.title || 'untitled'}</bdi></a></h3><p class="from"><bdi>${article.publisher || 'publisher unknown'}</bdi>${stamp && html`, <time datetime="${stamp.value}">${writeStampDay(stamp)}</time>`}${!stamp && ', no time given'}</p><p class="words"${langAttribute(article.lang)} dir="${directionOf(snippet.text)}">${!article.text.startsWith(snippet.text) && '…'}${marked(snippet)}${!article.text.endsWith(snippet.text) && '…'}</p></li>`
}

/** The words of the snippet with what was found marked. */
function marked({ text, found }: Hit['snippet']): Markup {
  let at = 0
  const pieces: Markup[] = []
  for (const { start, end } of [...found].sort((a, b) => a.start - b.start)) {
    if (start < at) continue
    pieces.push(html`${text.slice(at, start)}<mark>${text.slice(start, end)}</mark>`)
    at = end
  }
  return html`${pieces}${text.slice(at)}`
}

/** Where the snippet stands in the report, from the first word found to the last. */
function passageIn(text: string, { text: snippet, found }: Hit['snippet']): Span | undefined {
  const [first] = found
  const start = text.indexOf(snippet)
  if (start < 0 || !first) return undefined
  return { start: start + first.start, end: start + Math.max(...found.map(({ end }) => end)) }
}
