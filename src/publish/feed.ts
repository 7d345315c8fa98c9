import type { Briefing, Change, Development, Sentence } from '../core/briefing.ts'
import type { Day } from '../core/day.ts'
import { writeDay } from '../core/day.ts'
import { uuidOf } from '../core/id.ts'
import { byText } from '../core/order.ts'
import { momentOf } from '../core/stamp.ts'
import type { Stamp } from '../core/types.ts'
import { changesTitle } from './changes.ts'
import { writeStampDay, writeWhen } from './dates.ts'
import { CHANGES, STATUS } from './kinds.ts'
import { html, type Markup } from './markup.ts'
import { linkOf, type Receipt, type Receipts, receiptsOf } from './receipts.ts'

/** What every feed format tells of an entry. */
export type FeedItem = {
  readonly id: string
  readonly title: string
  /** Safe HTML. */
  readonly content: string
  /** The first passage at its source. */
  readonly link?: string
  /** RFC 3339, UTC: when the newest report behind it was published. */
  readonly updated: string
  readonly author?: string
  readonly category?: string
}

export type Feed = {
  readonly id: string
  readonly title: string
  readonly subtitle: string
  /** RFC 3339: the end of the as-of day. */
  readonly updated: string
  readonly items: readonly FeedItem[]
}

/** The changes of a briefing where it was compared with an earlier one, else its developments; newest reports first. */
export function feedOf(briefing: Briefing): Feed {
  const { topic, asOf, changes } = briefing
  const receipts = receiptsOf(briefing)
  const items = changes
    ? changes.list.map(change => changeItem(briefing, change, receipts))
    : briefing.developments.map(entry => developmentItem(briefing, entry, receipts)).reverse()
  return {
    id: urn('feed', changes ? 'changes' : 'developments', topic.words),
    title: topic.words,
    subtitle: `${changes ? changesTitle(changes) : 'Key developments'}, as of ${writeDay(asOf)}`,
    updated: endOf(asOf),
    items: [...apart(items)].sort((a, b) => byText(b.updated, a.updated)),
  }
}

/** An id that the same entry of the same topic always has. */
export function urn(...parts: readonly string[]): string {
  return `urn:uuid:${uuidOf(...parts)}`
}

/** The last second of a day, UTC: a page of a day knows what was published on it. */
export function endOf(day: Day): string {
  return `${day}T23:59:59Z`
}

/** Ids are unique in a feed; a second entry of one id is told apart by its number. */
function apart(items: readonly FeedItem[]): readonly FeedItem[] {
  const seen = new Map<string, number>()
  return items.map(item => {
    const count = (seen.get(item.id) ?? 0) + 1
    seen.set(item.id, count)
    return count === 1 ? item : { ...item, id: urn(item.id, String(count)) }
  })
}

function developmentItem(briefing: Briefing, entry: Development, receipts: Receipts): FeedItem {
  const { when, status, type, sentences } = entry
  const word = STATUS[status] === '' ? '' : ` (${STATUS[status]})`
  return {
    ...itemOf(briefing, sentences, receipts),
    id: urn('development', briefing.topic.words, when.edtf, status),
    title: `${writeWhen(when, '')}${word}: ${sentences[0].text}`,
    content: told(sentences, receipts).markup,
    ...(type ? { category: type } : {}),
  }
}

function changeItem(briefing: Briefing, change: Change, receipts: Receipts): FeedItem {
  const { kind, now, before } = change
  const shown = now.length > 0 ? now : before
  const main = shown[0]?.evidence[0]
  const earlier = now.length > 0 && before.length > 0 && html`<p>Before:</p>${told(before, receipts)}`
  return {
    ...itemOf(briefing, shown, receipts),
    id: urn('change', briefing.topic.words, kind, main?.article ?? '', String(main?.span.start), main?.in ?? 'text'),
    title: `${CHANGES[kind]}: ${shown[0]?.text ?? ''}`,
    content: html`${told(shown, receipts)}${earlier}`.markup,
    category: kind,
  }
}

function itemOf(
  briefing: Briefing,
  sentences: readonly Sentence[],
  receipts: Receipts,
): Pick<FeedItem, 'updated' | 'link' | 'author'> {
  const resting = sentences.flatMap(sentence => receipts.of(sentence))
  const newest = resting.flatMap(({ source }) => (source && momentText(source.published ?? source.known)) ?? [])
  const [first] = resting
  const link = first && linkOf(first)
  return {
    updated: newest.sort(byText).at(-1) ?? endOf(briefing.asOf),
    ...(link === undefined ? {} : { link }),
    ...(first?.source?.publisher ? { author: first.source.publisher } : {}),
  }
}

/** RFC 3339 in UTC; undefined for a stamp that is none. */
export function momentText(stamp: Stamp | undefined): string | undefined {
  const moment = stamp ? momentOf(stamp) : Number.NaN
  return Number.isNaN(moment) ? undefined : new Date(moment).toISOString().replace(/\.\d+Z$/u, 'Z')
}

/** Sentences, then the passages they rest on. */
function told(sentences: readonly Sentence[], receipts: Receipts): Markup {
  const resting = new Set(sentences.flatMap(sentence => receipts.of(sentence)))
  const passages = [...resting].map(receipt => html`<li>${passageHtml(receipt)}</li>`)
  return html`${sentences.map(({ text }) => html`<p dir="auto">${text}</p>`)}<ul>${passages}</ul>`
}

function passageHtml(receipt: Receipt): Markup {
  const { source, passage } = receipt
  const stamp = source?.published ?? source?.known
  const link = linkOf(receipt)
  const name = html`<bdi>${source?.publisher || 'publisher unknown'}</bdi>`
  const from = link === undefined ? name : html`<a href="${link}">${name}</a>`
  return html`${from}${stamp && html`, ${writeStampDay(stamp)}`}${passage !== '' && html`: <q dir="auto">${passage}</q>`}`
}
