import type { Source } from '../../core/briefing.ts'
import { counted } from '../../core/counted.ts'
import { writeDay } from '../../core/day.ts'
import { byText, groupBy } from '../../core/order.ts'
import { momentOf } from '../../core/stamp.ts'
import { writeStamp } from '../../publish/dates.ts'
import { html, type Markup } from '../../publish/markup.ts'
import { type Receipts, receiptsOf } from '../../publish/receipts.ts'
import { langAttribute } from '../../publish/sentence.ts'
import { chips, empty, facet, facets, heading, pageAt, pager } from './data-parts.ts'
import { numberIn, type Seen, wordIn } from './data-request.ts'
import { framed } from './frame.ts'
import { articlePath, viewPath } from './routes.ts'

const SIZE = 200
const SORTS = ['published', '-published', 'publisher', 'title'] as const
type Sort = (typeof SORTS)[number]

type Query = {
  readonly 'as-of'?: string | undefined
  readonly publisher?: string | undefined
  readonly lang?: string | undefined
  readonly cited?: 'yes' | 'no' | undefined
  readonly sort?: Sort | undefined
}

/** A report with its copies below it: the first of an origin is the presumed one. */
type Family = { readonly first: Source; readonly copies: readonly Source[] }

/** Every report on the crisis known by the day. */
export function reportsView({ context, crisis, asOf, briefing, query: asked }: Seen): Response {
  const query: Query = {
    'as-of': asOf,
    publisher: asked.get('publisher') || undefined,
    lang: asked.get('lang') || undefined,
    cited: wordIn(asked, 'cited', ['yes', 'no']),
    sort: wordIn(asked, 'sort', SORTS),
  }
  const { sources } = briefing
  const found = sources.filter(source => fits(source, query))
  const families = inOrder(familiesOf(found), query.sort ?? '-published')
  const paged = pageAt(families, numberIn(asked, 'page', 1), SIZE)
  const link = (change: Query & { readonly page?: string }) =>
    viewPath(crisis.crisis.name, 'reports', { ...query, ...change })
  const clear = viewPath(crisis.crisis.name, 'reports', { 'as-of': asOf })
  const origins = new Set(sources.map(({ lineage }) => lineage)).size
  const about = html`${counted(sources.length, 'report')} known by ${writeDay(briefing.asOf)}, of ${counted(origins, 'independent origin')}: copies of one report count once and stand below the one they seem to come from. ${counted(briefing.counts.setAside, 'report')} not on the topic, or not yet known, ${briefing.counts.setAside === 1 ? 'was' : 'were'} set aside.`
  const material = { receipts: receiptsOf(briefing), crisis: crisis.crisis.name, asOf }
  const list =
    found.length === 0
      ? empty('No report fits.', html`<p><a href="${clear}">Clear filters</a></p>`)
      : html`${table(paged.items, material, { query, link, count: found.length })}${pager(paged, page => link({ page: String(page) }))}`
  const body = html`${heading('Reports', about)}<div class="with-facets">${panel(sources, query, link)}<div class="found">${chosen(query, link, clear)}${list}</div></div>`
  return framed(context, { title: 'Reports', body, crisis, asOf, view: 'reports' })
}

function fits(source: Source, { publisher, lang, cited }: Query, but?: keyof Query): boolean {
  return (
    (but === 'publisher' || publisher === undefined || source.publisher === publisher) &&
    (but === 'lang' || lang === undefined || source.lang === lang) &&
    (but === 'cited' || cited === undefined || source.cited === (cited === 'yes'))
  )
}

/** Sources come oldest first, so the first of an origin is the one the others seem to copy. */
function familiesOf(found: readonly Source[]): readonly Family[] {
  return [...groupBy(found, ({ lineage }) => lineage).values()].flatMap(([first, ...copies]) =>
    first ? [{ first, copies }] : [],
  )
}

function inOrder(families: readonly Family[], sort: Sort): readonly Family[] {
  const moment = ({ first }: Family) => {
    const stamp = first.published ?? first.known
    return stamp ? momentOf(stamp) : Number.NEGATIVE_INFINITY
  }
  const order = (a: Family, b: Family): number => {
    if (sort === 'publisher') return byText(a.first.publisher, b.first.publisher)
    if (sort === 'title') return byText(a.first.title, b.first.title)
    return sort === 'published' ? moment(a) - moment(b) : moment(b) - moment(a)
  }
  return [...families].sort((a, b) => order(a, b) || a.first.number - b.first.number)
}

type Link = (change: Query) => string

