import type { AllowPrivate, Limits } from '../types.ts'
import type { Clock } from './clock.ts'

export type AskOptions = {
  readonly clock: Clock
  readonly limits: Limits
  readonly allowPrivate: AllowPrivate
  readonly signal?: AbortSignal
  /** Milliseconds between two requests to a host. */
  readonly gap: number
}
