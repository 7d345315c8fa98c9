import { addDays } from '../core/day.ts'
import { idOf } from '../core/id.ts'
import { contains, type Span, within } from '../core/span.ts'
import { dayOfStamp } from '../core/stamp.ts'
import type { AmountValue, Annotation, Claim, Doc, Evidence, Kinds, PlaceValue, Reading, When } from '../core/types.ts'
import { alsoAt } from './also-at.ts'
import type { EventLexicon } from './lexicon.ts'
import { moodOf } from './mood.ts'
import { type References, referencesOf } from './references.ts'
import { actorOf, rolesOf } from './roles.ts'
import { blockerEnd, type Trigger, triggersOf } from './triggers.ts'
import { type Word, wordsOf } from './words.ts'

/** A claim told more than this many days after the day it is about is history. */
const HISTORY_DAYS = 30

/**
 * Who did what to whom, sentence by sentence: PLOVER types by the word lists of data/events, flags by the words around
 * the trigger, actors, day, place and amounts by nearness within the sentence. Claims come in reading order.
 */
export function claims(doc: Doc, lexicon: EventLexicon): readonly Claim[] {
  if (isOffField(doc, lexicon)) return []
  const references = referencesOf(doc)
  return doc.layers.sentence.flatMap(sentence => {
    const words = wordsOf(doc, sentence, lexicon.lemmas)
    const dates = within(doc.layers.time, sentence.span)
    const triggers = triggersOf(words, lexicon).filter(({ at }) => !dates.some(({ span }) => isIn(words[at], span)))
    return triggers.flatMap(trigger => claimOf(doc, sentence.span, words, trigger, triggers, references) ?? [])
  })
}

/** "March" of a date is no march. */
function isIn(word: Word | undefined, span: Span): boolean {
  return word !== undefined && contains(span, word.span)
}

function claimOf(
  doc: Doc,
  sentence: Span,
  words: readonly Word[],
  trigger: Trigger,
  all: readonly Trigger[],
  references: References,
): Claim | undefined {
  const { type, mode } = trigger.row
  const first = words[trigger.at]?.span
  const last = words[trigger.last]?.span
  if (!type || !first || !last) return undefined
  const span = { start: first.start, end: last.end }
  const article = doc.article.id
  const when = whenOf(doc, sentence, span)
  const where = whereOf(doc, sentence, span, words)
  const also = alsoAt(doc, sentence, span, where)
  const saidBy = speakerOf(doc, span)
  const flags = flagsOf(doc, words, trigger, when?.value)
  const dated = when ?? (flags.future || flags.hypothetical ? undefined : publicationDay(doc, sentence))
  return {
    id: idOf('claim', article, type, String(span.start), String(span.end)),
    article,
    type,
    ...(mode ? { mode } : {}),
    flags,
    ...rolesOf(doc, sentence, words, trigger, references),
    ...(dated ? { when: dated } : {}),
    ...(where ? { where } : {}),
    ...(also.length > 0 ? { alsoAt: also } : {}),
    amounts: amountsOf(doc, sentence, trigger, all, words),
    ...(saidBy ? { saidBy } : {}),
    trigger: span,
    sentence,
    evidence: [{ article, span: sentence, by: `claim/${trigger.row.words.join(' ')}` }],
  }
}

function flagsOf(doc: Doc, words: readonly Word[], trigger: Trigger, when: When | undefined): Claim['flags'] {
  const mood = moodOf(words, trigger)
  const stamp = doc.article.published ?? doc.article.known
  const day = stamp && dayOfStamp(stamp)
  if (!day || !when) return { ...mood, past: false }
  const ahead = when.earliest > day
  return {
    ...mood,
    future: mood.future ? when.latest >= day : ahead && !mood.hypothetical,
    past: when.latest < addDays(day, -HISTORY_DAYS),
  }
}

/** The calendar date nearest to the trigger in its sentence. */
function whenOf(doc: Doc, sentence: Span, trigger: Span): Reading<When> | undefined {
  const dated = within(doc.layers.time, sentence).filter(
    ({ value }) => value.when && value.type !== 'DURATION' && value.type !== 'SET',
  )
  const time = nearest(dated, trigger)
  if (!time?.value.when) return undefined
  const evidence: Evidence = { article: doc.article.id, span: time.span, by: time.by }
  return { value: time.value.when, certainty: time.value.certainty, evidence: [evidence] }
}

function publicationDay(doc: Doc, sentence: Span): Reading<When> | undefined {
  const stamp = doc.article.published ?? doc.article.known
  if (!stamp) return undefined
  const day = dayOfStamp(stamp)
  return {
    value: { earliest: day, latest: day, precision: 'day', edtf: day },
    certainty: 'implied',
    evidence: [{ article: doc.article.id, span: sentence, by: 'claim/publication-day' }],
  }
}

