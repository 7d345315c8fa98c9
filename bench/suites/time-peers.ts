import { recognizeDateTime } from '@microsoft/recognizers-text-date-time'
import * as chrono from 'chrono-node'
import compromise from 'compromise'
import dates from 'compromise-dates'
import { z } from 'zod'
import { sentences } from '../../src/lang/en/sentences.ts'
import { tokens } from '../../src/lang/en/tokens.ts'
import type { TimeCase, TimeMark } from '../loaders/time-case.ts'

/** What a peer finds in a piece of text, places counted from its start, seen from a day. */
type Peer = (piece: string, day: string) => readonly TimeMark[]

/** Longer sentences are cut: some peers take minutes for a whole article. */
const LONGEST_PIECE = 1000

/**
 * The peers by name, each from text to marks. All read sentence by sentence, with noon of the day of publication (2000-01-01
 * where there is none) as their reference; of several readings that which lies behind counts, as for news.
 */
export function timePeers(): ReadonlyMap<string, (text: TimeCase) => readonly TimeMark[]> {
  const peers: readonly (readonly [string, Peer])[] = [
    ['chrono-node', chronoMarks],
    ['compromise-dates', compromiseMarks()],
    ['recognizers-text', recognizersMarks],
  ]
  return new Map(
    peers.map(([name, peer]) => [name, ({ text, day = '2000-01-01' }: TimeCase) => inPieces(text, day, peer)]),
  )
}

function inPieces(text: string, day: string, peer: Peer): readonly TimeMark[] {
  const spans = sentences(text, tokens(text)).map(({ span }) => span)
  return spans.flatMap(({ start, end }) => {
    const marks: TimeMark[] = []
    for (let from = start; from < end; from += LONGEST_PIECE) {
      const piece = text.slice(from, Math.min(end, from + LONGEST_PIECE))
      marks.push(...peer(piece, day).map(mark => ({ ...mark, start: from + mark.start, end: from + mark.end })))
    }
    return marks
  })
}

function noon(day: string): Date {
  return new Date(`${day}T12:00:00Z`)
}

/** It has no durations and sets. */
function chronoMarks(piece: string, day: string): readonly TimeMark[] {
  return chrono.parse(piece, { instant: noon(day), timezone: 'UTC' }).map(({ index, text, start, end }) => {
    const value = chronoValue(start)
    const range = end ? [`${value}/${chronoValue(end)}`] : []
    const type = start.isCertain('hour') ? 'TIME' : 'DATE'
    return { start: index, end: index + text.length, type, values: [value, ...range] }
  })
}

/** As fine as what chrono is certain of. */
function chronoValue(parts: chrono.ParsedComponents): string {
  const two = (key: 'month' | 'day' | 'hour' | 'minute') => String(parts.get(key) ?? 0).padStart(2, '0')
  const year = String(parts.get('year') ?? 0).padStart(4, '0')
  const day = `${year}-${two('month')}-${two('day')}`
  if (parts.isCertain('hour')) return `${day}T${two('hour')}:${two('minute')}`
  if (parts.isCertain('day') || parts.isCertain('weekday')) return day
  return parts.isCertain('month') ? `${year}-${two('month')}` : parts.isCertain('year') ? year : day
}

const Found = z.object({
  offset: z.object({ start: z.number(), length: z.number() }),
  dates: z
    .object({
      start: z.string().nullish(),
      end: z.string().nullish(),
      unit: z.string().optional(),
      repeat: z.unknown().optional(),
    })
    .optional(),
  duration: z.record(z.string(), z.unknown()).optional(),
})
type Found = z.infer<typeof Found>
const LETTERS: ReadonlyMap<string, string> = new Map([
  ['year', 'Y'],
  ['month', 'M'],
  ['week', 'W'],
  ['day', 'D'],
])

function compromiseMarks(): Peer {
  const nlp = compromise.plugin(dates)
  return (piece, day) => {
    const read = nlp(piece)
    const times = [read.dates({ today: day, timezone: 'UTC' }), read.durations()]
    return times.flatMap(view =>
      z
        .array(Found)
        .parse(view.json({ offset: true }))
        .map(compromiseMark),
    )
  }
}

function compromiseMark({ offset: { start, length }, dates: found, duration }: Found): TimeMark {
  const read = duration ? compromiseDuration(duration) : compromiseDate(found ?? {})
  return { start, end: start + length, ...read }
}

function compromiseDate({ start, end, unit, repeat }: NonNullable<Found['dates']>): Pick<TimeMark, 'type' | 'values'> {
  if (!start) return { type: repeat ? 'SET' : 'DATE', values: [] }
  const range = end ? [`${start.slice(0, 10)}/${end.slice(0, 10)}`] : []
  const length = unit === 'year' ? 4 : unit === 'month' ? 7 : unit === 'time' ? 16 : 10
  return { type: unit === 'time' ? 'TIME' : 'DATE', values: [start.slice(0, length), ...range] }
}

function compromiseDuration(duration: Readonly<Record<string, unknown>>): Pick<TimeMark, 'type' | 'values'> {
  const values = Object.entries(duration).map(([unit, count]) => {
    const letter = LETTERS.get(unit)
    return letter === undefined ? `PT${count}${unit.charAt(0).toUpperCase()}` : `P${count}${letter}`
  })
  return { type: 'DURATION', values }
}

const Resolution = z.object({
  values: z.array(
    z.object({
      timex: z.string().optional(),
      value: z.string().optional(),
      start: z.string().optional(),
      end: z.string().optional(),
    }),
  ),
})

function recognizersMarks(piece: string, day: string): readonly TimeMark[] {
  return recognizeDateTime(piece, 'en-us', 0, noon(day)).map(({ start, end, typeName, resolution }) => {
    const read = Resolution.safeParse(resolution)
    const kind = typeName.slice(typeName.indexOf('.') + 1)
    const type = kind === 'set' || kind === 'duration' ? kind.toUpperCase() : kind.startsWith('time') ? 'TIME' : 'DATE'
    return { start, end: end + 1, type, values: read.success ? recognizersValues(read.data) : [] }
  })
}

/** Its TIMEX where that is complete, else the date of the reading that comes first, and a range as its ends. */
function recognizersValues({ values: [first] }: z.infer<typeof Resolution>): readonly string[] {
  const { timex, value, start, end } = first ?? {}
  const complete = timex && !timex.includes('X') && !timex.startsWith('(')
  const single = complete ? timex : value && /^\d{4}-/u.test(value) ? value.replace(' ', 'T') : timex
  return [...(single ? [single] : []), ...(start && end ? [`${start}/${end}`] : [])]
}
