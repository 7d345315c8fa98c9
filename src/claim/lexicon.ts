import { groupBy } from '../core/order.ts'
import { readTable } from '../core/table.ts'
import { EVENT_TYPES, type EventType } from '../core/types.ts'
import { type Lemmas, lemmas } from '../lang/en/lemmas.ts'

/** One row of data/events/verbs.tsv. */
export type EventRow = {
  readonly words: readonly string[]
  readonly pos: 'VERB' | 'NOUN' | 'ADJ'
  /** Undefined: this use is no event. */
  readonly type: EventType | undefined
  readonly mode: string
  readonly objects: readonly string[]
  readonly future: boolean
}

/** A use of a word that is no event: "price war". */
export type Blocker = {
  readonly words: readonly string[]
  readonly blocks: string
  readonly scope: 'phrase' | 'sentence' | 'article'
}

export type EventLexicon = {
  readonly lemmas: Lemmas
  /** Rows by the base form of their first word. */
  readonly rows: ReadonlyMap<string, readonly EventRow[]>
  /** Blockers by their first word. */
  readonly blockers: ReadonlyMap<string, readonly Blocker[]>
}

/** The event words of English, from data/events. */
export function eventLexicon(): EventLexicon {
  const rows = readTable('events/verbs.tsv', ['pattern', 'pos', 'type', 'mode', 'object', 'flag']).map(
    (row): EventRow => ({
      words: row.pattern.split(' '),
      pos: row.pos === 'VERB' || row.pos === 'ADJ' ? row.pos : 'NOUN',
      type: EVENT_TYPES.find(type => type === row.type),
      mode: row.mode,
      objects: row.object === '' ? [] : row.object.split('|'),
      future: row.flag === 'future',
    }),
  )
  const blockers = readTable('events/negative-contexts.tsv', ['pattern', 'blocks', 'scope']).map(
    (row): Blocker => ({
      words: row.pattern.split(' '),
      blocks: row.blocks,
      scope: row.scope === 'sentence' || row.scope === 'article' ? row.scope : 'phrase',
    }),
  )
  return {
    lemmas: lemmas(),
    rows: groupBy(rows, row => row.words[0] ?? ''),
    blockers: groupBy(blockers, row => row.words[0] ?? ''),
  }
}
