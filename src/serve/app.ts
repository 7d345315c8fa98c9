import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { type AuditLog, memoryAuditLog, StoreError } from '../store/index.ts'
import type { Access } from './access.ts'
import { apiRoutes } from './api/index.ts'
import { assetRoutes } from './assets.ts'
import { auditRoutes } from './audit.ts'
import type { DeskContext, Env } from './context.ts'
import { type GuardOptions, guard, headers } from './guard.ts'
import { heldAnswers } from './held.ts'
import { liveRoutes } from './live.ts'
import { markMaker, markRoutes } from './marks.ts'
import { withPages } from './pages.ts'
import { type Refusal, Refused, refuse } from './refusal.ts'
import { openSessions } from './sessions.ts'
import { signInRoutes } from './sign-in.ts'
import { viewRoutes } from './views/index.ts'

export type DeskOptions = {
  /** Left out: everybody who reaches the server is its user. */
  readonly access?: Access
  /** Names it answers to besides those of this machine. */
  readonly names?: readonly string[]
  readonly anyAddress?: boolean
  readonly trustProxy?: boolean
  readonly audit?: AuditLog
  /** Told what went wrong while answering. */
  readonly onFault?: (message: string) => void
}

const ALONE: Access = { kind: 'open', person: { name: 'editor', role: 'admin' } }

/** The desk in the browser and its HTTP API. Without options it answers to this machine only. */
export function deskApp(given: DeskContext, options: DeskOptions = {}): Hono<Env> {
  const desk: DeskContext = { ...given, desk: withPages(given.desk) }
  const { access = ALONE, names = [], anyAddress = false, trustProxy = false, onFault = () => {} } = options
  const guarding: GuardOptions = {
    access,
    names,
    anyAddress,
    trustProxy,
    sessions: openSessions(() => desk.now().getTime()),
    audit: options.audit ?? memoryAuditLog(),
    now: desk.now,
  }
  const marks = markMaker(desk)
  const app = new Hono<Env>()
  app.use(headers(guarding))
  app.use(guard(guarding))
  app.route('/', assetRoutes())
  app.route('/', signInRoutes(guarding))
  const held = heldAnswers(desk)
  for (const path of ['/c/*', '/articles/*', '/search']) app.use(path, held)
  app.route('/', viewRoutes(desk))
  app.route('/', liveRoutes(desk))
  app.route('/', markRoutes(marks))
  app.route('/', auditRoutes(guarding.audit))
  app.route('/', apiRoutes(desk, marks, guarding.audit))
  app.notFound(context => refuse(context, NOT_FOUND))
  app.onError((error, context) => {
    if (error instanceof Refused) return refuse(context, error.refusal)
    const refusal = refusalOf(error)
    if (refusal.status >= 500) onFault(error.message)
    return refuse(context, refusal)
  })
  return app
}

const NOT_FOUND: Refusal = { status: 404, title: 'Not found', detail: 'There is nothing under this address.' }

/** What an error may say of itself: nothing of it is shown but that it happened. */
function refusalOf(error: Error): Refusal {
  if (error instanceof StoreError)
    return { status: 503, title: 'The store cannot be used now', detail: 'Try again in a moment.' }
  if (error instanceof HTTPException && error.status < 500)
    return { status: 400, title: 'Not understood', detail: 'The request is not one that can be answered.' }
  return { status: 500, title: 'Something went wrong', detail: 'The fault was told to whoever runs the desk.' }
}
