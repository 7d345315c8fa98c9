import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { counted } from '../core/counted.ts'
import { GAZETTEER_FILE } from '../lang/geonames/format.ts'
import { listen } from '../serve/listen.ts'
import { portOf } from './errors.ts'
import { fault, type Report, warning, well } from './findings.ts'

const MINIMUM = [24, 15] as const

export function checkNode(version: string): Report {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const enough = major > MINIMUM[0] || (major === MINIMUM[0] && minor >= MINIMUM[1])
  return enough
    ? well(`Node.js ${version}`)
    : fault(`Node.js ${version} is too old`, `Use ${MINIMUM.join('.')} or newer; in a clone "npm ci" brings one along.`)
}

export function checkGazetteer(root: string): Report {
  const file = join(root, '.cache', GAZETTEER_FILE)
  if (!existsSync(file))
    return warning(
      'the gazetteer of places is not made yet',
      'Run "npm start" once; without it fewer places are found.',
    )
  const { size } = statSync(file)
  return size > MEGABYTE
    ? well(`${megabytes(size)} MB of places`)
    : fault('the gazetteer of places is cut off', `Remove ${file}, then run "npm start".`)
}

/** Compares the models with the digests that lie beside them, in the form of sha256sum. */
export function checkModels(folder: string): Report {
  const cure = 'Put back the files of models/en as they were published.'
  const list = join(folder, 'SHA256SUMS')
  if (!existsSync(list)) return fault('there are no models', cure)
  const wanted = readFileSync(list, 'utf8')
    .split('\n')
    .flatMap(line => /^([0-9a-f]{64}) [ *](\S+)$/u.exec(line)?.slice(1, 3) ?? [])
  const names = wanted.filter((_, i) => i % 2 === 1)
  const bad = names.filter((name, i) => digestOf(join(folder, name)) !== wanted[i * 2])
  const strange = readdirSync(folder).filter(name => name.endsWith('.bin') && !names.includes(name))
  if (names.length === 0 || bad.length > 0) return fault(`not as published: ${bad.join(', ') || 'all'}`, cure)
  if (strange.length > 0) return warning(`no digest of ${strange.join(', ')}`, 'Run "npm run train", or remove them.')
  return well(`${counted(names.length, 'model')}, as published`)
}

function digestOf(file: string): string | undefined {
  return existsSync(file) ? createHash('sha256').update(readFileSync(file)).digest('hex') : undefined
}

const DAY_MS = 24 * 60 * 60 * 1000

/** A clock behind our own files, or far off, is wrong. */
export function checkClock(root: string, now: Date): Report {
  const cure = 'Set the clock of this machine: times of reports are judged by it.'
  const at = now.getTime()
  const shown = now.toISOString()
  if (at < statSync(join(root, 'package.json')).mtimeMs - DAY_MS)
    return fault(`it is ${shown}, before Dragoman was installed`, cure)
  if (at < Date.UTC(2025, 0) || at > Date.UTC(2100, 0)) return fault(`it is ${shown}`, cure)
  return well(`${shown}, ${Intl.DateTimeFormat().resolvedOptions().timeZone}`)
}

const MEGABYTE = 1024 * 1024
const FEW_MB = 200
const LITTLE_MB = 2000

/** Whether a folder takes files, and how many more. */
export function checkRoom(folder: string): Report {
  const probe = join(folder, `.dragoman-${process.pid}`)
  try {
    writeFileSync(probe, 'x', { flag: 'wx' })
  } catch (error) {
    return fault(
      `${folder} takes no files: ${error instanceof Error ? error.message : String(error)}`,
      'Make the folder, or give yourself the right to write there.',
    )
  } finally {
    rmSync(probe, { force: true })
  }
  const { bavail, bsize } = statfsSync(folder)
  const free = bavail * bsize
  const told = `${megabytes(free)} MB free in ${folder}`
  if (free < FEW_MB * MEGABYTE) return fault(told, 'Free some space: a store that finds none keeps nothing new.')
  return free < LITTLE_MB * MEGABYTE
    ? warning(told, 'Free some space: a hundred thousand reports take 1 GB.')
    : well(told)
}

function megabytes(bytes: number): string {
  return String(Math.round(bytes / MEGABYTE))
}

const USUAL_PORT = 4750

export async function checkPort(text: string | undefined): Promise<Report> {
  const wanted = portOf(text) ?? USUAL_PORT
  try {
    const server = await listen({ fetch: () => new Response('') }, { port: wanted })
    const port = Number(new URL(server.url).port)
    await server.close()
    if (port === wanted || wanted === 0) return well(`${port} is free`)
    return warning(
      `${wanted} is taken; ${port} is the next free one`,
      'Nothing to do, unless others look for the desk there.',
    )
  } catch (error) {
    const [message = '', cure = ''] = error instanceof Error ? error.message.split('\n') : [String(error)]
    return fault(message, cure)
  }
}
