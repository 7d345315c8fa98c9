import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openTools, readTopic } from '../pipeline.ts'
import { FORMATS, files, fromJson } from '../publish/index.ts'
import { type Crisis, openDeskThread, readConfig } from '../run/index.ts'
import { deskApp, filesApp, listen, type Served } from '../serve/index.ts'
import { openSqlite } from '../store/index.ts'
import { CliError, EXIT } from './errors.ts'

export type ServeCommand = {
  readonly port?: string
  readonly topic?: string
  readonly config?: string
  readonly store?: string
}

type Plan = {
  readonly crises: readonly Crisis[]
  readonly inputs: readonly string[]
  readonly store: string
  readonly port?: number
}

/** `dragoman serve`: the desk in the browser, over a store or reports; or a briefing that was made before. */
export async function serveCommand(inputs: readonly string[], options: ServeCommand): Promise<number> {
  const [only] = inputs
  const made = inputs.length === 1 && only !== undefined ? briefingIn(only) : undefined
  if (made !== undefined) return serveBriefing(made, options)
  const crises = crisesOf(options)
  const folder = options.store ? undefined : mkdtempSync(join(tmpdir(), 'dragoman-'))
  const port = portOf(options.port ?? process.env.DRAGOMAN_PORT)
  try {
    return await serveDesk({
      crises,
      inputs: [...crises.flatMap(crisis => crisis.inputs), ...inputs],
      store: options.store ?? join(folder ?? '', 'store.dragoman'),
      ...(port === undefined ? {} : { port }),
    })
  } finally {
    if (folder) rmSync(folder, { recursive: true, force: true })
  }
}

function crisesOf({ config, topic }: ServeCommand): readonly Crisis[] {
  if (config) return readConfig(config).crises
  if (!topic)
    throw new CliError(
      'no topic given',
      'Say what the page is about: --topic "Russia Ukraine talks", or --config dragoman.toml.',
    )
  return [{ name: topic, topic: readTopic(topic, openTools().language), inputs: [] }]
}

/** The text of a briefing, where an input is one. */
function briefingIn(path: string): string | undefined {
  const file = existsSync(path) && statSync(path).isDirectory() ? join(path, 'briefing.json') : path
  return file.endsWith('briefing.json') && existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

async function serveBriefing(text: string, options: ServeCommand): Promise<number> {
  const briefing = fromJson(text)
  const pages = new Map(
    files(briefing, FORMATS).map(({ name, type, text }) => [
      name === 'briefing.html' ? '/' : `/${name}`,
      { type, body: text },
    ]),
  )
  const port = portOf(options.port ?? process.env.DRAGOMAN_PORT)
  const server = await listen(filesApp(pages), port === undefined ? {} : { port })
  return untilStopped(server, `Dragoman serves "${briefing.headline[0].text}"`)
}

async function serveDesk({ crises, inputs, store: path, port }: Plan): Promise<number> {
  const store = openSqlite(path)
  const fault = (message: string) => process.stderr.write(`dragoman: the desk: ${message}\n`)
  const desk = await openDeskThread({ store: path, crises }, fault)
  const server = await listen(deskApp({ desk, store, now: () => new Date() }), port === undefined ? {} : { port })
  const work = inputs.length > 0 ? desk.add(inputs) : desk.refresh()
  work.catch(error => fault(error instanceof Error ? error.message : String(error)))
  const code = await untilStopped(server, `Dragoman's desk: ${crises.map(({ topic }) => topic.words).join(', ')}`)
  await desk.close()
  await store.close()
  return code
}

async function untilStopped(server: Served, what: string): Promise<number> {
  process.stdout.write(`${what}\n  ${server.url}\n  (Ctrl+C ends it)\n`)
  await new Promise<void>(done => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done())
  })
  await server.close()
  return EXIT.done
}

function portOf(text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new CliError(`"${text}" is not a port`, 'Give a number from 0 to 65535; 0 lets the system choose.')
  return port
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
