import { brotliCompressSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { beforeEach, describe, expect, test } from 'vitest'
import { LIMITS } from '../../../src/ingest/index.ts'
import { type Answer, type AskOptions, openAsker, type Validators } from '../../../src/ingest/poll/index.ts'
import { type FakeClock, fakeClock } from '../../help/clock.ts'
import { forget, type Handler, pagesAsked, type Routes, siteFor } from '../../help/site.ts'

const site = siteFor()
let clock: FakeClock

beforeEach(() => {
  clock = fakeClock()
  forget(site)
})

type Change = Partial<Omit<AskOptions, 'limits'>> & { readonly limits?: Partial<AskOptions['limits']> }

function asker({ limits, ...change }: Change = {}) {
  const allowPrivate = (host: string) => host === site.host
  return openAsker({ clock, allowPrivate, gap: 1000, ...change, limits: { ...LIMITS, fetchMs: 300, ...limits } })
}

function ask(routes: Routes, path = '/feed', known: Validators = {}, change: Change = {}): Promise<Answer> {
  site.routes = routes
  return asker(change).ask(site.base + path, known)
}

const faultOf = (answer: Answer) => ('fault' in answer ? answer.fault : answer.state)
const textOf = (answer: Answer) => (answer.state === 'new' ? new TextDecoder().decode(answer.bytes) : answer)
const moved =
  (status: number, location: string): Handler =>
  (_, response) =>
    response.writeHead(status, { location }).end()

describe('servers that misbehave are left, and nothing of them is kept', () => {
  test.each<readonly [string, Handler, string]>([
    [
      'drips',
      (_, response) => {
        response.writeHead(200)
        const drip = setInterval(() => response.write('x'), 20)
        response.on('close', () => clearInterval(drip))
      },
      'it took too long',
    ],
    ['says nothing', () => {}, 'it took too long'],
    [
      'never ends',
      (_, response) => {
        const more = () => {
          while (response.write('x'.repeat(65_536)));
        }
        response.on('drain', more).writeHead(200)
        more()
      },
      'it is larger than 1000000 bytes',
    ],
    [
      'says a length that is too long',
      (_, response) => {
        response.writeHead(200, { 'content-length': 100 }).write('<rss>')
        setTimeout(() => response.destroy(), 20)
      },
      'the connection was cut',
    ],
    [
      'cuts the connection',
      (request, response) => {
        response.writeHead(200).write('<rss>')
        setTimeout(() => request.socket.resetAndDestroy(), 20)
      },
      'the connection was cut',
    ],
    ['is empty', (_, response) => response.end(), 'the answer is empty'],
    ['speaks another language', request => request.socket.end('ICY 200 OK\r\n\r\n'), ''],
    [
      'packs it as it likes',
      (_, response) => response.writeHead(200, { 'content-encoding': 'rot13' }).end('x'),
      'the server packs it as "rot13"',
    ],
    [
      'packs it badly',
      (_, response) =>
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('x'.repeat(9999)).subarray(0, 30)),
      'what the server packed is truncated or damaged',
    ],
    ['goes round in circles', moved(302, '/feed'), 'it is redirected more than 5 times'],
    ['leads to a file', moved(302, 'file:///etc/passwd'), 'only http and https addresses are fetched, not file:'],
    ['leads nowhere', moved(302, 'http://'), 'it leads to "http://", which is no address'],
    ['leads inside', moved(302, 'http://127.0.0.1:9/secret'), '127.0.0.1 is not a public address'],
    ['leads inside by a name', moved(302, 'http://localhost:9/secret'), 'localhost is at '],
    [
      'leads to the cloud',
      moved(301, 'http://169.254.169.254/latest/meta-data'),
      '169.254.169.254 is not a public address',
    ],
  ])('%s', async (_, handler, fault) => {
    const answer = await ask({ '/feed': handler }, '/feed', {}, { limits: { documentBytes: 1_000_000 } })
    expect(answer.state).toMatch(/^(?:failed|refused)$/u)
    expect(faultOf(answer)).toContain(fault)
  })
})

