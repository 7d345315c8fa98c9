import type { Notice } from '../../core/types.ts'
import { stalenessOf } from '../../run/index.ts'
import type { SourceHealth } from '../../store/index.ts'
import { bodyOf, mediaType } from '../body.ts'
import { refused } from '../refusal.ts'
import { MOST_UPLOAD, nameOf, UPLOAD_TYPES } from '../upload.ts'
import { type Operation, operation } from './operation.ts'
import { MarkBody } from './shapes.ts'

const MOST_JSON = 64 * 1024

/** What belongs to no single crisis. */
export const DESK_OPERATIONS: readonly Operation[] = [
  operation({
    path: '/api/v1/articles/{id}',
    id: 'getArticle',
    summary: 'The text of a report, as evidence points into it.',
    query: 'none',
    answers: 'Article',
    run: async ({ store }, { param }) => {
      for await (const article of store.articles({ id: param('id') })) return article
      throw refused(404, 'Not found', 'There is no such report.')
    },
  }),
  operation({
    path: '/api/v1/search',
    id: 'search',
    summary: 'Reports that hold all words; "…" is a phrase, begin* a beginning.',
    query: 'search',
    answers: 'Hits',
    run: async ({ store }, { query }) => {
      const { q, limit, 'known-by': knownBy } = query
      const hits = await store.search(q, { limit, ...(knownBy ? { knownBy } : {}) })
      return {
        hits: hits.map(({ article, snippet, score }) => {
          const { id, title, publisher, url, published } = article
          return {
            article: { id, title, publisher, ...(url ? { url } : {}), ...(published ? { published } : {}) },
            snippet,
            score,
          }
        }),
      }
    },
  }),
  operation({
    path: '/api/v1/sources',
    id: 'listSources',
    summary: 'Watched addresses, and how they answer.',
    query: 'none',
    answers: 'Sources',
    steady: false,
    run: async ({ store, now }) => ({
      sources: (await store.sources()).map(source => healthOf(source, now())),
    }),
  }),
  operation({
    path: '/api/v1/notices',
    id: 'listNotices',
    summary: 'What could not be read, and what to do about it.',
    query: 'slice',
    answers: 'Notices',
    steady: false,
    run: async ({ store }, { query: { limit, offset } }) => {
      const items: Notice[] = []
      let total = 0
      for await (const notice of store.notices()) {
        if (total >= offset && items.length < limit) items.push(notice)
        total++
      }
      return { total, limit, offset, items }
    },
  }),
  operation({
    path: '/api/v1/state',
    id: 'getState',
    summary: 'What the desk is doing; /live tells the same as it changes.',
    query: 'none',
    answers: 'State',
    steady: false,
    run: async ({ desk }) => {
      const { phase, done, total, revision, crises } = desk.state()
      return {
        phase,
        done,
        total,
        revision,
        crises: crises.map(({ crisis, revision }) => ({ name: crisis.name, revision })),
      }
    },
  }),
  operation({
    path: '/api/v1/session',
    id: 'getSession',
    summary: 'Who asks, and the token to send as X-Form-Token where no bearer token is sent.',
    query: 'none',
    answers: 'Session',
    steady: false,
    run: async (_, { context }) => ({ ...context.get('person'), formToken: context.get('formToken') }),
  }),
  operation({
    path: '/api/v1/audit',
    id: 'listAudit',
    summary: 'What was done and what was refused, the newest first.',
    needs: 'admin',
    query: 'audit',
    answers: 'AuditLog',
    steady: false,
    run: async ({ audit }, { query }) => ({ entries: audit.newest(query.limit) }),
  }),
]

/** What changes something. */
export const WRITING_OPERATIONS: readonly Operation[] = [
  operation({
    path: '/api/v1/marks',
    id: 'listMarks',
    summary: 'Marks in force, in the order they were made.',
    query: 'marks',
    answers: 'Marks',
    steady: false,
    run: async ({ store }, { query }) => ({ marks: await store.marksInForce(query.target) }),
  }),
  operation({
    method: 'post',
    path: '/api/v1/marks',
    id: 'makeMark',
    summary: 'Confirms, hides, corrects or notes a passage; the same again is the same mark.',
    needs: 'editor',
    query: 'none',
    body: ['application/json'],
    status: 201,
    answers: 'Mark',
    steady: false,
    run: async ({ marks }, { context }) => {
      if (mediaType(context.req.header('content-type')) !== 'application/json')
        throw refused(415, 'Not JSON', 'Send application/json.')
      const wish = MarkBody.safeParse(jsonIn(await bodyOf(context.req.raw, MOST_JSON)))
      if (!wish.success) throw refused(400, 'Not a mark', faultsOf(wish.error.issues))
      context.set('act', `${wish.data.action} ${wish.data.target}`)
      return marks.make(wish.data, context.get('person').name)
    },
  }),
  operation({
    method: 'delete',
    path: '/api/v1/marks/{id}',
    id: 'undoMark',
    summary: 'Undoes a mark; answers with the mark that does so.',
    needs: 'editor',
    query: 'none',
    answers: 'Mark',
    steady: false,
    run: async ({ marks }, { param, context }) => {
      context.set('act', `undo ${param('id').slice(0, 100)}`)
      const undone = await marks.undo(param('id'), context.get('person').name)
      if (!undone) throw refused(404, 'Not found', 'No such mark is in force.')
      return undone
    },
  }),
  operation({
    method: 'post',
    path: '/api/v1/reports',
    id: 'addReports',
    summary: 'Adds reports: a document, a feed, JSON Lines or an archive, 32 MiB at most.',
    needs: 'admin',
    query: 'none',
    body: UPLOAD_TYPES,
    answers: 'Received',
    steady: false,
    run: async ({ desk }, { context }) => {
      const type = mediaType(context.req.header('content-type'))
      const bytes = await bodyOf(context.req.raw, MOST_UPLOAD)
      if (bytes.length === 0) throw refused(400, 'Nothing sent', 'Send the document as the body.')
      const received = await desk.addBytes(bytes, nameOf(type))
      context.set('act', `${received.added} reports added of ${received.read}`)
      return received
    },
  }),
]

function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw refused(400, 'Not JSON', 'The body cannot be read as JSON.')
  }
}

/** Names of our own fields only: nothing that was sent is repeated. */
export function faultsOf(issues: readonly { readonly path: readonly PropertyKey[]; readonly code?: string }[]): string {
  const fields = issues.flatMap(({ path, code }) => (code === 'unrecognized_keys' ? [] : [path.map(String).join('.')]))
  const named = [...new Set(fields)].filter(field => field !== '')
  if (named.length === 0) return 'It has fields that are not known; /openapi.json says what there is.'
  return `Not as /openapi.json says it must be: ${named.join(', ')}.`
}

/** What is told of a source; its validators and what is held for it are nobody's business. */
function healthOf({ address, failures, ...rest }: SourceHealth, now: Date) {
  const { name, kind, home, lang, answered, asked, next, newest, items, fault, movedTo, stopped } = rest
  const known = { name, kind, home, lang, answered, asked, next, newest, items, fault, movedTo, stopped }
  const told = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined))
  return { address, failures, ...told, ...stalenessOf({ address, failures, ...rest }, now.getTime()) }
}
