import type { Article, ArticleId } from '../../core/types.ts'
import { csvTable } from '../../publish/index.ts'
import { passageLink } from '../../publish/links.ts'
import { wordsAt } from './data-parts.ts'
import type { Seen } from './data-request.ts'
import type { Texts } from './data-texts.ts'
import type { NameActor } from './data-words.ts'
import { amountWords } from './events-details.ts'
import { fitting, readEventQuery, sorted } from './events-query.ts'
import { type EventRow, eventTable } from './events-rows.ts'

export const CSV_COLUMNS = [
  'id',
  'earliest',
  'latest',
  'precision',
  'edtf',
  'type',
  'mode',
  'quadrant',
  'mood',
  'source',
  'target',
  'places',
  'amounts',
  'origins',
  'reports',
  'publisher',
  'passage',
  'link',
] as const

/** What the table shows under a query, all pages of it. */
export async function eventsCsvView(
  { context, crisis, asOf, events, query: asked }: Seen,
  texts: Texts,
  nameOf: NameActor,
) {
  const query = readEventQuery(asked, asOf)
  const rows = sorted(fitting(eventTable(events, nameOf).rows, query), query)
  const lines: (string | number | undefined)[][] = []
  for (const row of rows) lines.push(cells(row, await texts(behind(row))))
  context.header('Content-Type', 'text/csv; charset=utf-8; header=present')
  const name = crisis.crisis.name.replace(/[^A-Za-z0-9-]+/gu, '-')
  context.header('Content-Disposition', `attachment; filename="${name}-coded-events.csv"`)
  return context.body(csvTable(CSV_COLUMNS, lines))
}

/** The reports that a line needs. */
function behind({ event }: EventRow): readonly ArticleId[] {
  return [event.claims[0].article, ...event.amounts.map(({ evidence: [first] }) => first.article)]
}

function cells(row: EventRow, articles: ReadonlyMap<ArticleId, Article>): (string | number | undefined)[] {
  const { event, when, quadrant, moods, who, whom, places, articles: reports } = row
  const [claim] = event.claims
  const article = articles.get(claim.article)
  const words = wordsAt(articles, { article: claim.article, span: claim.sentence })
  return [
    event.id,
    when?.earliest,
    when?.latest,
    when?.precision,
    when?.edtf,
    event.type,
    event.mode,
    quadrant,
    moods.join('; '),
    who.join('; '),
    whom.join('; '),
    places.join('; '),
    amountWords(event, articles).join('; '),
    event.lineages,
    reports,
    article?.publisher,
    words,
    passageLink(article?.url, words),
  ]
}
