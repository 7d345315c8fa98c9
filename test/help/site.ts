import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { afterAll, beforeAll } from 'vitest'

export type Handler = (request: IncomingMessage, response: ServerResponse) => void
/** What a path answers: a text, or whatever a handler does. */
export type Routes = Record<string, string | Handler>

export type Site = {
  base: string
  /** Name and port. */
  host: string
  routes: Routes
  /** Paths in the order they were asked for, with the headers. */
  readonly asked: string[]
  readonly headers: IncomingMessage['headers'][]
}

export function siteOf(routes: Routes): Site {
  return { base: '', host: '', routes, asked: [], headers: [] }
}

/** Starts a server of a test's own; a path without a route is not there (404). Gives what ends it. */
export async function listen(site: Site, address = '127.0.0.1'): Promise<() => void> {
  const server = createServer((request, response) => {
    const { url = '', headers } = request
    // The clock of a test is its own.
    response.sendDate = false
    site.asked.push(url)
    site.headers.push(headers)
    const route = site.routes[url.split('?')[0] ?? '']
    if (route === undefined) response.writeHead(404).end()
    else if (typeof route === 'string') response.end(route)
    else route(request, response)
  })
  await new Promise<void>(done => server.listen(0, address, done))
  const bound = server.address()
  site.host = `127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}`
  site.base = `http://${site.host}`
  return () => {
    server.closeAllConnections()
    server.close()
  }
}

/** A site that lives as long as the tests of the file. */
export function siteFor(routes: Routes = {}): Site {
  const site = siteOf(routes)
  let close = () => {}
  beforeAll(async () => {
    close = await listen(site)
  })
  afterAll(() => close())
  return site
}

/** What was asked for besides robots.txt. */
export function pagesAsked({ asked }: Site): readonly string[] {
  return asked.filter(path => path !== '/robots.txt')
}

/** Lets the next test begin anew. */
export function forget(site: Site): void {
  site.asked.length = site.headers.length = 0
}

export type Item = {
  readonly title: string
  readonly text: string
  readonly link?: string
  readonly guid?: string
  readonly date?: string
}

/** An RSS feed. */
export function rss(items: readonly Item[], title = 'Gazette'): string {
  const rows = items.map(
    item =>
      `<item><title>${item.title}</title>${item.link ? `<link>${item.link}</link>` : ''}` +
      `${item.guid ? `<guid isPermaLink="false">${item.guid}</guid>` : ''}` +
      `<description>${item.text}</description><pubDate>${item.date ?? 'Mon, 02 Jun 2025 07:00:00 GMT'}</pubDate></item>`,
  )
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${title}</title><link>https://gazette.example/</link>${rows.join('')}</channel></rss>`
}

/** Answers with a body and its validators, or 304 to who knows them. */
export function tagged(body: () => string, tag: () => string): Handler {
  return (request, response) => {
    const etag = `"${tag()}"`
    if (request.headers['if-none-match'] === etag) response.writeHead(304, { etag }).end()
    else response.writeHead(200, { etag, 'content-type': 'application/rss+xml' }).end(body())
  }
}
