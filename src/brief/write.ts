import type { Part, Sentence } from '../core/briefing.ts'
import { contains, overlaps, passage, type Span } from '../core/span.ts'
import type { Doc, Evidence, RuleId, Some } from '../core/types.ts'
import { absoluteDate, type Edit, type Frame } from './absolute-date.ts'
import { leaveOut } from './compress.ts'
import { normalisers } from './normalisers.ts'
import { insideQuote } from './quoted.ts'
import { openingReference } from './reference.ts'

/** Writes one source sentence for the page: copied, but for what a named rule leaves out or renders. */
export function writeSentence(doc: Doc, sentence: Span, frame: Frame): Sentence {
  const edits = editsOf(doc, sentence, frame)
  const parts = withCapital(doc, assemble(doc, sentence, edits))
  const at: Evidence = { article: doc.article.id, span: sentence, by: 'brief/sentence' }
  const left = edits
    .filter(edit => edit.span.end > edit.span.start)
    .map(edit => ({ article: doc.article.id, span: edit.span, by: edit.by }))
  return { text: parts.map(p => p.text).join(''), form: 'sentence', parts, evidence: [at], left, lineages: 1 }
}

/** A report's title, whole. */
export function writeTitle(doc: Doc): Sentence {
  const span = { start: 0, end: doc.article.title.length }
  const at: Evidence = { article: doc.article.id, in: 'title', span, by: 'brief/title' }
  const text = doc.article.title
  return { text, form: 'title', parts: [{ kind: 'copied', text, at }], evidence: [at], left: [], lineages: 1 }
}

/** A value alone, copied. */
export function writePhrase(doc: Doc, span: Span, by: RuleId): Sentence {
  const at: Evidence = { article: doc.article.id, span, by }
  const text = passage(doc.article.text, span)
  return { text, form: 'phrase', parts: [{ kind: 'copied', text, at }], evidence: [at], left: [], lineages: 1 }
}

function editsOf(doc: Doc, sentence: Span, frame: Frame): readonly Edit[] {
  const drops = leaveOut(doc, sentence).map((drop): Edit => ({ ...drop, parts: [] }))
  const dates = doc.layers.time
    .filter(time => contains(sentence, time.span) && !insideQuote(doc, time.span))
    .flatMap(time => absoluteDate(doc, time, frame) ?? [])
  const edits: Edit[] = []
  for (const edit of [...drops, ...dates, ...reference(doc, sentence, frame)].sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end,
  ))
    if (!edits.some(other => overlaps(other.span, edit.span) || contains(other.span, edit.span))) edits.push(edit)
  return edits
}

/** "He said …" at the start of a sentence: the name instead, where the reading is sure of it. */
function reference(doc: Doc, sentence: Span, { asOf }: Frame): readonly Edit[] {
  const span = openingReference(doc, sentence)
  const at: Evidence | undefined = span && { article: doc.article.id, span, by: 'write/reference' }
  const text = at && normalisers.reference(doc, at, asOf)
  return span && at && text !== undefined
    ? [{ span, by: 'write/reference', parts: [{ kind: 'rendered', text, by: 'reference', from: [at] }] }]
    : []
}

function assemble(doc: Doc, sentence: Span, edits: readonly Edit[]): readonly Part[] {
  const parts: Part[] = []
  const copy = (start: number, end: number) => {
    if (end <= start) return
    const span = { start, end }
    parts.push({
      kind: 'copied',
      text: passage(doc.article.text, span),
      at: { article: doc.article.id, span, by: 'brief/copy' },
    })
  }
  let from = sentence.start
  for (const edit of edits) {
    copy(from, edit.span.start)
    parts.push(...edit.parts)
    from = edit.span.end
  }
  copy(from, sentence.end)
  return parts
}

/** Where words at the start were left out, the first letter left becomes a capital. */
function withCapital(doc: Doc, parts: readonly Part[]): Some<Part> {
  const [first, ...rest] = parts
  if (!first) throw new Error('a sentence without a part')
  if (first.kind !== 'copied') return [first, ...rest]
  const letter = /^\p{Ll}/u.exec(first.text)?.[0]
  if (!letter) return [first, ...rest]
  const { start, end } = first.at.span
  const at: Evidence = { ...first.at, span: { start, end: start + letter.length } }
  const text = normalisers.capital(doc, at, '') ?? letter
  const tail: Part[] =
    end > start + letter.length
      ? [
          {
            kind: 'copied',
            text: first.text.slice(letter.length),
            at: { ...first.at, span: { start: start + letter.length, end } },
          },
        ]
      : []
  return [{ kind: 'rendered', text, by: 'capital', from: [at] }, ...tail, ...rest]
}