describe('what is packed', () => {
  const packers = { gzip: gzipSync, br: brotliCompressSync, zstd: zstdCompressSync }
  const packed = (coding: keyof typeof packers, text: string): Handler => {
    const bytes = packers[coding](text)
    return (_, response) => response.writeHead(200, { 'content-encoding': coding }).end(bytes)
  }
  test.each(['gzip', 'br', 'zstd'] as const)('as %s is unpacked, a bomb is not', async coding => {
    expect(textOf(await ask({ '/feed': packed(coding, 'Müller '.repeat(5000)) }))).toBe('Müller '.repeat(5000))
    const bomb = packed(coding, '0'.repeat(3_000_000))
    const small = await ask({ '/feed': bomb }, '/feed', {}, { limits: { documentBytes: 2_000_000, fetchMs: 5000 } })
    expect(faultOf(small)).toMatch(/^it (?:is larger than 2000000 bytes|unpacks to more than 400 times its size)$/u)
    const large = packed(coding, '0'.repeat(20_000_000))
    expect(faultOf(await ask({ '/feed': large }, '/feed', {}, { limits: { fetchMs: 5000 } }))).toMatch(
      coding === 'gzip' ? /^it unpacks to more than 400 times its size$/u : /^it unpacks to more than 400/u,
    )
  })
})

describe('asking again', () => {
  const conditional: Handler = (request, response) => {
    const known = request.headers['if-none-match'] === '"a"' || request.headers['if-modified-since'] !== undefined
    const validators = { etag: '"a"', 'last-modified': 'Mon, 02 Jun 2025 07:00:00 GMT' }
    response.writeHead(known ? 304 : 200, validators).end(known ? undefined : 'text')
  }
  test('takes the validators, and sends them back', async () => {
    const answer = await ask({ '/feed': conditional })
    expect(answer).toMatchObject({ state: 'new', etag: '"a"', lastModified: 'Mon, 02 Jun 2025 07:00:00 GMT' })
    expect(await ask({ '/feed': conditional }, '/feed', { etag: '"a"' })).toEqual({ state: 'same' })
    expect(await ask({ '/feed': conditional }, '/feed', { etag: '"b"' })).toMatchObject({ state: 'new' })
  })
  test('a 304 to who asked for all is a fault', async () => {
    const answer = await ask({ '/feed': (_, response) => response.writeHead(304).end() })
    expect(faultOf(answer)).toBe('it says that nothing is new, without being asked')
  })
  test('a 304 that speaks of another version is not believed', async () => {
    const confused: Handler = (request, response) =>
      request.headers['if-none-match'] ? response.writeHead(304, { etag: '"z"' }).end() : response.end('text')
    expect(textOf(await ask({ '/feed': confused }, '/feed', { etag: '"a"' }))).toBe('text')
    expect(pagesAsked(site)).toEqual(['/feed', '/feed'])
  })
  test('a weak tag, and one with the coding behind it, are of the same version', async () => {
    const suffixed: Handler = (_, response) => response.writeHead(304, { etag: 'W/"a-gzip"' }).end()
    expect(await ask({ '/feed': suffixed }, '/feed', { etag: '"a"' })).toEqual({ state: 'same' })
  })
  test('a validator that fits no header is not kept', async () => {
    const long: Handler = (_, response) => response.writeHead(200, { etag: `"${'x'.repeat(600)}"` }).end('text')
    expect(await ask({ '/feed': long })).not.toHaveProperty('etag')
  })
})

describe('moving', () => {
  const routes: Routes = {
    '/old': moved(301, '/older'),
    '/older': moved(308, '/feed'),
    '/now': moved(302, '/old'),
    '/half': moved(301, '/now'),
    '/feed': 'text',
    '/gone': (_, response) => response.writeHead(410).end(),
  }
  test('for good is noted, for now is not', async () => {
    expect(await ask(routes, '/old')).toMatchObject({ movedTo: `${site.base}/feed`, url: `${site.base}/feed` })
    expect(await ask(routes, '/now')).not.toHaveProperty('movedTo')
    expect(await ask(routes, '/half')).toMatchObject({ movedTo: `${site.base}/now`, url: `${site.base}/feed` })
  })
  test('away is the end', async () =>
    expect(await ask(routes, '/gone')).toEqual({ state: 'gone', fault: 'it is gone for good (410)' }))
})

