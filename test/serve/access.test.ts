import { beforeAll, describe, expect, test } from 'vitest'
import { entryWith, hashOf, readTokens, writeTokens } from '../../src/serve/access.ts'
import { ROLES, type Role } from '../../src/serve/context.ts'
import { localPath, neededOn } from '../../src/serve/roads.ts'
import { ask, ENTRIES, type Opened, openTalks, TOKENS, WITH_TOKENS } from './desk.ts'

let opened: Opened
beforeAll(async () => {
  opened = await openTalks()
})

/** Every road that the app has, with something for each part of its path. */
function roads(): readonly { readonly method: string; readonly path: string }[] {
  return opened
    .app(WITH_TOKENS)
    .routes.filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => ({ method, path: path.replace(':crisis', 'talks').replace(/:\w+/gu, 'x') }))
}

const OPEN = /^\/(?:assets\/|sign-in$)/u

describe('roads', () => {
  test('none but the sign-in and the assets is open to who has no token', async () => {
    const all = roads()
    expect(all.length).toBeGreaterThan(25)
    const app = opened.app({ ...WITH_TOKENS })
    for (const { method, path } of all) {
      opened.clock.at += 60_000 // each has its turns
      const answer = await ask(app, path, { method })
      const refused =
        [401, 403].includes(answer.status) || (answer.headers.get('location') ?? '').startsWith('/sign-in?')
      expect([method, path, refused]).toEqual([method, path, !OPEN.test(path) || method === 'POST'])
      expect(await answer.text()).not.toContain('Umerov')
    }
  })
  test('each needs its role, and each role may do what those before it may', async () => {
    const app = opened.app(WITH_TOKENS)
    for (const { method, path } of roads()) {
      const needs = neededOn(method, path)
      expect([path, needs]).not.toEqual([path, undefined])
      for (const role of ROLES) {
        opened.clock.at += 60_000
        const { status } = await ask(app, path, { method, token: TOKENS[role] })
        if (needs === 'open') continue // the sign-in takes no bearer token
        const allowed = ROLES.indexOf(role) >= ROLES.indexOf(needs as Role)
        expect([method, path, role, status !== 401 && status !== 403]).toEqual([method, path, role, allowed])
      }
    }
  })
  test('what changes something needs more than reading', () => {
    expect(roads().filter(({ method, path }) => method !== 'GET' && neededOn(method, path) === 'reader')).toEqual([
      { method: 'POST', path: '/sign-out' },
    ])
    expect([neededOn('POST', '/marks'), neededOn('DELETE', '/api/v1/marks/x')]).toEqual(['editor', 'editor'])
    expect([neededOn('POST', '/api/v1/reports'), neededOn('HEAD', '/audit')]).toEqual(['admin', 'admin'])
    expect([neededOn('POST', '/anything'), neededOn('TRACE', '/')]).toEqual([undefined, undefined])
  })
  test.each(['/%61udit', '/audit?x', '/./audit', '/assets/../audit', '/assets/%2e%2e/audit'])(
    '%s is the audit log all the same',
    async path => {
      opened.clock.at += 60_000
      const app = opened.app(WITH_TOKENS)
      expect((await ask(app, path, { token: TOKENS.editor })).status).toBe(403)
      expect((await ask(app, path, { token: TOKENS.admin })).status).toBe(200)
    },
  )
  test.each(['PUT', 'PATCH', 'OPTIONS', 'TRACE', 'POST'])('%s on a page is told what is possible', async method => {
    if (method === 'TRACE') return // fetch does not send it
    const answer = await ask(opened.app(), '/c/talks/', { method })
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  })
})

describe('names', () => {
  test.each(['evil.example', 'localhost.evil.example', '127.0.0.1@evil.example', '192.168.1.4', '[::2]', ''])(
    '%s is refused on this machine',
    async host => expect((await ask(opened.app(), '/api/v1/state', { headers: { host } })).status).toBe(421),
  )
  test.each(['localhost:1', '127.0.0.1', '[::1]:4750'])('%s is taken', async host =>
    expect((await ask(opened.app(), '/api/v1/state', { headers: { host } })).status).toBe(200),
  )
  test('with a public name, that one and this machine; on all addresses, every number', async () => {
    const app = opened.app({ ...WITH_TOKENS, names: ['Desk.example'], anyAddress: true })
    const status = async (host: string) =>
      (await ask(app, '/api/v1/state', { headers: { host }, token: TOKENS.reader })).status
    expect(await Promise.all(['desk.example:80', '10.0.0.7:4750', '[fe80::1]', 'evil.example'].map(status))).toEqual([
      200, 200, 200, 421,
    ])
  })
})

describe('tokens', () => {
  test('a file of ours comes back; TOML is read too', () => {
    expect(readTokens(writeTokens(ENTRIES), 'f')).toEqual(ENTRIES)
    const toml = `[[token]]\nname = "Ann"\nrole = "editor"\nhash = "${hashOf('x')}"\n`
    expect(readTokens(toml, 'f')).toEqual([{ name: 'Ann', role: 'editor', hash: hashOf('x') }])
    expect(readTokens('', 'f')).toEqual([])
  })
  test.each([
    ['{"name":"Ann","role":"king","hash":"sha256:0"}', 'no role'],
    ['{"name":" Ann","role":"editor"}', 'no name'],
    [`{"name":"A\\nnn","role":"editor","hash":"${hashOf('x')}"}`, 'no name'],
    ['{"name":"Ann","role":"editor","hash":"plain"}', 'no hash'],
    [writeTokens([...ENTRIES, ...ENTRIES]), 'two tokens'],
    ['{"name":', 'neither'],
    ['token = 3 3', 'neither'],
  ])('file %# is refused', (text, why) => {
    expect(() => readTokens(text, 'f')).toThrow(why)
  })
  test('only the whole token fits', () => {
    for (const wrong of ['', 'r', TOKENS.reader.slice(1), `${TOKENS.reader}r`, hashOf(TOKENS.reader)])
      expect(entryWith(ENTRIES, hashOf(wrong))).toBeUndefined()
    expect(entryWith(ENTRIES, hashOf(TOKENS.editor))?.name).toBe('the editor')
  })
  test.each(['Bearer', 'Bearer ', 'Basic cnI6cnI=', `bearer ${'x'.repeat(43)}`, `Bearer ${'x'.repeat(5000)}`])(
    'header %# lets nobody in',
    async authorization => {
      opened.clock.at += 60_000
      const answer = await ask(opened.app(WITH_TOKENS), '/api/v1/state', { headers: { authorization } })
      expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
      expect(answer.headers.get('content-type')).toBe('application/problem+json')
    },
  )
})

test.each([
  ['/', '/'],
  ['/c/talks/?as-of=2025-05-20#x', '/c/talks/?as-of=2025-05-20#x'],
  ['//evil.example/', undefined],
  ['/\\evil.example/', undefined],
  ['/.//evil.example', undefined],
  ['/a/..//evil.example', undefined],
  ['https://evil.example/', undefined],
  ['javascript:alert(1)', undefined],
  ['c/talks', undefined],
  ['/x\r\nSet-Cookie: a=b', undefined],
  ['/x\u2028', undefined],
  ['/ä', undefined],
  [`/${'x'.repeat(3000)}`, undefined],
  [undefined, undefined],
])('way back %#', (text, expected) => expect(localPath(text)).toBe(expected))
