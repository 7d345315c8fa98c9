import type { Briefing, Part, Sentence } from '../core/briefing.ts'
import { overlaps, type Span } from '../core/span.ts'
import type { Evidence } from '../core/types.ts'
import { writeStamp } from './dates.ts'
import { hostOf } from './links.ts'
import { contextOf, linkOf, type Receipt, type Receipts, sentencesOf, textBehind } from './receipts.ts'

/** Characters of the source shown on each side of a passage. */
const REACH = 260

/** A stretch of a passage: copied to the page (0), left out of it (1), written anew on it (2). */
export type Piece = readonly [0 | 1 | 2, string]

export type ReceiptData = {
  readonly publisher: string
  readonly title: string
  readonly when: string
  readonly host: string
  readonly href: string
  readonly lang: string
  readonly rule: string
  readonly inTitle: boolean
  readonly before: string
  readonly passage: string
  readonly after: string
}

export type SentenceData = {
  readonly text: string
  readonly receipts: readonly number[]
  readonly origins: number
  /** By receipt number: how the passage was used, where it was copied from. */
  readonly pieces: Readonly<Record<number, readonly Piece[]>>
  readonly left: readonly { readonly text: string; readonly rule: string }[]
  readonly changed: readonly { readonly from: string; readonly to: string; readonly rule: string }[]
}

/** What the evidence drawer shows; receipts by number less one, sentences in the order of the page. */
export type PageData = { readonly receipts: readonly ReceiptData[]; readonly sentences: readonly SentenceData[] }

export function pageData(briefing: Briefing, receipts: Receipts): PageData {
  const sentences = sentencesOf(briefing).map(sentence => sentenceData(sentence, receipts))
  return { receipts: receipts.list.map(receiptData), sentences }
}

function receiptData(receipt: Receipt): ReceiptData {
  const { source, evidence, passage } = receipt
  const stamp = source?.published ?? source?.known
  return {
    publisher: source?.publisher ?? '',
    title: source?.title ?? '',
    when: stamp ? writeStamp(stamp) : '',
    host: hostOf(source?.url),
    href: linkOf(receipt) ?? '',
    lang: source?.lang ?? 'und',
    rule: evidence.by,
    inTitle: evidence.in === 'title',
    ...contextOf(receipt, REACH),
    passage,
  }
}

function sentenceData(sentence: Sentence, receipts: Receipts): SentenceData {
  const used = receipts.of(sentence)
  const rendered = sentence.parts.flatMap(part => (part.kind === 'rendered' && part.by !== 'capital' ? [part] : []))
  const isRendered = (left: Evidence) => rendered.some(part => part.from.some(from => same(from, left)))
  const textOf = (evidence: Evidence) => {
    return textBehind(receipts.source(evidence.article), evidence).slice(evidence.span.start, evidence.span.end)
  }
  return {
    text: sentence.text,
    receipts: used.map(receipt => receipt.number),
    origins: sentence.lineages,
    pieces: Object.fromEntries(
      used.flatMap(receipt => {
        const pieces = piecesOf(receipt, sentence.parts)
        return pieces.some(([kind]) => kind === 0) ? [[receipt.number, pieces]] : []
      }),
    ),
    left: sentence.left.filter(left => !isRendered(left)).map(left => ({ text: textOf(left), rule: left.by })),
    changed: rendered.map(part => ({ from: part.from.map(textOf).join(' … '), to: part.text, rule: part.by })),
  }
}

function same(a: Evidence, b: Evidence): boolean {
  return a.article === b.article && a.in === b.in && overlaps(a.span, b.span)
}

/** Cuts a passage into what the sentence copies of it, writes anew, and leaves out. */
function piecesOf({ evidence, passage }: Receipt, parts: readonly Part[]): readonly Piece[] {
  const { start, end } = evidence.span
  const marks = parts
    .flatMap(part => uses(part).filter(use => same(use.at, evidence)))
    .map(({ at, kind }) => ({ kind, span: clip(at.span, start, end) }))
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
  const pieces: Piece[] = []
  let done = start
  const add = (kind: Piece[0], to: number) => {
    if (to > done) pieces.push([kind, passage.slice(done - start, to - start)])
    done = Math.max(done, to)
  }
  for (const { kind, span } of marks) {
    add(1, span.start)
    add(kind, span.end)
  }
  add(1, end)
  return pieces
}

function uses(part: Part): readonly { readonly at: Evidence; readonly kind: 0 | 2 }[] {
  if (part.kind === 'copied') return [{ at: part.at, kind: 0 }]
  if (part.kind === 'rendered') return part.from.map(at => ({ at, kind: part.by === 'capital' ? 0 : 2 }))
  return []
}

function clip(span: Span, start: number, end: number): Span {
  return { start: Math.max(start, span.start), end: Math.min(end, span.end) }
}
