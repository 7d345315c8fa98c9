import type { Annotation } from '../../core/types.ts'
import { ABBREVIATIONS } from './abbreviations.ts'
import {
  classOf,
  DIGIT,
  isApostrophe,
  isHyphen,
  isLower,
  isUpper,
  LETTER,
  MARK,
  PUNCTUATION,
  SPACE,
} from './tokens-classes.ts'

type Kind = Annotation<'token'>['value']['kind']

/** Letters that may follow a number without a space, as a word of their own: "€5bn", "155mm", "10am". */
const UNIT_LETTERS = 4
const UPPER_UNITS = new Set('M B K T BN AM PM KM MW GW KW KV TB GB MB GMT EST UTC MM CM'.split(' '))
const MONTHS = new Set('jan feb mar apr may jun jul aug sep oct nov dec'.split(' '))
const CLITICS = new Set(['s', 'd', 'm', 'll', 're', 've'])
const EMAIL_LOOKAHEAD = 64

/**
 * The tokens of an English text; together they cover every character but white space, each once.
 *
 * One token: a word with its inner apostrophes ("O'Neill"), a hyphenated word also with digits ("long-range", "30-day",
 * "F-16", "1000-for-1000"), an abbreviation with its full stops ("U.S.", "Gen.", "a.m.", "J." before a capital), a number
 * with separators ("1,000", "5.4", "14:43", "2025-05-28", "5/28"), an ordinal ("17th", "1990s"), an address, an e-mail
 * address, a @handle, a run of one punctuation mark ("...", "--").
 * Apart: clitics ("Kyiv" + "'s", "do" + "n't"), a number from its unit letters ("€" + "5" + "bn"), number ranges
 * ("25" + "-" + "30", "28" + "-" + "June"), words joined by a dash. An ordinal is a word, "½" a number.
 *
 * A hand-written scanner, linear in the length of the text.
 */
export function tokens(text: string): readonly Annotation<'token'>[] {
  const found: Annotation<'token'>[] = []
  let at = 0
  while (at < text.length) {
    const code = text.codePointAt(at) as number
    const kind = classOf(code)
    if (kind === SPACE) {
      at += 1
      continue
    }
    const end = scan(text, at, code, kind, found)
    at = end
  }
  return found
}

function scan(text: string, at: number, code: number, kind: number, found: Annotation<'token'>[]): number {
  if (kind === LETTER || kind === MARK) return word(text, at, at, found)
  if (kind === DIGIT) return number(text, at, found)
  const next = text.charCodeAt(at + 1)
  if ((code === 0x40 || code === 0x23) && classOf(next) === LETTER) return handle(text, at, found)
  if (isApostrophe(code)) return apostrophe(text, at, found)
  const end = runEnd(text, at, code)
  push(found, text, at, end, kind === PUNCTUATION ? 'punctuation' : 'symbol')
  return end
}

function push(found: Annotation<'token'>[], text: string, start: number, end: number, kind: Kind): void {
  found.push({ span: { start, end }, value: { kind, norm: normOf(text.slice(start, end)) }, by: 'token/scan' })
}

/** Lower case, plain apostrophes and hyphens, no invisible characters. */
function normOf(raw: string): string {
  for (let i = 0; i < raw.length; i++) {
    if (raw.charCodeAt(i) > 0x7e)
      return raw
        .toLowerCase()
        .replace(/[’ʼ‘]/gu, "'")
        .replace(/[‐‑]/gu, '-')
        .replace(/\p{Cf}/gu, '')
  }
  return raw.toLowerCase()
}

/** Runs of one of . - ! ? * = ~ _ are one token; "!" and "?" mix. */
function runEnd(text: string, at: number, code: number): number {
  let end = at + (code > 0xffff ? 2 : 1)
  const marks = code === 0x21 || code === 0x3f ? '!?' : '.-–—*=~_…'.includes(text[at] ?? ' ') ? (text[at] ?? '') : ''
  while (marks !== '' && end < text.length && marks.includes(text[end] as string)) end += 1
  return end
}

