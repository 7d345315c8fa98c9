import type { Briefing, Development } from '../core/briefing.ts'
import { addDays } from '../core/day.ts'
import { uuidOf } from '../core/id.ts'
import { writeStampDay, writeWhen } from './dates.ts'
import { linkOf, type Receipts, receiptsOf } from './receipts.ts'

/**
 * What is expected as an iCalendar (RFC 5545): all-day events, tentative and free. An event that another report tells on a
 * later page keeps its UID, since there is one entry a date. What is announced for a month or a range spans all its days
 * and says so.
 */
export function toCalendar(briefing: Briefing): string {
  const receipts = receiptsOf(briefing)
  const seen = new Map<string, number>()
  const events = briefing.developments
    .filter(({ status }) => status !== 'happened')
    .flatMap(entry => {
      const count = (seen.get(entry.when.edtf) ?? 0) + 1
      seen.set(entry.when.edtf, count)
      return event(briefing, entry, count, receipts)
    })
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Dragoman//Briefing//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${textValue(briefing.topic.words)}`,
    `X-WR-CALNAME:${textValue(briefing.topic.words)}`,
    ...(events.length > 0 ? events : UTC),
    'END:VCALENDAR',
  ]
  return lines.map(line => `${fold(line)}\r\n`).join('')
}

/** A calendar must hold something; without an event, its time zone. */
const UTC = [
  'BEGIN:VTIMEZONE',
  'TZID:Etc/UTC',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0000',
  'END:STANDARD',
  'END:VTIMEZONE',
]

function event(briefing: Briefing, entry: Development, count: number, receipts: Receipts): readonly string[] {
  const { when, status, type, places, sentences } = entry
  const { topic, asOf } = briefing
  const resting = sentences.flatMap(sentence => receipts.of(sentence))
  const link = resting.map(linkOf).find(address => address !== undefined)
  const passages = resting.map(({ source, passage }) => {
    const stamp = source?.published ?? source?.known
    return `${source?.publisher || 'publisher unknown'}${stamp ? `, ${writeStampDay(stamp)}` : ''}: “${passage}”`
  })
  const description = [
    ...sentences.map(({ text }) => text),
    `Date as announced: ${writeWhen(when, '')} (${when.precision})${status === 'due' ? '; outcome not reported' : ''}`,
    ...passages,
  ].join('\n\n')
  return [
    'BEGIN:VEVENT',
    `UID:${uuidOf('expected', topic.words, when.edtf, String(count))}`,
    `DTSTAMP:${bare(asOf)}T000000Z`,
    `DTSTART;VALUE=DATE:${bare(when.earliest)}`,
    `DTEND;VALUE=DATE:${bare(addDays(when.latest, 1))}`,
    `SUMMARY:${textValue(sentences[0].text)}`,
    `DESCRIPTION:${textValue(description)}`,
    ...(places.length > 0 ? [`LOCATION:${textValue(places.join(', '))}`] : []),
    ...(type ? [`CATEGORIES:${textValue(type)}`] : []),
    ...(link === undefined ? [] : [`URL:${link}`]),
    'STATUS:TENTATIVE',
    'TRANSP:TRANSPARENT',
    `X-DRAGOMAN-PRECISION:${textValue(when.precision)}`,
    `X-DRAGOMAN-EDTF:${textValue(when.edtf)}`,
    'END:VEVENT',
  ]
}

function bare(day: string): string {
  return day.replaceAll('-', '')
}

/** A value of type TEXT: no control characters but line breaks, which are written as `\n`. */
function textValue(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/gu, '\n')
    .replace(/[\u0000-\u0008\u000B-\u001F\u007F]/gu, '\uFFFD')
    .replace(/[\\;,]/gu, '\\$&')
    .replaceAll('\n', '\\n')
}

const MOST_OCTETS = 75

/** Lines of at most 75 octets, broken between characters; continuations start with a space. */
function fold(line: string): string {
  const lines: string[] = []
  let current = ''
  let octets = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (octets + size > MOST_OCTETS) {
      lines.push(current)
      current = ' '
      octets = 1
    }
    current += character
    octets += size
  }
  return [...lines, current].join('\r\n')
}
