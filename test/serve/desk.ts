import { readFileSync } from 'node:fs'
import type { Hono } from 'hono'
import { openTools, type Tools } from '../../src/pipeline.ts'
import { type Crisis, type Desk, openDesk } from '../../src/run/index.ts'
import { hashOf, type TokenEntry } from '../../src/serve/access.ts'
import type { DeskOptions } from '../../src/serve/app.ts'
import type { Env } from '../../src/serve/context.ts'
import { deskApp } from '../../src/serve/index.ts'
import { type AuditLog, memoryAuditLog, openMemory, type Store } from '../../src/store/index.ts'

export const TALKS: Crisis = {
  name: 'talks',
  topic: { words: 'Russia Ukraine talks', actors: ['RUS', 'UKR'], any: [] },
  inputs: [],
}

/** The first reports of the example. */
export function reports(from: number, to: number): Uint8Array {
  const lines = readFileSync('examples/istanbul-2025/reports.jsonl', 'utf8').split('\n').slice(from, to)
  return Buffer.from(`${lines.join('\n')}\n`)
}

export type Opened = {
  readonly desk: Desk
  readonly store: Store
  readonly audit: AuditLog
  readonly tools: Tools
  /** A clock that stands still until it is moved. */
  readonly clock: { at: number }
  app(options?: DeskOptions): Hono<Env>
}

/** A desk in this thread with a few reports of the example. */
export async function openTalks(crises: readonly Crisis[] = [TALKS], bytes = reports(0, 20)): Promise<Opened> {
  const [store, tools, audit] = [openMemory(), openTools(), memoryAuditLog()]
  const clock = { at: Date.parse('2025-06-01T12:00:00Z') }
  const now = () => new Date(clock.at)
  const desk = openDesk(store, crises, tools, { now: () => now().toISOString() })
  await desk.addBytes(bytes, 'reports.jsonl')
  await desk.refresh()
  return {
    desk,
    store,
    audit,
    tools,
    clock,
    app: options => deskApp({ desk, store, now }, { audit, ...options }),
  }
}

export const TOKENS = { reader: 'r'.repeat(43), editor: 'e'.repeat(43), admin: 'a'.repeat(43) } as const
export const ENTRIES: readonly TokenEntry[] = (['reader', 'editor', 'admin'] as const).map(role => ({
  name: `the ${role}`,
  role,
  hash: hashOf(TOKENS[role]),
}))
export const WITH_TOKENS: DeskOptions = { access: { kind: 'tokens', entries: () => ENTRIES } }

export type Sent = {
  readonly method?: string
  readonly token?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
}

/** A request as a program on this machine sends it. */
export async function ask(
  app: Hono<Env>,
  path: string,
  { method, token, headers, body }: Sent = {},
): Promise<Response> {
  return app.request(`http://localhost${path}`, {
    method: method ?? 'GET',
    headers: { host: 'localhost:4750', ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
    ...(body === undefined ? {} : { body }),
  })
}

/** A form as a page of ours sends it. */
export async function send(
  app: Hono<Env>,
  path: string,
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return ask(app, path, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: 'http://localhost:4750',
      'sec-fetch-site': 'same-origin',
      ...headers,
    },
    body: new URLSearchParams(fields).toString(),
  })
}

/** The fields of an answer in JSON. */
export async function json(answer: Response): Promise<Readonly<Record<string, unknown>>> {
  return Object(await answer.json())
}

/** The form token of whoever asks. */
export async function formTokenOf(app: Hono<Env>, headers: Readonly<Record<string, string>> = {}): Promise<string> {
  return String((await json(await ask(app, '/api/v1/session', { headers }))).formToken)
}
