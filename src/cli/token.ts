import { randomBytes } from 'node:crypto'
import { chmodSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import {
  type Access,
  BYTES_OF_TOKEN,
  hashOf,
  isName,
  isRole,
  readTokens,
  type TokenEntry,
  writeTokens,
} from '../serve/access.ts'
import { CliError, EXIT } from './errors.ts'

export type TokenCommand = { readonly tokens: string; readonly role?: string; readonly revoke?: boolean }

/** `dragoman token`: lets somebody in, or out. The token is shown once; its hash goes into the file. */
export function tokenCommand(name: string, { tokens: file, role = 'reader', revoke = false }: TokenCommand): number {
  if (!isName(name)) throw new CliError('this is no name', 'Give 1 to 100 characters, without spaces around them.')
  if (!isRole(role)) throw new CliError(`"${role}" is no role`, 'Give reader, editor or admin.')
  const before = statSync(file, { throwIfNoEntry: false }) ? readTokens(load(file), file) : []
  const others = before.filter(entry => entry.name !== name)
  if (revoke) {
    if (others.length === before.length)
      throw new CliError(`${file} has no token of ${name}`, `It has: ${before.map(entry => entry.name).join(', ')}.`)
    save(file, others)
    process.stdout.write(`${name} is out: a desk that runs takes note with the next request.\n`)
    return EXIT.done
  }
  if (others.length < before.length)
    throw new CliError(`${name} has a token`, 'Revoke it first with --revoke, or give another name.')
  const token = randomBytes(BYTES_OF_TOKEN).toString('base64url')
  save(file, [...before, { name, role, hash: hashOf(token) }])
  process.stdout.write(`${token}\n`)
  process.stderr.write(`This is the token of ${name} (${role}). It is shown once; ${file} holds its hash only.\n`)
  return EXIT.done
}

/** Only whoever runs the desk may read the file, and it is never half written. */
function save(file: string, entries: readonly TokenEntry[]): void {
  const part = `${file}.part`
  try {
    writeFileSync(part, writeTokens(entries), { mode: 0o600 })
    chmodSync(part, 0o600)
    renameSync(part, file)
  } catch (error) {
    throw new CliError(
      `cannot write ${file}: ${error instanceof Error ? error.message : String(error)}`,
      'Check that its folder exists and that you may write there.',
    )
  }
}

function load(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new CliError(`cannot read ${file}`, 'Make it with: dragoman token NAME --role admin --tokens FILE')
  }
}

/**
 * The tokens of a file as it is now: who is revoked while the desk runs is out. Throws a `Mistake` where it cannot be used
 * at the start; where it cannot be read later, nobody comes in.
 */
export function openTokens(file: string, onFault: (message: string) => void): () => readonly TokenEntry[] {
  const stampOf = () => {
    const { mtimeMs = 0, size = 0, ino = 0 } = statSync(file, { throwIfNoEntry: false }) ?? {}
    return `${mtimeMs} ${size} ${ino}`
  }
  let [stamp, entries] = [stampOf(), readTokens(load(file), file)]
  if (entries.length === 0)
    throw new CliError(`${file} holds no token`, `Make one with: dragoman token NAME --role admin --tokens ${file}`)
  return () => {
    const now = stampOf()
    if (now === stamp) return entries
    stamp = now
    try {
      entries = readTokens(load(file), file)
    } catch (error) {
      entries = []
      onFault(`${error instanceof Error ? error.message : String(error)}; nobody is let in until it is mended`)
    }
    return entries
  }
}

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/iu

/** Whether an address to listen on is this machine's alone; where none is given, it is. */
export function isLoopback(host: string | undefined): boolean {
  return host === undefined || LOOPBACK.test(host)
}

type AccessWish = {
  readonly host?: string
  readonly publicName?: readonly string[]
  readonly trustProxy?: boolean
  readonly tokens?: string
  readonly name?: string
}

/** Everybody on this machine is its user; from elsewhere, through a proxy too, nobody comes in without a token. */
export function accessOf(wish: AccessWish, onFault: (message: string) => void): Access {
  const { host, publicName = [], trustProxy = false, tokens, name = loginName() } = wish
  if (tokens) return { kind: 'tokens', entries: openTokens(tokens, onFault) }
  if (!isLoopback(host) || publicName.length > 0 || trustProxy)
    throw new CliError(
      `${isLoopback(host) ? 'behind a proxy' : `on ${host}`} others can reach the desk, so that it needs tokens`,
      'Make one with "dragoman token NAME --role admin --tokens tokens.jsonl", then add: --tokens tokens.jsonl',
    )
  if (!isName(name)) throw new CliError('--name is no name', 'Give 1 to 100 characters, without spaces around them.')
  return { kind: 'open', person: { name, role: 'admin' } }
}

function loginName(): string {
  try {
    return userInfo().username || 'editor'
  } catch {
    return 'editor' // a user id without a name, as containers have
  }
}
