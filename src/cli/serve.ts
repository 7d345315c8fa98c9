import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Crisis, readConfig, type WatchedSource } from '../run/config.ts'
import { openDeskThread } from '../run/desk-thread.ts'
import type { Access } from '../serve/access.ts'
import { type ListenOptions, lateApp, listen, type Served } from '../serve/listen.ts'
import { type AuditLog, memoryAuditLog, openAuditLog } from '../store/audit.ts'
import { openSqlite, type Store, StoreError } from '../store/index.ts'
import { CliError, EXIT, portOf } from './errors.ts'
import { plain } from './terminal.ts'
import { accessOf, isLoopback } from './token.ts'

export type ServeCommand = {
  readonly port?: string
  readonly host?: string
  readonly publicName?: readonly string[]
  readonly tokens?: string
  readonly name?: string
  readonly trustProxy?: boolean
  readonly topic?: string
  readonly config?: string
  readonly store?: string
  readonly watch?: boolean
}

/** `dragoman serve`: the desk in the browser, over a store or reports; or a briefing that was made before. */
export async function serveCommand(inputs: readonly string[], options: ServeCommand): Promise<number> {
  const [only] = inputs
  const made = inputs.length === 1 && only !== undefined ? briefingIn(only) : undefined
  if (made !== undefined) return serveBriefing(made, options)
  const crises = await crisesOf(options)
  const access = accessOf(options, tellFault)
  const folder = options.store ? undefined : mkdtempSync(join(tmpdir(), 'dragoman-'))
  try {
    const path = options.store ?? join(folder ?? '', 'store.dragoman')
    const all = [...crises.flatMap(crisis => crisis.inputs), ...inputs]
    const watched = await watchedBy(options)
    return await serveDesk({ crises, inputs: all, path, access, options, ...(watched ? { watch: watched } : {}) })
  } finally {
    if (folder) rmSync(folder, { recursive: true, force: true })
  }
}

async function crisesOf({ config, topic }: ServeCommand): Promise<readonly Crisis[]> {
  if (config) return readConfig(config).crises
  if (!topic)
    throw new CliError(
      'no topic given',
      'Say what the page is about: --topic "Russia Ukraine talks", or --config dragoman.toml.',
    )
  const { openTools, readTopic } = await import('../pipeline.ts')
  return [{ name: topic, topic: readTopic(topic, openTools().language), inputs: [] }]
}

/** The sources of the config, where they are to be watched. */
async function watchedBy({ watch, config }: ServeCommand): Promise<readonly WatchedSource[] | undefined> {
  if (!watch) return undefined
  const sources = config ? readConfig(config).sources : []
  if (sources.length === 0)
    throw new CliError('no source to watch', 'Name some in a dragoman.toml, as [[source]], and give it as --config.')
  const { described } = await import('./sources.ts')
  return sources.map(described)
}

