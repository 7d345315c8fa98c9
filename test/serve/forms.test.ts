import type { Hono } from 'hono'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Env } from '../../src/serve/context.ts'
import { ask, formTokenOf, json, type Opened, openTalks, send, TOKENS, WITH_TOKENS } from './desk.ts'

let opened: Opened
let app: Hono<Env>
let token: string
let target: string
beforeAll(async () => {
  opened = await openTalks()
  app = opened.app()
  token = await formTokenOf(app)
  for await (const { id } of opened.store.articles()) target = `article:${id}`
})

const mark = (more: Readonly<Record<string, string>> = {}) => ({ action: 'confirm', target, token, ...more })
const count = async () => (await opened.store.counts()).mark

describe('an unsafe request', () => {
  test('of a page of ours is done', async () => {
    const before = await count()
    expect((await send(app, '/marks', mark())).status).toBe(303)
    expect(await count()).toBe(before + 1)
  })
  test.each([
    ['no token', { token: '' }, {}],
    ['a made-up token', { token: 'x'.repeat(43) }, {}],
    ['another site', {}, { origin: 'http://evil.example' }],
    ['another port of this machine', {}, { origin: 'http://localhost:9999' }],
    ['a sandboxed frame', {}, { origin: 'null' }],
    ['a page of the same site', {}, { 'sec-fetch-site': 'same-site' }],
    ['a cross-site form', {}, { 'sec-fetch-site': 'cross-site', origin: '' }],
    ['a body of another type', {}, { 'content-type': 'text/plain' }],
    ['a form with files', {}, { 'content-type': 'multipart/form-data; boundary=x' }],
  ])('of %s is refused', async (_, fields, headers) => {
    const before = await count()
    const answer = await send(app, '/marks', mark({ text: 'x', ...fields }), headers)
    expect(answer.status).toBe(403)
    expect(await count()).toBe(before)
  })
  test('without word of where it comes from is refused, unless a program sends the token as a header', async () => {
    const body = new URLSearchParams(mark({ text: 'y' })).toString()
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    expect((await ask(app, '/marks', { method: 'POST', headers, body })).status).toBe(403)
    const post = (headers: Readonly<Record<string, string>>) =>
      ask(app, '/api/v1/marks', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ action: 'note', target, text: 'seen' }),
      })
    expect((await post({})).status).toBe(403)
    expect((await post({ 'x-form-token': 'x' })).status).toBe(403)
    expect((await post({ 'x-form-token': token, origin: 'http://evil.example' })).status).toBe(403)
    expect((await post({ 'x-form-token': token })).status).toBe(201)
  })
  test('with the token of an earlier start is refused', async () => {
    expect((await send(opened.app(), '/marks', mark({ text: 'z' }))).status).toBe(403)
  })
  test('with the token of another session is refused', async () => {
    const guarded = opened.app(WITH_TOKENS)
    const page = await (await ask(guarded, '/sign-in')).text()
    const nobody = /name="token" value="([^"]+)"/u.exec(page)?.[1] ?? ''
    const signed = async () => {
      const answer = await send(guarded, '/sign-in', { token: nobody, access: TOKENS.editor })
      const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
      return { cookie, formToken: await formTokenOf(guarded, { cookie }) }
    }
    const [one, other] = [await signed(), await signed()]
    const fields = (token: string) => mark({ token, text: 'w' })
    const status = async (token: string) =>
      (await send(guarded, '/marks', fields(token), { cookie: one.cookie })).status
    expect(await status(other.formToken)).toBe(403)
    expect(await status(nobody)).toBe(403)
    expect(await status(one.formToken)).toBe(303)
  })
  test('with a bearer token needs no form, whatever its cookies', async () => {
    const answer = await ask(opened.app(WITH_TOKENS), '/api/v1/marks', {
      method: 'POST',
      token: TOKENS.editor,
      headers: { 'content-type': 'application/json', cookie: 'dragoman=x.y' },
      body: JSON.stringify({ action: 'note', target, text: 'from a program' }),
    })
    expect([answer.status, (await json(answer)).by]).toEqual([201, 'the editor'])
  })
  test('is told in the audit log, done or refused, without its fields', async () => {
    await send(app, '/marks', mark({ text: 'secret words' }), { origin: 'http://evil.example' })
    expect(opened.audit.newest(1)).toEqual([
      { at: '2025-06-01T12:00:00.000Z', who: 'editor', from: 'unknown', method: 'POST', path: '/marks', status: 403 },
    ])
    await send(app, '/marks', mark({ text: 'told' }))
    expect(opened.audit.newest(1)[0]).toMatchObject({ status: 303, what: `confirm ${target}` })
    expect(JSON.stringify(opened.audit.newest(1000))).not.toContain('secret words')
  })
  test('is no larger than a form is', async () => {
    opened.clock.at += 60_000
    expect((await send(app, '/marks', mark({ text: 'x'.repeat(70_000) }))).status).toBe(413)
  })
})
