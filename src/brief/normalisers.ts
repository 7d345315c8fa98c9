import type { NormaliserId } from '../core/briefing.ts'
import { type Day, partsOf, writeDay } from '../core/day.ts'
import { passage } from '../core/span.ts'
import { dayOfStamp } from '../core/stamp.ts'
import type { Annotation, Doc, Evidence, Kinds, When } from '../core/types.ts'
import { referenceAt } from './reference.ts'

/** Writes a value anew from one passage; undefined when the passage holds no such value. */
export type Normaliser = (doc: Doc, at: Evidence, asOf: Day) => string | undefined

/** The functions that may write words of their own into a sentence. `verify` runs the same ones again. */
export const normalisers: Readonly<Record<NormaliserId, Normaliser>> = {
  date: (doc, at, asOf) => {
    const when = annotationAt(doc, 'time', at)?.value.when
    return when && writeWhen(when, asOf)
  },
  published: (doc, _, asOf) => {
    const stamp = doc.article.published ?? doc.article.known
    return stamp && writeDayFor(dayOfStamp(stamp), asOf)
  },
  name: (doc, at) => annotationAt(doc, 'name', at)?.value.label,
  reference: (doc, at) => referenceAt(doc, at.span)?.value.label,
  capital: (doc, at) => capitalise(passage(at.in === 'title' ? doc.article.title : doc.article.text, at.span)),
  unit: (doc, at) => {
    const amount = annotationAt(doc, 'amount', at)?.value
    return amount && capitalise(pluralOf(amount.unit, amount.status))
  },
}

/** The annotation of a layer that stands exactly at the evidence's span. */
export function annotationAt<K extends keyof Kinds>(doc: Doc, kind: K, at: Evidence): Annotation<K> | undefined {
  const layer: readonly Annotation<K>[] = doc.layers[kind]
  return layer.find(a => a.span.start === at.span.start && a.span.end === at.span.end)
}

/** "28 May", "23–25 May", "May 2024", "2022": the year is left out where it is the briefing's own. */
export function writeWhen(when: When, asOf: Day): string {
  const from = partsOf(when.earliest)
  const to = partsOf(when.latest)
  if (when.earliest === when.latest) return writeDayFor(when.earliest, asOf)
  if (when.precision === 'year' && from.year === to.year) return String(from.year)
  if (when.precision === 'month') return writeDay(when.earliest).replace(/^\d+ /u, '')
  if (from.year !== to.year) return `${writeDay(when.earliest)} – ${writeDay(when.latest)}`
  if (from.month !== to.month) return `${writeDay(when.earliest, false)} – ${writeDayFor(when.latest, asOf)}`
  return `${from.day}–${writeDayFor(when.latest, asOf)}`
}

function writeDayFor(day: Day, asOf: Day): string {
  return writeDay(day, day.slice(0, 4) !== asOf.slice(0, 4))
}

function capitalise(text: string): string {
  const [first = ''] = text
  return first.toUpperCase() + text.slice(first.length)
}

const IRREGULAR_PLURALS: ReadonlyMap<string, string> = new Map([
  ['aircraft', 'aircraft'],
  ['child', 'children'],
  ['man', 'men'],
  ['person', 'people'],
  ['woman', 'women'],
])

/** "ballistic missile launched" → "ballistic missiles launched"; money and measures keep their symbol. */
function pluralOf(unit: string, status?: string): string {
  if (status !== undefined) return `${pluralOf(unit.slice(0, -status.length - 1))} ${status}`
  const [first, second] = unit.split(' and ')
  if (first !== undefined && second !== undefined) return `${pluralOf(first)} and ${pluralOf(second)}`
  const known = IRREGULAR_PLURALS.get(unit)
  if (known) return known
  if (!/^[\p{Ll} -]+$/u.test(unit) || unit.endsWith('s')) return unit
  return /[^aeiou]y$/u.test(unit) ? `${unit.slice(0, -1)}ies` : `${unit}s`
}
