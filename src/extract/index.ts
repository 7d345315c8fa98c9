import { articleId, textId } from '../core/article.ts'
import type { Article, Link, Notice, Report, Stamp } from '../core/types.ts'
import { cleanByline } from './byline.ts'
import { findDateline } from './dateline.ts'
import { plainText } from './dom.ts'
import { languageOf, languageOfPage } from './language.ts'
import { markdownText } from './markdown.ts'
import type { Metadata } from './metadata.ts'
import { futureOf, stampsOf } from './moments.ts'
import { readFragment, readPage, roughText } from './page.ts'
import { cleanTitle } from './title.ts'

export type Extracted = { readonly article?: Article; readonly notices: readonly Notice[] }

/** A report's text and what its body says about itself. */
type Read = {
  readonly text: string
  readonly metadata: Metadata
  readonly related: readonly Link[]
  readonly promoted: readonly Link[]
  readonly rough: boolean
}

/**
 * The readable text of a report with its title, byline, dateline, times, outlet, language and address. What the report
 * itself states stands before what its body says. Text of plain reports stays as it is. Pure; never throws.
 */
export function extract(report: Report): Extracted {
  const notices: Notice[] = []
  const tell = (code: string, message: string, cure: string) => {
    const { file, line } = report.origin
    notices.push({ code, message, cure, file, ...(line === undefined ? {} : { line }), report: report.id })
  }
  const read = readBody(report)
  if (read.rough)
    tell(
      'page-too-heavy',
      'the page is too large or nested too deep to find its article; all its text is kept',
      'Save the article alone.',
    )
  const article = articleOf(report, read, tell)
  if (article.title === '' && article.text.trim() === '') {
    tell('no-text', 'neither a title nor a text was found', 'Check the page; it may need scripts to show its text.')
    return { notices }
  }
  const late = futureOf(article)
  if (late) tell('date-in-future', late, 'Check the date with the publisher.')
  return { article, notices }
}

function readBody(report: Report): Read {
  const none = { metadata: {}, related: [], promoted: [], rough: false }
  try {
    if (report.format === 'html') return readPage(report.body, report.url)
    if (report.format === 'fragment') return { ...none, ...readFragment(report.body, report.url) }
  } catch {
    return { ...none, text: roughText(report.body), rough: true }
  }
  return { ...none, text: report.format === 'markdown' ? markdownText(report.body) : report.body }
}

function articleOf(
  report: Report,
  { text, metadata, related, promoted }: Read,
  tell: (code: string, message: string, cure: string) => void,
): Article {
  const url = addressOf(report, metadata)
  const host = url && new URL(url).hostname.replace(/^www\./u, '')
  const publisher = plainText(report.publisher ?? metadata.site ?? '') || host || ''
  const byline = cleanByline(report.byline ?? metadata.byline)
  const title = cleanTitle(report.title ?? metadata.title ?? metadata.heading ?? '', {
    site: publisher,
    host,
    heading: metadata.heading,
    byline,
  })
  const dateline = findDateline(text)
  const stamps = stampsOf(report, metadata, url, tell)
  const language =
    report.format === 'html' && !report.lang
      ? languageOfPage(metadata.lang, text)
      : languageOf(report.lang, text || title)
  const parts: { publisher: string; title: string; url?: string; published?: Stamp } = {
    publisher,
    title,
    ...(url ? { url } : {}),
    ...(stamps.published ? { published: stamps.published } : {}),
  }
  return {
    id: articleId(parts, textId(text)),
    report: report.id,
    lang: language,
    ...parts,
    ...stamps,
    ...(byline ? { byline } : {}),
    ...(dateline ? { dateline } : {}),
    text,
    related,
    promoted,
  }
}

/** The page's canonical address where it is of the same site, else where the report came from. */
function addressOf(report: Report, { url }: Metadata): string | undefined {
  const canonical = url && URL.canParse(url, report.url) ? new URL(url, report.url) : undefined
  const own = report.url && URL.canParse(report.url) ? new URL(report.url) : undefined
  const chosen =
    canonical &&
    (!own || canonical.hostname === own.hostname) &&
    !(canonical.pathname === '/' && own && own.pathname !== '/')
      ? canonical
      : own
  return chosen && /^https?:$/u.test(chosen.protocol) ? chosen.href : undefined
}
