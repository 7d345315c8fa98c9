import type { Annotation } from '../../core/types.ts'
import { ABBREVIATIONS, STARTERS } from './abbreviations.ts'
import { datelineLength } from './sentences-dateline.ts'
import { listMarks } from './sentences-lists.ts'
import { isLower, isUpper } from './tokens-classes.ts'

type Token = Annotation<'token'>

const TERMINAL = /^(?:\.+|[!?]+|…+)$/u
const CLOSERS = new Set([')', ']', '}', '"', '”', '’', '»', "'", '›', '′', '″'])
const OPENERS = new Set(['(', '[', '{', '"', '“', '‘', '«', "'", '„', '‹', '-', '—', '–', '…', '...', '/'])
const TIME_WORDS = new Set(
  'gmt utc est edt cet cest eet bst ist msk et pt pst pdt eastern central pacific moscow kyiv kiev local'.split(' '),
)
const CALENDAR =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/u
/** A line that may be broken for width is longer than this. */
const SHORT_LINE = 50

/**
 * The sentences of an English text, each within one paragraph; together they hold every token once.
 *
 * A full stop after an abbreviation ends a sentence only before a word that likely begins one; closing quotation marks,
 * brackets and "[5]" citations belong to the sentence they close; a dateline belongs to the sentence after it. A blank
 * line always ends one, a line end does after a finished or short line. A line of its own without a final mark is a
 * `heading`.
 */
export function sentences(text: string, tokens: readonly Token[]): readonly Annotation<'sentence'>[] {
  const found: Annotation<'sentence'>[] = []
  let first = 0
  let paragraph = 0
  let lineStart = 0
  const datelineEnd = datelineLength(text, tokens)
  const lists = listMarks(tokens, i => startsLine(text, tokens, i))
  for (let i = 0; i < tokens.length; i++) {
    const gap = gapAfter(text, tokens, i)
    if (gap === 'blank' || gap === 'end' || (gap === 'line' && endsLine(text, tokens, lineStart, i))) {
      found.push(sentence(text, tokens, first, i, paragraph, startsLine(text, tokens, first)))
      first = i + 1
      lineStart = i + 1
      if (gap === 'blank') paragraph += 1
    } else {
      if (gap === 'line') lineStart = i + 1
      if (lists.starts.has(i + 1) || (i >= datelineEnd && !lists.inside.has(i) && endsSentence(text, tokens, i))) {
        found.push(sentence(text, tokens, first, i, paragraph, false))
        first = i + 1
      }
    }
  }
  return found
}

function norm(tokens: readonly Token[], i: number): string {
  return tokens[i]?.value.norm ?? ''
}

function sentence(
  text: string,
  tokens: readonly Token[],
  first: number,
  last: number,
  paragraph: number,
  ownLine: boolean,
): Annotation<'sentence'> {
  const span = { start: tokens[first]?.span.start ?? 0, end: tokens[last]?.span.end ?? 0 }
  const kind = ownLine && !isFinished(text, tokens, last) ? 'heading' : 'sentence'
  return { span, value: { kind, paragraph }, by: `sentence/${kind}` }
}

/** What stands between token `i` and the next one: nothing or blanks, a line end, a blank line, or the text's end. */
function gapAfter(text: string, tokens: readonly Token[], i: number): 'none' | 'line' | 'blank' | 'end' {
  const here = tokens[i]
  const next = tokens[i + 1]
  if (here === undefined || next === undefined) return 'end'
  let lines = 0
  for (let at = here.span.end; at < next.span.start; at++) {
    const char = text[at]
    if (char === '\n' || char === '\u2028' || char === '\u0085') lines += 1
    else if (char === '\u2029') lines += 2
    if (lines > 1) return 'blank'
  }
  return lines === 1 ? 'line' : 'none'
}

function startsLine(text: string, tokens: readonly Token[], i: number): boolean {
  if (i === 0) return true
  const gap = gapAfter(text, tokens, i - 1)
  return gap === 'line' || gap === 'blank'
}

function endsLine(text: string, tokens: readonly Token[], lineStart: number, last: number): boolean {
  if (isFinished(text, tokens, last)) return true
  const start = tokens[lineStart]?.span.start ?? 0
  const next = tokens[last + 1]
  const short = (tokens[last]?.span.end ?? 0) - start < SHORT_LINE
  if (!short || next === undefined) return false
  if (/^[,;–—-]$/u.test(norm(tokens, last))) return false
  // A wrapped line leaves its blank before the line end ("a cold \nnight"); a list's line does not.
  return text[next.span.start - 2] !== ' ' || !isLower(text.charCodeAt(next.span.start))
}

/** Whether token `last` brings a sentence to its end: a final mark, perhaps with closing marks after it. */
function isFinished(text: string, tokens: readonly Token[], last: number): boolean {
  let i = last
  while (i > 0 && CLOSERS.has(norm(tokens, i)) && last - i < 4) i -= 1
  const mark = norm(tokens, i)
  if (TERMINAL.test(mark) || mark === ':') return true
  return tokens[i]?.value.kind === 'word' && mark.length > 2 && text[(tokens[i]?.span.end ?? 0) - 1] === '.'
}

function endsSentence(text: string, tokens: readonly Token[], i: number): boolean {
  const here = tokens[i]
  if (here === undefined) return false
  const mark = here.value.norm
  if (isCitationEnd(tokens, i)) return endsAfterCitation(text, tokens, i)
  if (CLOSERS.has(mark)) return endsAfterCloser(text, tokens, i)
  const word = here.value.kind === 'word' && text[here.span.end - 1] === '.'
  if (!word && !TERMINAL.test(mark)) return false
  if (joinsNext(tokens, i)) return false
  return word ? endsAfterAbbreviation(text, tokens, i) : endsAfterMark(text, tokens, i)
}