/** Say that something happens at the place they stand before, or goes there. */
const AT_PLACE = new Set(
  'in at near on over across outside around above inside within into against toward towards'.split(' '),
)
/** May stand between such a word and its place: "in the eastern Sumy region", "near the town of Pokrovsk". */
const BEFORE_PLACE = new Set(
  'the a an its northern southern eastern western north south east west central nearby border city town village port capital district of'.split(
    ' ',
  ),
)

/**
 * The nearest town, region, water or site where something happens: after a preposition of place, further on in such a list
 * ("in Kyiv, Kharkiv and Odesa"), or straight after the trigger ("shelled Kherson"). A capital that stands for its
 * government is no place, nor is the outlet's home.
 */
function whereOf(doc: Doc, sentence: Span, trigger: Span, words: readonly Word[]): Reading<PlaceValue> | undefined {
  const governments = new Set(
    doc.layers.name.flatMap(name => (name.value.actor === undefined ? [] : [name.span.start])),
  )
  const places: Annotation<'place'>[] = []
  let listed = -1
  for (const place of within(doc.layers.place, sentence)) {
    if (place.value.kind === 'country' || place.value.doubtful || governments.has(place.span.start)) continue
    const between = doc.article.text.slice(listed, place.span.start)
    const goesOn = listed >= 0 && /^(?:, | and |, and | or )(?:the )?$/u.test(between)
    if (!goesOn && !isPlaced(words, place.span.start, trigger)) continue
    places.push(place)
    listed = place.span.end
  }
  const place = nearest(places, trigger)
  return (
    place && {
      value: withoutOthers(place.value),
      certainty: 'stated',
      evidence: [{ article: doc.article.id, span: place.span, by: place.by }],
    }
  )
}

function withoutOthers({ others: _, ...place }: PlaceValue): PlaceValue {
  return place
}

function isPlaced(words: readonly Word[], start: number, trigger: Span): boolean {
  let at = words.findIndex(word => word.span.start >= start) - 1
  while (BEFORE_PLACE.has(words[at]?.norm ?? '')) at--
  const word = words[at]
  return word !== undefined && (AT_PLACE.has(word.norm) || word.span.end === trigger.end)
}

function nearest<K extends keyof Kinds>(items: readonly Annotation<K>[], to: Span): Annotation<K> | undefined {
  const distance = ({ span }: Annotation<K>) =>
    span.end <= to.start ? to.start - span.end : Math.max(0, span.start - to.end)
  return items.reduce<Annotation<K> | undefined>(
    (best, item) => (best && distance(best) <= distance(item) ? best : item),
    undefined,
  )
}

/** The amounts of the sentence whose nearest trigger is this one; a figure that counts nothing said is none. */
function amountsOf(
  doc: Doc,
  sentence: Span,
  trigger: Trigger,
  all: readonly Trigger[],
  words: readonly Word[],
): readonly Reading<AmountValue>[] {
  const startOf = (t: Trigger) => words[t.at]?.span.start ?? 0
  return within(doc.layers.amount, sentence).flatMap(amount => {
    if (amount.value.kind === 'number') return []
    const distance = (t: Trigger) => Math.abs(startOf(t) - amount.span.start)
    const closest = [...all].sort((a, b) => distance(a) - distance(b))[0]
    if (closest !== trigger) return []
    return [
      {
        value: amount.value,
        certainty: 'stated' as const,
        evidence: [{ article: doc.article.id, span: amount.span, by: amount.by }] as const,
      },
    ]
  })
}

function speakerOf(doc: Doc, trigger: Span) {
  const quote = doc.layers.quote.find(q => contains(q.value.content, trigger) && q.value.speaker)
  const speaker = quote?.value.speaker
  const name = speaker && doc.layers.name.find(n => contains(speaker, n.span))
  return name && actorOf(name.value)
}

/** Whether title or first paragraph show a field in which the words of conflict mean something else: sport, film, games. */
function isOffField(doc: Doc, lexicon: EventLexicon): boolean {
  const opening = doc.layers.sentence.filter(sentence => sentence.value.paragraph === 0).slice(0, 3)
  return opening.some(sentence => {
    const words = wordsOf(doc, sentence, lexicon.lemmas)
    return words.some((word, at) =>
      word.lemmas
        .flatMap(({ lemma }) => lexicon.blockers.get(lemma) ?? [])
        .some(blocker => blocker.scope === 'article' && blockerEnd(words, at, blocker.words) !== undefined),
    )
  })
}
