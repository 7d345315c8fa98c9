import type { Span } from '../../../core/span.ts'
import type { Annotation, NameValue } from '../../../core/types.ts'
import { longestMatch } from '../../gazetteer.ts'
import { isTitle, officeAt, officeWords } from './agents.ts'
import type { Institution } from './entries.ts'
import { institutionValue } from './institutions.ts'
import { officeKey } from './offices.ts'
import { isCapitalised, pieceAt } from './pieces.ts'
import type { View } from './view.ts'

type Name = Annotation<'name'>

/** A state is clear where a paragraph tells of it alone, else where a text names it so many times and so mostly. */
const LEAST_NAMED = 3
const LEAST_SHARE = 0.75

/**
 * Adds what only the text tells whose it is: "the government", "the country", "the Defence Ministry", "the president", where the
 * paragraph up to there tells of one state alone, or names none and the text is about one. Otherwise it stays open. A body that
 * every state may have ("House of Representatives") loses the state that lists give it where the text never speaks of it.
 */
export function ofText(
  view: View,
  sentences: readonly Annotation<'sentence'>[],
  given: readonly Name[],
): readonly Name[] {
  const told = new Set(given.flatMap(({ by, value }) => (by === 'name/organisation' ? [] : (value.country ?? []))))
  const names = given.filter(name => !isForeignBody(view, name, told))
  const clear = stateFinder(sentences, names)
  const holder = holderFinder(view, names)
  const added: Name[] = []
  let next = 0
  let to = 0
  for (let at = 0; at < view.pieces.length; at++) {
    const piece = view.pieces[at]
    if (!piece || at < to) continue
    while (next < names.length && (names[next]?.span.end ?? 0) <= piece.start) next++
    if (!mayBegin(view, at)) continue
    const found = describedAt(
      view,
      at,
      () => clear(piece.start),
      words => holder(words, piece.start),
    )
    const [first, last] = [view.pieces[at], view.pieces[(found?.to ?? 0) - 1]]
    if (!found || !first || !last || (names[next]?.span.start ?? Number.POSITIVE_INFINITY) < last.end) continue
    if (isApposed(view, { start: first.start, end: last.end }, names[next - 1], names[next])) continue
    added.push({ span: { start: first.start, end: last.end }, value: found.value, by: 'name/of-text' })
    to = found.to
  }
  return [...names, ...added].sort((a, b) => a.span.start - b.span.start)
}

/** "Merz, the chancellor", "the chancellor, Merz": one phrase with the name beside it. */
function isApposed({ text }: View, span: Span, before: Name | undefined, after: Name | undefined): boolean {
  const left = before?.value.type === 'PERSON' ? text.slice(before.span.end, span.start) : ''
  const right = after?.value.type === 'PERSON' ? text.slice(span.end, after.span.start) : ''
  return left === ', the ' || right === ', '
}

/** After "the", or written as a name, or of words that need no article ("government forces"). */
function mayBegin({ pieces, lower, lists }: View, at: number): boolean {
  return (
    isDefinite({ pieces, lower }, at) ||
    (longestMatch(lists.definite, lower, at)?.length ?? 0) > 1 ||
    (isCapitalised(pieces[at]) && isCapitalised(pieces[at + 1]) && pieces[at + 1]?.joined === true)
  )
}

function isDefinite({ pieces, lower }: Pick<View, 'pieces' | 'lower'>, at: number): boolean {
  const before = lower[at - 1]?.text === 'new' ? lower[at - 2] : lower[at - 1]
  return pieces[at]?.joined === true && before?.text === 'the'
}

type Described = { readonly to: number; readonly value: NameValue }

