import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import { LAYOUT } from '../publish/layout.ts'
import { MAP_STYLE } from '../publish/map/style.ts'
import { STYLE } from '../publish/style.ts'
import type { Env } from './context.ts'
import { DESK_SCRIPT } from './script/index.ts'
import { FRAME_STYLE } from './style/frame.ts'
import { MARK_STYLE } from './style/marks.ts'
import { SLIDER_STYLE } from './style/slider.ts'
import { TABLE_STYLE } from './style/tables.ts'
import { DATA_STYLE } from './views/data-style.ts'

export type Asset = { readonly path: string; readonly type: string; readonly body: string }

function asset(name: string, type: string, body: string): Asset {
  const version = createHash('sha256').update(body).digest('hex').slice(0, 12)
  return { path: `/assets/${version}/${name}`, type, body }
}

/** On the desk the page stands inside of what is `main` in its own file, in an element of the class `sheet`. */
const PAGE_STYLE = (STYLE + MAP_STYLE + LAYOUT).replace(/\bmain(?=,| \{)/gu, '.sheet')

/** What the pages load, under addresses that change with the content. */
export const ASSETS = {
  style: asset(
    'desk.css',
    'text/css; charset=utf-8',
    PAGE_STYLE + FRAME_STYLE + SLIDER_STYLE + TABLE_STYLE + MARK_STYLE + DATA_STYLE,
  ),
  script: asset('desk.js', 'text/javascript; charset=utf-8', DESK_SCRIPT),
} as const

/** Nothing but these is loaded, run or sent to. */
export const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

export function assetRoutes(): Hono<Env> {
  const routes = new Hono<Env>()
  for (const { path, type, body } of Object.values(ASSETS))
    routes.get(path, context => {
      context.header('Content-Type', type)
      context.header('Cache-Control', 'public, max-age=31536000, immutable')
      return context.body(body)
    })
  return routes
}
