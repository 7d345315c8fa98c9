import type { DisagreementEntry, PlaceEntry, Source, Statement } from '../core/briefing.ts'
import { counted } from '../core/counted.ts'
import { writeDay } from '../core/day.ts'
import { groupBy } from '../core/order.ts'
import { changesSection, changesTitle } from './changes.ts'
import { writeDayOf, writeStamp, writeWhen } from './dates.ts'
import { webLink } from './links.ts'
import { mapOf } from './map/map.ts'
import { html, type Markup } from './markup.ts'
import {
  external,
  langAttribute,
  type Page,
  paragraph,
  paragraphs,
  publisherOf,
  row,
  sentenceHtml,
} from './sentence.ts'
import { SPLIT, timeline } from './timeline.ts'

export type Section = { readonly id: string; readonly title: string; readonly body: Markup }

/** The sections that have something to say, in the order of the page. */
export function sections(page: Page): readonly Section[] {
  const { background, developments, where, places, statements, disagreements, changes, related, sources } =
    page.briefing
  const all: readonly (readonly [number, string, string, () => Markup])[] = [
    [background.length, 'background', 'Background & context', () => prose(page, background)],
    [developments.length, 'developments', 'Key developments', () => timeline(page)],
    [where.length + places.length, 'where', 'Where', () => wherePlaces(page)],
    [statements.length, 'statements', 'Statements', () => sides(page)],
    [
      disagreements.length,
      'disagree',
      'Reports disagree',
      () => html`${disagreements.map((entry, i) => clash(page, entry, i + 1))}`,
    ],
    [
      changes ? 1 : 0,
      'changed',
      changes ? changesTitle(changes) : '',
      () => html`${changes && changesSection(page, changes)}`,
    ],
    [related.length, 'related', 'Related', () => relatedLinks(page)],
    [sources.length, 'sources', 'Sources', () => sourceList(page)],
  ]
  return all.flatMap(([size, id, title, body]) => (size > 0 ? [{ id, title, body: body() }] : []))
}

/** One paragraph a sentence, each beside its notes. */
export function prose(page: Page, sentences: Page['briefing']['lead']): Markup {
  return html`${sentences.map(sentence => html`<div class="row">${row(page, [sentence], paragraph(page, sentence))}</div>`)}`
}

/** The map with its table, then what was reported where. */
function wherePlaces(page: Page): Markup {
  const { where, places } = page.briefing
  const map = places.length > 0 && html`<div class="row map-row"><div class="body">${mapOf(page)}</div></div>`
  return html`${map}${where.map(entry => place(page, entry))}`
}

function place(page: Page, { label: name, within, places, reports, sentences }: PlaceEntry): Markup {
  const towns = places.map(at => at.label).filter(town => town !== name)
  const about = [within, towns.join(', ')].filter(text => text !== undefined && text !== '')
  const label = html`<h3><bdi>${name}</bdi></h3>${about.map(text => html`<span class="small"><bdi>${text ?? ''}</bdi></span>`)}<span class="small">${counted(reports, 'origin')}</span>`
  return html`<div class="row entry">${row(page, sentences, html`${paragraphs(page, sentences)}`, label)}</div>`
}

function sides(page: Page): Markup {
  return html`${page.briefing.statements.map(
    ({ side, statements }) =>
      html`<h3 class="party"><bdi>${side}</bdi></h3>${statements.map(statement => said(page, statement))}`,
  )}`
}

function said(page: Page, { speaker, role, when, where, sentence }: Statement): Markup {
  const at = [when && writeWhen(when, page.briefing.asOf), where].filter(text => text !== undefined && text !== '')
  const label = html`<cite><bdi>${speaker}</bdi></cite>${role !== undefined && html` <span class="small"><bdi>${role}</bdi></span>`}${at.length > 0 && html` <span class="small"><bdi>${at.join(', ')}</bdi></span>`}`
  const words = html`<blockquote>${paragraph(page, sentence)}</blockquote>`
  return html`<div class="row entry">${row(page, [sentence], words, label)}</div>`
}

function clash(page: Page, { question, readings }: DisagreementEntry, number: number): Markup {
  const sources = new Map(page.briefing.sources.map(source => [source.article, source]))
  const items = readings.map(
    reading =>
      html`<li>${paragraph(page, reading.value, { origins: false })}<p class="who">${reading.sources.map((id, i) => html`${i > 0 && ', '}${sourceWord(page, sources.get(id))}`)} · ${counted(reading.lineages, 'origin')}</p></li>`,
  )
  const body = html`<h3>${SPLIT}${sentenceHtml(page, question, { origins: false })}</h3><ul class="readings">${items}</ul>`
  return html`<div class="row entry" id="x${number}">${row(page, [question, ...readings.map(reading => reading.value)], body)}</div>`
}

function sourceWord({ briefing }: Page, source: Source | undefined): Markup {
  if (!source) return html`a report not listed`
  const day = source.published ?? source.known
  return html`<a href="#s${source.number}">${publisherOf({ source })}</a>${day && html` <span class="small">(${writeDayOf(day, briefing.asOf)})</span>`}`
}

function relatedLinks({ briefing }: Page): Markup {
  const items = briefing.related.map(({ title, url, kind }) => {
    const link = webLink(url)
    const words = html`<bdi>${title || url}</bdi>`
    const label = kind === 'promoted' && html`<span class="promoted">Promoted</span> `
    return html`<li>${label}${link === undefined ? words : external(link, words)}</li>`
  })
  return html`<div class="row"><div class="body"><ul class="links">${items}</ul></div></div>`
}

function sourceList(page: Page): Markup {
  const family = groupBy(page.briefing.sources, source => source.lineage)
  const items = page.briefing.sources.map(source => {
    const kin = (family.get(source.lineage) ?? []).filter(other => other !== source)
    return sourceItem(page, source, kin)
  })
  const earlier = page.briefing.changes?.sources ?? []
  const rest = html`<p class="small">Only in the briefing of ${writeDay(page.briefing.changes?.since ?? page.briefing.asOf)}:</p><ol class="sources" start="${page.briefing.sources.length + 1}">${earlier.map(source => sourceItem(page, source, []))}</ol>`
  return html`<div class="row"><div class="body"><p class="small">Reports with one origin, such as copies of a wire story, count once.</p><ol class="sources">${items}</ol>${earlier.length > 0 && rest}</div></div>`
}

function sourceItem(page: Page, source: Source, kin: readonly Source[]): Markup {
  const link = webLink(source.url)
  const title = html`<bdi${langAttribute(source.lang)}>${source.title || 'untitled'}</bdi>`
  const stamp = source.published ?? source.known
  const marks = page.receipts
    .from(source.article)
    .map(({ number }, i) => html`${i > 0 && ', '}<a href="#n${number}">${number}</a>`)
  const address =
    link === undefined && source.url !== undefined && source.url !== '' && html` · <bdi>${source.url}</bdi>`
  const origin =
    kin.length > 0 &&
    html` · same origin as ${kin.map((other, i) => html`${i > 0 && ', '}<a href="#s${other.number}">source ${other.number}</a>`)}`
  const use = source.cited && marks.length > 0 ? html`receipts ${marks}` : html`not cited`
  return html`<li id="s${source.number}"${!source.cited && html` class="unused"`}><span class="title">${link === undefined ? title : external(link, title)}</span> <span class="meta">${publisherOf({ source })}${stamp && html` · ${writeStamp(stamp)}`}${address} · ${use}${origin}</span></li>`
}
