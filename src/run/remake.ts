import { annotate } from '../annotate/index.ts'
import { claims } from '../claim/index.ts'
import { VERSIONS } from '../core/stages.ts'
import type { Tools } from '../pipeline.ts'
import type { Entry, Store } from '../store/index.ts'
import { extracted } from './add.ts'
import { turn } from './turn.ts'

/** How many articles each stage read. */
export type Remade = { readonly extract: number; readonly annotate: number; readonly claim: number }

/** What layers and claims rest on: a change of a stage outdates what it and those after it made, nothing else. */
export const READ_BY: { readonly layers: string; readonly claims: string } = {
  layers: `${VERSIONS.extract}.${VERSIONS.annotate}`,
  claims: `${VERSIONS.extract}.${VERSIONS.annotate}.${VERSIONS.claim}`,
}

/** Articles of one write; reading them takes seconds, and what is written is not read again after an end. */
const BATCH = 50

/** Makes what is missing, or was made by earlier rules, and nothing else. `versions` is told what rules there are now. */
export async function remake(
  store: Store,
  tools: Tools,
  options: { readonly progress?: (done: number) => void; readonly versions?: typeof READ_BY } = {},
): Promise<Remade> {
  const { progress = () => {}, versions = READ_BY } = options
  const lacking = (kind: 'layers' | 'claims') => store.kept({ lacking: { kind, version: versions[kind] } })
  const extract = await each(store, store.reports({ extractedBefore: VERSIONS.extract }), extracted)
  let done = 0
  const annotated = await each(store, lacking('layers'), ({ article }) => {
    const doc = annotate(article, tools.language)
    progress(++done)
    return [
      { kind: 'layers', article: article.id, version: versions.layers, layers: doc.layers },
      { kind: 'claims', article: article.id, version: versions.claims, claims: claims(doc, tools.events) },
    ]
  })
  const claim = await each(store, lacking('claims'), ({ article, layers }) =>
    layers
      ? [
          {
            kind: 'claims',
            article: article.id,
            version: versions.claims,
            claims: claims({ article, layers }, tools.events),
          },
        ]
      : [],
  )
  return { extract, annotate: annotated, claim }
}

async function each<T>(store: Store, items: AsyncIterable<T>, make: (item: T) => readonly Entry[]): Promise<number> {
  let [count, batch]: [number, Entry[]] = [0, []]
  let waiting = 0
  for await (const item of items) {
    count++
    batch.push(...make(item))
    await turn()
    if (++waiting < BATCH) continue
    await store.write(batch)
    batch = []
    waiting = 0
  }
  await store.write(batch)
  return count
}
