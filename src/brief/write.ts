import type { Part, Sentence } from '../core/briefing.ts'
import { type Day, daysBetween } from '../core/day.ts'
import { contains, overlaps, passage, type Span } from '../core/span.ts'
import type { Annotation, Doc, Evidence, RuleId, Some, When } from '../core/types.ts'
import { leaveOut } from './compress.ts'
import { normalisers } from './normalisers.ts'
import { insideQuote } from './quoted.ts'
import { openingReference } from './reference.ts'

/** What the page says around a sentence: the day of its entry, if it has one, and the briefing's own day. */
export type Frame = { readonly asOf: Day; readonly entryDay?: Day }

/** A change to the copied text: the span that goes (may be empty) and the parts that come. */
type Edit = { readonly span: Span; readonly by: RuleId; readonly parts: readonly Part[] }

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

/** Words that stand for a day and can give way to it. */
const DEICTIC = /^(?:today|yesterday|tomorrow)$/iu
/** A verb straight after it makes the day a subject: "today is", "tomorrow will be". */
const SUBJECT = /^ (?:is|was|will|marks?|marked|would|has|had|brings?|brought)\b/u
const DAY_WORD = /(?:day|night|morning|evening|afternoon|overnight|week|weekend)$/iu

/**
 * Makes a relative date absolute: "today" → "on 11 May", "on Friday" → "on Friday (16 May)". Nothing is added where the
 * entry's own date says it, or where the text gives day and month.
 */
function absoluteDate(doc: Doc, time: Annotation<'time'>, frame: Frame): Edit | undefined {
  const { when, anchor } = time.value
  const words = passage(doc.article.text, time.span)
  if (!when || anchor !== 'published' || (when.precision === 'range' && !isNight(when))) return undefined
  const at: Evidence = { article: doc.article.id, span: time.span, by: time.by }
  const text = normalisers.date(doc, at, frame.asOf)
  if (text === undefined || words.includes(text)) return undefined
  const rendered: Part = { kind: 'rendered', text, by: 'date', from: [at] }
  const sameDay = when.earliest === frame.entryDay && when.latest === frame.entryDay
  const possessive = /^['’]s\b/u.exec(doc.article.text.slice(time.span.end))?.[0].length ?? 0
  if (DEICTIC.test(words) && possessive === 0 && when.earliest === when.latest) {
    const before = doc.article.text.slice(0, time.span.start)
    const isSubject = SUBJECT.test(doc.article.text.slice(time.span.end, time.span.end + 12))
    if (isSubject || /(?:until|till|since|from|by|before|after|for|of|only) $/iu.test(before))
      return insertion(time.span.end, rendered, time.by)
    return {
      span: time.span,
      by: 'write/absolute-date',
      parts: [{ kind: 'connective', text: /^\p{Lu}/u.test(words) ? 'On ' : 'on ' }, rendered],
    }
  }
  if (sameDay || !needsDate(words, when)) return undefined
  return insertion(time.span.end + possessive, rendered, time.by)
}

/** Whether the words leave out which day, week or month they mean: a written day and month do not, nor does a bare year. */
function needsDate(words: string, when: When): boolean {
  if (/\d/u.test(words)) return false
  return /^(?:day|time|week)$/u.test(when.precision) || isNight(when) ? DAY_WORD.test(words) : false
}

/** From one day into the next. */
function isNight({ earliest, latest, precision }: When): boolean {
  return precision === 'range' && daysBetween(earliest, latest) === 1
}

function insertion(at: number, rendered: Part, by: RuleId): Edit {
  return {
    span: { start: at, end: at },
    by,
    parts: [{ kind: 'connective', text: ' (' }, rendered, { kind: 'connective', text: ')' }],
  }
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
