import { articleId, textId } from '../core/article.ts'
import {
  allSources,
  type Briefing,
  type DateBasis,
  type MappedPlace,
  type Part,
  type Sentence,
  type Source,
  type StatementGroup,
} from '../core/briefing.ts'
import { contains, isInside, overlaps, type Span } from '../core/span.ts'
import { knownByStamp } from '../core/stamp.ts'
import type { ArticleId, Doc, Evidence } from '../core/types.ts'
import type { Language } from '../lang/language.ts'
import { basisOf } from './basis.ts'
import { leaveOut } from './compress.ts'
import { CONNECTIVES } from './connectives.ts'
import { normalisers } from './normalisers.ts'
import { insideQuote } from './quoted.ts'
import { articleOf, type Reader } from './reader.ts'
import { referenceAt } from './reference.ts'
import { everySentence } from './sentences.ts'
import { sideOf, speakerOf } from './speaker.ts'
import { changeFaults, type Fault } from './verify-changes.ts'

export type { Fault } from './verify-changes.ts'

/**
 * Derives every sentence of a briefing again from the reports it carries: articles against their ids, copied parts
 * against their spans, rendered parts by running their normaliser, connecting words against the closed list, what was
 * left out against the rules of safe compression, speakers, days and counts against a fresh reading.
 * Gives the faults found, none for a sound briefing; never throws on a changed one.
 */
export function verifyBriefing(briefing: Briefing, read: Reader, language: Language): readonly Fault[] {
  const faults: Fault[] = allSources(briefing).flatMap(source => sourceFaults(source, briefing))
  const docs = new Map<ArticleId, Doc>()
  for (const source of allSources(briefing)) if (source.text !== '') docs.set(source.article, read(articleOf(source)))
  for (const { where, sentence, asOf } of everySentence(briefing)) {
    const check = new Set(sentenceFaults(sentence, docs, { ...briefing, asOf }))
    for (const problem of check) faults.push({ where, text: sentence.text, problem })
  }
  return [
    ...faults,
    ...briefing.statements.flatMap(group => statementFaults(group, docs, language)),
    ...briefing.places.flatMap(mapped => placeFaults(mapped, docs)),
    ...countFaults(briefing),
    ...developmentFaults(briefing, docs),
    ...changeFaults(briefing, docs),
  ]
}

function sourceFaults(source: Source, briefing: Briefing): readonly Fault[] {
  const where = `source ${source.number}`
  const fault = (problem: string): Fault => ({ where, text: source.title, problem })
  const faults: Fault[] = []
  if (source.text !== '' && textId(source.text) !== source.textId)
    faults.push(fault('the text is not the one its id was made from'))
  if (articleId(articleOf(source), source.textId) !== source.article)
    faults.push(fault('address, outlet, title, time or text is not the one its id was made from'))
  const stamp = source.published ?? source.known
  if (!stamp || !knownByStamp(stamp, briefing.asOf)) faults.push(fault(`was not known by ${briefing.asOf}`))
  return faults
}

function* sentenceFaults(sentence: Sentence, docs: ReadonlyMap<ArticleId, Doc>, briefing: Briefing): Generator<string> {
  if (sentence.text !== sentence.parts.map(part => part.text).join('')) yield 'the text is not its parts put together'
  for (const part of sentence.parts) yield* partFaults(part, docs, briefing)
  for (const evidence of [...sentence.evidence, ...sentence.left]) {
    const text = textOf(docs, evidence)
    if (text === undefined) yield `rests on ${evidence.article}, which is not among the sources with their text`
    else if (!isInside(text, evidence.span)) yield 'a receipt lies outside its report'
  }
  if (sentence.form !== 'phrase') yield* coverFaults(sentence, docs)
  const lineages = new Map(allSources(briefing).map(source => [source.article, source.lineage]))
  if (new Set(sentence.evidence.map(e => lineages.get(e.article))).size !== sentence.lineages)
    yield 'the number of origins is not that of its receipts'
}

