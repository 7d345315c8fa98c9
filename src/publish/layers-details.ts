import { counted } from '../core/counted.ts'
import { writeDay } from '../core/day.ts'
import type { AmountValue, Article, Claim, Flags, TimeAnchor, TimeValue, When } from '../core/types.ts'
import { splitWhen } from './dates.ts'
import { type Mark, type MarkKind, writePoint } from './layers-marks.ts'

/** What a reader sees on pointing at a mark: a heading and named values. */
export type Details = { readonly title: string; readonly rows: readonly (readonly [string, string])[] }

/** The small word under a mark; a time carries its value. */
export const LABELS: Readonly<Record<MarkKind, string>> = {
  person: 'person',
  organisation: 'org',
  place: 'place',
  group: 'group',
  event: 'event',
  weapon: 'weapon',
  time: 'time',
  amount: 'amount',
  quote: 'said',
  speaker: 'speaker',
  mention: '=',
}

/** "person", "2025-06-02", "time P2D": the label of one mark. */
export function labelOf(mark: Mark): string {
  if (mark.kind === 'time') {
    const { value } = mark.time.value
    return /^[\dX]/u.test(value) ? value : `time ${value}`
  }
  if (mark.kind === 'quote') {
    if (mark.voice === 0) return mark.quote.value.kind === 'direct' ? 'quoted' : 'reported'
    return `${mark.quote.value.kind === 'direct' ? 'said' : 'reported'} ${mark.voice}`
  }
  if (mark.kind === 'mention') return `= ${mark.means}`
  return mark.kind === 'speaker' ? `speaker ${mark.voice}` : LABELS[mark.kind]
}

export function detailsOf(mark: Mark, { text }: Article): Details {
  if (mark.kind === 'time') return timeDetails(mark.time.value, mark.time.by)
  if (mark.kind === 'amount') return amountDetails(mark.amount.value, mark.amount.by)
  if (mark.kind === 'quote' || mark.kind === 'speaker') {
    const { kind, speaker, cue } = mark.quote.value
    return details(kind === 'direct' ? 'Quotation' : 'Reported speech', [
      ['speaker', speaker ? text.slice(speaker.start, speaker.end) : 'not named'],
      ['said by', cue && text.slice(cue.start, cue.end)],
      ['rule', mark.quote.by],
    ])
  }
  if (mark.kind === 'mention')
    return details(mark.means, [
      ['mention', mark.mention.value.kind],
      ['rule', mark.mention.by],
    ])
  const name = mark.name?.value
  const place = mark.place?.value
  return details(name?.label ?? place?.label ?? '', [
    ['type', `${mark.kind}${name?.described ? ', described and not named' : ''}`],
    ['role', name?.role],
    ['actor', name?.actor],
    ['may stand for', name?.otherwise],
    ['country', name?.country ?? place?.country],
    ['place', place && `${place.kind} ${place.id}`],
    ['coordinates', place && writePoint(place)],
    ['GeoNames', place?.geonames],
    ['rule', [mark.name?.by, mark.place?.by].filter(Boolean).join(', ')],
  ])
}

type Row = readonly [string, string | undefined]

function details(title: string, rows: readonly Row[]): Details {
  return { title, rows: rows.flatMap(([name, value]) => (value ? [[name, value] as const] : [])) }
}

const ANCHORS: Readonly<Record<TimeAnchor, string | undefined>> = {
  none: undefined,
  published: 'the day of the report',
  dateline: 'the day of the dateline',
  mention: 'a date before',
  speech: 'the day it was said',
}

function timeDetails({ type, value, mod, when, anchor, certainty, alternatives }: TimeValue, by: string): Details {
  return details(when ? writeWhenInFull(when) : value, [
    ['TIMEX3', `${type} ${value}${mod ? ` (${mod})` : ''}`],
    ['from', when && writeDay(when.earliest)],
    ['to', when && writeDay(when.latest)],
    ['how exact', when?.precision],
    ['EDTF', when?.edtf],
    ['taken from', ANCHORS[anchor]],
    ['certainty', certainty],
    [
      'or',
      alternatives
        ?.slice(1)
        .map(other => other.value)
        .join(', '),
    ],
    ['rule', by],
  ])
}

function amountDetails(amount: AmountValue, by: string): Details {
  return details(writeAmount(amount), [
    ['kind', amount.kind],
    ['unit', amount.unit],
    ['rule', by],
  ])
}

const BOUNDS = { exact: '', least: 'at least ', most: 'up to ', about: 'about ' } as const

/** "at least 12 drone", "5–7 km", "500 %". */
export function writeAmount({ value, upper, bound, unit }: AmountValue): string {
  return `${BOUNDS[bound]}${value}${upper === undefined ? '' : `–${upper}`} ${unit}`.trim()
}

/** "28 May 2025". */
export function writeWhenInFull(when: When): string {
  const { text, year } = splitWhen(when)
  return `${text} ${year}`.trim()
}

/** The flags of a claim that are raised, as a reader says them. */
export function flagsOf(flags: Flags): readonly string[] {
  const words = { negated: 'denied', future: 'to come', hypothetical: 'if', past: 'long past' } as const
  return (Object.keys(words) as (keyof Flags)[]).filter(flag => flags[flag]).map(flag => words[flag])
}

export function claimDetails(claim: Claim, { text }: Article): Details {
  return details(`${claim.type.toLowerCase()}${claim.mode ? `: ${claim.mode}` : ''}`, [
    ['source', claim.source && `${claim.source.label} (${claim.source.id})`],
    ['target', claim.target && `${claim.target.label} (${claim.target.id})`],
    ['word', text.slice(claim.trigger.start, claim.trigger.end)],
    ['when', claim.when && `${claim.when.value.edtf} (${claim.when.certainty})`],
    ['where', claim.where?.value.label],
    ['amounts', claim.amounts.map(({ value }) => writeAmount(value)).join(', ')],
    ['as said by', claim.saidBy?.label],
    [
      'flags',
      Object.entries(claim.flags)
        .flatMap(([flag, on]) => (on ? [flag] : []))
        .join(', '),
    ],
    ['rule', claim.evidence[0].by],
  ])
}

/** "10 names, 1 time, 6 claims": what was found, without what was not. */
export function writeCounts(counts: readonly (readonly [number, string])[]): string {
  return counts.flatMap(([count, noun]) => (count > 0 ? [counted(count, noun)] : [])).join(' · ')
}
