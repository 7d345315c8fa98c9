import type { Briefing, DisagreementEntry, Sentence } from '../core/briefing.ts'
import { type Draft, passageKey } from './changes-units.ts'

/** Disagreements that only this page has, that have more or other values than before, and that only the earlier one had. */
export function clashChanges(earlier: Briefing, page: Briefing): readonly Draft[] {
  const taken = new Set<DisagreementEntry>()
  const drafts = page.disagreements.flatMap((entry): Draft[] => {
    const old = earlier.disagreements.find(other => !taken.has(other) && isSame(other, entry))
    if (old) taken.add(old)
    if (old && valuesOf(old) === valuesOf(entry)) return []
    return [{ kind: 'disputed', section: 'disagreements', now: said(entry), before: old ? said(old) : [], figures: [] }]
  })
  const ended = earlier.disagreements.filter(entry => !taken.has(entry))
  return [
    ...drafts,
    ...ended.map(
      (entry): Draft => ({
        kind: 'settled',
        section: 'disagreements',
        now: [],
        before: said(entry),
        figures: [],
      }),
    ),
  ]
}

/** Two disagreements are one where a passage gives a value in both. */
function isSame(a: DisagreementEntry, b: DisagreementEntry): boolean {
  const passages = new Set(a.readings.flatMap(({ value }) => value.evidence.map(passageKey)))
  return b.readings.some(({ value }) => value.evidence.some(at => passages.has(passageKey(at))))
}

function valuesOf({ disagreement }: DisagreementEntry): string {
  return JSON.stringify(disagreement.readings.map(({ value }) => value).sort())
}

function said({ question, readings }: DisagreementEntry): readonly Sentence[] {
  return [question, ...readings.map(({ value }) => value)]
}
