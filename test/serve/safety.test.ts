import { request } from 'node:http'
import { connect } from 'node:net'
import fc from 'fast-check'
import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Env } from '../../src/serve/context.ts'
import { listen, type Served } from '../../src/serve/index.ts'
import { localPath } from '../../src/serve/roads.ts'
import { PAYLOADS } from '../publish/nasty.ts'
import { ask, formTokenOf, type Opened, openTalks, send, TALKS, WITH_TOKENS } from './desk.ts'

let opened: Opened
let app: Hono<Env>
let server: Served
beforeAll(async () => {
  const lines = PAYLOADS.map((payload, n) =>
    JSON.stringify({
      title: `Russia and Ukraine hold talks ${payload}`,
      url: `https://x.example/${n}`,
      publisher: `Post ${payload}`,
      published: '2025-05-16',
      lang: 'en',
      text: `Russia and Ukraine held talks in Istanbul on Friday, Sergei Lavrov said. "We met," he said. ${payload}`,
    }),
  )
  const names = ['talks', '__proto__', '"><script>alert(1)</script>', 'a/b', '../etc']
  const crises = names.map(name => ({ ...TALKS, name }))
  opened = await openTalks(crises, Buffer.from(`${lines.join('\n')}\n`))
  app = opened.app()
  server = await listen(app, { port: 0 })
})
afterAll(() => server.close())

const BASE = ['', '/briefing', '/events', '/statements', '/disagreements', '/expected', '/reports', '/formats']

test('what reports hold comes as data that no browser runs', async () => {
  const paths = [
    ...BASE.map(path => `/api/v1/crises/talks${path}`),
    ...PAYLOADS.map(payload => `/api/v1/search?q=${encodeURIComponent(payload.toWellFormed())}`),
    '/api/v1/notices',
    '/api/v1/crises',
  ]
  for (const path of paths) {
    const answer = await ask(app, path)
    expect([path, answer.headers.get('content-type')]).toEqual([
      path,
      answer.ok ? 'application/json; charset=utf-8' : 'application/problem+json',
    ])
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'")
    JSON.parse(await answer.text())
  }
  const formats = await ask(app, '/api/v1/crises/talks/formats/html')
  expect(formats.headers.get('content-disposition')).toContain('attachment')
})

test('a crisis may be called anything, and what is no crisis is none', async () => {
  for (const name of ['__proto__', '"><script>alert(1)</script>', 'a/b', '../etc'])
    expect([name, (await ask(app, `/api/v1/crises/${encodeURIComponent(name)}`)).status]).toEqual([name, 200])
  for (const name of ['constructor', 'hasOwnProperty', 'toString', '%00', '..%2f..%2fetc%2fpasswd', '%ff', '%'])
    expect([name, (await ask(app, `/api/v1/crises/${name}`)).status]).toEqual([name, 404])
})

describe('errors', () => {
  const sign = 'zqxj<script>alert(1)</script>'
  test('repeat nothing of the request', async () => {
    const coded = encodeURIComponent(sign)
    const answers = await Promise.all([
      ask(app, `/${coded}`),
      ask(app, `/c/${coded}/x/y/z`),
      ask(app, `/api/v1/${coded}`),
      ask(app, `/api/v1/crises/${coded}`),
      ask(app, `/api/v1/crises/talks/events?${coded}=1`),
      ask(app, `/api/v1/crises/talks/events?type=${coded}`),
      ask(app, `/api/v1/articles/${coded}`),
      ask(app, `/${coded}`, { method: 'PUT' }),
      ask(app, '/', { headers: { host: sign } }),
      send(app, '/marks', { action: sign, target: sign, token: await formTokenOf(app) }),
    ])
    for (const answer of answers) {
      expect(answer.status).toBeGreaterThanOrEqual(400)
      expect(answer.status).toBeLessThan(500)
      expect(await answer.text()).not.toContain('zqxj')
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    }
  })
  test('of our own tell the reader nothing and the desk something', async () => {
    const faults: string[] = []
    const broken = { ...opened.desk, page: () => Promise.reject(new Error('secret path /x/y')) }
    const { deskApp } = await import('../../src/serve/index.ts')
    const app = deskApp(
      { desk: broken, store: opened.store, now: () => new Date(0) },
      { onFault: message => faults.push(message) },
    )
    const answer = await ask(app, '/api/v1/crises/talks/briefing')
    expect(answer.status).toBe(500)
    expect(await answer.text()).not.toContain('secret')
    expect(faults).toEqual(['secret path /x/y'])
    // The next one is tried anew: a failure is not kept.
    expect((await ask(app, '/api/v1/crises/talks/briefing')).status).toBe(500)
    expect(faults.length).toBe(2)
  })
})

