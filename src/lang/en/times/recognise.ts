import { readTable } from '../../../core/table.ts'
import { type Give, make, parseGive } from './give.ts'
import { type Guard, guardOf } from './guards.ts'
import type { Lexicon } from './lexicon.ts'
import { compile, type Match, type Matcher, matchesAt } from './pattern.ts'
import type { Piece } from './pieces.ts'
import type { Found, Sketch } from './sketch.ts'
import { slotReaders } from './slots.ts'

export const RULE_COLUMNS = ['id', 'pattern', 'give', 'guard', 'link', 'example', 'value', 'not'] as const

type Rule = {
  readonly id: string
  readonly pattern: string
  readonly gives: readonly Give[]
  readonly guard: Guard | undefined
  readonly link?: 'range' | 'list'
}

export type Rules = Matcher<Rule>

/** Reads and compiles data/lexicon/en/time-rules.tsv; throws on a faulty rule. */
export function timeRules(lexicon: Lexicon): Rules {
  const rows = readTable('lexicon/en/time-rules.tsv', RULE_COLUMNS)
  const rules = rows.map(
    ({ id, pattern, give, guard, link }): Rule => ({
      id: `time/${id}`,
      pattern,
      gives: parseGive(give),
      guard: guard === '' ? undefined : guardOf(guard, lexicon),
      ...(link === 'range' || link === 'list' ? { link } : {}),
    }),
  )
  return compile(rules, slotReaders(lexicon))
}

/** What the rules find, each piece in one expression at most: of two that overlap the longer stays. */
export function recognise(rules: Rules, pieces: readonly Piece[]): readonly Found[] {
  const kept: (readonly Found[])[] = []
  for (let i = 0; i < pieces.length; i++) {
    for (const match of matchesAt(rules, pieces, i)) {
      const found = foundOf(match, pieces, i)
      if (found.length > 0) keep(kept, found)
    }
  }
  return kept.flat()
}

function foundOf(match: Match<Rule>, pieces: readonly Piece[], start: number): readonly Found[] {
  const { rule, groups } = match
  if (rule.guard && !groups.every(group => rule.guard?.(pieces, group, match))) return []
  const found: Found[] = []
  for (const [k, group] of groups.entries()) {
    const give = rule.gives[k]
    const sketch = give && make(give, group.slots)
    if (!sketch) return []
    const link = rule.link !== undefined && k === 0 ? { link: rule.link } : {}
    found.push({ first: group.first, end: group.end, sketch, rule: rule.id, read: match.end - start, ...link })
  }
  return rule.link ? shared(found, rule.link === 'range') : found
}

/** "23 to 25 May 2025": each takes the month and year it lacks from the next one, or else from the one before. */
function shared(found: readonly Found[], range: boolean): readonly Found[] {
  const sketches = found.map(({ sketch }) => sketch)
  for (let i = sketches.length - 2; i >= 0; i--) sketches[i] = filled(sketches[i], sketches[i + 1], range)
  for (let i = 1; i < sketches.length; i++)
    sketches[i] = filled(lengthened(sketches[i], sketches[i - 1]), sketches[i - 1])
  return found.map((one, i) => ({ ...one, sketch: sketches[i] ?? one.sketch }))
}

/** "1939–45": the century is that of the year before it. */
function lengthened(own: Sketch | undefined, from: Sketch | undefined): Sketch | undefined {
  if (own?.year === undefined || from?.year === undefined || own.year >= 100 || from.year < 1000) return own
  return { ...own, year: Math.floor(from.year / 100) * 100 + own.year }
}

/** "from 2 to 4 p.m.": the 2 is after noon too. */
function inHalfOf(own: Sketch, other: Sketch): Sketch {
  const later = Number(own.clock?.slice(0, 2)) + 12
  const fits = own.clock !== undefined && other.clock !== undefined && `${later}:00` <= other.clock
  return fits ? { ...own, clock: `${later}${own.clock.slice(2)}` } : own
}

function filled(own: Sketch | undefined, other: Sketch | undefined, range = false): Sketch {
  if (!own || !other) throw new RangeError('a linked time expression without its partner')
  if (own.halfDay) return inHalfOf(own, other)
  if (own.year !== undefined && own.month === undefined && own.day === undefined) return own
  const month = own.month ?? other.month
  const turned =
    range && own.year === undefined && month !== undefined && other.month !== undefined && month > other.month
  const year = own.year ?? (other.year !== undefined && turned ? other.year - 1 : other.year)
  const bc = own.bc ?? other.bc
  return {
    ...own,
    ...(month === undefined ? {} : { month }),
    ...(year === undefined ? {} : { year }),
    ...(bc === undefined ? {} : { bc }),
    ...(turned && year === undefined && other.month !== undefined ? { turnsTo: other.month } : {}),
  }
}

/** Matches come by their first piece, so that a new one can only overlap the last ones kept. */
function keep(kept: (readonly Found[])[], found: readonly Found[]): void {
  while (kept.length > 0) {
    const last = kept[kept.length - 1] as readonly Found[]
    if (endOf(last) <= firstOf(found)) break
    if (!isBetter(found, last)) return
    kept.pop()
  }
  kept.push(found)
}

function isBetter(found: readonly Found[], than: readonly Found[]): boolean {
  const longer = endOf(found) - firstOf(found) - (endOf(than) - firstOf(than))
  return longer > 0 || (longer === 0 && (found[0]?.read ?? 0) > (than[0]?.read ?? 0))
}

function firstOf(found: readonly Found[]): number {
  return found[0]?.first ?? 0
}

function endOf(found: readonly Found[]): number {
  return found[found.length - 1]?.end ?? 0
}
