import type { Notice } from '../../core/types.ts'
import { ingest } from '../../ingest/index.ts'
import { feedsIn, filesNow } from '../../ingest/poll/index.ts'
import type { SourceHealth } from '../../store/index.ts'
import { answeredWell, failedNow, withNew } from './health.ts'
import { keepItems } from './keep.ts'
import { keepListed } from './lists.ts'
import type { Polled, Polling } from './options.ts'

/** Reads the files of a folder that are new or were written to. */
export async function pollFiles(source: SourceHealth, polling: Polling): Promise<Polled> {
  const { store, at, options, first } = polling
  let health = answeredWell(source, at, { kind: 'folder' }, options.chance)
  const notices: Notice[] = []
  let total = 0
  for await (const found of filesNow(source.address)) {
    options.signal?.throwIfAborted()
    if ('notice' in found) {
      if (found.notice.file === source.address) return failed(source, found.notice.message, polling)
      notices.push(found.notice)
      continue
    }
    const { path, state } = found
    if ((await store.source(path, source.address))?.etag === state) continue
    const file: SourceHealth = { address: path, of: source.address, etag: state, answered: at, failures: 0 }
    const items = ingest([path], options.limits ? { limits: options.limits } : {})
    const kept = await keepItems(items, { ...polling, source: file, fullText: false, noticesToo: true }, added => {
      health = withNew(health, at, added)
      return [
        { kind: 'source', source: file },
        { kind: 'source', source: health },
      ]
    })
    total += kept.added
    notices.push(...kept.notices)
  }
  await store.write([{ kind: 'source', source: health }])
  return { source: health, outcome: total > 0 ? 'new' : 'same', added: total, first, notices }
}

/** Reads a file that lists feeds. */
export async function pollListFile(source: SourceHealth, polling: Polling): Promise<Polled> {
  const feeds = await feedsIn(source.address)
  if ('fault' in feeds) return failed(source, feeds.fault, polling)
  const health = answeredWell(source, polling.at, { kind: 'opml' }, polling.options.chance)
  const notices = await keepListed(feeds, health, polling)
  return { source: health, outcome: 'same', added: 0, first: polling.first, notices }
}

async function failed(source: SourceHealth, fault: string, polling: Polling): Promise<Polled> {
  const health = failedNow(source, polling.at, fault, polling.options.chance)
  await polling.store.write([{ kind: 'source', source: health }])
  return { source: health, outcome: 'failed', added: 0, first: polling.first, notices: [] }
}
