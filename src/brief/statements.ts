import type { Statement, StatementGroup } from '../core/briefing.ts'
import { daysBetween } from '../core/day.ts'
import { byText, groupBy } from '../core/order.ts'
import { isSome } from '../core/some.ts'
import { contains, within } from '../core/span.ts'
import type { Annotation, When } from '../core/types.ts'
import { type Desk, likest, print, type Used } from './desk.ts'
import type { Candidate } from './material.ts'
import { insideQuote } from './quoted.ts'
import { type Speaker, sideOf, speakerOf } from './speaker.ts'

const MOST_SIDES = 6
const MOST_A_SIDE = 3
const NEW_DAYS = 5
/** A direct quotation of fewer words is a label, not a statement. */
const LEAST_WORDS = 3
const SAME_WORDS = 0.7
/** Characters between a verb of saying and the day on which it was said. */
const SAID_REACH = 40

type Said = { readonly candidate: Candidate; readonly who: Speaker; readonly quote: Annotation<'quote'> }

/** Who said what in the newest days, in whole sentences with their quotations, grouped by side; sides of the topic first. */
export function chooseStatements(desk: Desk, used: Used): { groups: readonly StatementGroup[]; used: Used } {
  const said = desk.fit.flatMap(candidate => saidIn(desk, candidate))
  const chosen = pick(desk, said, used)
  const groups = [...groupBy(chosen, s => s.who.country ?? '')].flatMap(([country, group]) => {
    const statements = group
      .sort((a, b) => byText(a.candidate.published, b.candidate.published) || byText(a.candidate.key, b.candidate.key))
      .map(s => statementOf(desk, s))
    const [first] = group
    return first && isSome(statements) ? [{ country, side: sideOf(first.who, desk.language), statements }] : []
  })
  const shown = groups
    .sort(
      (a, b) =>
        rank(desk, a.country) - rank(desk, b.country) ||
        b.statements.length - a.statements.length ||
        byText(a.side, b.side),
    )
    .slice(0, MOST_SIDES)
  const countries = new Set(shown.map(group => group.country))
  return {
    groups: shown.map(({ side, statements }) => ({ side, statements })),
    used: chosen.filter(s => countries.has(s.who.country ?? '')).map(s => s.candidate),
  }
}

/** Sides of the topic first, in its order; those of no state last. */
function rank(desk: Desk, country: string): number {
  const at = desk.topic.actors.indexOf(country)
  return at >= 0 ? at : country === '' ? 99 : 50
}

function saidIn(desk: Desk, candidate: Candidate): readonly Said[] {
  const { doc, sentence, published } = candidate
  if (candidate.fit < 0.4 || daysBetween(published, desk.asOf) > NEW_DAYS) return []
  const quotes = doc.layers.quote.filter(
    q => q.value.kind === 'direct' && contains(sentence.span, q.span) && wordCount(desk, candidate, q) >= LEAST_WORDS,
  )
  return quotes.flatMap(quote => {
    const who = speakerOf(doc, quote)
    return who ? [{ candidate, who, quote }] : []
  })
}

function wordCount(desk: Desk, { doc }: Candidate, quote: Annotation<'quote'>): number {
  const { start, end } = quote.value.content
  return desk.language.tokens(doc.article.text.slice(start, end)).filter(t => t.value.kind === 'word').length
}

/** The newest and best supported, at most one of a likeness and two of a speaker. */
function pick(desk: Desk, said: readonly Said[], used: Used): readonly Said[] {
  const score = ({ candidate, quote }: Said) =>
    Math.exp(-daysBetween(candidate.published, desk.asOf) / 2) +
    desk.likeness.toMiddle(candidate, desk.focus) +
    0.3 * Math.log2(desk.origins(candidate)) +
    0.02 * Math.min(20, wordCount(desk, candidate, quote)) +
    0.3 * candidate.fit
  const chosen: Said[] = []
  for (const one of [...said].sort((a, b) => score(b) - score(a) || byText(a.candidate.key, b.candidate.key))) {
    if (likest(desk, one.candidate, [...used, ...chosen.map(s => s.candidate)]) >= 0.4) continue
    if (chosen.filter(s => s.who.label === one.who.label).length >= 2) continue
    if (chosen.some(other => sameWords(desk, one, other))) continue
    if (chosen.filter(s => s.who.country === one.who.country).length >= MOST_A_SIDE) continue
    chosen.push(one)
  }
  return chosen
}

/** Whether two quotations are of the same words, or one of a part of the other. */
function sameWords(desk: Desk, a: Said, b: Said): boolean {
  const [few, many] = [saidWords(desk, a), saidWords(desk, b)].sort((x, y) => x.size - y.size)
  const shared = [...(few ?? [])].filter(word => many?.has(word)).length
  return shared >= SAME_WORDS * (few?.size ?? 0)
}

function saidWords(desk: Desk, { candidate, quote }: Said): ReadonlySet<string> {
  const { start, end } = quote.value.content
  return new Set(desk.language.tokens(candidate.doc.article.text.slice(start, end)).map(token => token.value.norm))
}

/** The day on which words were said: the one beside their verb of saying, if it is past, else that of publication. */
function saidOn({ candidate: { doc, sentence, published }, quote }: Said): When {
  const { cue } = quote.value
  const beside = within(doc.layers.time, sentence.span).find(({ span, value: { type, when } }) => {
    if (!cue || !when || (type !== 'DATE' && type !== 'TIME') || insideQuote(doc, span)) return false
    const away = Math.max(cue.start - span.end, span.start - cue.end)
    const past = when.latest <= published && daysBetween(when.latest, published) <= NEW_DAYS
    return away <= SAID_REACH && past && when.earliest === when.latest
  })
  const day = beside?.value.when?.latest ?? published
  return { earliest: day, latest: day, precision: 'day', edtf: day }
}

function statementOf(desk: Desk, said: Said): Statement {
  const { candidate, who } = said
  return {
    speaker: who.label,
    ...(who.role === undefined ? {} : { role: who.role }),
    when: saidOn(said),
    sentence: print(desk, candidate),
  }
}
