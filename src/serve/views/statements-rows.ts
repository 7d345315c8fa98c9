import type { Briefing } from '../../core/briefing.ts'
import { overlaps, type Span } from '../../core/span.ts'
import type { CodedEvent, When } from '../../core/types.ts'
import type { At } from './data-parts.ts'
import type { NameActor } from './data-words.ts'

/** Who said what, as a report has it. */
export type StatementRow = {
  readonly side: string
  readonly speaker: string
  readonly role?: string
  readonly when?: When
  readonly where?: string
  readonly at: At
  /** Independent origins, where the page tells it; the others are passages of one report each. */
  readonly origins?: number
}

const NO_SIDE = 'Others'

/** The statements of the page, then every other passage of which a report names the speaker; copies of one report once. */
export function statementRows(
  briefing: Briefing,
  events: readonly CodedEvent[],
  nameOf: NameActor,
): readonly StatementRow[] {
  const onPage = briefing.statements.flatMap(({ side, statements }) =>
    statements.map(({ speaker, role, when, where, sentence }): StatementRow => {
      const [at] = sentence.evidence
      return {
        side,
        speaker,
        ...(role ? { role } : {}),
        ...(when ? { when } : {}),
        ...(where ? { where } : {}),
        at,
        origins: sentence.lineages,
      }
    }),
  )
  const told = new Map<string, At[]>()
  for (const { evidence } of briefing.statements.flatMap(group => group.statements.map(({ sentence }) => sentence)))
    for (const at of evidence) told.set(at.article, [...(told.get(at.article) ?? []), at])
  return [...onPage, ...otherRows(briefing, events, nameOf, told)]
}

function otherRows(
  { sources }: Briefing,
  events: readonly CodedEvent[],
  nameOf: NameActor,
  told: ReadonlyMap<string, readonly At[]>,
): readonly StatementRow[] {
  const lineageOf = new Map(sources.map(({ article, lineage }) => [article, lineage]))
  const seen = new Map<string, string>()
  /** Whether the same was seen before: here, or at the same length in a report of the same origin. */
  const repeats = (article: string, speaker: string, { start, end }: Span): boolean => {
    const [here, alike] = [`${article} ${start}`, `${lineageOf.get(article) ?? article} ${speaker} ${end - start}`]
    const before = seen.get(alike)
    const again = seen.has(here) || (before !== undefined && before !== article)
    seen.set(here, article)
    if (before === undefined) seen.set(alike, article)
    return again
  }
  return events.flatMap(({ claims }) =>
    claims.flatMap(({ article, sentence, saidBy, where }) => {
      if (!saidBy || told.get(article)?.some(at => overlaps(at.span, sentence))) return []
      if (repeats(article, saidBy.id, sentence)) return []
      const side = saidBy.country ? nameOf({ id: saidBy.country, label: NO_SIDE }) : NO_SIDE
      const row: StatementRow = {
        side,
        speaker: nameOf(saidBy),
        ...(where ? { where: where.value.label } : {}),
        at: { article, span: sentence },
      }
      return [row]
    }),
  )
}
