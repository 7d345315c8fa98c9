import { Mistake } from '../core/mistake.ts'

export type StoreFault =
  | 'not-a-store'
  | 'newer'
  | 'truncated'
  | 'corrupt'
  | 'full'
  | 'busy'
  | 'unreadable'
  | 'missing-reference'
  | 'bad-entry'

/** A store that cannot be opened, read or written: what happened, and what to do. */
export class StoreError extends Mistake {
  readonly fault: StoreFault
  constructor(fault: StoreFault, message: string, cure: string, cause?: unknown) {
    super(message, cure, cause)
    this.name = 'StoreError'
    this.fault = fault
  }
}

/** What was written refers to something that is not there. */
export function missing(kind: string, id: string): StoreError {
  return new StoreError(
    'missing-reference',
    `there is no ${kind} "${id}" that this could belong to`,
    `Write the ${kind} first; an export holds all in the right order.`,
  )
}
