import type { Desk } from '../run/index.ts'
import type { Store } from '../store/index.ts'

/** What somebody may do: read; also make and undo marks; also add reports and see the audit log. */
export const ROLES = ['reader', 'editor', 'admin'] as const
export type Role = (typeof ROLES)[number]

/** Who asks. On this machine, without tokens, everybody is its user. */
export type Person = { readonly name: string; readonly role: Role }

/** What every route works with. */
export type DeskContext = {
  readonly desk: Desk
  readonly store: Store
  readonly now: () => Date
}

/** What a request carries from the guard to the routes. */
export type Env = {
  Variables: {
    person: Person
    /** What a form of this person must send back (CSRF). */
    formToken: string
    /** The fields of a form that was sent, its token checked. */
    form?: URLSearchParams
    /** What is done, in a few words, for the audit log. */
    act?: string
    /** Whether the request came in over a session that can be ended. */
    session?: string
  }
}
