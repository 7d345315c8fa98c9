import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { dragoman } from './program.ts'

const folder = mkdtempSync(join(tmpdir(), 'dragoman-serve-'))
const at = (name: string) => join(folder, name)
const running = new Set<ChildProcess>()
afterAll(() => {
  for (const child of running) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

const lines = readFileSync('examples/istanbul-2025/reports.jsonl', 'utf8').split('\n')
writeFileSync(at('reports.jsonl'), `${lines.slice(0, 6).join('\n')}\n`)
writeFileSync(
  at('dragoman.toml'),
  '[[crisis]]\nname = "talks"\ntopic = "Russia Ukraine talks"\nactors = ["RUS", "UKR"]\ninputs = ["reports.jsonl"]\n',
)

type Desk = {
  readonly url: string
  readonly out: string
  end(signal: NodeJS.Signals): Promise<readonly [number, number]>
}

async function serve(...args: readonly string[]): Promise<Desk> {
  const child = spawn(process.execPath, ['src/cli/main.ts', 'serve', '--port', '0', ...args])
  running.add(child)
  let out = ''
  const url = await new Promise<string>((done, fail) => {
    child.stdout.on('data', chunk => {
      out += chunk
      const [found] = /http:\S+/u.exec(out) ?? []
      if (found && out.includes('Ctrl+C')) done(found)
    })
    child.stderr.on('data', chunk => {
      out += chunk
    })
    child.on('exit', () => fail(new Error(out)))
  })
  return {
    url,
    out,
    end: signal =>
      new Promise(done => {
        const from = performance.now()
        child.on('exit', code => done([code ?? -1, performance.now() - from]))
        child.kill(signal)
        running.delete(child)
      }),
  }
}

async function ready(url: string): Promise<void> {
  for (;;) {
    const answer = await fetch(`${url}api/v1/crises/talks/briefing`)
    await answer.body?.cancel()
    if (answer.ok) return
    await new Promise(done => setTimeout(done, 50))
  }
}

test('the desk shows its reports, keeps its log, and ends at once though pages listen', async () => {
  const desk = await serve('--config', at('dragoman.toml'), '--store', at('store.dragoman'), '--name', 'Ann')
  expect(desk.out).toMatch(
    /^Dragoman's desk: Russia Ukraine talks\n {2}http:\/\/127\.0\.0\.1:\d+\/\n {2}\(Ctrl\+C ends it\)\n$/u,
  )
  await ready(desk.url)
  const session = Object(await (await fetch(`${desk.url}api/v1/session`)).json())
  expect(session).toMatchObject({ name: 'Ann', role: 'admin' })
  const headers = { 'x-form-token': session.formToken, 'content-type': 'application/x-ndjson' }
  const body = `${lines[6]}\n`
  const sent = await fetch(`${desk.url}api/v1/reports`, { method: 'POST', headers, body })
  expect(await sent.json()).toMatchObject({ read: 1, added: 1 })
  const live = await fetch(`${desk.url}live`)
  expect(live.headers.get('content-type')).toContain('text/event-stream')
  const [code, ms] = await desk.end('SIGTERM')
  expect(code).toBe(0)
  expect(ms).toBeLessThan(5000) // two seconds where the machine is idle
  await live.body?.cancel().catch(() => {})
  expect(JSON.parse(readFileSync(at('store.dragoman.audit.jsonl'), 'utf8'))).toMatchObject({
    who: 'Ann',
    from: '127.0.0.1',
    path: '/api/v1/reports',
    status: 200,
    what: '1 reports added of 1',
  })
}, 60_000)

test('with tokens nobody comes in without one', async () => {
  const token = (await dragoman('token', 'Ann', '--tokens', at('t.jsonl'), '--role', 'admin')).out.trim()
  const desk = await serve('--config', at('dragoman.toml'), '--tokens', at('t.jsonl'), '--public-name', 'desk.example')
  expect(desk.out).toMatch(/http:\/\/desk\.example:\d+\//u)
  const url = `http://127.0.0.1:${new URL(desk.url).port}/`
  expect((await fetch(`${url}api/v1/state`)).status).toBe(401)
  expect((await fetch(url, { redirect: 'manual' })).headers.get('location')).toBe('/sign-in?back=%2F')
  const answer = await fetch(`${url}api/v1/audit`, { headers: { authorization: `Bearer ${token}` } })
  expect(Object(await answer.json()).entries).toMatchObject([{ path: '/api/v1/state', status: 401 }])
  expect((await desk.end('SIGINT'))[0]).toBe(0)
}, 60_000)

test('what cannot be meant is told in two lines', async () => {
  writeFileSync(at('notes.txt'), 'notes')
  const config = ['serve', '--config', at('dragoman.toml')]
  const calls: readonly (readonly [readonly string[], string])[] = [
    [[...config, '--store', at('notes.txt')], 'is no store of Dragoman'],
    [[...config, '--host', '0.0.0.0'], 'needs tokens'],
    [[...config, '--trust-proxy'], 'needs tokens'],
    [[...config, '--tokens', at('none.jsonl')], 'cannot read'],
    [[...config, '--port', 'x'], 'is not a port'],
    [['serve'], 'no topic given'],
  ]
  for (const [call, message] of calls) {
    const { code, out, err } = await dragoman(...call)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(message)
    expect(err.trimEnd().split('\n')).toHaveLength(2)
  }
}, 60_000)