/** Whether what follows still belongs to this sentence: a closing mark, another mark, a citation. */
function joinsNext(tokens: readonly Token[], i: number): boolean {
  const here = tokens[i]
  const next = tokens[i + 1]
  if (here === undefined || next === undefined) return false
  const mark = next.value.norm
  const close = next.span.start === here.span.end
  if (close && (CLOSERS.has(mark) || TERMINAL.test(mark) || mark === ',')) return true
  if (TERMINAL.test(mark) && TERMINAL.test(here.value.norm)) return true
  if (['”', '’', '»'].includes(mark)) return true
  return isCitation(tokens, i + 1)
}

function isCitation(tokens: readonly Token[], i: number): boolean {
  return norm(tokens, i) === '[' && tokens[i + 1]?.value.kind === 'number' && norm(tokens, i + 2) === ']'
}

function isCitationEnd(tokens: readonly Token[], i: number): boolean {
  return i >= 3 && isCitation(tokens, i - 2)
}

function endsAfterCitation(text: string, tokens: readonly Token[], i: number): boolean {
  let before = i - 3
  while (before >= 2 && isCitationEnd(tokens, before)) before -= 3
  const word = tokens[before]?.value.kind === 'word'
  if (!word && TERMINAL.test(norm(tokens, before))) return !joinsNext(tokens, i) && beginsSentence(text, tokens, i + 1)
  return false
}

/** After `"`, `)` and the like: look back for the final mark they close. */
function endsAfterCloser(text: string, tokens: readonly Token[], i: number): boolean {
  if (joinsNext(tokens, i)) return false
  let at = i
  while (at > 0 && i - at < 4 && CLOSERS.has(norm(tokens, at)) && adjacent(tokens, at - 1)) at -= 1
  if (at === i || adjacent(tokens, i) || !TERMINAL.test(finalMark(text, tokens, at))) return false
  if (norm(tokens, at - 1) === '[') return false
  return beginsSentence(text, tokens, i + 1)
}

function finalMark(text: string, tokens: readonly Token[], at: number): string {
  const token = tokens[at]
  if (token?.value.kind === 'word') return text[token.span.end - 1] ?? ''
  return token?.value.norm ?? ''
}

/** Whether no blank stands between token `i` and the next. */
function adjacent(tokens: readonly Token[], i: number): boolean {
  return tokens[i]?.span.end === tokens[i + 1]?.span.start
}

function endsAfterMark(text: string, tokens: readonly Token[], i: number): boolean {
  const mark = norm(tokens, i)
  if (adjacent(tokens, i)) return mark === '.' && isMissingBlank(text, tokens, i)
  if (norm(tokens, i - 1) === '°' && tokens[i + 1]?.value.kind === 'number') return false
  return beginsSentence(text, tokens, i + 1)
}

/** "world.Today": a lower-case word or number, a full stop, a capitalised word, and no blank. */
function isMissingBlank(text: string, tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1]
  const next = tokens[i + 1]
  if (before === undefined || next === undefined || next.value.kind !== 'word' || next.value.norm.length < 2)
    return false
  const plain =
    before.value.kind === 'number' || (before.value.norm.length > 1 && isLower(text.charCodeAt(before.span.end - 1)))
  return plain && isUpper(text.charCodeAt(next.span.start)) && isLower(text.charCodeAt(next.span.start + 1))
}

/** Whether token `i` may be the first of a sentence: not a word in lower case, not a mark that goes on. */
function beginsSentence(text: string, tokens: readonly Token[], i: number): boolean {
  let at = i
  while (at < i + 4 && OPENERS.has(norm(tokens, at))) at += 1
  const token = tokens[at]
  if (token === undefined) return true
  const code = text.codePointAt(token.span.start) as number
  if (isLower(code)) return at === i ? isCamel(text, token) : false
  return token.value.kind !== 'punctuation' || !/^[,;:.)\]”’»%]/u.test(token.value.norm)
}

/** "iPhone", "eBay". */
function isCamel(text: string, token: Token): boolean {
  return isUpper(text.charCodeAt(token.span.start + 1))
}

function endsAfterAbbreviation(text: string, tokens: readonly Token[], i: number): boolean {
  const here = tokens[i] as Token
  const next = tokens[i + 1]
  if (next === undefined || !beginsSentence(text, tokens, i + 1) || adjacent(tokens, i)) return false
  const raw = text.slice(here.span.start, here.span.end)
  const kind =
    ABBREVIATIONS.get(raw) ?? (/^[ap]\.m\.$/iu.test(raw) ? 'time' : /^\p{L}\.$/u.test(raw) ? 'initial' : 'final')
  if (kind === 'title' || kind === 'number' || kind === 'inner') return false
  const opener = OPENERS.has(next.value.norm) && next.value.norm !== '-'
  const word = opener ? tokens[i + 2] : next
  if (word === undefined || !isUpper(text.charCodeAt(word.span.start))) return false
  if (kind === 'list') return true
  if (kind === 'time' && isLeadingHour(text, tokens, i)) return false
  if (kind === 'time') return !TIME_WORDS.has(word.value.norm) && !CALENDAR.test(word.value.norm)
  if (kind === 'initial' && i > 0 && isUpper(text.charCodeAt(tokens[i - 1]?.span.start ?? 0))) return false
  return STARTERS.has(word.value.norm)
}

/** "At 5 a.m. Mr. Smith went": the hour opens the sentence, so it cannot be all of it. */
function isLeadingHour(text: string, tokens: readonly Token[], i: number): boolean {
  const first = tokens[i - 2]
  return (
    first !== undefined && /^(?:at|by|around)$/u.test(first.value.norm) && isUpper(text.charCodeAt(first.span.start))
  )
}