/** The text of a briefing, where an input is one. */
function briefingIn(path: string): string | undefined {
  const file = existsSync(path) && statSync(path).isDirectory() ? join(path, 'briefing.json') : path
  return file.endsWith('briefing.json') && existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

async function serveBriefing(text: string, options: ServeCommand): Promise<number> {
  if (!isLoopback(options.host))
    throw new CliError('a briefing is shown on this machine only', 'Leave --host out, or serve its folder as files.')
  const { FORMATS, files, fromJson } = await import('../publish/index.ts')
  const { filesApp } = await import('../serve/files.ts')
  const briefing = fromJson(text)
  const pages = files(briefing, FORMATS).map(
    ({ name, type, text }) => [name === 'briefing.html' ? '/' : `/${name}`, { type, body: text }] as const,
  )
  const server = await listenOn(filesApp(new Map(pages)), options)
  await untilStopped(server.url, `Dragoman serves "${plain(briefing.headline[0].text)}"`)
  await server.close()
  return EXIT.done
}

type Plan = {
  readonly crises: readonly Crisis[]
  readonly inputs: readonly string[]
  readonly path: string
  readonly access: Access
  readonly watch?: readonly WatchedSource[]
  readonly options: ServeCommand
}

/** The address is told first; what is asked for before the desk is there waits for it. */
async function serveDesk({ crises, inputs, path, access, watch, options }: Plan): Promise<number> {
  const store = openStore(path)
  const audit = options.store ? await openAuditLog(`${path}.audit.jsonl`, { onFault: tellFault }) : memoryAuditLog()
  const app = lateApp()
  const server = await listenOn(app, options).catch(async error => {
    await store.close()
    throw error
  })
  const shown = `Dragoman's desk: ${plain(crises.map(({ topic }) => topic.words).join(', '))}`
  const stopped = untilStopped(urlOf(server, options), shown)
  const desk = openDeskThread({ store: path, crises, ...(watch ? { watch } : {}) }, tellFault)
  app.ready(deskApp({ desk, store, audit, access, options }))
  // What is in the store is shown before the inputs are looked through again.
  const shownFirst = (await store.revision()) > 0 || inputs.length === 0 ? desk.refresh() : undefined
  const work = Promise.all([shownFirst, inputs.length > 0 ? desk.add(inputs) : undefined])
  let ending = false
  work.catch(error => !ending && tellFault(error instanceof Error ? error.message : String(error)))
  await stopped
  ending = true
  await server.close()
  await Promise.all([desk.close(), audit.close()])
  await store.close()
  return EXIT.done
}

type Made = Pick<Plan, 'access' | 'options'> & {
  readonly desk: ReturnType<typeof openDeskThread>
  readonly store: Store
  readonly audit: AuditLog
}

async function deskApp({ desk, store, audit, access, options }: Made) {
  const { deskApp: made } = await import('../serve/app.ts')
  const { host, publicName = [], trustProxy = false } = options
  const wildcard = host === '0.0.0.0' || host === '::'
  const names = host === undefined || wildcard ? publicName : [...publicName, host.includes(':') ? `[${host}]` : host]
  const given = { access, audit, names, anyAddress: wildcard, trustProxy, onFault: tellFault }
  return made({ desk, store, now: () => new Date() }, given)
}

function openStore(path: string): Store {
  try {
    return openSqlite(path)
  } catch (error) {
    if (error instanceof StoreError) throw new CliError(error.message, error.cure)
    throw error
  }
}

async function listenOn(app: Parameters<typeof listen>[0], { port, host }: ServeCommand): Promise<Served> {
  const number = portOf(port ?? process.env.DRAGOMAN_PORT)
  const wanted: ListenOptions = { ...(number === undefined ? {} : { port: number }), ...(host ? { host } : {}) }
  try {
    return await listen(app, wanted)
  } catch (error) {
    const [message = '', cure = 'Give an address of this machine: --host 127.0.0.1.'] =
      error instanceof Error ? error.message.split('\n') : [String(error)]
    throw new CliError(cure.includes('--port') ? message : `cannot listen on ${host}: ${message}`, cure)
  }
}

/** Where a browser finds it: by its public name, if it has one. */
function urlOf({ url }: Served, { publicName: [name] = [] }: ServeCommand): string {
  return name === undefined ? url : `http://${name}:${new URL(url).port}/`
}

async function untilStopped(url: string, what: string): Promise<void> {
  process.stdout.write(`${what}\n  ${url}\n  (Ctrl+C ends it)\n`)
  await new Promise<void>(done => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done())
  })
}

function tellFault(message: string): void {
  process.stderr.write(`dragoman: the desk: ${plain(message)}\n`)
}

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** `npm start`: the desk with the example; what it read the first time is kept for the next. */
export async function startCommand(options: ServeCommand): Promise<number> {
  const folder = join(ROOT, 'out')
  mkdirSync(folder, { recursive: true })
  return serveCommand([], {
    ...options,
    config: join(ROOT, 'examples', 'istanbul-2025', 'dragoman.toml'),
    store: join(folder, 'example.dragoman'),
  })
}
