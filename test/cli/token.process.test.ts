import { mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { accessOf, openTokens, tokenCommand } from '../../src/cli/token.ts'
import { entryWith, hashOf, readTokens } from '../../src/serve/access.ts'
import { dragoman } from './program.ts'

const folder = mkdtempSync(join(tmpdir(), 'dragoman-token-'))
const at = (name: string) => join(folder, name)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a token is shown once; its file holds the hash, for its owner only', async () => {
  const file = at('t.jsonl')
  const ann = await dragoman('token', 'Ann', '--tokens', file, '--role', 'editor')
  expect([ann.code, ann.out]).toEqual([0, expect.stringMatching(/^[\w-]{43}\n$/u)])
  const token = ann.out.trim()
  const text = readFileSync(file, 'utf8')
  expect(text).not.toContain(token)
  expect(ann.err).not.toContain(token)
  expect(readTokens(text, file)).toEqual([{ name: 'Ann', role: 'editor', hash: hashOf(token) }])
  expect(statSync(file).mode & 0o777).toBe(0o600)

  const bob = await dragoman('token', 'Bob', '--tokens', file)
  expect(readTokens(readFileSync(file, 'utf8'), file).map(({ name, role }) => [name, role])).toEqual([
    ['Ann', 'editor'],
    ['Bob', 'reader'],
  ])
  expect(bob.out).not.toBe(ann.out)
  const again = await dragoman('token', 'Ann', '--tokens', file)
  expect([again.code, again.out]).toEqual([2, ''])

  const entries = openTokens(file, () => {})
  expect(entryWith(entries(), hashOf(token))?.name).toBe('Ann')
  expect((await dragoman('token', 'Ann', '--tokens', file, '--revoke')).code).toBe(0)
  expect(entries().map(({ name }) => name)).toEqual(['Bob'])
  expect((await dragoman('token', 'Ann', '--tokens', file, '--revoke')).err).toContain('has no token of Ann')
})

test.each([
  ['x', { tokens: at('w.jsonl'), role: 'king' }, 'is no role'],
  [' x', { tokens: at('w.jsonl') }, 'no name'],
  ['x\ny', { tokens: at('w.jsonl') }, 'no name'],
  ['x', { tokens: join(folder, 'none', 'w.jsonl') }, 'cannot write'],
])('call %# is refused', (name, options, why) => expect(() => tokenCommand(name, options)).toThrow(why))

test('a file that breaks while the desk runs lets nobody in, and says so', () => {
  const file = at('later.jsonl')
  writeFileSync(file, `{"name":"Ann","role":"admin","hash":"${hashOf('x')}"}\n`)
  const faults: string[] = []
  const entries = openTokens(file, message => faults.push(message))
  expect(entries()).toHaveLength(1)
  writeFileSync(file, '{"name"')
  utimesSync(file, 1, 1)
  expect([entries(), entries()]).toEqual([[], []])
  expect(faults).toEqual([expect.stringContaining('nobody is let in')])
  writeFileSync(at('empty.jsonl'), '')
  expect(() => openTokens(at('empty.jsonl'), () => {})).toThrow('holds no token')
})

test('without tokens the desk is for this machine only', () => {
  const open = (wish: Parameters<typeof accessOf>[0]) => accessOf(wish, () => {})
  for (const host of [undefined, '127.0.0.1', '127.8.8.8', '::1', 'localhost'])
    expect(open({ ...(host ? { host } : {}), name: 'Ann' })).toEqual({
      kind: 'open',
      person: { name: 'Ann', role: 'admin' },
    })
  for (const host of ['0.0.0.0', '::', '192.168.1.4', 'desk.example', '127.0.0.1.evil.example', ''])
    expect(() => open({ host })).toThrow('needs tokens')
  expect(() => open({ publicName: ['desk.example'] })).toThrow('needs tokens')
  expect(() => open({ trustProxy: true })).toThrow('needs tokens')
  expect(() => open({ name: 'a\nb' })).toThrow('no name')
  expect(open({}).kind).toBe('open')
})
