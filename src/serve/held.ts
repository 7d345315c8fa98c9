import type { MiddlewareHandler } from 'hono'
import type { DeskContext, Env } from './context.ts'

/** Answers held at most, and characters of all of them together. */
const MOST = 400
const MOST_CHARACTERS = 64_000_000

type Answer = { readonly body: string; readonly headers: readonly (readonly [string, string])[] }

/**
 * Pages as they were written for somebody, given again while nothing came in, nobody made a mark and the day is
 * the same. Only whole pages are held, none while the desk reads. It stands behind the guard.
 */
export function heldAnswers({ desk, store, now }: DeskContext): MiddlewareHandler<Env> {
  const held = new Map<string, Answer>()
  let [of, size] = ['', 0]
  const drop = (key: string) => {
    size -= held.get(key)?.body.length ?? 0
    held.delete(key)
  }
  return async (context, next) => {
    const { phase, revision } = desk.state()
    if (context.req.method !== 'GET' || phase === 'reading') return next()
    const moment = `${revision} ${await store.revision()} ${now().toISOString().slice(0, 10)}`
    if (moment !== of) {
      held.clear()
      ;[of, size] = [moment, 0]
    }
    const { name, role } = context.get('person')
    const { pathname, search } = new URL(context.req.url)
    const key = JSON.stringify([pathname, search, name, role, context.get('formToken'), context.get('session')])
    const known = held.get(key)
    if (known) {
      held.delete(key)
      held.set(key, known)
      return new Response(known.body, { headers: known.headers.map(([name, value]) => [name, value]) })
    }
    await next()
    const { res } = context
    if (res.status !== 200 || !res.headers.get('Content-Type')?.startsWith('text/')) return
    const body = await res.clone().text()
    if (moment !== of || body.length > MOST_CHARACTERS / 8) return
    held.set(key, { body, headers: [...res.headers] })
    size += body.length
    for (const oldest of held.keys()) {
      if (held.size <= MOST && size <= MOST_CHARACTERS) break
      drop(oldest)
    }
  }
}
