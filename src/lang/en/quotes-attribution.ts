import { cueAt, cueRange, type QuoteWords } from './quotes-cues.ts'
import type { Focus } from './quotes-focus.ts'
import type { Marked } from './quotes-marks.ts'
import { type Speaker, speakerAfter, subjectBefore } from './quotes-speakers.ts'
import { isWord, norm, type Range, sentenceAt, type View } from './quotes-view.ts'

export type Attribution = { readonly speaker?: Range; readonly cue?: Range; readonly rule: string }

export type Reader = {
  readonly view: View
  readonly words: QuoteWords
  readonly focus: Focus
  /** 1 for tokens inside a direct quotation. */
  readonly quoted: Uint8Array
}

/** Marked words of at most this many are scare quotes unless said in the same clause. */
const SCARE = 2
const MAX_BEFORE = 60
const LABEL_REACH = 14
const CONTRAST = new Set(['but', 'while', 'although', 'though', 'whereas', 'unless'])
const SUBORDINATE = new Set([
  ...CONTRAST,
  'after',
  'before',
  'when',
  'who',
  'which',
  'where',
  'because',
  'since',
  'as',
  'if',
])
/** Before marked words: they are what somebody says of a thing, not its name. */
const PREDICATE = new Set(
  "is are was were be been being as looks seems not n't will would could can has have had to should must may might".split(
    ' ',
  ),
)

/** Who says a quotation and by which verb, from the words around it; undefined when no pattern is clear. */
export function attribution(reader: Reader, quote: Marked): Attribution | undefined {
  const beside = quote.closed ? after(reader, quote) : undefined
  return (
    beside ?? before(reader, quote) ?? behind(reader, quote) ?? ofClause(reader, quote) ?? ofNeighbour(reader, quote)
  )
}

function after(reader: Reader, quote: Marked): Attribution | undefined {
  const { view, words } = reader
  const end = sentenceAt(view, quote.close).end
  const comma = norm(view, quote.close + 1) === ','
  if (!comma && !/^(?:[,.…]|[!?]+|\.\.\.)$/u.test(norm(view, quote.close - 1))) return undefined
  const first = quote.close + (comma || /^[-–—]$/u.test(norm(view, quote.close + 1)) ? 2 : 1)
  if (first >= end) return undefined
  if (norm(view, first) === 'according' && norm(view, first + 1) === 'to')
    return named(reader, speakerAfter(view, words, first + 2), { first, end: first + 2 }, 'quote/according-to')
  if (cueAt(view, words, first) !== undefined)
    return named(reader, speakerAfter(view, words, first + 1), cueRange(view, first), 'quote/after-inverted')
  for (let i = first + 1; i < end && i < first + LABEL_REACH; i++) {
    if (reader.quoted[i]) return undefined
    if (cueAt(view, words, i) === undefined) continue
    const subject = subjectBefore(view, words, cueRange(view, i).first, first)
    return subject && subject.range.first <= first + 2
      ? named(reader, subject, cueRange(view, i), 'quote/after')
      : undefined
  }
  return undefined
}

/** `The Senate will "start moving" a bill, NAME said`: the verb that closes the clause around the quotation. */
function behind(reader: Reader, quote: Marked): Attribution | undefined {
  const { view, words, quoted } = reader
  const sentence = sentenceAt(view, quote.close)
  if (isScare(view, quote) && !isPredicate(view, quote)) return undefined
  for (let i = quote.close + 1; i < sentence.end && i < quote.close + MAX_BEFORE; i++) {
    if (quoted[i]) continue
    if (norm(view, i) === ';' || CONTRAST.has(norm(view, i))) return undefined
    if (cueAt(view, words, i) === undefined) continue
    const subject = subjectOf(reader, i, quote.close + 1)
    if (subject === undefined) return undefined
    const start = Math.min(subject.range.first, i)
    return norm(view, start - 1) === ',' ? named(reader, subject, cueRange(view, i), 'quote/behind') : undefined
  }
  return undefined
}

function named(
  reader: Reader,
  speaker: Speaker | undefined,
  cue: Range | undefined,
  rule: string,
): Attribution | undefined {
  if (speaker === undefined) return undefined
  const who = speaker.kind === 'pronoun' ? pronoun(reader, speaker) : speaker.range
  return { ...(who && { speaker: who }), ...(cue && { cue }), rule }
}

function pronoun(reader: Reader, speaker: Speaker): Range | undefined {
  if (!speaker.person) return undefined
  return reader.focus.resolve(speaker.range.first)?.range
}

/** `NAME said … "…"`: the nearest saying verb to the left in the same sentence. */
function before(reader: Reader, quote: Marked): Attribution | undefined {
  const { view, words, quoted } = reader
  const floor = sentenceAt(view, quote.open).first
  const colon = norm(view, quote.open - 1) === ':'
  for (let i = quote.open - 1; i >= floor && i > quote.open - MAX_BEFORE; i--) {
    if (quoted[i]) continue
    const word = norm(view, i)
    if (word === ';' || (CONTRAST.has(word) && !colon)) return undefined
    const verb = cueAt(view, words, i)
    if (verb === undefined) continue
    if (!reaches(reader, quote, i, verb.use, colon)) return undefined
    const subject = subjectOf(reader, i, floor)
    return named(reader, subject, cueRange(view, i), colon ? 'quote/colon' : 'quote/before')
  }
  return colon ? afterName(reader, quote, floor) : undefined
}

