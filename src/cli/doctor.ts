import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Config } from '../run/config.ts'
import { checkClock, checkGazetteer, checkModels, checkNode, checkPort, checkRoom } from './doctor-machine.ts'
import { checkConfig, checkSources, checkStore, checkTokens } from './doctor-setup.ts'
import { EXIT } from './errors.ts'
import { type Finding, fault, type Report } from './findings.ts'
import { paint, plain } from './terminal.ts'

export type DoctorCommand = {
  readonly store?: string
  readonly config?: string
  readonly tokens?: string
  readonly port?: string
  readonly online?: boolean
  readonly json?: boolean
}

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** `dragoman doctor`: whether all that Dragoman needs is there and sound, each with what to do where it is not. */
export async function doctorCommand(options: DoctorCommand, root = ROOT): Promise<number> {
  const findings = await examine(options, root)
  process.stdout.write(options.json ? `${JSON.stringify({ findings }, undefined, 2)}\n` : findings.map(shown).join(''))
  return findings.some(({ state }) => state === 'fault') ? EXIT.no : EXIT.done
}

async function examine(options: DoctorCommand, root: string): Promise<readonly Finding[]> {
  const { store, config, tokens, port, online = false } = options
  const folder = store === undefined ? tmpdir() : dirname(store)
  const read: { config?: Config } = {}
  const checks: readonly (readonly [string, () => Report | Promise<Report>])[] = [
    ['Node.js', () => checkNode(process.versions.node)],
    ['gazetteer', () => checkGazetteer(root)],
    ['models', () => checkModels(join(root, 'models', 'en'))],
    ['clock', () => checkClock(root, new Date())],
    ['disk', () => checkRoom(folder)],
    ['port', () => checkPort(port)],
    ...(store === undefined ? [] : [['store', () => checkStore(store)] as const]),
    ...(config === undefined ? [] : [['configuration', () => checkConfig(config, read)] as const]),
    ...(config === undefined ? [] : [['sources', () => checkSources(read.config, online)] as const]),
    ...(tokens === undefined ? [] : [['tokens', () => checkTokens(tokens)] as const]),
  ]
  const findings: Finding[] = []
  for (const [what, check] of checks) findings.push({ what, ...(await tried(check)) })
  return findings
}

/** A check that fails itself is a fault, and the others go on. */
async function tried(check: () => Report | Promise<Report>): Promise<Report> {
  try {
    return await check()
  } catch (error) {
    return fault(error instanceof Error ? error.message : String(error), 'Tell us: this check should not fail.')
  }
}

const COLOURS = { ok: 'green', warning: 'yellow', fault: 'red' } as const

function shown({ what, state, message, cure }: Finding): string {
  const line = `${paint(COLOURS[state], state.padEnd(7))}  ${what}: ${plain(message)}\n`
  return cure === undefined ? line : `${line}         ${plain(cure)}\n`
}
