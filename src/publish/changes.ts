import type { Change, ChangeKind, ChangeSection, Changes, Sentence } from '../core/briefing.ts'
import { CHANGE_KINDS } from '../core/briefing.ts'
import { counted } from '../core/counted.ts'
import { writeDay } from '../core/day.ts'
import { groupBy } from '../core/order.ts'
import type { When } from '../core/types.ts'
import { writeDayOf, writeWhen } from './dates.ts'
import { CHANGES } from './kinds.ts'
import { html, type Markup } from './markup.ts'
import { type Page, paragraph, publisherOf, row, sentenceHtml } from './sentence.ts'

/** Changes under the name of their kind, kinds in the order in which they are told. */
export function byKind({ list }: Changes): readonly (readonly [ChangeKind, readonly Change[]])[] {
  const groups = groupBy(list, change => change.kind)
  return CHANGE_KINDS.flatMap(kind => {
    const changes = groups.get(kind)
    return changes ? [[kind, changes] as const] : []
  })
}

/** The heading of the section. */
export function changesTitle({ since }: Changes): string {
  return `What changed since ${writeDay(since)}`
}

const SECTIONS: Readonly<Record<ChangeSection, string>> = {
  headline: 'Headline',
  lead: 'Lead',
  background: 'Background',
  developments: 'Key developments',
  where: 'Where',
  statements: 'Statements',
  disagreements: 'Reports disagree',
}

/** "2 June, before: 30 May": the date of a change, with the earlier one where it was another; undated, its section. */
export function changeLabel({ when, was, section }: Change, asOf: string): string {
  const text = (day: When) => writeWhen(day, asOf)
  if (!when) return was ? text(was) : SECTIONS[section]
  return was && was.edtf !== when.edtf ? `${text(when)}, before: ${text(was)}` : text(when)
}

/** So many entries of one kind are folded; on paper they are open. */
const FOLDED = 6

/** The changes by kind: as the page says it now, and, where it differs, as the earlier one did. */
export function changesSection(page: Page, changes: Changes): Markup {
  const groups = byKind(changes).map(([kind, list]) => {
    const entries = html`${list.map(change => entry(page, change))}`
    const size = html`<span class="small">${list.length}</span>`
    const folded = kind === 'gone' || list.length > FOLDED
    return folded
      ? html`<details class="changes"><summary><h3 class="party">${CHANGES[kind]} ${size}</h3></summary>${entries}</details>`
      : html`<h3 class="party">${CHANGES[kind]} ${size}</h3>${entries}`
  })
  const none = html`<div class="row"><p class="body">Nothing on this page is otherwise than it was.</p></div>`
  return changes.list.length > 0 ? html`${groups}` : none
}

function entry(page: Page, change: Change): Markup {
  const { asOf } = page.briefing
  const { now, before, figures } = change
  const dates = changeLabel(change, asOf)
  const label = html`<span>${dates}</span> <span class="small">${behind(page, change)}</span>`
  const earlier =
    now.length > 0 &&
    before.length > 0 &&
    html`<div class="earlier"><p class="small">Before:</p>${told(page, before)}</div>`
  const body = html`${figures.map(f => figure(page, f))}${told(page, now.length > 0 ? now : before)}${earlier}`
  const sentences = [...now, ...before, ...figures.flatMap(f => [f.before, f.now])]
  return html`<div class="row entry">${row(page, sentences, body, label)}</div>`
}

function told(page: Page, sentences: readonly Sentence[]): Markup {
  return html`${sentences.map(sentence => paragraph(page, sentence, { origins: false }))}`
}

function figure(page: Page, { before, now }: Change['figures'][number]): Markup {
  return html`<p>${sentenceHtml(page, before, { origins: false })} → ${sentenceHtml(page, now, { origins: false })}</p>`
}

/** The reports behind a change; those that the earlier page had already are called so. */
function behind({ briefing }: Page, { reports, basis }: Change): Markup {
  const sources = new Map([...briefing.sources, ...(briefing.changes?.sources ?? [])].map(s => [s.article, s]))
  const names = reports.map((article, i) => {
    const source = sources.get(article)
    const stamp = source && (source.published ?? source.known)
    const words = html`${source ? publisherOf({ source }) : 'a report not listed'}${stamp && html`, ${writeDayOf(stamp, briefing.asOf)}`}`
    return html`${i > 0 && '; '}${source ? html`<a href="#s${source.number}">${words}</a>` : words}`
  })
  return html`${names}${basis === 'choice' && ' (known before)'}`
}

/** "3 added, 1 under another date": all changes in a line. */
export function changesLine(changes: Changes): string {
  const parts = byKind(changes).map(([kind, list]) => `${CHANGES[kind].toLowerCase()}: ${list.length}`)
  return parts.length > 0 ? `${counted(changes.list.length, 'change')} (${parts.join(', ')})` : 'no change'
}
