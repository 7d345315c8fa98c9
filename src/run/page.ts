import type { Briefing } from '../core/briefing.ts'
import type { Day } from '../core/day.ts'
import type { Notice } from '../core/types.ts'
import { briefRead, type Read, type Result, type Tools, type Wanted } from '../pipeline.ts'
import { briefingEntry, type Store } from '../store/index.ts'

/** The page from everything in a store that was read before; the same as of one run over the same reports. */
export async function briefStored(
  store: Store,
  wanted: Wanted,
  tools: Tools,
  when: { readonly asOf?: Day; readonly since?: Day | Briefing } = {},
): Promise<Result> {
  const notices: Notice[] = [...(tools.language.notices ?? [])]
  for await (const notice of store.notices()) notices.push(notice)
  return briefRead(readOf(store), wanted, { ...when, notices, tools })
}

async function* readOf(store: Store): AsyncGenerator<Read> {
  for await (const { article, layers, claims } of store.kept())
    if (layers) yield { doc: { article, layers }, ...(claims ? { claims } : {}) }
}

/** Keeps a published page; false where it says the same as the last one of its crisis. */
export async function keepPage(store: Store, crisis: string, result: Result, at?: string): Promise<boolean> {
  const { briefing, events } = result
  if (!briefing) return false
  const entry = briefingEntry(crisis, { briefing, events }, await store.latestBriefing(crisis), at)
  return entry !== undefined && (await store.write([entry])).length > 0
}
