import { Hono } from 'hono'
import { HEADERS, isLocal } from './guard.ts'

export type ServedPage = { readonly type: string; readonly body: string }

/** Pages by path, to this machine only: a briefing that was made before. */
export function filesApp(pages: ReadonlyMap<string, ServedPage>): Hono {
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

function answer(status: number, page: ServedPage, more: Readonly<Record<string, string>> = {}): Response {
  const headers = { ...HEADERS, 'Content-Type': page.type, 'Content-Security-Policy': policyOf(page.body), ...more }
  return new Response(page.body, { status, headers })
}

const POLICY = /^[\s\S]{0,400}?<meta http-equiv="Content-Security-Policy" content="([^"<>\r\n]{1,800})">/u

/** The page's own policy, as a header too, and never inside a frame; nothing at all for what names none. */
export function policyOf(body: string): string {
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