function* partFaults(part: Part, docs: ReadonlyMap<ArticleId, Doc>, briefing: Briefing): Generator<string> {
  if (part.kind === 'connective') {
    if (!CONNECTIVES.has(part.text)) yield `"${part.text}" is not among the connecting words`
    return
  }
  if (part.kind === 'copied') {
    const text = textOf(docs, part.at)
    if (
      text === undefined ||
      !isInside(text, part.at.span) ||
      text.slice(part.at.span.start, part.at.span.end) !== part.text
    )
      yield `"${part.text}" is not what the report says there`
    return
  }
  for (const at of part.from) {
    const doc = docs.get(at.article)
    const text = textOf(docs, at)
    const again =
      doc && text !== undefined && isInside(text, at.span) ? normalisers[part.by](doc, at, briefing.asOf) : undefined
    if (again !== part.text)
      yield `"${part.text}" does not follow from the report (${part.by} gives ${again === undefined ? 'nothing' : `"${again}"`})`
  }
}

/** The whole of one source sentence or title must be accounted for: copied, rendered, or left out by a rule. */
function* coverFaults(sentence: Sentence, docs: ReadonlyMap<ArticleId, Doc>): Generator<string> {
  const [main] = sentence.evidence
  const doc = docs.get(main.article)
  const text = textOf(docs, main)
  if (!doc || text === undefined) return
  if (sentence.form === 'title') {
    if (main.in !== 'title' || sentence.text !== text) yield 'is not the whole title'
    return
  }
  if (!doc.layers.sentence.some(({ span }) => span.start === main.span.start && span.end === main.span.end))
    yield 'its passage is not one whole sentence of the report'
  const own = sentence.parts.flatMap(spansOf).filter(({ article }) => article === main.article)
  if (
    sentence.parts.some(part => spansOf(part).some(at => at.article !== main.article || !contains(main.span, at.span)))
  )
    yield 'a part comes from outside its passage'
  const allowed = leaveOut(doc, main.span)
  for (const left of sentence.left) {
    const byRule = allowed.some(({ span, by }) => by === left.by && same(span, left.span))
    const byDate =
      left.by === 'write/absolute-date' &&
      !insideQuote(doc, left.span) &&
      doc.layers.time.some(t => same(t.span, left.span))
    const byReference = left.by === 'write/reference' && referenceAt(doc, left.span) !== undefined
    if (!byRule && !byDate && !byReference)
      yield `no rule allows to leave out "${text.slice(left.span.start, left.span.end)}"`
  }
  if (
    !covers(
      [...own, ...sentence.left].map(e => e.span),
      main.span,
    )
  )
    yield 'some words of its passage are missing'
  if (insertedInQuote(sentence, doc)) yield 'words were put into a quotation'
  if (outOfOrder(sentence)) yield 'its parts are not in the order of the report'
}

function spansOf(part: Part): readonly Evidence[] {
  return part.kind === 'copied' ? [part.at] : part.kind === 'rendered' ? part.from : []
}

/** Whether spans cover a range without a gap. */
function covers(spans: readonly Span[], range: Span): boolean {
  let at = range.start
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    if (span.start > at) return false
    at = Math.max(at, span.end)
  }
  return at >= range.end
}

function insertedInQuote(sentence: Sentence, doc: Doc): boolean {
  return sentence.parts.some(part => part.kind === 'rendered' && part.from.some(at => insideQuote(doc, at.span)))
}

function outOfOrder(sentence: Sentence): boolean {
  const starts = sentence.parts.flatMap(part => (part.kind === 'copied' ? [part.at.span.start] : []))
  return starts.some((start, i) => i > 0 && start < (starts[i - 1] ?? 0))
}

function same(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end
}