test('the audit log shows hostile requests as text', async () => {
  await ask(app, '/<script>alert(7)</script>', { method: 'PUT' })
  const page = await (await ask(app, '/audit')).text()
  expect(page).toContain('PUT ')
  expect(page).not.toContain('<script>alert(7)')
  const signIn = await (await ask(opened.app(WITH_TOKENS), '/sign-in?back=/%22%3E%3Cscript%3Ealert(7)')).text()
  expect(signIn).not.toContain('<script>')
})

describe('whatever is asked for', () => {
  const piece = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('c', 'talks', 'api', 'v1', 'crises', '..', '%'))
  test('is answered without a fault', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 6 }), fc.boolean(), async (pieces, coded) => {
        const path = `/${pieces.map(one => (coded ? encodeURIComponent(one.toWellFormed()) : one)).join('/')}`
        if (!URL.canParse(`http://localhost${path}`)) return
        const { status } = await ask(app, path)
        expect([path, status < 500]).toEqual([path, true])
      }),
      { numRuns: 300 },
    )
  })
  test('the way back stays here', () => {
    const part = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      'a',
      ':',
      '@',
      '?',
      '#',
      '%2f',
      '\t',
      '\n',
      'evil.example',
      'https:',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 10 }), parts => {
        const path = localPath(parts.join(''))
        if (path === undefined) return
        expect(path).toMatch(/^\/(?!\/)[\x21-\x7e]*$/u)
        expect(new URL(path, 'http://desk.example').origin).toBe('http://desk.example')
      }),
      { numRuns: 3000 },
    )
  })
})

describe('over the wire', () => {
  function get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<number> {
    const { port } = new URL(server.url)
    return new Promise((done, fail) => {
      const sent = request(
        { host: '127.0.0.1', port, path, headers: { host: `127.0.0.1:${port}`, ...headers } },
        answer => {
          answer.resume()
          answer.on('end', () => done(answer.statusCode ?? 0))
        },
      )
      sent.on('error', fail)
      sent.end()
    })
  }
  test.each([
    ['/../../etc/passwd', 404],
    ['/%2e%2e/%2e%2e/etc/passwd', 404],
    ['/assets/../../../package.json', 404],
    ['/assets/..%2f..%2fpackage.json', 404],
    ['//evil.example/', 404],
    ['/%', 404],
    ['/%c0%ae%c0%ae/', 404],
    ['/api/v1/search?q=%ff%fe', 200],
    ['/api/v1/search?q=%', 200],
  ])('%s is answered with %i', async (path, status) => expect(await get(path)).toBe(status))
  test('an address or a header that is too long is refused', async () => {
    expect(await get(`/${'x'.repeat(5000)}`)).toBe(414)
    expect(await get('/', { cookie: 'x'.repeat(20_000) })).toBe(431)
  })
  test('what is no request is refused', async () => {
    const { port } = new URL(server.url)
    const answer = await new Promise<string>(done => {
      const socket = connect(Number(port), '127.0.0.1', () =>
        socket.write('GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nX\r\n\r\n'),
      )
      let text = ''
      socket.on('data', chunk => {
        text += chunk
      })
      socket.on('close', () => done(text))
    })
    expect(answer).toMatch(/^HTTP\/1\.1 400 /u)
  })
  test('a body that is too large is refused before it is sent', async () => {
    const { port } = new URL(server.url)
    const token = await formTokenOf(app)
    const status = await new Promise<number>((done, fail) => {
      const headers = {
        host: `127.0.0.1:${port}`,
        'content-length': String(1024 ** 3),
        'content-type': 'text/plain',
        'x-form-token': token,
      }
      const sent = request({ host: '127.0.0.1', port, path: '/api/v1/reports', method: 'POST', headers }, answer => {
        done(answer.statusCode ?? 0)
        sent.destroy()
      })
      sent.on('error', fail)
      sent.write('x')
    })
    expect(status).toBe(413)
  })
})

test('every kind of answer carries the headers', async () => {
  const paths = ['/sign-in', '/api/v1/state', '/openapi.json', '/nothing', '/audit', '/live']
  for (const path of paths) {
    const { headers, body } = await ask(app, path)
    await body?.cancel()
    expect([path, headers.get('referrer-policy'), headers.get('x-frame-options')]).toEqual([
      path,
      'same-origin',
      'DENY',
    ])
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(headers.get('permissions-policy')).toContain('camera=()')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('strict-transport-security')).toBeNull()
    expect(headers.get('access-control-allow-origin')).toBeNull()
  }
})