function panel(sources: readonly Source[], query: Query, link: Link): Markup {
  const choices = (name: 'publisher' | 'lang' | 'cited', ofSource: (source: Source) => string, wordsOf = ofSource) => {
    const words = new Map<string, { words: string; count: number }>()
    for (const source of sources.filter(one => fits(one, query, name))) {
      const value = ofSource(source)
      const before = words.get(value)
      words.set(value, { words: wordsOf(source), count: (before?.count ?? 0) + 1 })
    }
    words.delete('')
    return [...words]
      .sort((a, b) => b[1].count - a[1].count || byText(a[0], b[0]))
      .map(([value, { words, count }]) => {
        const on = query[name] === value
        return { words, count, on, path: link({ [name]: on ? undefined : value }) }
      })
  }
  const publishers = choices('publisher', ({ publisher }) => publisher)
  const cited = choices(
    'cited',
    source => (source.cited ? 'yes' : 'no'),
    source => (source.cited ? 'cited on the page' : 'not cited'),
  )
  const langs = choices('lang', ({ lang }) => lang)
  return facets(
    html`${facet('On the page', cited)}${facet('Publisher', publishers)}${langs.length > 1 && facet('Language', langs)}`,
  )
}

function chosen(query: Query, link: Link, clear: string): Markup {
  const { publisher, lang, cited } = query
  const list = [
    ...(publisher !== undefined ? [{ words: publisher || 'unknown', path: link({ publisher: undefined }) }] : []),
    ...(lang ? [{ words: lang, path: link({ lang: undefined }) }] : []),
    ...(cited ? [{ words: cited === 'yes' ? 'cited' : 'not cited', path: link({ cited: undefined }) }] : []),
  ]
  return chips(list, clear)
}

type Material = {
  readonly receipts: Receipts
  readonly crisis: string
  readonly asOf: string | undefined
}
type Head = { readonly query: Query; readonly link: Link; readonly count: number }

function table(families: readonly Family[], material: Material, { query, link, count }: Head): Markup {
  const now = query.sort ?? '-published'
  const column = (words: string, rising: Sort, falling?: Sort) => {
    const here = now === rising ? 'ascending' : now === falling ? 'descending' : undefined
    const next = falling && now !== falling ? falling : rising
    return html`<th scope="col"${here && html` aria-sort="${here}"`}><a href="${link({ sort: next })}">${words}</a></th>`
  }
  return html`<table class="table reports"><caption>${counted(count, 'report')}, ${counted(families.length, 'origin')}</caption><thead><tr><th scope="col">No.</th>${column('Title', 'title')}${column('Publisher', 'publisher')}${column('Published', 'published', '-published')}<th scope="col">Language</th><th scope="col">On the page</th></tr></thead><tbody>${families.map(
    ({ first, copies }) => html`${row(first, material)}${copies.map(copy => row(copy, material, first.number))}`,
  )}</tbody></table>`
}

const MOST_RECEIPTS = 6

function row(source: Source, { receipts, crisis, asOf }: Material, copyOf?: number): Markup {
  const { number, article, title, publisher, published, known, lang } = source
  const stamp = published ?? known
  const resting = receipts.from(article)
  const page = viewPath(crisis, 'page', { 'as-of': asOf })
  const used = resting
    .slice(0, MOST_RECEIPTS)
    .map((receipt, i) => html`${i > 0 && ', '}<a href="${page}#m${receipt.number}">${receipt.number}</a>`)
  const more = resting.length - MOST_RECEIPTS
  const late = stamp && published === undefined && html` <span class="badge">when we knew</span>`
  return html`<tr${copyOf !== undefined && html` class="copy"`}><td data-label="No." class="number">${number}</td>
<td data-label="Title" class="title"><a href="${articlePath(article)}"${langAttribute(lang)}><bdi>${title || 'untitled'}</bdi></a>${copyOf !== undefined && html` <span class="badge">same origin as ${copyOf}</span>`}</td>
<td data-label="Publisher"><bdi>${publisher || 'unknown'}</bdi></td>
<td data-label="Published" class="date">${stamp ? html`<time datetime="${stamp.value}">${writeStamp(stamp)}</time>${late}` : 'no time given'}</td>
<td data-label="Language">${lang === 'und' ? 'unknown' : lang}</td>
<td data-label="On the page">${used.length > 0 ? html`<span class="small">${resting.length === 1 ? 'receipt' : 'receipts'}</span> ${used}${more > 0 && html` and ${more} more`}` : html`<span class="none">not cited</span>`}</td></tr>
`
}
