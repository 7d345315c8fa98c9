import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'

export type ListenOptions = { readonly port?: number; readonly host?: string }
export type Served = { readonly url: string; close(): Promise<void> }

const DEFAULT_PORT = 4750
const TRIES = 20
const HOST = '127.0.0.1'

type App = { readonly fetch: Parameters<typeof getRequestListener>[0] }

/** Milliseconds that the head of a request may take: a slow sender holds no connection for long. */
const HEAD_MS = 30_000
/** Longer than proxies and browsers keep a line: who closes first must not be the one that is being asked. */
const KEEP_ALIVE_MS = 65_000
const MOST_CONNECTIONS = 5000

/** An app that is still being made: what is asked for before waits until it is there. */
export function lateApp(): App & { ready(app: Promise<App>): void } {
  let ready: (app: Promise<App>) => void = () => {}
  const made = new Promise<App>(done => {
    ready = done
  })
  return { ready: app => ready(app), fetch: async (request, env) => (await made).fetch(request, env) }
}

/**
 * Serves an app until closed, on this machine only unless another host is given. A taken port gives way to the next free
 * one, 20 at most; port 0 lets the system choose. Throws an `Error` with the cure when none is free.
 */
export async function listen(
  app: App,
  { port: wanted = DEFAULT_PORT, host = HOST }: ListenOptions = {},
): Promise<Served> {
  const last = wanted === 0 ? 0 : Math.min(wanted + TRIES - 1, 65_535)
  for (let port = wanted; port <= last; port++) {
    const server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }))
    server.headersTimeout = HEAD_MS
    server.keepAliveTimeout = KEEP_ALIVE_MS
    server.maxConnections = MOST_CONNECTIONS
    const bound = await bind(server, port, host)
    if (bound !== undefined)
      return { url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}/`, close: () => close(server) }
  }
  throw new Error(
    `no free port from ${wanted} to ${last}\nClose what uses them, or give another: --port 0 takes any free one.`,
  )
}

/** The port listened on, or undefined when it is taken or not allowed. */
function bind(server: Server, port: number, host: string): Promise<number | undefined> {
  return new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' || error.code === 'EACCES' ? done(undefined) : fail(error),
    )
    server.listen({ port, host, exclusive: true }, () => {
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