function textOf(docs: ReadonlyMap<ArticleId, Doc>, at: Evidence): string | undefined {
  const doc = docs.get(at.article)
  return at.in === 'title' ? doc?.article.title : doc?.article.text
}

/** Speaker and role of each statement, read again. */
function statementFaults(
  group: StatementGroup,
  docs: ReadonlyMap<ArticleId, Doc>,
  language: Language,
): readonly Fault[] {
  return group.statements.flatMap(statement => {
    const [main] = statement.sentence.evidence
    const doc = docs.get(main.article)
    const said = doc?.layers.quote.flatMap(q => (overlaps(q.span, main.span) ? (speakerOf(doc, q) ?? []) : [])) ?? []
    const known = said.some(
      who => who.label === statement.speaker && who.role === statement.role && sideOf(who, language) === group.side,
    )
    return known
      ? []
      : [
          {
            where: 'statements',
            text: statement.sentence.text,
            problem: `the report does not give it to ${statement.speaker}${statement.role ? `, ${statement.role}` : ''}`,
          },
        ]
  })
}

/** Each passage of a place on the map, read again: it must name that place. */
function placeFaults({ place, evidence }: MappedPlace, docs: ReadonlyMap<ArticleId, Doc>): readonly Fault[] {
  const names = ({ article, span }: Evidence) =>
    docs.get(article)?.layers.place.some(read => {
      const same = read.span.start === span.start && read.span.end === span.end && read.value.id === place.id
      return same && read.value.latitude === place.latitude && read.value.longitude === place.longitude
    }) === true
  if (evidence.every(names)) return []
  return [{ where: 'places', text: place.label, problem: 'a report does not name this place there' }]
}

function countFaults(briefing: Briefing): readonly Fault[] {
  const lineages = new Set(briefing.sources.map(source => source.lineage)).size
  const fault = (problem: string): Fault => ({
    where: 'counts',
    text: `${briefing.counts.reports} reports, ${briefing.counts.lineages} origins`,
    problem,
  })
  return [
    ...(briefing.counts.reports === briefing.sources.length
      ? []
      : [fault('the number of reports is not that of the sources')]),
    ...(briefing.counts.lineages === lineages ? [] : [fault('the number of origins is not that of the sources')]),
  ]
}

/** The day of each entry and how it is known: read again from its sentences. */
function developmentFaults(briefing: Briefing, docs: ReadonlyMap<ArticleId, Doc>): readonly Fault[] {
  return briefing.developments.flatMap(entry => {
    const { when, basis, status, sentences } = entry
    const passages = sentences.flatMap(({ evidence: [main] }) => {
      const doc = docs.get(main.article)
      return doc && main.in === undefined ? [{ doc, span: main.span }] : []
    })
    const again = basisOf(passages, when)
    const fault = (problem: string): Fault => ({
      where: `key developments, ${when.edtf}`,
      text: sentences[0].text,
      problem,
    })
    return [
      ...(again ? [] : [fault('no report gives it this date')]),
      ...(again && basis && !sameBasis(again, basis) ? [fault('its date is not known as it says')] : []),
      ...((status === 'expected') === when.latest > briefing.asOf ? [] : [fault(`"${status}" does not fit its date`)]),
      ...(boundsFit(when) ? [] : [fault('its bounds do not fit its date')]),
    ]
  })
}

function sameBasis(a: DateBasis, b: DateBasis): boolean {
  return a.kind === b.kind && a.anchor === b.anchor && a.at.article === b.at.article && same(a.at.span, b.at.span)
}

function boundsFit({ earliest, latest, edtf }: { earliest: string; latest: string; edtf: string }): boolean {
  const [from = '', to = from] = edtf.split('/')
  return (
    earliest <= latest &&
    earliest.startsWith(from.slice(0, 4)) &&
    latest.startsWith(to.slice(0, 4)) &&
    (from.length < 10 || earliest === from.slice(0, 10)) &&
    (to.length < 10 || latest === to.slice(0, 10))
  )
}
