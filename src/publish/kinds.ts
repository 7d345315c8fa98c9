import type { ChangeKind, Development } from '../core/briefing.ts'
import type { EventType } from '../core/types.ts'

/** PLOVER's four quadrants: words or deeds, for or against. */
export type Quadrant = 'verbal-cooperation' | 'material-cooperation' | 'verbal-conflict' | 'material-conflict'

/** What each quadrant is called, and the shape that stands for it beside its colour. */
export const QUADRANTS: Readonly<Record<Quadrant, { readonly label: string; readonly shape: string }>> = {
  'verbal-cooperation': { label: 'verbal co-operation', shape: 'circle' },
  'material-cooperation': { label: 'material co-operation', shape: 'square' },
  'verbal-conflict': { label: 'verbal conflict', shape: 'triangle' },
  'material-conflict': { label: 'material conflict', shape: 'diamond' },
}

const QUADRANT_OF: Readonly<Record<EventType, Quadrant>> = {
  AGREE: 'verbal-cooperation',
  CONSULT: 'verbal-cooperation',
  SUPPORT: 'verbal-cooperation',
  CONCEDE: 'verbal-cooperation',
  COOPERATE: 'material-cooperation',
  AID: 'material-cooperation',
  RETREAT: 'material-cooperation',
  REQUEST: 'verbal-conflict',
  ACCUSE: 'verbal-conflict',
  REJECT: 'verbal-conflict',
  THREATEN: 'verbal-conflict',
  PROTEST: 'material-conflict',
  SANCTION: 'material-conflict',
  MOBILIZE: 'material-conflict',
  COERCE: 'material-conflict',
  ASSAULT: 'material-conflict',
}

export function quadrantOf(type: EventType): Quadrant {
  return QUADRANT_OF[type]
}

/** "consult: verbal co-operation, expected": what a marker says to those who do not see it. */
export function kindLabel(type: EventType | undefined, status: Development['status']): string {
  const kind = type ? `${type.toLowerCase()}: ${QUADRANTS[QUADRANT_OF[type]].label}` : 'event'
  return status === 'happened' ? kind : `${kind}, ${STATUS[status]}`
}

/** The words an entry carries that is not told as done. */
export const STATUS: Readonly<Record<Development['status'], string>> = {
  happened: '',
  expected: 'expected',
  due: 'was due, outcome not reported',
}

/** What each kind of change is called, as a heading. */
export const CHANGES: Readonly<Record<ChangeKind, string>> = {
  resolved: 'Was expected, now reported',
  overdue: 'Was expected, no outcome on the page',
  postponed: 'Expected later than before',
  redated: 'Under another date',
  figure: 'Another figure',
  disputed: 'Reports now disagree',
  settled: 'Reports no longer disagree',
  reworded: 'In other words',
  added: 'Added',
  gone: 'No longer on the page',
}
