import { readFileSync } from 'node:fs'
import { parseTable } from '../../src/core/table.ts'

/** One of our own labelled sentences: offsets in Unicode code points of the document's text. */
export type ActorSentence = {
  readonly corpus: string
  readonly document: string
  readonly start: number
  readonly end: number
  readonly actors: readonly (readonly [start: number, end: number, id: string | null, how?: 'description'])[]
}

export function readActors(path: string): readonly ActorSentence[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => JSON.parse(line) as ActorSentence)
}

/** Who held which office on a day: an empty `role` for none. */
export type RoleQuestion = Readonly<Record<'person' | 'day' | 'role', string>>

export function readRoleQuestions(path: string): readonly RoleQuestion[] {
  return parseTable(readFileSync(path, 'utf8'), path, ['person', 'day', 'role'])
}
