import { type Briefing, CHANGE_KINDS, type Change } from '../../src/core/briefing.ts'
import { fixture, whole } from './fixture.ts'
import { SOURCES } from './fixture-sources.ts'

/** The fixture as compared with an earlier page: one change of each kind, and a source that only the earlier page had. */
export function changedFixture(): Briefing {
  const briefing = fixture()
  const [first, second] = briefing.developments
  const [model] = SOURCES
  if (!first || !second || !model) throw new Error('the fixture has two developments and a source')
  const old = 'Ferries wait in the roads of Halvar.'
  const gone = {
    ...model,
    number: SOURCES.length + 1,
    article: 'gone-1',
    title: 'Ferries wait',
    url: 'https://gone.example/ferries',
    lineage: 'gone-1',
    text: old,
  }
  const evidence = { article: 'gone-1', span: { start: 0, end: old.length }, by: 'brief/sentence' }
  const earlier = { ...whole('estmar-1', '14 ships'), text: old, evidence: [evidence] as const }
  const figure = {
    before: { ...whole('estmar-1', '14 ships'), form: 'phrase' as const },
    now: { ...whole('herald-1', 'more than 30 ships'), form: 'phrase' as const },
  }
  const list = CHANGE_KINDS.map((kind): Change => {
    const hasNow = !['overdue', 'settled', 'gone'].includes(kind)
    const hasBefore = kind !== 'added'
    return {
      kind,
      section: 'developments',
      ...(hasNow ? { when: second.when } : {}),
      ...(hasBefore ? { was: first.when } : {}),
      now: hasNow ? [second.sentences[0]] : [],
      before: hasBefore ? [{ ...earlier, parts: [{ kind: 'copied', text: old, at: evidence }] }] : [],
      figures: kind === 'figure' ? [figure] : [],
      basis: hasNow ? 'report' : 'choice',
      reports: [hasNow ? second.sentences[0].evidence[0].article : 'gone-1'],
    }
  })
  return { ...briefing, changes: { since: '2031-05-01', list, sources: [gone] } }
}
