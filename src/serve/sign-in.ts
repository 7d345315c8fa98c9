import { Hono } from 'hono'
import { deleteCookie, setCookie } from 'hono/cookie'
import { html } from '../publish/markup.ts'
import { entryWith, hashOf } from './access.ts'
import type { Env } from './context.ts'
import { cookieName, type GuardOptions, isSecure } from './guard.ts'
import { smallPage } from './refusal.ts'
import { localPath } from './roads.ts'
import { SESSION_MS } from './sessions.ts'

/** `/sign-in` takes a token and gives a session; `/sign-out` ends it. */
export function signInRoutes({ access, sessions, trustProxy }: GuardOptions): Hono<Env> {
  const routes = new Hono<Env>()
  routes.get('/sign-in', context => {
    const back = localPath(context.req.query('back')) ?? '/'
    if (access.kind === 'open' || context.get('person')) return context.redirect(back, 303)
    return context.html(signInPage(context.get('formToken'), back))
  })
  routes.post('/sign-in', context => {
    const form = context.get('form')
    const back = localPath(form?.get('back') ?? undefined) ?? '/'
    if (access.kind === 'open') return context.redirect(back, 303)
    const entry = entryWith(access.entries(), hashOf((form?.get('access') ?? '').trim()))
    context.set('act', entry ? 'signed in' : 'wrong token')
    if (!entry) return context.html(signInPage(context.get('formToken'), back, true), 401)
    context.set('person', { name: entry.name, role: entry.role })
    const secure = trustProxy && isSecure(context)
    setCookie(context, cookieName(secure), sessions.begin(entry.hash), {
      httpOnly: true,
      sameSite: 'Strict',
      path: '/',
      secure,
      maxAge: SESSION_MS / 1000,
    })
    return context.redirect(back, 303)
  })
  routes.post('/sign-out', context => {
    sessions.end(context.get('session') ?? '')
    context.set('act', 'signed out')
    const secure = trustProxy && isSecure(context)
    deleteCookie(context, cookieName(secure), { path: '/', secure })
    return context.redirect(access.kind === 'open' ? '/' : '/sign-in', 303)
  })
  return routes
}

function signInPage(token: string, back: string, wrong = false): string {
  return smallPage(
    'Sign in',
    html`${wrong && html`<p role="alert">This token does not fit. Ask whoever runs the desk for a new one.</p>`}
<form method="post" action="/sign-in">
<input type="hidden" name="token" value="${token}">
<input type="hidden" name="back" value="${back}">
<p><label>Your token <input class="field" type="password" name="access" required autocomplete="current-password" autofocus></label></p>
<p><button class="button">Sign in</button></p>
</form>`,
  )
}
