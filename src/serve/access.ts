import { createHash, timingSafeEqual } from 'node:crypto'
import { parse } from 'smol-toml'
import { Mistake } from '../core/mistake.ts'
import { type Person, ROLES, type Role } from './context.ts'

/** Who may come in with a token. The token itself is kept nowhere: it is 32 bytes of chance, so a bare hash is enough. */
export type TokenEntry = { readonly name: string; readonly role: Role; readonly hash: string }

/**
 * Who is let in. `open`: no tokens; everybody who reaches the server is this person. Of tokens those count that hold now:
 * who is revoked is out with the next request, sessions too.
 */
export type Access =
  | { readonly kind: 'open'; readonly person: Person }
  | { readonly kind: 'tokens'; readonly entries: () => readonly TokenEntry[] }

/** A person's own name is shown beside marks; it holds no line breaks or controls. */
const NAME = /^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]{1,100}$/u
const HASH = /^sha256:[0-9a-f]{64}$/u
export const BYTES_OF_TOKEN = 32

export function hashOf(token: string): string {
  return `sha256:${createHash('sha256').update(token).digest('hex')}`
}

export function isName(text: string): boolean {
  return NAME.test(text) && text.trim() === text
}

export function isRole(text: unknown): text is Role {
  return ROLES.some(role => role === text)
}

/** The entry of a hash. Every one is compared in full, so that the time taken tells nothing. */
export function entryWith(entries: readonly TokenEntry[], hash: string): TokenEntry | undefined {
  const given = Buffer.from(hash)
  let found: TokenEntry | undefined
  for (const entry of entries) {
    const known = Buffer.from(entry.hash)
    if (known.length === given.length && timingSafeEqual(known, given)) found = entry
  }
  return found
}

/** Whether one may do what needs a role: each role may do all that those before it may. */
export function isAllowed(person: Person, role: Role): boolean {
  return ROLES.indexOf(person.role) >= ROLES.indexOf(role)
}

/** Tokens as JSON Lines, or as TOML with `[[token]]` tables. Throws a `Mistake` that names what cannot be meant. */
export function readTokens(text: string, file: string): readonly TokenEntry[] {
  const entries = tables(text, file).map(table => entryOf(table, file))
  const twice = entries.find(({ name }, i) => entries.findIndex(other => other.name === name) !== i)
  if (twice) throw new Mistake(`${file}: two tokens are called "${twice.name}"`, 'Revoke one: dragoman token --revoke.')
  return entries
}

export function writeTokens(entries: readonly TokenEntry[]): string {
  return entries.map(({ name, role, hash }) => `${JSON.stringify({ name, role, hash })}\n`).join('')
}

type Table = Readonly<Record<string, unknown>>

function tables(text: string, file: string): readonly unknown[] {
  try {
    if (/^\s*(?:\{|$)/u.test(text))
      return text
        .split('\n')
        .filter(line => line.trim() !== '')
        .map(line => JSON.parse(line))
    const { token } = parse(text)
    return Array.isArray(token) ? token : []
  } catch {
    // What the parser says would show the line, and with it a hash.
    throw new Mistake(`${file} is neither JSON Lines nor TOML`, 'Make it with: dragoman token NAME --role editor.')
  }
}

function entryOf(table: unknown, file: string): TokenEntry {
  const { name, role, hash }: Table = typeof table === 'object' && table !== null ? { ...table } : {}
  if (typeof name !== 'string' || !isName(name))
    throw new Mistake(`${file}: a token has no name`, 'Give each a name of 1 to 100 characters.')
  if (!isRole(role))
    throw new Mistake(`${file}: the token of ${name} has no role`, `Write one of: ${ROLES.join(', ')}.`)
  if (typeof hash !== 'string' || !HASH.test(hash))
    throw new Mistake(`${file}: the token of ${name} has no hash`, 'Make a new one with: dragoman token NAME.')
  return { name, role, hash }
}
