import type { DisagreementEntry, Part, Sentence } from '../core/briefing.ts'
import type { Day } from '../core/day.ts'
import { byText } from '../core/order.ts'
import { isSome } from '../core/some.ts'
import type { CodedEvent, Disagreement, Doc, Evidence, ReadingGroup, Some } from '../core/types.ts'
import type { Desk } from './desk.ts'
import { lineageLookup } from './material.ts'
import { normalisers } from './normalisers.ts'
import { writePhrase } from './write.ts'

const MOST = 8

/** Each disagreement with the values side by side, in the reports' own words; the newest happenings first. */
export function writeDisagreements(desk: Desk): readonly DisagreementEntry[] {
  const docs = new Map(desk.material.docs.map(doc => [doc.article.id, doc]))
  const events = new Map(desk.material.events.map(event => [event.id, event]))
  const lineageOf = lineageLookup(desk.material.lineages)
  return [...desk.material.disagreements]
    .sort((a, b) => byText(dayOf(events.get(b.event)), dayOf(events.get(a.event))) || byText(a.id, b.id))
    .slice(0, MOST)
    .flatMap(disagreement => {
      const question = questionOf(disagreement, events.get(disagreement.event), docs, desk.asOf)
      const readings = disagreement.readings.flatMap(group => readingOf(group, docs, lineageOf) ?? [])
      return question && readings.length > 1 ? [{ question, readings, disagreement }] : []
    })
}

function dayOf(event: CodedEvent | undefined): Day {
  return event?.when[0]?.value.earliest ?? ''
}

/** "Missiles launched, 24 May": the unit rendered from an amount, the day from the event's date. */
function questionOf(
  disagreement: Disagreement,
  event: CodedEvent | undefined,
  docs: ReadonlyMap<string, Doc>,
  asOf: Day,
): Sentence | undefined {
  const [evidence] = disagreement.readings[0].evidence
  const doc = docs.get(evidence.article)
  if (!doc) return undefined
  const parts: Part[] = []
  const render = (by: 'unit' | 'date' | 'published', at: Evidence) => {
    const source = docs.get(at.article)
    const text = source && normalisers[by](source, at, asOf)
    if (text === undefined) return false
    if (parts.length > 0) parts.push({ kind: 'connective', text: ', ' })
    parts.push({ kind: 'rendered', text, by, from: [at] })
    return true
  }
  if (disagreement.about === 'date') parts.push({ kind: 'copied', text: doc.article.title, at: titleOf(doc) })
  else {
    render('unit', evidence)
    const when = event?.when[0]?.evidence[0]
    if (when) render('date', when) || render('published', when)
  }
  return isSome(parts) ? phrase(parts, [disagreement.about === 'date' ? titleOf(doc) : evidence]) : undefined
}

function titleOf(doc: Doc): Evidence {
  return { article: doc.article.id, in: 'title', span: { start: 0, end: doc.article.title.length }, by: 'brief/title' }
}

function phrase(parts: Some<Part>, evidence: Some<Evidence>): Sentence {
  return { text: parts.map(p => p.text).join(''), form: 'phrase', parts, evidence, left: [], lineages: 1 }
}

function readingOf(
  group: ReadingGroup,
  docs: ReadonlyMap<string, Doc>,
  lineageOf: (article: string) => string,
): DisagreementEntry['readings'][number] | undefined {
  const [first] = group.evidence
  const doc = docs.get(first.article)
  const sources = [...new Set(group.evidence.map(e => e.article))]
  if (!doc || !isSome(sources)) return undefined
  const evidence = group.evidence.filter((e, i) => group.evidence.findIndex(o => o.article === e.article) === i)
  const value = {
    ...writePhrase(doc, first.span, first.by),
    ...(isSome(evidence) ? { evidence } : {}),
    lineages: new Set(sources.map(lineageOf)).size,
  }
  return { value, sources, lineages: group.lineages }
}
