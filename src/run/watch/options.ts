import type { Notice, Report } from '../../core/types.ts'
import type { AllowPrivate, Limits } from '../../ingest/index.ts'
import type { Asker, Chance, Clock } from '../../ingest/poll/index.ts'
import type { SourceHealth, Store } from '../../store/index.ts'

/** What one poll of a source brought. */
export type Polled = {
  /** As it is known now. */
  readonly source: SourceHealth
  readonly outcome: 'new' | 'same' | 'failed' | 'stopped'
  /** New reports. */
  readonly added: number
  /** Whether it never answered before: then all that it holds is new, and nothing of it is news. */
  readonly first: boolean
  readonly notices: readonly Notice[]
}

export type WatchOptions = {
  readonly clock: Clock
  readonly chance: Chance
  /** Ends the watch; what is under way is left, and asked again the next time. */
  readonly signal?: AbortSignal
  /** Polls each source that is due once, then ends. */
  readonly once?: boolean
  /** Fetch the page of each item of every feed. */
  readonly fullText?: boolean
  readonly allowPrivate?: AllowPrivate
  readonly limits?: Partial<Limits>
  /** Hosts asked at once. */
  readonly hosts?: number
  /** Milliseconds between two requests to a host. */
  readonly gap?: number
  /** Pages fetched for one source in one poll. */
  readonly pages?: number
  /** Told of new reports when they are on the disk. */
  readonly onAdded?: (reports: readonly Report[], about: { readonly source: string; readonly first: boolean }) => void
  readonly onPolled?: (polled: Polled) => void
  /** Told when all that was due was polled. */
  readonly onRound?: (round: Watched) => Promise<void> | void
}

/** How many sources were polled, how many of them failed, and how many reports were new. */
export type Watched = { readonly polled: number; readonly failed: number; readonly added: number }

/** What a poll works with. */
export type Polling = {
  readonly store: Store
  readonly asker: Asker
  readonly options: WatchOptions
  readonly limits: Limits
  /** The moment of this poll, ISO 8601 in UTC. */
  readonly at: string
  readonly first: boolean
}
