import { createServer, request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { toHtml } from '../../src/publish/index.ts'
import { filesApp, listen, type Served } from '../../src/serve/index.ts'
import { fixture } from '../publish/fixture.ts'

const html = toHtml(fixture())
const pages = new Map([
  ['/', { type: 'text/html; charset=utf-8', body: html }],
  ['/briefing.md', { type: 'text/markdown; charset=utf-8', body: '# Briefing\n' }],
])

let server: Served
beforeAll(async () => {
  server = await listen(filesApp(pages), { port: 0 })
})
afterAll(() => server.close())

type Answer = { readonly status: number; readonly headers: Readonly<Record<string, unknown>>; readonly body: string }

/** A request as any program may send it: fetch would not let us choose the Host header. */
function ask(path: string, options: { method?: string; host?: string } = {}): Promise<Answer> {
  const { port } = new URL(server.url)
  return new Promise((done, fail) => {
    const headers = { host: options.host ?? `127.0.0.1:${port}` }
    const sent = request({ host: '127.0.0.1', port, path, method: options.method ?? 'GET', headers }, response => {
      let body = ''
      response.setEncoding('utf8')
      response.on('data', chunk => (body += chunk))
      response.on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, body }))
    })
    sent.on('error', fail)
    sent.end()
  })
}

describe('pages', () => {
  test.each([
    ['/', 'text/html; charset=utf-8', html],
    ['/?utm=1', 'text/html; charset=utf-8', html],
    ['/briefing.md', 'text/markdown; charset=utf-8', '# Briefing\n'],
  ])('%s', async (path, type, body) => {
    const answer = await ask(path)
    expect([answer.status, answer.headers['content-type'], answer.body]).toEqual([200, type, body])
  })
  test.each(['/nothing', '/../package.json', '/%2e%2e/package.json', '//x.example/', '/constructor', '/%ff'])(
    '%s is not there',
    async path => {
      const answer = await ask(path)
      expect(answer.status).toBe(404)
      expect(answer.body).toContain('<a href="/briefing.md">')
      expect(answer.body).not.toContain(path)
    },
  )
})

describe('safety', () => {
  test('every answer carries the headers', async () => {
    for (const path of ['/', '/briefing.md', '/nothing']) {
      const { headers } = await ask(path)
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['referrer-policy']).toBe('same-origin')
      expect(headers['x-frame-options']).toBe('DENY')
      expect(headers['content-security-policy']).toContain("default-src 'none'")
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    }
  })
  test('the policy of the page is its own', async () => {
    const { headers } = await ask('/')
    expect(headers['content-security-policy']).toMatch(/script-src 'sha256-[A-Za-z0-9+/]{43}='; style-src 'sha256-/u)
  })
  test.each([
    'evil.example',
    'evil.example:4750',
    '127.0.0.1.evil.example',
    'localhost.evil.example',
    '0.0.0.0',
    '192.168.1.4:80',
    '127.0.0.1@evil.example',
  ])('the name %s is refused', async host => {
    const answer = await ask('/', { host })
    expect([400, 421]).toContain(answer.status)
    expect(answer.body).not.toContain('Corvany')
  })
  test.each(['localhost', 'localhost:4750', 'LOCALHOST', '127.0.0.1'])('the name %s is taken', async host => {
    expect((await ask('/', { host })).status).toBe(200)
  })
  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('%s is refused', async method => {
    expect((await ask('/', { method })).status).toBe(405)
  })
  test('HEAD has no body', async () => {
    const answer = await ask('/', { method: 'HEAD' })
    expect([answer.status, answer.body]).toEqual([200, ''])
  })
  test('a request without a host is refused', async () => {
    expect((await filesApp(pages).request('/')).status).toBe(421)
  })
})

describe('ports', () => {
  test('only this machine is listened on', () => {
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/u)
  })
  test('a taken port gives way to the next free one', async () => {
    const taken = Number(new URL(server.url).port)
    const second = await listen(filesApp(pages), { port: taken })
    const port = Number(new URL(second.url).port)
    await second.close()
    expect(port).toBeGreaterThan(taken)
    expect(port).toBeLessThan(taken + 20)
  })
  test('closing frees the port and ends open connections', async () => {
    const one = await listen(filesApp(pages), { port: 0 })
    expect((await fetch(one.url)).status).toBe(200)
    await one.close()
    const port = Number(new URL(one.url).port)
    const again = createServer()
    await new Promise<void>((done, fail) => {
      again.once('error', fail)
      again.listen(port, '127.0.0.1', () => again.close(() => done()))
    })
  })
  test('says what to do when no port is free', async () => {
    const blocker = createServer()
    await new Promise<void>(done => blocker.listen(65_535, '127.0.0.1', () => done()))
    await expect(listen(filesApp(pages), { port: 65_535 })).rejects.toThrow('--port 0')
    await new Promise<void>(done => blocker.close(() => done()))
  })
})
