import type { SourceKind } from '../../core/sources.ts'
import { backOff, type Chance, regular, type Validators } from '../../ingest/poll/index.ts'
import type { SourceHealth } from '../../store/index.ts'

const MINUTE = 60_000

/** Minutes between two polls, where the user says nothing. */
const EVERY: Readonly<Record<SourceKind, number>> = { feed: 15, sitemap: 60, page: 60, folder: 1, opml: 1440 }

/** Milliseconds between two polls of a source. */
export function everyOf({ every, kind }: SourceHealth): number {
  return (every ?? EVERY[kind ?? 'feed']) * MINUTE
}

/** What a good answer says of a source. */
export type Told = Validators & {
  readonly kind?: SourceKind
  readonly name?: string
  readonly lang?: string
  readonly movedTo?: string
}

/** A source after a good answer. What it said of itself before stands where it says nothing now. */
export function answeredWell(before: SourceHealth, at: string, told: Told, chance: Chance): SourceHealth {
  const { fault: _, etag: __, lastModified: ___, ...kept } = before
  const { etag, lastModified, kind, name, lang, movedTo } = told
  const now = {
    ...kept,
    ...(kind ? { kind } : {}),
    ...(name && !kept.name ? { name } : {}),
    ...(lang && !kept.lang ? { lang } : {}),
    ...(movedTo ? { movedTo } : {}),
    ...(etag ? { etag } : {}),
    ...(lastModified ? { lastModified } : {}),
    asked: at,
    answered: at,
    failures: 0,
  }
  return { ...now, next: after(at, regular(everyOf(now), chance)) }
}

/** A source after a failure; `until`: when the server allows the next request. */
export function failedNow(
  before: SourceHealth,
  at: string,
  fault: string,
  chance: Chance,
  until?: number,
): SourceHealth {
  const failures = before.failures + 1
  const rest = Date.parse(at) + backOff(failures, everyOf(before), chance)
  return { ...before, asked: at, failures, fault, next: new Date(Math.max(rest, until ?? 0)).toISOString() }
}

/** A source that is not asked any more. */
export function stoppedNow(before: SourceHealth, at: string, why: string): SourceHealth {
  const { next: _, ...kept } = before
  return { ...kept, asked: at, stopped: why }
}

/** With what is new counted. */
export function withNew(health: SourceHealth, at: string, added: number): SourceHealth {
  return added === 0 ? health : { ...health, newest: at, items: (health.items ?? 0) + added }
}

export function after(at: string, milliseconds: number): string {
  return new Date(Date.parse(at) + milliseconds).toISOString()
}
