import { norm, type Range, type View } from '../quotes-view.ts'
import type { AmountWords, CountKind, Harm } from './words.ts'

const MAX_GAP = 6
const MAX_ASIDE = 14
/** How far from a noun its verb, or from a verb its object, is looked for. */
const NEAR = 12

/** What can happen to what is counted, by the head of its name; anything unknown is taken for people. */
export function kindOf(words: AmountWords, unit: string): CountKind {
  return words.kinds.get(unit) ?? words.kinds.get(unit.slice(unit.lastIndexOf(' ') + 1)) ?? 'person'
}

/**
 * What happened to the counted noun at token `head`, by the parse: the verb that has it as its object or subject, or that
 * hangs on it ("30 people killed in", "wounded soldiers"). `agent`: it does it to another. Undefined where the parse says
 * nothing.
 */
export function harmByParse(
  view: View,
  words: AmountWords,
  head: number,
  kind: CountKind,
  sentence: Range,
): string | 'agent' | undefined {
  const harm = words.harm[kind]
  let node = head
  for (let step = 0; step < 3 && view.tokens[node]?.value.relation === 'conj'; step++)
    node = view.tokens[node]?.value.head ?? node
  const { relation = '', head: verb } = view.tokens[node]?.value ?? {}
  if (verb !== undefined && /^(?:obj|nsubj|nsubj:pass)$/u.test(relation)) {
    const found = harmAt(view, harm, verb)
    if (found !== undefined) {
      if (found.place === 'lives' && norm(view, head) !== 'lives') return undefined
      if (relation === 'obj') return found.place === 'after' ? undefined : found.status
      if (relation === 'nsubj' && found.place !== 'after' && takesObject(view, verb, sentence)) return 'agent'
      if (found.place === 'after' || found.place === 'both') return found.status
    }
  }
  return harmBelow(view, harm, head, sentence)
}

/** A participle that hangs on the noun. */
function harmBelow(view: View, harm: ReadonlyMap<string, Harm>, head: number, sentence: Range): string | undefined {
  for (let at = Math.max(sentence.first, head - 3); at < sentence.end && at < head + NEAR; at++) {
    const { head: above, relation = '' } = view.tokens[at]?.value ?? {}
    if (above !== head || !/^(?:acl|amod)/u.test(relation)) continue
    const found = harmAt(view, harm, at)
    const lives = found?.place === 'lives' && norm(view, head) === 'lives'
    if (found !== undefined && (lives || found.place === 'after' || found.place === 'both')) return found.status
  }
  return undefined
}

function takesObject(view: View, verb: number, sentence: Range): boolean {
  for (let at = verb + 1; at < sentence.end && at < verb + NEAR; at++)
    if (view.tokens[at]?.value.head === verb && view.tokens[at]?.value.relation === 'obj') return true
  return false
}

/** The harm that the word at token `i` says, also with the next one ("shot down"). */
function harmAt(view: View, harm: ReadonlyMap<string, Harm>, i: number): Harm | undefined {
  const word = norm(view, i)
  if (word.length > 40) return undefined
  const found = harm.get(`${word} ${norm(view, i + 1)}`) ?? harm.get(word)
  const link = norm(view, i + 1)
  const second = found && (link === 'or' || link === 'and') ? harm.get(norm(view, i + 2)) : undefined
  if (!found || !second || second.place === 'before' || view.tokens[i + 3]?.value.kind === 'number') return found
  return second.status === found.status ? found : { ...found, status: `${found.status} ${link} ${second.status}` }
}

/** A status right after the noun: "people were killed", "12 dead". */
export function harmAfter(
  view: View,
  words: AmountWords,
  i: number,
  kind: CountKind,
  sentenceEnd: number,
): string | undefined {
  let at = i
  if (norm(view, at) === ',' && norm(view, at + 1) === 'including') at = overAside(view, at, sentenceEnd)
  for (let gap = 0; at < sentenceEnd && gap < MAX_GAP; at++, gap++) {
    const harm = harmAt(view, words.harm[kind], at)
    if (harm !== undefined && (harm.place === 'after' || harm.place === 'both'))
      return gap === 0 && harm.place === 'both' && takesFigure(view, words, at + 1) ? undefined : harm.status
    if (!words.classes.auxiliary.has(norm(view, at))) return undefined
  }
  return undefined
}

/** "N soldiers wounded 12 civilians" would have the soldiers as doers. */
function takesFigure(view: View, words: AmountWords, i: number): boolean {
  return view.tokens[i]?.value.kind === 'number' || words.numbers.get(norm(view, i))?.kind === 'unit'
}

/** Over ", including three children," to what comes after it. */
function overAside(view: View, comma: number, sentenceEnd: number): number {
  for (let at = comma + 1; at < sentenceEnd && at < comma + MAX_ASIDE; at++) if (norm(view, at) === ',') return at + 1
  return comma
}

/** A status right before the figure ("killing 12", "injured at least 30", "shot down 99"). */
export function harmBefore(
  view: View,
  words: AmountWords,
  i: number,
  kind: CountKind,
  floor: number,
): string | undefined {
  let at = i - 1
  if (/^(?:the|another|all|of)$/u.test(norm(view, at))) at -= 1
  if (at < floor) return undefined
  const harm = words.harm[kind].get(norm(view, at)) ?? harmAt(view, words.harm[kind], at - 1)
  return harm !== undefined && (harm.place === 'before' || harm.place === 'both') ? harm.status : undefined
}

/** "12 deaths": harm as what is counted, or "12 dead", "66 injured" without a noun. */
export function harmNoun(
  view: View,
  words: AmountWords,
  i: number,
): { readonly status: string; readonly end: number } | undefined {
  const at = norm(view, i) === 'more' || norm(view, i) === 'others' ? i + 1 : i
  const harm = harmAt(view, words.harm.person, at)
  if (harm === undefined || harm.place === 'lives' || harm.place === 'before') return undefined
  // "30 wounded soldiers": the soldiers are counted.
  const { relation, head } = view.tokens[at]?.value ?? {}
  if (relation === 'amod' && head === at + 1 && view.tokens[head]?.value.pos === 'NOUN') return undefined
  return { status: harm.status, end: at + (/ (?:or|and) /u.test(harm.status) ? 3 : 1) }
}
