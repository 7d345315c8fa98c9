import { type Attribution, type Reader, subjectOf } from './quotes-attribution.ts'
import { type CueVerb, cueAt, cueRange } from './quotes-cues.ts'
import { type Speaker, speakerAfter } from './quotes-speakers.ts'
import { isCapital, isWord, norm, type Range } from './quotes-view.ts'
import { datelineLength } from './sentences-dateline.ts'

export type Indirect = { readonly content: Range } & Attribution

const THAT_REACH = 10
const MIN_WORDS = 3
const FINITE = new Set(
  "is are was were will would has have had can could may might must should did does do 's 'll 'd 've 're wants wanted needs remains".split(
    ' ',
  ),
)
/** What may follow "said" and begins no clause. */
const NO_CLAUSE = new Set(
  'in on at by to of from for with as after before during since until about against over when while if so nothing something anything goodbye and or but , ; : . " “ - – — ) last late early this alongside here there only within along live amid via once during later earlier again citing'.split(
    ' ',
  ),
)
const CALENDAR =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|today|yesterday)$/u

/** Reported speech in one sentence: the clause after a saying verb, the clause before "…, NAME said", "according to". */
export function indirectIn(reader: Reader, sentence: Range): readonly Indirect[] {
  const found: Indirect[] = []
  for (let i = sentence.first; i < sentence.end; i++) {
    if (reader.quoted[i]) continue
    const verb = cueAt(reader.view, reader.words, i)
    const one = verb !== undefined ? byVerb(reader, sentence, i, verb) : accordingTo(reader, sentence, i)
    if (one === undefined) continue
    found.push(one)
    i = Math.max(i, one.content.end - 1)
  }
  return found
}

function byVerb(reader: Reader, sentence: Range, cue: number, verb: CueVerb): Indirect | undefined {
  if (verb.use === 'label' || verb.use === 'quote') return undefined
  const subject = subjectOf(reader, cue, sentence.first)
  if (subject === undefined) return undefined
  const range = cueRange(reader.view, cue)
  if (subject.range.first > cue) return beforeComma(reader, sentence, cue - 1, subject, range)
  const start = clauseStart(reader, sentence, cue, verb)
  if (start !== -1) {
    const content = trimmed(reader, { first: start, end: clauseEnd(reader, sentence, start) })
    return content && said(reader, subject, range, content, 'quote/indirect')
  }
  return fronted(reader, sentence, cue, subject, range)
}

/** The first token of the clause that the verb at `cue` takes; -1 when none is clear. */
function clauseStart(reader: Reader, sentence: Range, cue: number, verb: CueVerb): number {
  const { view, quoted } = reader
  for (let i = cue + 1; i < sentence.end && i <= cue + THAT_REACH; i++) {
    if (quoted[i] || /^[;:.]$/u.test(norm(view, i))) break
    if (norm(view, i) === 'that') return plausibleThat(reader, cue, i) ? i + 1 : -1
    if (FINITE.has(norm(view, i))) break
  }
  if (verb.use !== 'clause') return -1
  const next = cue + 1
  if (next >= sentence.end || NO_CLAUSE.has(norm(view, next)) || CALENDAR.test(norm(view, next)) || quoted[next])
    return -1
  if (FINITE.has(norm(view, next)) || (/ed$/u.test(norm(view, next)) && !isCapital(view, next))) return -1
  if (verb.lemma === 'say' || hasFinite(reader, next, Math.min(sentence.end, next + 12))) return next
  return -1
}

/** "told ABC News on Thursday that" but not "announced the deal that". */
function plausibleThat(reader: Reader, cue: number, that: number): boolean {
  const { view, words } = reader
  if (that === cue + 1 || norm(view, that - 1) === ',') return true
  const verb = cueAt(view, words, cue)
  if (verb?.use === 'tell') return true
  return NO_CLAUSE.has(norm(view, cue + 1)) || CALENDAR.test(norm(view, cue + 1))
}

function hasFinite(reader: Reader, first: number, end: number): boolean {
  for (let i = first; i < end; i++) {
    if (/^[,;]$/u.test(norm(reader.view, i))) return false
    if (!reader.quoted[i] && FINITE.has(norm(reader.view, i)) && !isCapital(reader.view, i))
      return norm(reader.view, i) !== "'s" || !isCapital(reader.view, i - 1)
  }
  return false
}

