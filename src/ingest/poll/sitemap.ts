import type { Element } from '../xml.ts'

/** A page or a further sitemap that a sitemap names. */
export type Loc = {
  readonly address: string
  /** When it was changed or published last, ISO 8601 in UTC. */
  readonly changed?: string
  readonly title?: string
}

export type Sitemap = { readonly pages: readonly Loc[]; readonly sitemaps: readonly Loc[] }

/** What the protocol allows for one file (sitemaps.org). */
const MOST_LOCS = 50_000

/** A sitemap or an index of sitemaps, with news; addresses of another host are passed over. Undefined where it is neither. */
export function readSitemap(root: Element, address: string): Sitemap | undefined {
  const index = root.name === 'sitemapindex'
  if (!index && root.name !== 'urlset') return undefined
  const rows = root.children.filter(({ name }) => name === (index ? 'sitemap' : 'url')).slice(0, MOST_LOCS)
  const found = new Map<string, Loc>()
  for (const row of rows) {
    const loc = locOf(row, address)
    if (loc && !found.has(loc.address)) found.set(loc.address, loc)
  }
  const locs = [...found.values()]
  return index ? { pages: [], sitemaps: locs } : { pages: locs, sitemaps: [] }
}

function locOf(row: Element, base: string): Loc | undefined {
  const written = textOf(row, 'loc')
  const url = written === undefined ? undefined : URL.parse(written, base)
  if (!url || !/^https?:$/u.test(url.protocol) || siteOf(url.href) !== siteOf(base)) return undefined
  url.hash = ''
  const news = row.children.find(({ name }) => /(?:^|:)news$/u.test(name))
  const changed = momentOf(textOf(row, 'lastmod') ?? (news && textOf(news, 'publication_date')))
  const title = news && textOf(news, 'title')
  return { address: url.href, ...(changed ? { changed } : {}), ...(title ? { title } : {}) }
}

function siteOf(address: string): string {
  return new URL(address).hostname.replace(/^www\./u, '')
}

function textOf(element: Element, local: string): string | undefined {
  const found = element.children.find(({ name }) => name === local || name.endsWith(`:${local}`))
  return found?.text.trim() || undefined
}

function momentOf(written: string | undefined): string | undefined {
  const moment = written && /^\d{4}-\d{2}/u.test(written) ? Date.parse(written) : Number.NaN
  return Number.isNaN(moment) ? undefined : new Date(moment).toISOString()
}