/** Whether words at `quote` can belong to the verb at `cue`. */
function reaches(reader: Reader, quote: Marked, cue: number, use: string, colon: boolean): boolean {
  const { view } = reader
  const gap = quote.open - cue - 1
  if (colon) return true
  if (isScare(view, quote)) {
    if (use === 'label' && isOtherThing(view, quote)) return false
    if (use === 'label') return gap <= LABEL_REACH && !hasAny(reader, cue + 1, quote.open, SUBORDINATE)
    return gap === 0 || (isPredicate(view, quote) && !hasAny(reader, cue + 1, quote.open, CONTRAST))
  }
  if (use === 'label' || use === 'quote')
    return gap <= LABEL_REACH && !hasAny(reader, cue + 1, quote.open, use === 'label' ? CONTRAST : SUBORDINATE)
  return true
}

/** `called the hiding of the "memorandum" a mockery`: the marked words name the thing, not what it is called. */
function isOtherThing(view: View, quote: Marked): boolean {
  return /^(?:the|its|their|his|her|this)$/u.test(norm(view, quote.open - 1)) && isWord(view, quote.close + 1)
}

/** "is", "will" or "was direct and" stands right before the quotation. */
function isPredicate(view: View, quote: Marked): boolean {
  const before = quote.open - 1
  if (PREDICATE.has(norm(view, before))) return true
  if (!/^(?:and|or|only|so|very|too)$/u.test(norm(view, before))) return false
  for (let i = before - 1; i > before - 6; i--) if (PREDICATE.has(norm(view, i))) return true
  return false
}

function isScare(view: View, quote: Marked): boolean {
  let count = 0
  for (let i = quote.open + 1; i < quote.close && count <= SCARE; i++)
    if (isWord(view, i) || view.tokens[i]?.value.kind === 'number') count += 1
  return count <= SCARE
}

function hasAny(reader: Reader, first: number, end: number, words: ReadonlySet<string>): boolean {
  for (let i = first; i < end; i++) if (words.has(norm(reader.view, i)) && !reader.quoted[i]) return true
  return false
}

/** The subject of the verb at `cue`; of the verb before it when the two are joined by "and". */
export function subjectOf(reader: Reader, cue: number, floor: number): Speaker | undefined {
  const { view, words, quoted } = reader
  const range = cueRange(view, cue)
  const subject = subjectBefore(view, words, range.first, floor)
  if (subject !== undefined) return quoted[subject.range.first] ? undefined : subject
  const inverted = invertedSubject(reader, cue)
  if (inverted !== undefined) return inverted
  let i = range.first - 1
  while (i > floor && /ly$|^(?:also|then|later|again)$/u.test(norm(view, i))) i -= 1
  if (!/^(?:and|but|,)$/u.test(norm(view, i)) && !/ing$/u.test(norm(view, cue))) return undefined
  for (let at = i - 1; at > floor && at > i - MAX_BEFORE; at--) {
    if (norm(view, at) === ';') return undefined
    if (quoted[at] || cueAt(view, words, at) === undefined) continue
    const earlier = subjectBefore(view, words, at, floor)
    if (earlier !== undefined) return earlier
  }
  return undefined
}

/** ", said NAME" at the end of a clause; not ", said Kyiv had …". */
function invertedSubject(reader: Reader, cue: number): Speaker | undefined {
  const { view, words } = reader
  if (norm(view, cue - 1) !== ',' || /ing$/u.test(norm(view, cue))) return undefined
  const speaker = speakerAfter(view, words, cue + 1)
  if (speaker === undefined) return undefined
  return /^(?:[,.;:]|on|in|at|during|after|to|)$/u.test(norm(view, speaker.range.end)) ? speaker : undefined
}

/** `NAME: "…"`, or a sentence about one person that ends in a colon before the quotation. */
function afterName(reader: Reader, quote: Marked, floor: number): Attribution | undefined {
  const { view, words, focus } = reader
  const speaker = speakerAfter(view, words, floor)
  if (speaker === undefined || speaker.kind === 'pronoun') return undefined
  const alone = speaker.range.end === quote.open - 1
  const known = speaker.kind === 'name' && (speaker.person || (alone && focus.isKnown(speaker)))
  return known ? named(reader, speaker, undefined, 'quote/colon-name') : undefined
}

/** `…, NAME said in his address; "…".`: the clause before the semicolon has one speaker. */
function ofClause(reader: Reader, quote: Marked): Attribution | undefined {
  const { view, focus } = reader
  const end = sentenceAt(view, quote.close).end
  if (norm(view, quote.open - 1) !== ';' || quote.close < end - 2 || isScare(view, quote)) return undefined
  const speaker = focus.speakerBefore(quote.open)
  return speaker && { speaker: speaker.range, rule: 'quote/clause' }
}

/** A sentence that is all quotation goes on with the one person who spoke in the sentence before it. */
function ofNeighbour(reader: Reader, quote: Marked): Attribution | undefined {
  const { view, focus } = reader
  const index = view.sentenceOf[quote.open] ?? 0
  const sentence = view.sentences[index]
  const previous = view.sentences[index - 1]
  if (sentence === undefined || previous === undefined || quote.open !== sentence.first) return undefined
  const last = sentenceAt(view, quote.close).end
  const whole = quote.close >= last - 2 && !isWord(view, last - 1)
  if (!whole || previous.paragraph !== sentence.paragraph || isScare(view, quote)) return undefined
  const speaker = focus.of(index - 1)
  return speaker && { speaker: speaker.range, rule: 'quote/neighbour' }
}
