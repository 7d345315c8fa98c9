import type { Briefing, Sentence } from '../core/briefing.ts'

export type Placed = { readonly where: string; readonly sentence: Sentence }

/** Every sentence of a briefing in the order of the page, with the name of its section. */
export function everySentence(briefing: Briefing): readonly Placed[] {
  const placed = (where: string, sentences: readonly Sentence[]): readonly Placed[] =>
    sentences.map(sentence => ({ where, sentence }))
  return [
    ...placed('headline', briefing.headline),
    ...placed('lead', briefing.lead),
    ...placed('background', briefing.background),
    ...briefing.developments.flatMap(entry => placed(`key developments, ${entry.when.edtf}`, entry.sentences)),
    ...briefing.where.flatMap(entry => placed(`where, ${entry.label}`, entry.sentences)),
    ...briefing.statements.flatMap(group =>
      placed(
        `statements, ${group.side}`,
        group.statements.map(s => s.sentence),
      ),
    ),
    ...briefing.disagreements.flatMap(entry =>
      placed('reports disagree', [entry.question, ...entry.readings.map(r => r.value)]),
    ),
  ]
}
