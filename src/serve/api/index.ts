import { createHash, randomBytes } from 'node:crypto'
import { type Context, Hono } from 'hono'
import type { AuditLog } from '../../store/index.ts'
import type { DeskContext, Env } from '../context.ts'
import type { MarkMaker } from '../marks.ts'
import { refused } from '../refusal.ts'
import { CRISIS_OPERATIONS } from './crises.ts'
import { DESK_OPERATIONS, faultsOf, WRITING_OPERATIONS } from './desk.ts'
import { openApi } from './document.ts'
import { answerCache } from './kept.ts'
import type { ApiDesk, Operation, RawAnswer } from './operation.ts'
import { QUERIES } from './shapes.ts'

/** All operations, in the order of the document. */
export const OPERATIONS: readonly Operation[] = [...CRISIS_OPERATIONS, ...DESK_OPERATIONS, ...WRITING_OPERATIONS]

const PERSONAL: ReadonlySet<Operation['answers']> = new Set(['Session', 'AuditLog'])

type Answer = { readonly body: string; readonly headers: Readonly<Record<string, string>> }

/** `/api/v1` and `/openapi.json`. */
export function apiRoutes(desk: DeskContext, marks: MarkMaker, audit: AuditLog): Hono<Env> {
  const routes = new Hono<Env>()
  const given: ApiDesk = { ...desk, marks, audit }
  const kept = answerCache<Answer>(({ body }) => body.length)
  // Revisions begin anew with each start, so that a tag must name the start too.
  const start = randomBytes(6).toString('base64url')
  const revision = async () => `${start}-${desk.desk.state().revision}-${await desk.store.revision()}`
  const document = `${JSON.stringify(openApi(OPERATIONS), undefined, 2)}\n`
  routes.get('/openapi.json', context => send(context, jsonAnswer(document), tagOf(document)))
  for (const operation of OPERATIONS) {
    const { method, path, query, steady, status } = operation
    routes.on(method.toUpperCase(), path.replace(/\{(\w+)\}/gu, ':$1'), async context => {
      const read = QUERIES[query].safeParse(queryIn(context))
      if (!read.success) throw refused(400, 'Not understood', faultsOf(read.error.issues))
      const param = (name: string) => context.req.param(name) ?? ''
      const run = async () => answerOf(await operation.run(given, { query: read.data, param, context }))
      if (method !== 'get') {
        const { body, headers } = await run()
        return context.body(body, status ?? 200, { ...headers, 'Cache-Control': 'no-store' })
      }
      if (!steady) {
        const answer = await run()
        // Who one is, and what others did, stays in no cache.
        if (PERSONAL.has(operation.answers))
          return context.body(answer.body, 200, { ...answer.headers, 'Cache-Control': 'no-store' })
        return send(context, answer, tagOf(answer.body))
      }
      const at = await revision()
      const tag = `W/"${at}"`
      const key = JSON.stringify([at, context.req.path, read.data])
      return send(context, await kept(key, run), tag)
    })
  }
  return routes
}

function queryIn(context: Context<Env>): Readonly<Record<string, string>> {
  const found = new Map<string, string>()
  for (const [name, [value = '', ...more]] of Object.entries(context.req.queries())) {
    if (more.length > 0) throw refused(400, 'Not understood', 'A field is given twice.')
    if (value !== '') found.set(name, value)
  }
  return Object.fromEntries(found)
}

function answerOf(value: unknown): Answer {
  return isRaw(value)
    ? {
        body: value.body,
        headers: { 'Content-Type': value.type, 'Content-Disposition': `attachment; filename="${value.file}"` },
      }
    : jsonAnswer(JSON.stringify(value))
}

function isRaw(value: unknown): value is RawAnswer {
  return typeof value === 'object' && value !== null && 'body' in value && 'file' in value
}

function jsonAnswer(body: string): Answer {
  return { body, headers: { 'Content-Type': 'application/json; charset=utf-8' } }
}

function tagOf(body: string): string {
  return `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
}

/** With a validator: who has it already is sent nothing (RFC 9110, 13.1.2). */
function send(context: Context<Env>, { body, headers }: Answer, tag: string): Response {
  const validators = { ETag: tag, 'Cache-Control': 'private, no-cache', Vary: 'Authorization, Cookie' }
  const weak = (text: string) => text.trim().replace(/^W\//u, '')
  const known = (context.req.header('if-none-match') ?? '').split(',').map(weak)
  if (known.includes('*') || known.includes(weak(tag))) return context.body(null, 304, validators)
  return context.body(body, 200, { ...headers, ...validators })
}
