import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'

export type ServedPage = { readonly type: string; readonly body: string }
export type ServeOptions = { readonly port?: number; readonly host?: '127.0.0.1' }
export type Served = { readonly url: string; close(): Promise<void> }

const DEFAULT_PORT = 4750
const TRIES = 20
const HOST = '127.0.0.1'

/**
 * Serves pages by path to this machine only, until closed. A taken port gives way to the next free one, 20 at most;
 * port 0 lets the system choose. Throws an `Error` with the cure when none is free.
 */
export async function serve(pages: ReadonlyMap<string, ServedPage>, options: ServeOptions = {}): Promise<Served> {
  const wanted = options.port ?? DEFAULT_PORT
  const app = appOf(pages)
  const last = wanted === 0 ? 0 : Math.min(wanted + TRIES - 1, 65_535)
  for (let port = wanted; port <= last; port++) {
    const server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }))
    const bound = await listen(server, port)
    if (bound !== undefined) return { url: `http://${HOST}:${bound}/`, close: () => close(server) }
  }
  throw new Error(
    `no free port from ${wanted} to ${last}\nClose what uses them, or give another: --port 0 takes any free one.`,
  )
}

/** The answers, apart from the port: for those who have a server already, and for tests. */
export function appOf(pages: ReadonlyMap<string, ServedPage>): Hono {
  const app = new Hono()
  app.use(async (context, next) => {
    if (!isLocal(context.req.header('host')))
      return answer(421, text('This server answers to 127.0.0.1 and localhost only.'))
    const method = context.req.method
    if (method !== 'GET' && method !== 'HEAD') return answer(405, text('Only GET and HEAD.'), { Allow: 'GET, HEAD' })
    return next()
  })
  app.get('*', context => {
    const page = pages.get(context.req.path)
    return page ? answer(200, page) : answer(404, notFound([...pages.keys()]))
  })
  app.onError(() => answer(500, text('The page could not be served.')))
  return app
}

/** A name that leads elsewhere but was made to point at this machine (DNS rebinding) is refused. */
function isLocal(host: string | undefined): boolean {
  return host !== undefined && /^(?:127\.0\.0\.1|localhost)(?::\d{1,5})?$/iu.test(host)
}

const HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-cache',
}

function answer(status: number, page: ServedPage, more: Readonly<Record<string, string>> = {}): Response {
  const headers = { ...HEADERS, 'Content-Type': page.type, 'Content-Security-Policy': policyOf(page.body), ...more }
  return new Response(page.body, { status, headers })
}

const POLICY = /^[\s\S]{0,400}?<meta http-equiv="Content-Security-Policy" content="([^"<>\r\n]{1,800})">/u

/** The page's own policy, as a header too, and never inside a frame; nothing at all for what names none. */
function policyOf(body: string): string {
  const own = POLICY.exec(body)?.[1]?.replaceAll('&#39;', "'")
  return `${own ?? "default-src 'none'"}; frame-ancestors 'none'`
}

function text(body: string): ServedPage {
  return { type: 'text/plain; charset=utf-8', body: `${body}\n` }
}

function notFound(paths: readonly string[]): ServedPage {
  const links = paths.map(path => `<li><a href="${encodeURI(path)}">${path.replace(/[&<>"]/gu, '')}</a></li>`).join('')
  const body = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Not found</title><meta name="viewport" content="width=device-width"></head>
<body><main><h1>Not found</h1><p>This server has only:</p><ul>${links}</ul></main></body></html>
`
  return { type: 'text/html; charset=utf-8', body }
}

/** The port listened on, or undefined when it is taken or not allowed. */
function listen(server: Server, port: number): Promise<number | undefined> {
  return new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' || error.code === 'EACCES' ? done(undefined) : fail(error),
    )
    server.listen({ port, host: HOST, exclusive: true }, () => {
      const address = server.address()
      done(typeof address === 'object' && address ? address.port : port)
    })
  })
}

function close(server: Server): Promise<void> {
  return new Promise(done => {
    server.close(() => done())
    server.closeAllConnections()
  })
}
