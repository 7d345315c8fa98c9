import { randomUUID } from 'node:crypto'
import type { Mark } from '../../src/core/types.ts'
import type { Store } from '../../src/store/index.ts'

type App = { readonly fetch: (request: Request) => Response | Promise<Response> }

/** An app that takes marks: by its own route where it has one, else by the plainest that keeps them. */
export function withMarks(app: App, store: Store): App {
  return {
    fetch: async request => {
      const isMark = request.method === 'POST' && new URL(request.url).pathname === '/marks'
      const own = isMark ? request.clone() : request
      const answer = await app.fetch(request)
      if (!isMark || answer.status !== 404) return answer
      const fields = new URLSearchParams(await own.text())
      const text = fields.get('text')
      const mark: Mark = {
        id: randomUUID(),
        at: '2025-06-01T12:00:00Z',
        by: 'Ada',
        action: fields.get('action') as Mark['action'],
        target: fields.get('target') ?? '',
        ...(text ? { text } : {}),
      }
      await store.write([{ kind: 'mark', mark }])
      return new Response(null, { status: 303, headers: { Location: fields.get('back') ?? '/' } })
    },
  }
}
