import { createServer, type Server } from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isPrivateAddress } from '../../src/ingest/fetch.ts'
import { codes, readAll } from './help.ts'

let server: Server
let base = ''

beforeAll(async () => {
  server = createServer((request, response) => {
    const { url = '' } = request
    if (url === '/page')
      response
        .writeHead(200, { 'content-type': 'text/html; charset=iso-8859-1', date: 'Wed, 28 May 2025 10:00:00 GMT' })
        .end(Buffer.from('<html><body>M\xfcller</body></html>', 'latin1'))
    else if (url === '/packed')
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('<html><body>Packed</body></html>'))
    else if (url === '/moved') response.writeHead(302, { location: '/page' }).end()
    else if (url === '/loop') response.writeHead(302, { location: '/loop' }).end()
    else if (url === '/file') response.writeHead(302, { location: 'file:///etc/passwd' }).end()
    else if (url === '/big') response.writeHead(200).end(`<html>${'x'.repeat(5000)}`)
    else if (url === '/slow') {
      response.writeHead(200)
      const drip = setInterval(() => response.write('{"title":"a"}\n'), 20)
      response.on('close', () => clearInterval(drip))
    } else response.writeHead(404).end()
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  base = typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : ''
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const get = (path: string, limits = {}) => readAll([`${base}${path}`], { allowPrivate: true, limits })

describe('fetches', () => {
  test('a page with the character set and the date of its server', async () => {
    const { reports, notices } = await get('/page')
    expect(notices).toEqual([])
    expect(reports[0]).toMatchObject({ format: 'html', url: `${base}/page`, fetched: 'Wed, 28 May 2025 10:00:00 GMT' })
    expect(reports[0]?.body).toContain('Müller')
  })

  test('a packed page, and one that moved', async () => {
    expect((await get('/packed')).reports[0]?.body).toContain('Packed')
    expect((await get('/moved')).reports[0]?.url).toBe(`${base}/page`)
  })
})

describe('a failure is a notice', () => {
  test.each([
    ['/none', 'the server answers 404'],
    ['/loop', 'it is redirected more than 5 times'],
    ['/file', 'only http and https addresses are fetched, not file:'],
  ])('%s', async (path, reason) => {
    const { reports, notices } = await get(path)
    expect(reports).toEqual([])
    expect(notices).toEqual([
      {
        code: 'fetch-failed',
        message: `it cannot be fetched: ${reason}`,
        cure: 'Check the address, or save the page and name the file.',
        file: `${base}${path}`,
      },
    ])
  })

  test('too large', async () => expect(codes(await get('/big', { documentBytes: 1000 }))).toContain('file-too-large'))

  test('a server that drips is left, what came before is kept', async () => {
    const { reports, notices } = await get('/slow', { fetchMs: 400 })
    expect(reports).toHaveLength(1)
    expect(notices.map(({ message }) => message)).toContainEqual(
      'it cannot be fetched: it took too long; what came before is kept',
    )
  })

  test.each(['ftp://example.org/', 'file:///etc/passwd', 'http://'])('%s', async address =>
    expect(codes(await readAll([address]))).toEqual(['fetch-failed']),
  )
})

describe('addresses that are not public are refused', () => {
  test.each([
    '127.0.0.1',
    'localhost',
    '10.1.2.3',
    '169.254.169.254',
    '2130706433',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '0.0.0.0',
  ])('%s', async host => {
    const { notices } = await readAll([`http://${host}:${new URL(base).port}/page`])
    expect(notices[0]?.message).toContain('not a public address')
  })
})

test.each([
  ['8.8.8.8', false],
  ['2606:4700::1111', false],
  ['192.168.1.1', true],
  ['172.31.0.1', true],
  ['172.32.0.1', false],
  ['100.64.0.1', true],
  ['::ffff:10.0.0.1', true],
  ['fd00::1', true],
  ['fe80::1', true],
])('%s is private: %s', (address, expected) => expect(isPrivateAddress(address)).toBe(expected))
