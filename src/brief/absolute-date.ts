import type { Part } from '../core/briefing.ts'
import { type Day, daysBetween } from '../core/day.ts'
import { passage, type Span } from '../core/span.ts'
import type { Annotation, Doc, Evidence, RuleId, TimeValue, When } from '../core/types.ts'
import { normalisers } from './normalisers.ts'

/** What the page says around a sentence: the day of its entry, if it has one, and the briefing's own day. */
export type Frame = { readonly asOf: Day; readonly entryDay?: Day }

/** A change to the copied text: the span that goes (may be empty) and the parts that come. */
export type Edit = { readonly span: Span; readonly by: RuleId; readonly parts: readonly Part[] }

/** Words that stand for a day, month or year and can give way to it. */
const DAY = /^(?:today|yesterday|tomorrow)$/iu
const PERIOD = /^(?:last|this|next) (?:month|year)$/iu
/** A verb straight after it makes the day a subject: "today is", "tomorrow will be". */
const SUBJECT = /^ (?:is|was|will|marks?|marked|would|has|had|brings?|brought)\b/u
const BOUND = /(?:until|till|since|from|by|before|after|for|of|only|in|during|over) $/iu
const MONTH_NAMED =
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)(?!\p{L})/u

/**
 * Makes a relative date absolute: "today" → "on 11 May", "last month" → "in April 2025", "on Friday" → "on Friday (16 May)",
 * "from Friday to Sunday" → "from Friday to Sunday (23–25 May)". Nothing is added where the entry's own date says it, or
 * where the text gives the month.
 */
export function absoluteDate(doc: Doc, time: Annotation<'time'>, frame: Frame): Edit | undefined {
  const { when, anchor } = time.value
  const { text: report } = doc.article
  const words = passage(report, time.span)
  if (!when || anchor === 'none' || anchor === 'mention' || !needsDate(words, time.value, when, frame)) return undefined
  const at: Evidence = { article: doc.article.id, span: time.span, by: time.by }
  const text = normalisers.date(doc, at, frame.asOf)
  if (text === undefined || words.includes(text)) return undefined
  const after = report.slice(time.span.end, time.span.end + text.length + 4)
  if (after.includes(text)) return undefined
  const rendered: Part = { kind: 'rendered', text, by: 'date', from: [at] }
  const possessive = /^['’]s\b/u.exec(after)?.[0].length ?? 0
  const lead = DAY.test(words) ? 'on ' : PERIOD.test(words) ? 'in ' : undefined
  const sameDay = when.earliest === frame.entryDay && when.latest === frame.entryDay
  if (lead === undefined || possessive > 0)
    return sameDay ? undefined : insertion(time.span.end + possessive, rendered, time.by)
  if (SUBJECT.test(report.slice(time.span.end, time.span.end + 12)) || BOUND.test(report.slice(0, time.span.start)))
    return insertion(time.span.end, rendered, time.by)
  const opens = /^\p{Lu}/u.test(words)
  const connective: Part = {
    kind: 'connective',
    text: opens ? `${lead.charAt(0).toUpperCase()}${lead.slice(1)}` : lead,
  }
  return { span: time.span, by: 'write/absolute-date', parts: [connective, rendered] }
}

/**
 * Whether the words leave out which day, week, month or year they mean. Those that name the month of the briefing's own
 * year do not; what is only about right ("two weeks ago") gets no date that looks exact.
 */
function needsDate(words: string, { type, ends }: TimeValue, when: When, { asOf }: Frame): boolean {
  if (type === 'DURATION' || type === 'SET') return false
  if (when.precision === 'range' && !isNight(when) && ends === undefined) return false
  const otherYear = when.earliest.slice(0, 4) !== asOf.slice(0, 4)
  return !namesMonth(words) || (otherYear && !words.includes(String(Number(when.earliest.slice(0, 4)))))
}

/** Whether words name a month, as "28 May" and "early May" do. */
export function namesMonth(words: string): boolean {
  return MONTH_NAMED.test(words)
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
