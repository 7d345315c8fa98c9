import { readTable } from '../../core/table.ts'
import type { Actor, EventType, Flags } from '../../core/types.ts'

/** What a type of event is called for those who do not know PLOVER. */
export const KIND_WORDS: Readonly<Record<EventType, string>> = {
  AGREE: 'agreement',
  CONSULT: 'talks',
  SUPPORT: 'support in words',
  CONCEDE: 'concession',
  COOPERATE: 'co-operation',
  AID: 'aid',
  RETREAT: 'retreat or release',
  REQUEST: 'demand or request',
  ACCUSE: 'accusation',
  REJECT: 'refusal',
  THREATEN: 'threat',
  PROTEST: 'protest',
  SANCTION: 'sanction',
  MOBILIZE: 'mobilisation',
  COERCE: 'coercion',
  ASSAULT: 'attack',
}

/** How an event is told; several may hold ("denied" of what was to come). */
export const MOODS = ['done', 'announced', 'denied', 'hypothetical', 'history'] as const
export type Mood = (typeof MOODS)[number]

export const MOOD_WORDS: Readonly<Record<Mood, string>> = {
  done: 'told as done',
  announced: 'announced',
  denied: 'denied',
  hypothetical: 'hypothetical',
  history: 'told as history',
}

export function moodsOf({ negated, future, hypothetical, past }: Flags): readonly Mood[] {
  const moods: readonly (readonly [boolean, Mood])[] = [
    [future, 'announced'],
    [negated, 'denied'],
    [hypothetical, 'hypothetical'],
    [past, 'history'],
  ]
  const held = moods.flatMap(([holds, mood]) => (holds ? [mood] : []))
  return held.length > 0 ? held : ['done']
}

/** The same of an entry of the page. */
export const STATUS_MOODS: Readonly<Record<'happened' | 'expected' | 'due', readonly Mood[]>> = {
  happened: ['done'],
  expected: ['announced'],
  due: ['announced'],
}

/** How actors are written: a state by its name, others as the reports call them. */
export type NameActor = (actor: Pick<Actor, 'id' | 'label'>) => string

export function openActorNames(): NameActor {
  const states = new Map(readTable('actors/states.tsv', ['id', 'label']).map(({ id, label }) => [id, label]))
  return ({ id, label }) => states.get(id) ?? label
}
