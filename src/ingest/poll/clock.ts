/** Time as the caller tells it: milliseconds since 1970 UTC. */
export type Clock = {
  readonly now: () => number
  /** Throws when the signal aborts. */
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>
}

/** Numbers from 0 up to 1, as the caller gives them. */
export type Chance = () => number
