import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PROJECT } from './root.ts'

/** A desk in a process of its own, as `dragoman serve` starts it. */
export type Served = {
  readonly url: string
  /** Seconds of a processor it has used; undefined where the system does not tell. */
  cpu(): number | undefined
  /** Milliseconds from the start to the address. */
  readonly ms: number
  close(): Promise<void>
}

export async function serve(config: string, store: string): Promise<Served> {
  const from = performance.now()
  const args = [join(PROJECT, 'src', 'cli', 'main.ts'), 'serve', '--config', config, '--store', store, '--port', '0']
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  const url = await new Promise<string>((done, fail) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString('utf8')
      const [found] = /http:\/\/\S+(?=\s)/u.exec(said) ?? []
      if (found) done(found)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('exit', () => fail(new Error(`the desk ended: ${said}`)))
  })
  return {
    url,
    ms: performance.now() - from,
    cpu: () => cpuOf(child.pid),
    close: () =>
      new Promise(done => {
        child.on('exit', () => done())
        child.kill('SIGTERM')
      }),
  }
}

/** A hundredth of a second: what /proc counts in (USER_HZ). */
const TICK = 0.01

/** https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html: fields 14 and 15, behind a name that may hold anything. */
function cpuOf(pid: number | undefined): number | undefined {
  const file = `/proc/${pid}/stat`
  if (pid === undefined || !existsSync(file)) return undefined
  const text = readFileSync(file, 'utf8')
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * TICK
}

/** Waits until the page of a crisis is there and nothing is being read; gives the revision of the desk. */
export async function ready(url: string, crisis: string): Promise<number> {
  for (;;) {
    const page = await fetch(`${url}api/v1/crises/${encodeURIComponent(crisis)}/briefing`)
    await page.body?.cancel()
    const state = await stateOf(url)
    if (page.ok && state.phase === 'ready') return state.revision
    await new Promise(done => setTimeout(done, 25))
  }
}

/** The first moment at which the page of a crisis is answered. */
export async function firstPage(url: string, crisis: string): Promise<void> {
  for (;;) {
    const page = await fetch(`${url}api/v1/crises/${encodeURIComponent(crisis)}/briefing`)
    await page.body?.cancel()
    if (page.ok) return
    await new Promise(done => setTimeout(done, 25))
  }
}

async function stateOf(url: string): Promise<{ readonly phase: string; readonly revision: number }> {
  const { phase, revision } = Object(await (await fetch(`${url}api/v1/state`)).json())
  return { phase: String(phase), revision: Number(revision) }
}

/** Milliseconds from sending one new report to the news, over /live, that pages tell of it. */
export async function rebuild(url: string, report: string): Promise<number> {
  const { revision } = await stateOf(url)
  const { formToken } = Object(await (await fetch(`${url}api/v1/session`)).json())
  const end = new AbortController()
  const live = await fetch(`${url}live`, { signal: end.signal })
  const from = performance.now()
  const headers = { 'content-type': 'application/x-ndjson', 'x-form-token': String(formToken) }
  const sent = await fetch(`${url}api/v1/reports`, { method: 'POST', headers, body: report })
  const { added } = Object(await sent.json())
  if (added !== 1) throw new Error(`the report was not added (${sent.status})`)
  let text = ''
  for await (const chunk of live.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += chunk
    const told = [...text.matchAll(/"revision":(\d+),"pages"/gu)].map(match => Number(match[1]))
    if (told.some(one => one > revision)) break
  }
  const ms = performance.now() - from
  end.abort()
  return ms
}