/** "'s" after a quotation mark or bracket is a clitic of what it follows. */
function apostrophe(text: string, at: number, found: Annotation<'token'>[]): number {
  const clitic =
    at > 0 &&
    classOf(text.charCodeAt(at - 1)) !== SPACE &&
    (text[at + 1] === 's' || text[at + 1] === 'S') &&
    classOf(text.charCodeAt(at + 2)) !== LETTER
  push(found, text, at, clitic ? at + 2 : at + 1, clitic ? 'word' : 'punctuation')
  return clitic ? at + 2 : at + 1
}

function handle(text: string, at: number, found: Annotation<'token'>[]): number {
  let end = at + 1
  while (isWordCode(text, end) || text[end] === '_') end += charLength(text, end)
  push(found, text, at, end, 'word')
  return end
}

function isWordCode(text: string, at: number): boolean {
  if (at >= text.length) return false
  const kind = classOf(text.codePointAt(at) as number)
  return kind === LETTER || kind === DIGIT || kind === MARK
}

function isDigit(text: string, at: number): boolean {
  return classOf(text.charCodeAt(at)) === DIGIT
}

function charLength(text: string, at: number): number {
  return (text.codePointAt(at) as number) > 0xffff ? 2 : 1
}

function word(text: string, start: number, from: number, found: Annotation<'token'>[]): number {
  const dots = from === start ? dotted(text, start) : 0
  let end = dots > 0 ? dots : from
  let domain = false
  let clitic = -1
  while (end < text.length) {
    const code = text.codePointAt(end) as number
    const kind = classOf(code)
    if (kind === LETTER || kind === DIGIT || kind === MARK) {
      end += code > 0xffff ? 2 : 1
    } else if (isApostrophe(code) && classOf(text.charCodeAt(end + 1)) === LETTER) {
      clitic = end
      end += 1
    } else if ((isHyphen(code) || code === 0x5f) && isWordCode(text, end + 1)) {
      end += 1
    } else if (code === 0x26 && isUpper(text.charCodeAt(end - 1)) && isUpper(text.charCodeAt(end + 1))) {
      end += 1
    } else if ((code === 0x2c || code === 0x2e) && isDigit(text, end - 1) && isDigit(text, end + 1)) {
      end += 1
    } else if (code === 0x2e && joinsDot(text, end)) {
      domain = true
      end += 1
    } else if (code === 0x40 && isWordCode(text, end + 1)) {
      domain = true
      end += 1
    } else break
  }
  if (isAddress(text, end, domain)) return address(text, start, end, found)
  return endWord(text, start, end, clitic, dots > 0, found)
}

function endWord(
  text: string,
  start: number,
  end: number,
  clitic: number,
  dots: boolean,
  found: Annotation<'token'>[],
): number {
  if (!dots && text[end] === '.' && text[end + 1] !== '.' && isAbbreviation(text, start, end, found)) {
    push(found, text, start, end + 1, 'word')
    return end + 1
  }
  if (text[end] === '.' && text[end + 2] === '.' && ABBREVIATIONS.has(text.slice(start, end + 3))) {
    push(found, text, start, end + 3, 'word')
    return end + 3
  }
  const cut = clitic === -1 ? end : cliticStart(text, start, clitic, end)
  push(found, text, start, cut, 'word')
  if (cut < end) push(found, text, cut, end, 'word')
  return end
}

/** Where a clitic begins in a word whose last apostrophe is at `mark`; `end` when there is none. */
function cliticStart(text: string, start: number, mark: number, end: number): number {
  const tail = text.slice(mark + 1, end).toLowerCase()
  if (CLITICS.has(tail)) return mark
  if (tail === 't' && mark - 1 > start && text[mark - 1]?.toLowerCase() === 'n') return mark - 1
  return end
}

/** The end of "U.S.", "a.m.", "J.D." or "U.S" at `start`; 0 when no such thing stands there. */
function dotted(text: string, start: number): number {
  let at = start
  let dots = 0
  while (classOf(text.charCodeAt(at)) === LETTER && text[at + 1] === '.' && text[at + 2] !== '.') {
    at += 2
    dots += 1
  }
  if (dots === 0) return 0
  const letter = classOf(text.charCodeAt(at)) === LETTER
  const longer = letter && isWordCode(text, at + 1)
  if (longer) return dots > 1 && isUpper(text.charCodeAt(at)) ? at : 0
  if (letter) return at + 1
  return dots > 1 ? at : 0
}

