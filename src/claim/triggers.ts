import type { EventLexicon, EventRow } from './lexicon.ts'
import { isFormOf, isPassive, isVerbUse, type Word } from './words.ts'

/** A word of a sentence that says an event, with the row that says so. */
export type Trigger = { readonly at: number; readonly last: number; readonly row: EventRow; readonly passive: boolean }

/** Words between two words of a verb pattern, at most. */
const GAP = 4
/** Tokens in which the object of a trigger must stand. */
const REACH = 8

/** The event words of a sentence, one row each; noun triggers only where no verb trigger has them as its object. */
export function triggersOf(words: readonly Word[], lexicon: EventLexicon): readonly Trigger[] {
  const blocked = blockedWords(words, lexicon)
  const found = words.flatMap((_, at) => (blocked.has(at) ? [] : (bestAt(words, at, lexicon) ?? [])))
  const verbs = found.filter(trigger => trigger.row.pos !== 'NOUN')
  const nouns = found.filter(
    noun =>
      noun.row.pos === 'NOUN' &&
      !verbs.some(verb => takesAsObject(words, verb, noun)) &&
      !found.some(other => other !== noun && covers(other, noun)),
  )
  return [...verbs.filter(verb => !verbs.some(other => other !== verb && covers(other, verb))), ...nouns]
    .filter(trigger => trigger.row.type !== undefined)
    .sort((a, b) => a.at - b.at)
}

function covers(outer: Trigger, inner: Trigger): boolean {
  return outer.at <= inner.at && inner.last <= outer.last && outer.row.words.length > inner.row.words.length
}

function takesAsObject(words: readonly Word[], verb: Trigger, noun: Trigger): boolean {
  const near = verb.at < noun.at ? noun.at - verb.last <= REACH : verb.passive && verb.at - noun.last <= REACH
  return near && verb.row.objects.some(object => isFormOf(words[noun.last], object))
}

function bestAt(words: readonly Word[], at: number, lexicon: EventLexicon): Trigger | undefined {
  const word = words[at]
  if (!word?.isWord || isPreposition(word)) return undefined
  const rows = new Set(word.lemmas.flatMap(({ lemma }) => lexicon.rows.get(lemma) ?? []))
  let best: { trigger: Trigger; rank: number } | undefined
  for (const row of rows) {
    const last = matchPattern(words, at, row)
    if (last === undefined) continue
    const passive = row.pos === 'VERB' && isPassive(words, at)
    const distance = objectDistance(words, at, last, row, passive)
    if (distance === undefined) continue
    const rank = row.words.length * 1000 + (row.objects.length > 0 ? 500 - distance : 0) + (row.pos === 'VERB' ? 1 : 0)
    if (!best || rank > best.rank) best = { trigger: { at, last, row, passive }, rank }
  }
  return best?.trigger
}

/** "According to", "including": verbs by form, prepositions by use. */
function isPreposition({ pos, relation }: Word): boolean {
  return pos === 'VERB' && (relation === 'case' || relation === 'mark')
}

/** Index of the pattern's last word, or undefined where the pattern does not stand here. */
function matchPattern(words: readonly Word[], at: number, row: EventRow): number | undefined {
  const [first = '', ...rest] = row.words
  if (!isFormOf(words[at], first)) return undefined
  if (row.pos === 'VERB' && !isVerbUse(words, at, first)) return undefined
  if (
    row.pos === 'NOUN' &&
    rest.length === 0 &&
    isVerbUse(words, at, first) &&
    words[at]?.lemmas.some(l => l.form === 'past' && l.lemma === first)
  )
    return undefined
  let last = at
  for (const next of rest) {
    const reach = row.pos === 'NOUN' ? 1 : GAP + 1
    const found = words.findIndex((word, i) => i > last && i <= last + reach && isFormOf(word, next))
    if (found === -1) return undefined
    last = found
  }
  return last
}

/** Tokens between trigger and the nearest of its row's objects; 0 where the row wants none, undefined where none is near. */
function objectDistance(
  words: readonly Word[],
  at: number,
  last: number,
  row: EventRow,
  passive: boolean,
): number | undefined {
  if (row.objects.length === 0) return 0
  let nearest: number | undefined
  const participle = words[at]?.lemmas.some(l => l.form === 'participle') ?? false
  const from = passive || participle ? at - REACH : at
  for (let i = Math.max(0, from); i <= last + REACH && i < words.length; i++) {
    if (i === at || !row.objects.some(object => isFormOf(words[i], object))) continue
    const distance = Math.abs(i - at)
    if (nearest === undefined || distance < nearest) nearest = distance
  }
  return nearest
}

/** Positions of words that a figurative, sports or other use takes out. */
function blockedWords(words: readonly Word[], lexicon: EventLexicon): ReadonlySet<number> {
  const blocked = new Set<number>()
  for (const [at, word] of words.entries()) {
    const blockers = word.isWord ? word.lemmas.flatMap(({ lemma }) => lexicon.blockers.get(lemma) ?? []) : []
    for (const blocker of blockers) {
      const last = blockerEnd(words, at, blocker.words)
      if (last === undefined || blocker.scope === 'article') continue
      const [from, to] = blocker.scope === 'sentence' ? [0, words.length - 1] : [at, last]
      for (let i = from; i <= to; i++) if (blocker.blocks === '*' || isFormOf(words[i], blocker.blocks)) blocked.add(i)
    }
  }
  return blocked
}

/** Index of the last word of a blocking pattern (one other word may stand between two of its words). */
export function blockerEnd(words: readonly Word[], at: number, pattern: readonly string[]): number | undefined {
  let last = at
  for (const next of pattern.slice(1)) {
    const found = [last + 1, last + 2].find(i => isFormOf(words[i], next) || words[i]?.norm === next)
    if (found === undefined) return undefined
    last = found
  }
  return last
}
