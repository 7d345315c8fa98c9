import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { strToU8, zipSync } from 'fflate'
import type { Hono } from 'hono'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { FORMATS } from '../../src/publish/index.ts'
import type { Env } from '../../src/serve/context.ts'
import { ask, formTokenOf, json, type Opened, openTalks, reports, type Sent, TOKENS, WITH_TOKENS } from './desk.ts'

type Schema = Readonly<Record<string, unknown>>
type Documented = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}
type Operation = {
  readonly operationId: string
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { schema?: Schema }>> }>>
}

let opened: Opened
let app: Hono<Env>
let document: Documented
let ajv: Ajv2020
const answered = new Set<string>()

beforeAll(async () => {
  opened = await openTalks()
  app = opened.app()
  document = JSON.parse(await (await ask(app, '/openapi.json')).text())
  ajv = new Ajv2020({ strict: false, formats: { date: /^\d{4}-\d{2}-\d{2}$/u }, allErrors: false })
  ajv.addSchema(document, 'openapi')
})
beforeEach(() => {
  opened.clock.at += 3_600_000
})

/** The operation whose path an address is of. */
function operationOf(path: string, method: string): Operation | undefined {
  const bare = path.split('?')[0] ?? ''
  const found = Object.entries(document.paths).find(([pattern]) =>
    new RegExp(`^${pattern.replace(/\{\w+\}/gu, '[^/]+')}$`, 'u').test(bare),
  )
  return found?.[1][method.toLowerCase()]
}

/** Asks, and checks the answer against what the document says of it. */
async function call(path: string, sent: Sent = {}): Promise<Readonly<Record<string, unknown>>> {
  const answer = await ask(app, path, sent)
  const operation = operationOf(path, sent.method ?? 'GET')
  expect([path, operation === undefined]).toEqual([path, false])
  const key = operation?.responses[answer.status] ? String(answer.status) : 'default'
  const type = answer.headers.get('content-type')?.split(';')[0] ?? ''
  const schema = operation?.responses[key]?.content?.[type]?.schema
  expect([path, answer.status, type, schema === undefined]).toEqual([path, answer.status, type, false])
  const reference = String(schema?.$ref).replace('#', 'openapi#')
  const body = await json(answer)
  const check = ajv.getSchema(reference)
  check?.(body)
  expect([path, check === undefined, check?.errors ?? null]).toEqual([path, false, null])
  if (answer.ok) answered.add(operation?.operationId ?? '')
  return body
}

const items = (body: Readonly<Record<string, unknown>>) => body.items as readonly Readonly<Record<string, unknown>>[]

describe('the document', () => {
  test('is valid OpenAPI 3.1 by a validator that is not ours', async () => {
    const check = async (given: Documented) => (await new Validator().validate(structuredClone({ ...given }))).valid
    const { valid, errors } = await new Validator().validate(structuredClone({ ...document }))
    expect([valid, errors]).toEqual([true, undefined])
    expect(await check({ ...document, paths: { x: {} } })).toBe(false)
  })
  test('has the same paths as the app has routes', () => {
    const routes = app.routes
      .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'))
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/gu, '{$1}')}`)
    const paths = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map(method => `${method.toUpperCase()} ${path}`),
    )
    expect([...routes].sort()).toEqual([...paths].sort())
    expect(new Set(paths).size).toBe(paths.length)
  })
  test('says each thing under a name of its own', () => {
    const ids = Object.values(document.paths).flatMap(methods => Object.values(methods).map(one => one.operationId))
    expect(new Set(ids).size).toBe(ids.length)
    expect(Object.keys(document.components.schemas)).toContain('Sentence')
  })
})

describe('answers are as the document says', () => {
  test.each([
    '/api/v1/crises',
    '/api/v1/crises/talks',
    '/api/v1/crises/talks/briefing',
    '/api/v1/crises/talks/briefing?as-of=2025-05-29&since=2025-05-27',
    '/api/v1/crises/talks/events?limit=1000',
    '/api/v1/crises/talks/statements',
    '/api/v1/crises/talks/disagreements?as-of=2025-05-30',
    '/api/v1/crises/talks/stories?limit=3',
    '/api/v1/crises/talks/expected',
    '/api/v1/crises/talks/reports?limit=3&offset=2',
    '/api/v1/crises/talks/formats',
    '/api/v1/search?q=umerov&limit=5',
    '/api/v1/sources',
    '/api/v1/notices',
    '/api/v1/state',
    '/api/v1/session',
    '/api/v1/marks',
    '/api/v1/audit?limit=5',
    '/api/v1/crises/nothing',
    '/api/v1/crises/talks/briefing?as-of=2020-01-01',
    '/api/v1/crises/talks/events?type=WAR',
    '/api/v1/crises/talks/events?limit=0',
    '/api/v1/crises/talks/events?limit=ten',
    '/api/v1/crises/talks/events?from=2025-02-30',
    '/api/v1/crises/talks/events?limit=1&limit=2',
    '/api/v1/crises/talks?x=1',
    '/api/v1/search',
    '/api/v1/articles/nothing',
  ])('%s', async path => {
    await call(path)
  })
  test('articles, marks and reports, made and undone', async () => {
    const [first] = items(await call('/api/v1/crises/talks/reports'))
    const article = await call(`/api/v1/articles/${String(first?.article)}`)
    expect(article.id).toBe(first?.article)
    const headers = { 'content-type': 'application/json', 'x-form-token': await formTokenOf(app) }
    const body = JSON.stringify({ action: 'note', target: `article:${String(article.id)}`, text: 'seen' })
    const mark = await call('/api/v1/marks', { method: 'POST', headers, body })
    expect(await call('/api/v1/marks', { method: 'POST', headers, body })).toEqual(mark)
    const about = (await call(`/api/v1/marks?target=${String(mark.target)}`)).marks
    expect(about).toEqual([mark])
    const undone = await call(`/api/v1/marks/${String(mark.id)}`, { method: 'DELETE', headers })
    expect(undone).toMatchObject({ action: 'undo', target: mark.id })
    expect((await call('/api/v1/marks')).marks).toEqual([])
    expect(await call(`/api/v1/marks/${String(mark.id)}`, { method: 'DELETE', headers })).toMatchObject({ status: 404 })
    for (const wrong of ['{', '[]', '{"action":"undo","target":"x"}', '{"action":"note","target":"x","a":1}', 'null'])
      expect(await call('/api/v1/marks', { method: 'POST', headers, body: wrong })).toMatchObject({ status: 400 })
    const plain = { ...headers, 'content-type': 'text/plain' }
    expect(await call('/api/v1/marks', { method: 'POST', headers: plain, body })).toMatchObject({ status: 415 })
  })
  test('every format is given as the file it is', async () => {
    for (const { id, type, file } of FORMATS) {
      const answer = await ask(app, `/api/v1/crises/talks/formats/${id}?as-of=2025-05-29`)
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type])
      expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${file}"`)
      expect((await answer.text()).length).toBeGreaterThan(20)
    }
    answered.add('getFormat')
    expect((await ask(app, '/api/v1/crises/talks/formats/toString')).status).toBe(404)
  })
})