function describedAt(
  view: View,
  at: number,
  state: () => string | undefined,
  holder: (words: readonly string[]) => NameValue | undefined,
): Described | undefined {
  const { pieces, lower, lists } = view
  const match = longestMatch(lists.definite, lower, at) ?? longestMatch(lists.institutions, lower, at)
  if (match) {
    const to = at + match.length
    const owner = goesOn(view, to) || isTitle(pieces, lower, to, lists) ? undefined : state()
    if (owner === undefined) return undefined
    return { to, value: { ...institutionValue(owner, match.values[0] as Institution, lists), described: true } }
  }
  const words = lists.offices.has(lower[at]?.text ?? '') ? officeWords(view, at) : undefined
  if (!words || !isDefinite(view, at) || goesOn(view, at + words.length)) return undefined
  const held = holder(words)
  if (held) return { to: at + words.length, value: held }
  const owner = state()
  return owner === undefined ? undefined : officeAt(view, at, owner)
}

/** The only one named so far whose office on the day ends in these words; undefined where several do. */
function holderFinder(
  { lists }: View,
  names: readonly Name[],
): (words: readonly string[], at: number) => NameValue | undefined {
  const holders = new Map<string, Map<string, NameValue>>()
  let read = 0
  return (words, at) => {
    for (; (names[read]?.span.end ?? Number.POSITIVE_INFINITY) <= at; read++) {
      const { value } = names[read] as Name
      if (value.type !== 'PERSON' || value.actor === undefined || value.role === undefined) continue
      const office = value.role.toLowerCase().split(/[ -]/u)
      for (let from = 1; from < office.length; from++) {
        const key = officeKey('', office.slice(from), lists.offices)
        const known = holders.get(key) ?? new Map<string, NameValue>()
        holders.set(key, known.set(value.actor, value))
      }
    }
    const found = [...(holders.get(officeKey('', words, lists.offices))?.values() ?? [])]
    const [one] = found
    if (!one || found.length > 1) return undefined
    const { type, label, actor, country } = one
    return { type, label, described: true, ...(actor && { actor }), ...(country && { country }) }
  }
}

/** "the president of the bank", "the Defence Ministry's", "the army base": only what is whole is read. */
function goesOn({ lower, lists }: View, to: number): boolean {
  const next = lower[to]
  return next?.joined === true && (next.text === 'of' || next.text === 'in' || lists.organisationHeads.has(next.text))
}

/** The state that is clear at a place of the text. */
function stateFinder(
  sentences: readonly Annotation<'sentence'>[],
  names: readonly Name[],
): (at: number) => string | undefined {
  const paragraphs = new Map<number, Span>()
  for (const { span, value } of sentences) {
    const known = paragraphs.get(value.paragraph)
    paragraphs.set(value.paragraph, { start: known?.start ?? span.start, end: span.end })
  }
  const spans = [...paragraphs.values()]
  const dominant = mostNamed(names)
  let paragraph = -1
  let read = 0
  let states = new Set<string>()
  return at => {
    while (paragraph < 0 || (spans[paragraph]?.end ?? Number.POSITIVE_INFINITY) <= at) {
      paragraph++
      states = new Set()
    }
    const start = spans[paragraph]?.start ?? 0
    for (; (names[read]?.span.end ?? Number.POSITIVE_INFINITY) <= at; read++) {
      const name = names[read] as Name
      if (name.value.country !== undefined && name.span.start >= start) states.add(name.value.country)
    }
    const [only] = states
    return states.size > 1 ? undefined : (only ?? dominant)
  }
}

function mostNamed(names: readonly Name[]): string | undefined {
  const counts = new Map<string, number>()
  for (const { value } of names)
    if (value.country !== undefined) counts.set(value.country, (counts.get(value.country) ?? 0) + 1)
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const top = [...counts].find(([, count]) => count >= LEAST_NAMED && count / all >= LEAST_SHARE)
  return top?.[0]
}

/** "House of Representatives" in a text that says nothing else of the United States. */
function isForeignBody({ pieces, lower, lists }: View, { span, value, by }: Name, told: ReadonlySet<string>): boolean {
  if (by !== 'name/organisation' || value.country === undefined || told.has(value.country)) return false
  const at = pieceAt(pieces, span.start)
  const match = longestMatch(lists.institutions, lower, at)
  return match !== undefined && pieces[at + match.length - 1]?.end === span.end
}