/** The clause ends with the sentence, at a semicolon, or before another speaker or saying verb joined to it. */
function clauseEnd(reader: Reader, sentence: Range, start: number): number {
  const { view, words, quoted } = reader
  for (let i = start + 1; i < sentence.end; i++) {
    if (quoted[i]) continue
    const word = norm(view, i)
    if (word === ';' || (word === ':' && quoted[i + 1])) return i
    if (!/^(?:and|but|while|,)$/u.test(word)) continue
    if (cueAt(view, words, i + 1)?.tense === 'past') return i
    if (!isWord(view, i + 1)) continue
    const other = speakerAfter(view, words, i + 1)
    if (other && other.range.first === i + 1 && cueAt(view, words, other.range.end)) return i
  }
  return sentence.end
}

/** `CLAUSE, NAME said.` */
function fronted(reader: Reader, sentence: Range, cue: number, subject: Speaker, range: Range): Indirect | undefined {
  const { view } = reader
  const next = norm(view, cue + 1)
  if (!/^[.;,]$/u.test(next) && !NO_CLAUSE.has(next) && !CALENDAR.test(next)) return undefined
  return beforeComma(reader, sentence, subject.range.first - 1, subject, range)
}

const LEADS = new Set('if when while after as although though because since unless in on at for with before'.split(' '))

function beforeComma(
  reader: Reader,
  sentence: Range,
  comma: number,
  subject: Speaker,
  range: Range,
): Indirect | undefined {
  const { view } = reader
  if (norm(view, comma) !== ',' || comma <= sentence.first || /^(?:and|but|or)$/u.test(norm(view, comma - 1)))
    return undefined
  let first = comma
  while (first > sentence.first && norm(view, first - 1) !== ';') first -= 1
  if (first === 0) first = datelineLength(view.text, view.tokens)
  const content = trimmed(reader, { first, end: comma })
  if (content === undefined || LEADS.has(norm(view, content.first)) || !tellsSomething(reader, content))
    return undefined
  return said(reader, subject, range, content, 'quote/indirect-fronted')
}

function tellsSomething(reader: Reader, content: Range): boolean {
  if (reader.quoted[content.first]) return false
  for (let i = content.first; i < content.end; i++) {
    const word = norm(reader.view, i)
    if (FINITE.has(word) || (/(?:ed|es)$/u.test(word) && i > content.first)) return true
  }
  return false
}

function accordingTo(reader: Reader, sentence: Range, i: number): Indirect | undefined {
  const { view, words } = reader
  if (norm(view, i) !== 'according' || norm(view, i + 1) !== 'to') return undefined
  const speaker = speakerAfter(view, words, i + 2)
  if (speaker === undefined || speaker.kind === 'pronoun') return undefined
  const cue = { first: i, end: i + 2 }
  const leading = i === sentence.first || norm(view, i - 1) === ';'
  if (leading) {
    const start = speaker.range.end + (norm(view, speaker.range.end) === ',' ? 1 : 0)
    const content = trimmed(reader, { first: start, end: clauseEnd(reader, sentence, start) })
    return content && said(reader, speaker, cue, content, 'quote/according-to')
  }
  let first = i
  while (first > sentence.first && norm(view, first - 1) !== ';') first -= 1
  if (first === 0) first = datelineLength(view.text, view.tokens)
  const content = trimmed(reader, { first, end: i })
  return content && tellsSomething(reader, content)
    ? said(reader, speaker, cue, content, 'quote/according-to')
    : undefined
}

/** Without the marks at its ends; undefined when too little is left. */
function trimmed(reader: Reader, range: Range): Range | undefined {
  const { view, quoted } = reader
  let { first, end } = range
  while (first < end && /^[,:–—-]$/u.test(norm(view, first))) first += 1
  while (end > first && !quoted[end - 1] && /^(?:[.,;:!?…–—-]+|and|but)$/u.test(norm(view, end - 1))) end -= 1
  return end - first < MIN_WORDS ? undefined : { first, end }
}

function said(reader: Reader, subject: Speaker, cue: Range, content: Range, rule: string): Indirect | undefined {
  const whole = reader.quoted[content.first] && reader.quoted[content.end - 1] && allQuoted(reader, content)
  if (whole) return undefined
  const who =
    subject.kind !== 'pronoun'
      ? subject.range
      : subject.person
        ? reader.focus.resolve(subject.range.first)?.range
        : undefined
  return { content, cue, ...(who && { speaker: who }), rule }
}

function allQuoted(reader: Reader, content: Range): boolean {
  for (let i = content.first; i < content.end; i++) if (!reader.quoted[i]) return false
  return true
}
