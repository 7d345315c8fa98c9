import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { z } from 'zod'
import { addDays, dayOf } from '../../src/core/day.ts'
import { filesBelow, type TimeCase, type TimeMark } from './time-case.ts'

const Line = z.object({ expect: z.string().nullable(), inputs: z.array(z.string()) })
/** Duckling's tests are read on this day. */
const REFERENCE = '2013-02-12'

/** Reads a folder of `*.jsonl` with Duckling's expected value and the inputs that mean it; each input is one expression. */
export function readDucklingCases(folder: string): readonly TimeCase[] {
  return filesBelow(folder, '.jsonl').flatMap(path => ducklingCases(basename(path), readFileSync(path, 'utf8')))
}

export function ducklingCases(name: string, source: string): readonly TimeCase[] {
  return source
    .split('\n')
    .filter(line => line.trim() !== '')
    .flatMap((line, i) => {
      const { expect, inputs } = Line.parse(JSON.parse(line))
      const meaning = expect === null ? undefined : meaningOf(expect)
      return meaning
        ? inputs.map(text => ({
            name: `${name}:${i + 1}`,
            text,
            day: REFERENCE,
            marks: [{ start: 0, end: text.length, ...meaning }],
          }))
        : []
    })
}

type Meaning = Pick<TimeMark, 'type' | 'values'>

const UNITS: Readonly<Record<string, string>> = {
  Second: 'PT#S',
  Minute: 'PT#M',
  Hour: 'PT#H',
  Day: 'P#D',
  Week: 'P#W',
  Month: 'P#M',
  Quarter: 'P#Q',
  Year: 'P#Y',
}

/**
 * Duckling's own text of a value, in TIMEX3: `datetime (2013, 2, 15, 0, 0, 0) Day` → 2013-02-15; an interval, whose end is
 * exclusive, as its first and last day; `DurationData 2 Minute` → PT2M. Undefined for what it does not say.
 */
export function meaningOf(expect: string): Meaning | undefined {
  const duration = /^DurationData (\d+) (\w+)/u.exec(expect)
  if (duration) return { type: 'DURATION', values: [(UNITS[duration[2] ?? ''] ?? '').replace('#', duration[1] ?? '')] }
  const moments = [...expect.matchAll(/\(\s*(\d+),\s*(\d+),\s*(\d+),\s*(\d+),\s*(\d+),\s*([\d.]+)\)/gu)].map(m =>
    m.slice(1, 6).map(Number),
  )
  const grain = /\)\)?\s*(Second|Minute|Hour|Day|Week|Month|Quarter|Year)/u.exec(expect)?.[1] ?? ''
  const [first, second] = moments
  if (!first) return undefined
  const type = /^(?:Second|Minute|Hour)$/u.test(grain) ? 'TIME' : 'DATE'
  if (!second) return { type, values: [momentOf(first, grain)] }
  const [from, to] = [first, second].map(([y = 0, m = 0, d = 0]) => dayOf(y, m, d))
  return { type, values: type === 'DATE' && from && to ? [`${from}/${addDays(to, -1)}`] : [] }
}

function momentOf([year = 0, month = 1, day = 1, hour = 0, minute = 0]: readonly number[], grain: string): string {
  const date = dayOf(year, month, day)
  const two = (n: number) => String(n).padStart(2, '0')
  if (grain === 'Day') return date
  if (grain === 'Month') return date.slice(0, 7)
  if (grain === 'Year') return date.slice(0, 4)
  if (grain === 'Week') return `${date}/${addDays(date, 6)}`
  if (grain === 'Quarter') return `${date.slice(0, 4)}-Q${Math.ceil(month / 3)}`
  return `${date}T${two(hour)}:${two(minute)}`
}
