import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Briefing } from '../core/briefing.ts'
import { brief } from '../pipeline.ts'
import { FORMATS, files, fromJson, type PublishedFile } from '../publish/index.ts'
import { readCrisis } from '../run/config.ts'
import { serve } from '../serve/index.ts'
import { writeFiles } from './brief.ts'
import { CliError, EXIT } from './errors.ts'
import { tellNotices } from './terminal.ts'

export type ServeCommand = { readonly port?: string; readonly quiet?: boolean }

/** `dragoman serve`: a published briefing in the browser, from this machine only, until interrupted. */
export async function serveCommand(path: string, options: ServeCommand): Promise<number> {
  const file = existsSync(path) && statSync(path).isDirectory() ? join(path, 'briefing.json') : path
  if (!existsSync(file))
    throw new CliError(`cannot read ${file}`, 'Make it first: dragoman brief INPUT… --topic "…" --out DIR.')
  const briefing = fromJson(readFileSync(file, 'utf8'))
  return serveFiles(briefing, files(briefing, FORMATS), options)
}

async function serveFiles(briefing: Briefing, made: readonly PublishedFile[], options: ServeCommand): Promise<number> {
  const pages = new Map(
    made.map(({ name, type, text }) => [name === 'briefing.html' ? '/' : `/${name}`, { type, body: text }]),
  )
  const port = portOf(options.port ?? process.env.DRAGOMAN_PORT)
  const server = await serve(pages, port === undefined ? {} : { port })
  process.stdout.write(`Dragoman serves "${briefing.headline[0].text}"\n  ${server.url}\n  (Ctrl+C ends it)\n`)
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

/** `npm start`: makes the example's page and serves it. */
export async function startCommand(options: ServeCommand): Promise<number> {
  const crisis = readCrisis(join(ROOT, 'examples', 'istanbul-2025', 'dragoman.toml'))
  const out = join(ROOT, 'out', 'example')
  const result = await brief(crisis.inputs, crisis.topic, crisis.asOf ? { asOf: crisis.asOf } : {})
  if (!result.briefing) {
    tellNotices(result.notices, false)
    return EXIT.no
  }
  const made = files(result.briefing, FORMATS)
  writeFiles(made, out)
  return serveFiles(result.briefing, made, options)
}