function isAbbreviation(text: string, start: number, end: number, found: readonly Annotation<'token'>[]): boolean {
  const next = afterSpaces(text, end + 1)
  if (end - start === 1 && isUpper(text.charCodeAt(start)) && next > end + 1 && isUpper(text.charCodeAt(next)))
    return text[start] !== 'I' || followsName(text, start, found)
  if (end - start > 8) return false
  const kind = ABBREVIATIONS.get(text.slice(start, end + 1))
  return kind !== undefined && (kind !== 'number' || classOf(text.charCodeAt(next)) === DIGIT)
}

function followsName(text: string, start: number, found: readonly Annotation<'token'>[]): boolean {
  const before = found[found.length - 1]
  return before !== undefined && before.span.end === start - 1 && isUpper(text.charCodeAt(before.span.start))
}

/** The first character after at most three blanks (not line ends). */
function afterSpaces(text: string, at: number): number {
  let next = at
  while (next < at + 3 && text[next] !== '\n' && next < text.length && classOf(text.charCodeAt(next)) === SPACE)
    next += 1
  return next
}

/** A full stop inside a host name or an e-mail address: "pravda.com.ua", "Jane.Doe@example.com". */
function joinsDot(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1)
  if (isLower(next)) return true
  if (classOf(next) !== LETTER && classOf(next) !== DIGIT) return false
  for (let i = at + 1; i < at + EMAIL_LOOKAHEAD && i < text.length; i++) {
    const char = text[i] as string
    if (char === '@') return isWordCode(text, i + 1)
    if (!isWordCode(text, i) && !'.+-_'.includes(char)) return false
  }
  return false
}

function isAddress(text: string, end: number, domain: boolean): boolean {
  if (text.startsWith('://', end)) return true
  return domain && text[end] === '/' && isWordCode(text, end + 1)
}

function address(text: string, start: number, from: number, found: Annotation<'token'>[]): number {
  let end = from
  while (end < text.length && classOf(text.charCodeAt(end)) !== SPACE && !'<>"“”«»'.includes(text[end] as string))
    end += 1
  while (end > from && ".,;:!?)]}'’…".includes(text[end - 1] as string)) end -= 1
  push(found, text, start, Math.max(end, from), 'word')
  return Math.max(end, from)
}

function number(text: string, start: number, found: Annotation<'token'>[]): number {
  let end = digitsEnd(text, start)
  while (',.:/'.includes(text[end] ?? ' ') && classOf(text.charCodeAt(end + 1)) === DIGIT)
    end = digitsEnd(text, end + 1)
  if (isIsoDay(text, start, end)) {
    push(found, text, start, end + 6, 'number')
    return end + 6
  }
  if (isHyphen(text.charCodeAt(end)) && classOf(text.charCodeAt(end + 1)) === LETTER && !isMonth(text, end + 1))
    return word(text, start, end, found)
  if (classOf(text.charCodeAt(end)) === LETTER) return numberAndLetters(text, start, end, found)
  push(found, text, start, end, 'number')
  return end
}

function digitsEnd(text: string, at: number): number {
  let end = at
  while (end < text.length && classOf(text.codePointAt(end) as number) === DIGIT) end += charLength(text, end)
  return end
}

function isIsoDay(text: string, start: number, end: number): boolean {
  return end - start === 4 && text[end] === '-' && /^-\d\d-\d\d(?![\d-])/u.test(text.slice(end, end + 7))
}

function isMonth(text: string, at: number): boolean {
  return isUpper(text.charCodeAt(at)) && MONTHS.has(text.slice(at, at + 3).toLowerCase())
}

/** "5bn", "10km", "10am" are two tokens; "17th", "1990s", "3D", "9M729" one. */
function numberAndLetters(text: string, start: number, end: number, found: Annotation<'token'>[]): number {
  let letters = end
  while (letters - end <= UNIT_LETTERS && classOf(text.charCodeAt(letters)) === LETTER) letters += 1
  const tail = text.slice(end, letters)
  const ends = !isWordCode(text, letters)
  const apart = ends && tail.length <= UNIT_LETTERS && (UPPER_UNITS.has(tail) || tail === tail.toLowerCase())
  if (!apart || /^(?:st|nd|rd|th|s)$/u.test(tail)) return word(text, start, end, found)
  push(found, text, start, end, 'number')
  return word(text, end, end, found)
}