test('reports that are sent are kept, read, and on the page', async () => {
  const other = await openTalks(undefined, reports(0, 5))
  app = other.app()
  const headers = { 'content-type': 'application/x-ndjson', 'x-form-token': await formTokenOf(app) }
  const before = await call('/api/v1/crises/talks')
  const body = Buffer.concat([reports(5, 12), Buffer.from('{"title": \n')])
  const told = await call('/api/v1/reports', { method: 'POST', headers, body })
  expect(told).toMatchObject({ read: 7, added: 7 })
  expect(JSON.stringify(told.notices)).toContain('"line":8')
  await other.desk.refresh()
  const after = await call('/api/v1/crises/talks')
  expect(Number(after.reports)).toBeGreaterThan(Number(before.reports))
  expect(await call('/api/v1/reports', { method: 'POST', headers, body })).toMatchObject({ read: 7, added: 0 })
  const page =
    '<html><head><title>Talks in Oslo</title></head><body><p>Envoys of Russia and Ukraine met in Oslo.</p></body></html>'
  const html = { ...headers, 'content-type': 'text/html; charset=utf-8' }
  expect(await call('/api/v1/reports', { method: 'POST', headers: html, body: page })).toMatchObject({ added: 1 })
  const zip = { ...headers, 'content-type': 'application/zip' }
  const lines = Buffer.from(reports(12, 15)).toString('utf8')
  const packed = zipSync({ 'a/one.jsonl': strToU8(lines), 'notes.txt': strToU8('Envoys met in Oslo on Friday.') })
  expect(await call('/api/v1/reports', { method: 'POST', headers: zip, body: packed })).toMatchObject({ added: 4 })
  const cut = await call('/api/v1/reports', { method: 'POST', headers: zip, body: packed.slice(0, 90) })
  expect([cut.added, (cut.notices as readonly unknown[]).length]).toEqual([0, 1])
  const feed = `<rss version="2.0"><channel><title>t</title><item><title>Envoys meet</title><link>https://x.example/1</link>
    <description>Envoys of Russia and Ukraine met in Oslo.</description></item></channel></rss>`
  const xml = { ...headers, 'content-type': 'application/rss+xml' }
  expect(await call('/api/v1/reports', { method: 'POST', headers: xml, body: feed })).toMatchObject({ added: 1 })
  expect(await call('/api/v1/reports', { method: 'POST', headers })).toMatchObject({ status: 400 })
  const large = { ...headers, 'content-length': String(33 * 1024 * 1024) }
  expect(await call('/api/v1/reports', { method: 'POST', headers: large, body: 'x' })).toMatchObject({ status: 413 })
  const stream = new Uint8Array(32 * 1024 * 1024 + 1)
  expect(await call('/api/v1/reports', { method: 'POST', headers, body: stream })).toMatchObject({ status: 413 })
  app = opened.app()
})

test('every operation was answered', () => {
  const ids = Object.values(document.paths).flatMap(methods => Object.values(methods).map(one => one.operationId))
  expect(ids.filter(id => !answered.has(id))).toEqual([])
})

