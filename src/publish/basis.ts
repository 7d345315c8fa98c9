import type { Briefing, DateBasis, Development, Source } from '../core/briefing.ts'
import { isInside } from '../core/span.ts'
import type { Precision } from '../core/types.ts'
import { writeStampDay } from './dates.ts'

const EXACT: Readonly<Record<Precision, string>> = {
  year: 'a year',
  season: 'a season',
  quarter: 'a quarter',
  month: 'a month',
  week: 'a week',
  day: 'a day',
  time: 'a time of day',
  range: 'several days',
}

/**
 * How exact the date of an entry is and how it is known, in one line: "a day, stated: “28 May”", "a day, from “Monday” and the
 * report's publication on 2 June 2025"; undefined where the briefing does not say.
 */
export function writeBasis({ sources }: Pick<Briefing, 'sources'>, { when, basis }: Development): string | undefined {
  if (!basis) return undefined
  const source = sources.find(({ article }) => article === basis.at.article)
  const stamp = source?.published ?? source?.known
  const on = stamp ? ` on ${writeStampDay(stamp)}` : ''
  const exact = EXACT[when.precision]
  if (basis.kind === 'published') return `${exact}: that of the report's publication${on}; its sentence gives none`
  const words = wordsOf(source, basis)
  const quoted = words === undefined ? 'words not carried' : `“${words}”`
  if (basis.kind === 'relative') return `${exact}, from ${quoted} and ${anchorOf(basis, on)}`
  return `${exact}, stated: ${quoted}${basis.anchor === 'none' ? '' : `, its year from ${anchorOf(basis, on)}`}`
}

function wordsOf(source: Source | undefined, { at }: DateBasis): string | undefined {
  return source && source.text !== '' && isInside(source.text, at.span)
    ? source.text.slice(at.span.start, at.span.end)
    : undefined
}

function anchorOf({ anchor }: DateBasis, published: string): string {
  if (anchor === 'dateline') return "the report's dateline"
  if (anchor === 'speech') return 'the day it was said'
  return anchor === 'mention' ? 'a date before it' : `the report's publication${published}`
}
