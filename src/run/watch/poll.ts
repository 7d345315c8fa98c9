import type { Notice } from '../../core/types.ts'
import { isAddress } from '../../ingest/index.ts'
import {
  type Answer,
  type Content,
  contentOf,
  cutOff,
  type Document,
  type FeedContent,
  feedNamed,
  looksLikeOpml,
  misfit,
  skewed,
  type Validators,
} from '../../ingest/poll/index.ts'
import type { SourceHealth } from '../../store/index.ts'
import { pollFiles, pollListFile } from './files.ts'
import { answeredWell, failedNow, stoppedNow, type Told, withNew } from './health.ts'
import { keepItems } from './keep.ts'
import { keepListed } from './lists.ts'
import type { Polled, Polling } from './options.ts'
import { fetchPages } from './pages.ts'
import { keepLocs } from './sitemaps.ts'

/** Polls one source and keeps what is new; what goes wrong is kept with it and told, never thrown. */
export async function pollSource(source: SourceHealth, polling: Polling): Promise<Polled> {
  if (!isAddress(source.address)) return isList(source) ? pollListFile(source, polling) : pollFiles(source, polling)
  const answer = await polling.asker.ask(addressOf(source), validatorsOf(source))
  polling.options.signal?.throwIfAborted()
  return settle(source, answer, polling)
}

function isList({ kind, address }: SourceHealth): boolean {
  return (kind ?? (looksLikeOpml(address) ? 'opml' : 'folder')) === 'opml'
}

/** Where it has moved to, as long as it answers there. */
function addressOf({ address, movedTo, failures }: SourceHealth): string {
  return failures === 0 && movedTo ? movedTo : address
}

function validatorsOf({ etag, lastModified, failures, movedTo }: SourceHealth): Validators {
  if (failures > 0 && movedTo) return {}
  return { ...(etag ? { etag } : {}), ...(lastModified ? { lastModified } : {}) }
}

async function settle(source: SourceHealth, answer: Answer, polling: Polling): Promise<Polled> {
  const { store, at, first, options } = polling
  const { chance } = options
  if (answer.state === 'new') return settleNew(source, answer, polling)
  if (answer.state === 'same') {
    const told = { ...validatorsOf(source), ...(answer.movedTo ? { movedTo: answer.movedTo } : {}) }
    const health = answeredWell(source, at, told, chance)
    await store.write([{ kind: 'source', source: health }])
    return settlePages(health, polling, { added: 0, notices: [] })
  }
  if (answer.state === 'gone') {
    const health = stoppedNow(source, at, answer.fault)
    await store.write([{ kind: 'source', source: health }])
    return { source: health, outcome: 'stopped', added: 0, first, notices: [] }
  }
  return failed(source, answer.fault, polling, answer.state === 'failed' ? answer.until : undefined)
}

async function failed(source: SourceHealth, fault: string, polling: Polling, until?: number): Promise<Polled> {
  const health = failedNow(source, polling.at, fault, polling.options.chance, until)
  await polling.store.write([{ kind: 'source', source: health }])
  return { source: health, outcome: 'failed', added: 0, first: polling.first, notices: [] }
}

async function settleNew(source: SourceHealth, document: Document, polling: Polling): Promise<Polled> {
  const { at, limits } = polling
  const content = await contentOf({ ...document, at }, limits)
  if ('fault' in content) return failed(source, content.fault, polling)
  // A page that turns out to be a feed is one; a feed that answers with a page is out of order.
  const wrong = source.kind && source.kind !== 'page' ? misfit(source.kind, content) : undefined
  if (wrong) return failed(source, wrong, polling)
  const { movedTo, etag, lastModified, skew, url } = document
  const told: Told = {
    kind: content.kind,
    ...(movedTo ? { movedTo } : {}),
    ...(etag && isWhole(content) ? { etag } : {}),
    ...(lastModified && isWhole(content) ? { lastModified } : {}),
  }
  const extra = [
    skewed(source.address, skew),
    isWhole(content) ? undefined : cutOff(source.address),
    content.kind === 'page' && polling.first ? feedNamed(document.bytes, url, source.address) : undefined,
  ]
  const notices = extra.flatMap(told => told?.notice ?? [])
  const kept = await keepContent(source, content, told, polling)
  return settlePages(kept.health, polling, { added: kept.added, notices: [...notices, ...kept.notices] })
}

function isWhole(content: Exclude<Content, { fault: string }>): boolean {
  return content.kind !== 'feed' || content.whole
}

type KeptContent = { readonly health: SourceHealth; readonly added: number; readonly notices: readonly Notice[] }

async function keepContent(
  source: SourceHealth,
  content: Exclude<Content, { fault: string }>,
  told: Told,
  polling: Polling,
): Promise<KeptContent> {
  const { at, options } = polling
  const said = content.kind === 'feed' ? { ...told, ...aboutOf(content) } : told
  let health = answeredWell(source, at, said, options.chance)
  if (content.kind === 'opml') return { health, added: 0, notices: await keepListed(content.feeds, health, polling) }
  if (content.kind === 'sitemap') return { health, added: 0, notices: await keepLocs(content, health, polling) }
  const fullText = content.kind === 'feed' && (options.fullText === true || source.fullText === true)
  const { added, notices } = await keepItems(content.items, { ...polling, source, fullText }, count => {
    health = withNew(health, at, count)
    return [{ kind: 'source', source: health }]
  })
  return { health, added, notices }
}

function aboutOf({ name, lang }: FeedContent): Told {
  return { ...(name ? { name } : {}), ...(lang ? { lang } : {}) }
}

/** Then the pages that wait. */
async function settlePages(
  source: SourceHealth,
  polling: Polling,
  { added, notices }: { readonly added: number; readonly notices: readonly Notice[] },
): Promise<Polled> {
  const health = await fetchPages(source, polling)
  const all = added + (health.items ?? 0) - (source.items ?? 0)
  return { source: health, outcome: all > 0 ? 'new' : 'same', added: all, first: polling.first, notices }
}
