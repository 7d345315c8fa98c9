import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** What a browser is known by after signing in; `hash` is that of the token it came with. */
export type Session = {
  readonly id: string
  readonly hash: string
  readonly expires: number
  readonly formToken: string
}

export type Sessions = {
  /** The value of the cookie. */
  begin(hash: string): string
  read(cookie: string | undefined): Session | undefined
  end(id: string): void
  /** What forms send back of who has no session; those of a session have their own. */
  readonly formToken: string
}

export const SESSION_MS = 12 * 60 * 60 * 1000
const MOST_SESSIONS = 10_000

/** Sessions live in memory and are signed with a key of this start: after another start everybody signs in anew. */
export function openSessions(now: () => number): Sessions {
  const key = randomBytes(32)
  const held = new Map<string, Session>()
  const sign = (use: string, id: string) => createHmac('sha256', key).update(`${use}:${id}`).digest('base64url')
  return {
    begin: hash => {
      for (const [id, { expires }] of held) if (expires <= now() || held.size >= MOST_SESSIONS) held.delete(id)
      const id = randomBytes(24).toString('base64url')
      held.set(id, { id, hash, expires: now() + SESSION_MS, formToken: sign('form', id) })
      return `${id}.${sign('session', id)}`
    },
    read: cookie => {
      const [id, signature, ...more] = (cookie ?? '').split('.')
      if (!id || !signature || more.length > 0 || !isSame(signature, sign('session', id))) return undefined
      const session = held.get(id)
      return session && session.expires > now() ? session : undefined
    },
    end: id => {
      held.delete(id)
    },
    formToken: sign('form', ''),
  }
}

/** Takes the same time wherever two texts differ. */
export function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
