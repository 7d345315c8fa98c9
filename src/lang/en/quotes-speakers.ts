import { STARTERS } from './abbreviations.ts'
import type { QuoteWords } from './quotes-cues.ts'
import { isCapital, isWord, norm, type Range, sentenceAt, type View } from './quotes-view.ts'

export type Speaker = {
  readonly range: Range
  readonly kind: 'name' | 'noun' | 'pronoun'
  /** A name with the look of a person's: a role before it, or two words and more. */
  readonly person: boolean
}

const CALENDAR =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|today|yesterday|tonight)$/u
const PRONOUNS = new Set(['he', 'she', 'they', 'it', 'i', 'we'])
const ADVERBS = new Set(
  'also earlier later then repeatedly previously again already separately meanwhile however thus once recently publicly personally immediately has have had both reportedly still even only just all now'.split(
    ' ',
  ),
)
const DETERMINERS = new Set(
  'the a an his her its their this that one some several many two three another each'.split(' '),
)
const MAX_WORDS = 16
const MAX_APPOSITION = 14

/** The subject that ends right before token `verb`, over adverbs, days and appositions; undefined when none is clear. */
export function subjectBefore(view: View, words: QuoteWords, verb: number, floor: number): Speaker | undefined {
  const last = skipLeft(view, verb - 1, floor)
  if (last < floor) return undefined
  if (norm(view, last) === ',') return overApposition(view, words, last, floor)
  if (norm(view, last) === 'who' || norm(view, last) === 'which')
    return subjectEndingAt(view, words, norm(view, last - 1) === ',' ? last - 2 : last - 1, floor)
  return subjectEndingAt(view, words, last, floor)
}

/** Left over adverbs and over "on Friday", "on 28 May", "last week" between subject and verb. */
function skipLeft(view: View, from: number, floor: number): number {
  let i = from
  while (i > floor && (ADVERBS.has(norm(view, i)) || /\p{L}ly$/u.test(norm(view, i))) && !isCapital(view, i)) i -= 1
  let at = i
  while (at > floor && i - at < 5 && (CALENDAR.test(norm(view, at)) || view.tokens[at]?.value.kind === 'number'))
    at -= 1
  if (at < i && /^(?:on|last|this|late|early|in)$/u.test(norm(view, at))) at -= 1
  return at < i ? at : i
}

/** "Tykhyi, spokesperson for the ministry, said": the subject before the first comma. */
function overApposition(view: View, words: QuoteWords, comma: number, floor: number): Speaker | undefined {
  for (let i = comma - 1; i > floor && comma - i < MAX_APPOSITION; i--) {
    if (norm(view, i) === ',') {
      const subject = subjectEndingAt(view, words, i - 1, floor)
      return subject?.kind === 'name' ? subject : undefined
    }
    if (!isWord(view, i) && view.tokens[i]?.value.kind !== 'number') return undefined
  }
  return undefined
}

function subjectEndingAt(view: View, words: QuoteWords, last: number, floor: number): Speaker | undefined {
  if (last < floor || !isWord(view, last)) return undefined
  const word = norm(view, last)
  if (PRONOUNS.has(word))
    return { range: { first: last, end: last + 1 }, kind: 'pronoun', person: /^s?he$/u.test(word) }
  if (isNameWord(view, last)) return nameEndingAt(view, words, last, floor)
  const kind = words.speakers.get(word)
  if (kind !== 'role' && kind !== 'body') return undefined
  const first = nounStart(view, words, last, floor)
  return { range: { first, end: last + 1 }, kind: 'noun', person: kind === 'role' }
}

/** A capitalised word that is no calendar word and no function word at a sentence's start. */
function isNameWord(view: View, i: number): boolean {
  if (isArabicName(view, i)) return true
  if (!isCapital(view, i) || CALENDAR.test(norm(view, i))) return false
  if (norm(view, i) === 'i') return false
  return !STARTERS.has(norm(view, i)) && !PREPOSITIONS.has(norm(view, i))
}

/** "al-Busaidi". */
function isArabicName(view: View, i: number): boolean {
  const token = view.tokens[i]
  return token !== undefined && /^[ae][a-z]{1,2}-\p{Lu}/u.test(view.text.slice(token.span.start, token.span.start + 5))
}

const PREPOSITIONS = new Set(
  'in on at by to of from for with as after before during since until about against over under through between into speaking answering asked citing'.split(
    ' ',
  ),
)