describe('events', () => {
  test('are found by type, actor and days', async () => {
    const all = items(await call('/api/v1/crises/talks/events?limit=1000'))
    const consult = items(await call('/api/v1/crises/talks/events?limit=1000&type=CONSULT'))
    expect(consult).toEqual(all.filter(({ type }) => type === 'CONSULT'))
    expect(consult.length).toBeGreaterThan(0)
    const umerov = items(await call('/api/v1/crises/talks/events?limit=1000&actor=UMEROV'))
    expect(umerov.length).toBeGreaterThan(0)
    expect(umerov.every(event => JSON.stringify([event.source, event.target]).includes('Umerov'))).toBe(true)
    const may = items(await call('/api/v1/crises/talks/events?limit=1000&from=2025-06-02&to=2025-06-02'))
    expect(may.length).toBeGreaterThan(0)
    expect(may.length).toBeLessThan(all.length)
  })
  test('come in slices that make the whole', async () => {
    const whole = await call('/api/v1/crises/talks/events?limit=1000')
    const parts = await Promise.all(
      [0, 30, 60, 90].map(offset => call(`/api/v1/crises/talks/events?limit=30&offset=${offset}`)),
    )
    expect(parts.flatMap(items)).toEqual(items(whole))
    expect(parts.every(({ total }) => total === whole.total)).toBe(true)
  })
})

describe('validators', () => {
  const path = '/api/v1/crises/talks/briefing'
  test('who has an answer is not sent it again until something comes in', async () => {
    const first = await ask(app, path)
    const tag = first.headers.get('etag') ?? ''
    expect(tag).toMatch(/^W\/"[\w-]+"$/u)
    expect(first.headers.get('cache-control')).toBe('private, no-cache')
    for (const known of [tag, tag.slice(2), `"x", ${tag}`, '*']) {
      const again = await ask(app, path, { headers: { 'if-none-match': known } })
      expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag])
    }
    expect((await ask(app, path, { headers: { 'if-none-match': '"x"' } })).status).toBe(200)
    await opened.desk.addBytes(reports(20, 21), 'one.jsonl')
    await opened.desk.refresh()
    expect((await ask(app, path, { headers: { 'if-none-match': tag } })).status).toBe(200)
  })
  test('a tag of an earlier start counts no more', async () => {
    const tag = (await ask(app, path)).headers.get('etag') ?? ''
    expect((await ask(opened.app(), path, { headers: { 'if-none-match': tag } })).status).toBe(200)
  })
  test('what is not there is not unchanged', async () => {
    expect((await ask(app, '/api/v1/crises/nothing', { headers: { 'if-none-match': '*' } })).status).toBe(404)
  })
  test('HEAD is GET without the body', async () => {
    const [get, head] = [await ask(app, path), await ask(app, path, { method: 'HEAD' })]
    expect([head.status, await head.text()]).toEqual([200, ''])
    expect(head.headers.get('etag')).toBe(get.headers.get('etag'))
  })
})

test('a crisis on which nothing is read yet says so', async () => {
  const empty = await openTalks(undefined, new Uint8Array())
  expect((await ask(empty.app(), '/api/v1/crises/talks/briefing')).status).toBe(404)
  const reading = { ...empty.desk, state: () => ({ ...empty.desk.state(), phase: 'reading' as const }) }
  const { deskApp } = await import('../../src/serve/index.ts')
  const answer = await ask(
    deskApp({ desk: reading, store: empty.store, now: () => new Date(0) }),
    '/api/v1/crises/talks/briefing',
  )
  expect([answer.status, (await json(answer)).title]).toEqual([503, 'Still reading'])
})

test('HEAD of the live state ends, and leaves no listener behind', async () => {
  let listeners = 0
  const onChange: typeof opened.desk.onChange = listener => {
    listeners++
    const stop = opened.desk.onChange(listener)
    return () => {
      listeners--
      stop()
    }
  }
  const { deskApp } = await import('../../src/serve/index.ts')
  const app = deskApp({ desk: { ...opened.desk, onChange }, store: opened.store, now: () => new Date(0) })
  const head = await ask(app, '/live', { method: 'HEAD' })
  expect([head.status, head.headers.get('content-type'), await head.text(), listeners]).toEqual([
    200,
    'text/event-stream',
    '',
    0,
  ])
  const live = await ask(app, '/live')
  const reader = live.body?.getReader()
  expect(new TextDecoder().decode((await reader?.read())?.value)).toContain('"phase":"ready"')
  expect(listeners).toBe(1)
  await reader?.cancel()
  await new Promise(done => setTimeout(done, 20))
  expect(listeners).toBe(0)
})

test('who asks is told who they are, and no cache is', async () => {
  const answer = await ask(opened.app(WITH_TOKENS), '/api/v1/session', { token: TOKENS.editor })
  expect(await json(answer)).toMatchObject({ name: 'the editor', role: 'editor' })
  expect(answer.headers.get('cache-control')).toBe('no-store')
})
