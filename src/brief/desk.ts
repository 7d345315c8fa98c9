import type { Sentence, Topic } from '../core/briefing.ts'
import { type Day, daysBetween } from '../core/day.ts'
import { within } from '../core/span.ts'
import type { Annotation } from '../core/types.ts'
import type { Language } from '../lang/language.ts'
import { type Likeness, likeness, type Vector } from './likeness.ts'
import { type Candidate, candidatesOf, type Material } from './material.ts'
import { originsOf, supporters, withReceipts } from './support.ts'
import { writeSentence } from './write.ts'

/** What every section is chosen from: the candidates, their likeness and support, and what is already on the page. */
export type Desk = {
  readonly material: Material
  readonly asOf: Day
  readonly topic: Topic
  readonly language: Language
  readonly all: readonly Candidate[]
  /** Those that can stand by themselves and are on the topic. */
  readonly fit: readonly Candidate[]
  readonly likeness: Likeness
  /** The middle of what the newest reports open with. */
  readonly focus: Vector
  support(candidate: Candidate): readonly Candidate[]
  origins(candidate: Candidate): number
}

export function openDesk(material: Material, topic: Topic, asOf: Day, language: Language): Desk {
  const all = candidatesOf(material, language.words)
  const alike = likeness(all)
  const memo = new Map<string, readonly Candidate[]>()
  const support = (candidate: Candidate) => {
    const known = memo.get(candidate.key) ?? supporters(candidate, alike)
    memo.set(candidate.key, known)
    return known
  }
  return {
    material,
    asOf,
    topic,
    language,
    all,
    fit: all.filter(candidate => candidate.fit > 0 && isOnTopic(candidate, topic)),
    likeness: alike,
    focus: focusOf(all, alike, asOf),
    support,
    origins: candidate => originsOf(candidate, support(candidate)),
  }
}

/** Writes a chosen candidate with its receipts. `entryDay`: the date that stands beside it. */
export function print(desk: Desk, candidate: Candidate, entryDay?: Day): Sentence {
  const frame = { asOf: desk.asOf, ...(entryDay === undefined ? {} : { entryDay }) }
  return withReceipts(writeSentence(candidate.doc, candidate.sentence.span, frame), candidate, desk.support(candidate))
}

/** What is on the page so far: no sentence stands twice, nor another that says nearly the same. */
export type Used = readonly Candidate[]

/** Highest likeness to anything already used; 1 for what says the same. */
export function likest(desk: Desk, candidate: Candidate, used: Used): number {
  return used.reduce(
    (most, other) => Math.max(most, saysSame(desk, candidate, other) ? 1 : desk.likeness.of(candidate, other)),
    0,
  )
}

function saysSame(desk: Desk, a: Candidate, b: Candidate): boolean {
  return a.key === b.key || desk.support(b).some(other => other.key === a.key)
}

/** Whether a sentence itself names an actor or holds a word of the topic: a long report tells of much else. */
function isOnTopic({ doc, sentence, terms }: Candidate, topic: Topic): boolean {
  if (topic.actors.length === 0 && topic.any.length === 0) return true
  return sidesNamed(within(doc.layers.name, sentence.span), topic) > 0 || topic.any.some(word => terms.includes(word))
}

/** How many actors of the topic a sentence names, by any of their names, people or capitals. */
export function sidesIn({ topic }: Desk, { doc, sentence }: Candidate): number {
  return sidesNamed(within(doc.layers.name, sentence.span), topic)
}

/** How many actors of the topic are among some names. */
export function sidesNamed(names: readonly Annotation<'name'>[], topic: Topic): number {
  const named = new Set(names.flatMap(({ value }) => [value.country ?? '', value.actor ?? '']))
  return topic.actors.filter(actor => named.has(actor)).length
}

const NEW_DAYS = 3

function focusOf(all: readonly Candidate[], alike: Likeness, asOf: Day): Vector {
  const openings = all.filter(c => c.index <= 1)
  const recent = openings.filter(c => daysBetween(c.published, asOf) <= NEW_DAYS)
  return alike.middle(recent.length > 0 ? recent : openings)
}