describe('a server that asks for patience', () => {
  const busy =
    (status: number, after?: string): Handler =>
    (_, response) =>
      response
        .writeHead(status, { date: 'Mon, 02 Jun 2025 09:00:00 GMT', ...(after ? { 'retry-after': after } : {}) })
        .end()
  test.each([
    [429, '120', 120],
    [503, '120', 120],
    [503, 'Mon, 02 Jun 2025 09:02:00 GMT', 120],
    [503, '99999999', 86_400],
  ])('%i, Retry-After %s', async (status, after, seconds) => {
    const answer = await ask({ '/feed': busy(status, after) })
    expect(answer).toEqual({
      state: 'failed',
      fault: `the server answers ${status}`,
      status,
      until: clock.now() + seconds * 1000,
    })
  })
  test('without a time', async () =>
    expect(await ask({ '/feed': busy(503) })).toEqual({
      state: 'failed',
      fault: 'the server answers 503',
      status: 503,
    }))
  test('429 speaks for its host', async () => {
    site.routes = { '/feed': busy(429, '600'), '/other': 'text' }
    const one = asker()
    await one.ask(`${site.base}/feed`)
    expect(faultOf(await one.ask(`${site.base}/other`))).toBe('its host asked to be left alone for a while')
    clock.pass(600_000)
    expect(textOf(await one.ask(`${site.base}/other`))).toBe('text')
  })
})

describe('robots.txt', () => {
  const answers =
    (status: number): Handler =>
    (_, response) =>
      response.writeHead(status).end()
  const routes = (robots: string | Handler): Routes => ({
    '/robots.txt': robots,
    '/feed': 'text',
    '/in': moved(302, '/closed'),
  })
  test('is read once, and kept to', async () => {
    site.routes = routes('User-agent: dragoman\nDisallow: /closed')
    const one = asker()
    expect(textOf(await one.ask(`${site.base}/feed`))).toBe('text')
    expect(await one.ask(`${site.base}/closed/a`)).toEqual({
      state: 'refused',
      fault: 'its robots.txt asks programs to stay away',
    })
    expect(await one.ask(`${site.base}/in`)).toMatchObject({ state: 'refused' })
    expect(site.asked).toEqual(['/robots.txt', '/feed', '/in'])
    expect(new Set(site.headers.map(headers => headers['user-agent']))).toEqual(new Set(['Dragoman']))
    clock.pass(25 * 3_600_000)
    await one.ask(`${site.base}/feed`)
    expect(site.asked.slice(3)).toEqual(['/robots.txt', '/feed'])
  })
  test('that is not there allows all, one that cannot be read nothing for now', async () => {
    expect((await ask(routes(answers(403)))).state).toBe('new')
    site.routes = routes(answers(503))
    const one = asker()
    expect(faultOf(await one.ask(`${site.base}/feed`))).toContain('its robots.txt cannot be read now')
    site.routes = routes('')
    expect((await one.ask(`${site.base}/feed`)).state).toBe('failed')
    clock.pass(31 * 60_000)
    expect((await one.ask(`${site.base}/feed`)).state).toBe('new')
  })
  test('may ask for longer pauses, within reason', async () => {
    site.routes = routes('User-agent: *\nCrawl-delay: 7')
    const one = asker()
    await one.ask(`${site.base}/feed`)
    await one.ask(`${site.base}/feed`)
    await one.ask(`${site.base}/feed`)
    expect(clock.slept).toEqual([1000, 7000, 7000])
    site.routes = routes('User-agent: *\nCrawl-delay: 86400')
    const other = asker()
    await other.ask(`${site.base}/feed`)
    await other.ask(`${site.base}/feed`)
    expect(clock.slept.slice(3)).toEqual([1000, 30_000])
  })
})

test('the character set and the clock of the server', async () => {
  const date = 'Mon, 02 Jun 2025 09:00:00 GMT'
  const handler: Handler = (_, response) =>
    response.writeHead(200, { 'content-type': 'text/xml; charset="windows-1251"', date }).end('x')
  const answer = await ask({ '/feed': handler })
  expect(answer).toMatchObject({ charset: 'windows-1251', skew: Date.parse(date) - clock.now() })
})

test('nothing is asked after the end', async () => {
  site.routes = { '/feed': 'text' }
  await expect(asker({ signal: AbortSignal.abort() }).ask(`${site.base}/feed`)).rejects.toThrow()
  expect(site.asked).toEqual([])
})
