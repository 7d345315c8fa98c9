import type { AmountWords } from './amounts-words.ts'
import { norm, type View } from './quotes-view.ts'

const AUXILIARIES = new Set(
  'were was have has had been being are is get got also reportedly confirmed left found now later be already others more people persons'.split(
    ' ',
  ),
)
const MAX_GAP = 6
const MAX_ASIDE = 14
/** Counted things that can come to harm; for others "lost" and the like say nothing of people. */
const LIFELESS =
  /^(?:drone|missile|plane|aircraft|tank|vehicle|village|house|building|country|site|bridge|ship|city|town|region|district|apartment|flat|home|car|airfield|base|system|target|bomb|rocket|shell|weapon)$/u

/** A status right after the noun ("people were killed", "12 dead"), with the end of the words when they are part of the phrase. */
export function harmAfter(view: View, words: AmountWords, i: number, sentenceEnd: number): string | undefined {
  let at = i
  if (norm(view, at) === ',' && norm(view, at + 1) === 'including') at = overAside(view, at, sentenceEnd)
  for (let gap = 0; at < sentenceEnd && gap < MAX_GAP; at++, gap++) {
    const harm = words.harm.get(norm(view, at))
    if (harm !== undefined && (harm.place === 'after' || harm.place === 'both'))
      return gap === 0 && harm.place === 'both' && takesFigure(view, words, at + 1) ? undefined : harm.status
    if (!AUXILIARIES.has(norm(view, at))) return undefined
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

/** A status right before the figure ("killing 12", "injured at least 30"). */
export function harmBefore(view: View, words: AmountWords, i: number, floor: number): string | undefined {
  let at = i - 1
  if (norm(view, at) === 'the' || norm(view, at) === 'another') at -= 1
  if (at < floor) return undefined
  const harm = words.harm.get(norm(view, at))
  return harm !== undefined && (harm.place === 'before' || harm.place === 'both') ? harm.status : undefined
}

/** "12 deaths": harm as what is counted, or "12 dead", "66 injured" without a noun. */
export function harmNoun(
  view: View,
  words: AmountWords,
  i: number,
): { readonly status: string; readonly end: number } | undefined {
  const at = norm(view, i) === 'more' || norm(view, i) === 'others' ? i + 1 : i
  const harm = words.harm.get(norm(view, at))
  if (harm === undefined || harm.place === 'lives' || harm.place === 'before') return undefined
  return { status: harm.status, end: at + 1 }
}

export function canComeToHarm(unit: string): boolean {
  return !LIFELESS.test(unit) && !/ (?:missile|drone)$/u.test(unit)
}
