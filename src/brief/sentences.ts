import type { Briefing, Sentence } from '../core/briefing.ts'
import type { Day } from '../core/day.ts'

/** `asOf`: the day the sentence was written for. */
export type Placed = { readonly where: string; readonly sentence: Sentence; readonly asOf: Day }

/** Every sentence of a briefing in the order of the page, with the name of its section. */
export function everySentence(briefing: Briefing): readonly Placed[] {
  const { asOf, changes } = briefing
  const placed = (where: string, sentences: readonly Sentence[], day = asOf): readonly Placed[] =>
    sentences.map(sentence => ({ where, sentence, asOf: day }))
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
    ...(changes?.list ?? []).flatMap(({ now, before, figures }) => [
      ...placed('what changed', now),
      ...placed('what changed', before, changes?.since),
      ...figures.flatMap(figure => [
        ...placed('what changed', [figure.now]),
        ...placed('what changed', [figure.before], changes?.since),
      ]),
    ]),
  ]
}
