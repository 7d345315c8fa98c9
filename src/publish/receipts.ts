import { allSources, type Briefing, type Sentence, type Source } from '../core/briefing.ts'
import { isInside } from '../core/span.ts'
import type { ArticleId, Evidence } from '../core/types.ts'
import { passageLink } from './links.ts'

/** A numbered passage. `passage` is empty and `source` absent where the briefing does not carry the report. */
export type Receipt = {
  readonly number: number
  readonly evidence: Evidence
  readonly source?: Source
  readonly passage: string
}

export type Receipts = {
  /** In the order of their numbers, from 1. */
  readonly list: readonly Receipt[]
  /** The passages a sentence rests on, in the order of their numbers. */
  readonly of: (sentence: Sentence) => readonly Receipt[]
  /** The report of the briefing that a passage is in. */
  readonly source: (article: ArticleId) => Source | undefined
  /** The receipts out of one report. */
  readonly from: (article: ArticleId) => readonly Receipt[]
}

/** Numbers the distinct passages of a briefing in the order in which the page shows them. */
export function receiptsOf(briefing: Briefing): Receipts {
  const sources = new Map(allSources(briefing).map(source => [source.article, source]))
  const byKey = new Map<string, Receipt>()
  for (const sentence of sentencesOf(briefing))
    for (const evidence of sentence.evidence)
      if (!byKey.has(keyOf(evidence))) {
        const source = sources.get(evidence.article)
        const passage = passageOf(source, evidence)
        byKey.set(keyOf(evidence), { number: byKey.size + 1, evidence, ...(source ? { source } : {}), passage })
      }
  const list = [...byKey.values()]
  const byArticle = Map.groupBy(list, receipt => receipt.evidence.article)
  const known = new WeakMap<Sentence, readonly Receipt[]>()
  return {
    list,
    of: sentence => {
      const receipts = known.get(sentence) ?? ofSentence(sentence, byKey)
      known.set(sentence, receipts)
      return receipts
    },
    source: article => sources.get(article),
    from: article => byArticle.get(article) ?? [],
  }
}

function ofSentence(sentence: Sentence, byKey: ReadonlyMap<string, Receipt>): readonly Receipt[] {
  const keys = [...new Set(sentence.evidence.map(keyOf))]
  return keys.flatMap(key => byKey.get(key) ?? []).sort((a, b) => a.number - b.number)
}

/** Every sentence of a briefing in the order of the page. */
export function sentencesOf(briefing: Briefing): readonly Sentence[] {
  return [
    ...briefing.headline,
    ...briefing.lead,
    ...briefing.background,
    ...briefing.developments.flatMap(entry => entry.sentences),
    ...briefing.where.flatMap(entry => entry.sentences),
    ...briefing.statements.flatMap(group => group.statements.map(statement => statement.sentence)),
    ...briefing.disagreements.flatMap(entry => [entry.question, ...entry.readings.map(reading => reading.value)]),
    ...(briefing.changes?.list ?? []).flatMap(({ now, before, figures }) => [
      ...figures.flatMap(figure => [figure.before, figure.now]),
      ...now,
      ...before,
    ]),
  ]
}

/** The text an evidence's span counts in: a report's title or its text. */
export function textBehind(source: Source | undefined, evidence: Evidence): string {
  return source ? (evidence.in === 'title' ? source.title : source.text) : ''
}

function passageOf(source: Source | undefined, evidence: Evidence): string {
  const text = textBehind(source, evidence)
  return isInside(text, evidence.span) ? text.slice(evidence.span.start, evidence.span.end) : ''
}

function keyOf({ article, in: where, span }: Evidence): string {
  return `${article} ${where ?? 'text'} ${span.start} ${span.end}`
}

/** A word or character cut in two; no more, because some scripts write without spaces. */
const CUT_START = /^(?:\S{0,30}\s|[\uDC00-\uDFFF])/u
const CUT_END = /(?:\s\S{0,30}|[\uD800-\uDBFF])$/u

/** What stands around a passage: at most `reach` characters a side, cut between words; `…` where the text goes on. */
export function contextOf(receipt: Receipt, reach: number): { readonly before: string; readonly after: string } {
  const text = textBehind(receipt.source, receipt.evidence)
  const { span } = receipt.evidence
  if (!isInside(text, span)) return { before: '', after: '' }
  const from = Math.max(0, span.start - reach)
  const to = Math.min(text.length, span.end + reach)
  const before = text.slice(from, span.start)
  const after = text.slice(span.end, to)
  return {
    before: from > 0 ? `…${before.replace(CUT_START, '')}` : before,
    after: to < text.length ? `${after.replace(CUT_END, '')}…` : after,
  }
}

const SHORT = 40

/** A passage for a note: a bare value ("at least 20") is shown within the words around it. */
export function noteOf(receipt: Receipt): {
  readonly before: string
  readonly passage: string
  readonly after: string
} {
  const short = receipt.passage.length < SHORT && receipt.evidence.in !== 'title'
  const { before, after } = short ? contextOf(receipt, 60) : { before: '', after: '' }
  return { before: lastLine(before), passage: receipt.passage, after: firstLine(after) }
}

/** Where a passage can be read at its source; undefined when the source has no web address. */
export function linkOf(receipt: Receipt): string | undefined {
  return passageLink(receipt.source?.url, receipt.passage, noteOf(receipt).before)
}

function lastLine(text: string): string {
  return text.slice(text.lastIndexOf('\n') + 1)
}

function firstLine(text: string): string {
  const end = text.indexOf('\n')
  return end < 0 ? text : text.slice(0, end)
}
