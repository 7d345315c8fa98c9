import type { Hono } from 'hono'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { TokenEntry } from '../../src/serve/access.ts'
import type { DeskOptions } from '../../src/serve/app.ts'
import type { Env } from '../../src/serve/context.ts'
import { openSessions, SESSION_MS } from '../../src/serve/sessions.ts'
import { ask, ENTRIES, formTokenOf, type Opened, openTalks, send, TOKENS, WITH_TOKENS } from './desk.ts'

let opened: Opened
let app: Hono<Env>
beforeAll(async () => {
  opened = await openTalks()
})
beforeEach(() => {
  app = opened.app(WITH_TOKENS)
})

async function formToken(of = app, headers: Readonly<Record<string, string>> = {}): Promise<string> {
  const page = await (await ask(of, '/sign-in', { headers })).text()
  return /name="token" value="([^"]+)"/u.exec(page)?.[1] ?? ''
}

async function signIn(access: string, of = app, headers: Readonly<Record<string, string>> = {}) {
  const token = await formToken(of, headers)
  return send(of, '/sign-in', { token, access, back: '/audit' }, headers)
}

function cookieOf(answer: Response): string {
  return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
}

test('a token gives a session, in which one may do what it allows', async () => {
  const answer = await signIn(TOKENS.admin)
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/audit'])
  expect(answer.headers.get('set-cookie')).toMatch(
    /^dragoman=[\w-]+\.[\w-]+; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/u,
  )
  const cookie = cookieOf(answer)
  const page = await ask(app, '/audit', { headers: { cookie } })
  expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store'])
  expect(await page.text()).toContain('signed in')
  const editor = cookieOf(await signIn(TOKENS.editor))
  expect((await ask(app, '/audit', { headers: { cookie: editor } })).status).toBe(403)
})

test('who asks for a page signs in first and comes back to it', async () => {
  const answer = await ask(app, '/c/talks/?as-of=2025-05-20')
  expect([answer.status, answer.headers.get('location')]).toEqual([
    303,
    '/sign-in?back=%2Fc%2Ftalks%2F%3Fas-of%3D2025-05-20',
  ])
  expect(await (await ask(app, '/sign-in?back=//evil.example')).text()).toContain('name="back" value="/"')
  const token = await formToken()
  const sent = await send(app, '/sign-in', { token, access: TOKENS.reader, back: 'https://evil.example/' })
  expect(sent.headers.get('location')).toBe('/')
})

test('a wrong token, a forged form and a forged cookie let nobody in', async () => {
  const wrong = await signIn('x'.repeat(43))
  expect([wrong.status, wrong.headers.get('set-cookie')]).toEqual([401, null])
  expect(await wrong.text()).toContain('does not fit')
  expect((await send(app, '/sign-in', { token: 'x', access: TOKENS.admin })).status).toBe(403)
  const cookie = cookieOf(await signIn(TOKENS.admin))
  for (const forged of [`${cookie}x`, cookie.replace(/\.[\w-]/u, '.'), 'dragoman=', 'dragoman=a.b', 'dragoman=.'])
    expect((await ask(app, '/audit', { headers: { cookie: forged } })).status).toBe(303)
})

test('a session ends with time, with signing out, and when its token is revoked', async () => {
  let entries: readonly TokenEntry[] = ENTRIES
  const options: DeskOptions = { access: { kind: 'tokens', entries: () => entries } }
  app = opened.app(options)
  const state = async (cookie: string) => (await ask(app, '/api/v1/session', { headers: { cookie } })).status
  const first = cookieOf(await signIn(TOKENS.reader))
  expect(await state(first)).toBe(200)
  opened.clock.at += SESSION_MS + 1
  expect(await state(first)).toBe(401)

  const second = cookieOf(await signIn(TOKENS.reader))
  const formToken = await formTokenOf(app, { cookie: second })
  expect((await send(app, '/sign-out', { token: formToken })).status).toBe(401)
  const out = await send(app, '/sign-out', { token: formToken }, { cookie: second })
  expect([out.status, out.headers.get('location')]).toEqual([303, '/sign-in'])
  expect(out.headers.get('set-cookie')).toContain('Max-Age=0')
  expect(await state(second)).toBe(401)

  const third = cookieOf(await signIn(TOKENS.reader))
  entries = ENTRIES.filter(({ role }) => role !== 'reader')
  expect(await state(third)).toBe(401)
})

describe('behind a proxy', () => {
  const https = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '6.6.6.6, 203.0.113.9' }
  test('that is trusted, the cookie is for https only and the page says so', async () => {
    app = opened.app({ ...WITH_TOKENS, trustProxy: true })
    const answer = await signIn(TOKENS.admin, app, https)
    expect(answer.headers.get('set-cookie')).toMatch(
      /^__Host-dragoman=.*; Path=\/; HttpOnly; Secure; SameSite=Strict$/u,
    )
    const page = await ask(app, '/audit', { headers: { ...https, cookie: cookieOf(answer) } })
    expect(page.headers.get('strict-transport-security')).toBe('max-age=31536000')
    expect(opened.audit.newest(1)[0]).toMatchObject({ from: '203.0.113.9', who: 'the admin', what: 'signed in' })
  })
  test('that is not, nothing it says counts', async () => {
    const answer = await signIn(TOKENS.admin, app, https)
    expect(answer.headers.get('set-cookie')).not.toContain('Secure')
    expect(answer.headers.get('strict-transport-security')).toBeNull()
    expect(opened.audit.newest(1)[0]?.from).toBe('unknown')
  })
})

test('there are no more sessions than can be held', () => {
  const sessions = openSessions(() => 0)
  const first = sessions.begin('h')
  for (let n = 0; n < 10_000; n++) sessions.begin('h')
  expect(sessions.read(first)).toBeUndefined()
  expect(sessions.read(sessions.begin('h'))?.hash).toBe('h')
})