function nameEndingAt(view: View, words: QuoteWords, last: number, floor: number): Speaker {
  let first = last
  let nameFirst = last
  while (first > floor && last - first < MAX_WORDS) {
    const step = stepLeft(view, words, first, floor)
    if (step === 0) break
    first -= step
    if (nameFirst === first + step && isNameWord(view, first) && !isRoleWord(view, words, first)) nameFirst = first
  }
  first = dropTown(view, words, first, last)
  if (first > floor && /^(?:the|a|an)$/u.test(norm(view, first - 1)) && first < nameFirst) first -= 1
  const role = first < nameFirst
  return {
    range: { first, end: last + 1 },
    kind: 'name',
    person: role || (last > nameFirst && !isBody(view, words, last)),
  }
}

function isRoleWord(view: View, words: QuoteWords, i: number): boolean {
  const kind = words.speakers.get(norm(view, i))
  return kind === 'role' || kind === 'body' || kind === 'modifier' || /\.$/u.test(norm(view, i))
}

function isBody(view: View, words: QuoteWords, i: number): boolean {
  return words.speakers.get(norm(view, i)) === 'body'
}

/** How many tokens to the left of `first` still belong to the name: 0 when none. */
function stepLeft(view: View, words: QuoteWords, first: number, floor: number): number {
  const i = first - 1
  if (isNameWord(view, i)) return 1
  const word = norm(view, i)
  const kind = isWord(view, i) ? words.speakers.get(word) : undefined
  if (kind === 'particle' && (isNameWord(view, first) || words.speakers.get(norm(view, first)) === 'particle'))
    return i > floor && (isCapital(view, i - 1) || words.speakers.get(norm(view, i - 1)) === 'particle') ? 1 : 0
  if (kind === 'role' || kind === 'modifier') return 1
  if (kind === 'body') return words.speakers.get(norm(view, first)) === 'role' ? 1 : 0
  if (word === "'s" && isRoleWord(view, words, first) && isNameWord(view, i - 1) && i > floor) return 2
  const beforeLink = i > floor && (isRoleWord(view, words, i - 1) || isNameWord(view, i - 1))
  if (word === 'of' && beforeLink && words.speakers.has(norm(view, i - 1))) return 2
  if (word === 'and' && isRoleWord(view, words, first) && words.speakers.get(norm(view, i - 1)) === 'role') return 2
  return 0
}

/** "In Kyiv Zelensky said": the town is not part of the name. */
function dropTown(view: View, words: QuoteWords, first: number, last: number): number {
  if (first >= last || words.speakers.get(norm(view, first)) !== 'place') return first
  return PREPOSITIONS.has(norm(view, first - 1)) ? first + 1 : first
}

function nounStart(view: View, words: QuoteWords, last: number, floor: number): number {
  let first = last
  while (first > floor && last - first < MAX_WORDS) {
    const i = first - 1
    const kind = isWord(view, i) ? words.speakers.get(norm(view, i)) : undefined
    const name = isNameWord(view, i)
    if (norm(view, i) === "'s" && i > floor && isNameWord(view, i - 1)) first -= 2
    else if (kind !== undefined || name) first -= 1
    else break
  }
  return first > floor && DETERMINERS.has(norm(view, first - 1)) ? first - 1 : first
}

/** The speaker that begins at token `first` ("said Heorhii Tykhyi", "according to the Defense Ministry"). */
export function speakerAfter(view: View, words: QuoteWords, first: number): Speaker | undefined {
  const end = sentenceAt(view, first).end
  let i = first
  if (DETERMINERS.has(norm(view, i))) i += 1
  const start = i
  let capital = -1
  let noun = -1
  while (i < end && i - first < MAX_WORDS && isWord(view, i)) {
    const kind = words.speakers.get(norm(view, i))
    if (isNameWord(view, i) || (isCapital(view, i) && STARTERS.has(norm(view, i)) && i > start)) capital = i
    else if (kind === 'role' || kind === 'body') noun = i
    else if (norm(view, i) === 'of' && isCapital(view, i - 1) && isNameWord(view, i + 1)) capital = i
    else if (kind === undefined && norm(view, i) !== "'s") break
    i += 1
  }
  const last = Math.max(capital, noun)
  if (last === -1) return pronounAt(view, first)
  const name = capital === last && capital >= 0
  const roles = last > start && isRoleWord(view, words, start)
  return {
    range: { first, end: last + 1 },
    kind: name ? 'name' : 'noun',
    person: name ? roles || last > start : words.speakers.get(norm(view, last)) === 'role',
  }
}

function pronounAt(view: View, i: number): Speaker | undefined {
  if (!/^(?:he|she)$/u.test(norm(view, i))) return undefined
  return { range: { first: i, end: i + 1 }, kind: 'pronoun', person: true }
}
