import { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { DeskContext, Env } from './context.ts'

/** Milliseconds between two signs of life, so that nothing on the way takes the line for dead. */
const ALIVE_MS = 25_000

/** `/live`: server-sent events, one `state` at once and after each change of the desk, of which the newest is sent. */
export function liveRoutes({ desk }: DeskContext): Hono<Env> {
  const routes = new Hono<Env>()
  routes.get('/live', context => {
    // Compression or a proxy that collects would keep the news back.
    context.header('X-Accel-Buffering', 'no')
    // Hono answers HEAD by GET and drops the body: a stream that nobody reads would never end.
    if (context.req.method === 'HEAD') return context.body(null, 200, { 'Content-Type': 'text/event-stream' })
    return streamSSE(context, async stream => {
      let wake = () => {}
      let sent = ''
      const stop = desk.onChange(() => wake())
      stream.onAbort(() => {
        stop()
        wake()
      })
      while (!stream.aborted) {
        const { phase, done, total, revision, crises } = desk.state()
        const pages = crises.map(({ crisis, revision }) => ({ crisis: crisis.name, revision }))
        const data = JSON.stringify({ phase, done, total, revision, pages })
        if (data === sent) await stream.write(': \n\n')
        else await stream.writeSSE({ event: 'state', data, id: String(revision) })
        sent = data
        await new Promise<void>(done => {
          const timer = setTimeout(done, ALIVE_MS)
          wake = () => {
            clearTimeout(timer)
            done()
          }
        })
      }
    })
  })
  return routes
}
