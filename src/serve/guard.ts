import type { Context, MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import type { AuditLog } from '../store/index.ts'
import { type Access, entryWith, hashOf, isAllowed } from './access.ts'
import { POLICY } from './assets.ts'
import { bodyOf, isFormBody } from './body.ts'
import type { Env, Person } from './context.ts'
import { householdOf, type Limiter, limiter, RATES } from './limits.ts'
import { isApi, Refused, refuse } from './refusal.ts'
import { isUnsafe, neededOn } from './roads.ts'
import { isSame, type Sessions } from './sessions.ts'

export type GuardOptions = {
  readonly access: Access
  /** Names and addresses, besides those of this machine itself, that the server answers to. */
  readonly names: readonly string[]
  /** Whether it answers to every address written in numbers: no name can be made to point there. */
  readonly anyAddress: boolean
  /** Whether a proxy in front tells address and scheme in X-Forwarded-For and -Proto. */
  readonly trustProxy: boolean
  readonly sessions: Sessions
  readonly audit: AuditLog
  readonly now: () => Date
}

const LOCAL = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/iu
const NUMERIC = /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/iu
const MOST_PATH = 4096
const MOST_FORM = 64 * 1024

/** A name that leads elsewhere but was made to point at this machine (DNS rebinding) is refused. */
export function isLocal(host: string | undefined): boolean {
  return host !== undefined && LOCAL.test(host)
}

/** What every answer carries. */
export const HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  // Nothing to other sites. With `no-referrer` browsers send `Origin: null` with our own forms too, which are then refused.
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Cache-Control': 'no-cache',
}

const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'"
const YEAR = 31_536_000

/** Sets what every answer carries, errors too. */
export function headers({ access, trustProxy }: GuardOptions): MiddlewareHandler<Env> {
  return async (context, next) => {
    await next()
    const set = (name: string, value: string) => context.res.headers.set(name, value)
    for (const [name, value] of Object.entries(HEADERS)) if (!context.res.headers.has(name)) set(name, value)
    const isPage = context.res.headers.get('Content-Type')?.startsWith('text/html') ?? false
    if (!context.res.headers.has('Content-Security-Policy'))
      set('Content-Security-Policy', isPage ? POLICY : DATA_POLICY)
    // What one person may see stays in no cache that another could look into.
    if (isPage && access.kind === 'tokens') set('Cache-Control', 'no-store')
    if (trustProxy && isSecure(context)) set('Strict-Transport-Security', `max-age=${YEAR}`)
  }
}

type Guard = GuardOptions & {
  readonly limits: { readonly [K in keyof typeof RATES]: Limiter }
}

/** Lets a request through to its route, or answers it: name, rate, person, role, form token, in this order. */
export function guard(options: GuardOptions): MiddlewareHandler<Env> {
  const clock = () => options.now().getTime()
  const limit = (kind: keyof typeof RATES) => limiter(RATES[kind], clock)
  const limits = { read: limit('read'), write: limit('write'), signIn: limit('signIn'), refused: limit('refused') }
  const whole: Guard = { ...options, limits }
  return async (context, next) => {
    const refusal = await check(context, whole).catch(error => {
      if (error instanceof Refused) return refuse(context, error.refusal)
      throw error
    })
    if (refusal) context.res = refusal
    else await next()
    record(context, whole)
    return undefined
  }
}

async function check(context: Context<Env>, guard: Guard): Promise<Response | undefined> {
  const { method, path } = context.req
  if (!isOurs(context.req.header('host'), guard))
    return refuse(context, { status: 421, title: 'Wrong address', detail: 'This server does not answer to this name.' })
  if (context.req.url.length > MOST_PATH)
    return refuse(context, { status: 414, title: 'Address too long', detail: 'Ask for less at once.' })
  const needs = neededOn(method, path)
  if (needs === undefined) return refuse(context, NOT_ALLOWED, { Allow: 'GET, HEAD' })
  const who = identify(context, guard)
  const wait = waitOf(context, who, guard)
  if (wait > 0)
    return refuse(
      context,
      { status: 429, title: 'Too many requests', detail: `Try again in ${wait} s.` },
      { 'Retry-After': String(wait) },
    )
  if (who.person) context.set('person', who.person)
  context.set('formToken', who.formToken)
  if (needs !== 'open' && !who.person) return signInFirst(context, who.bearer)
  if (needs !== 'open' && who.person && !isAllowed(who.person, needs))
    return refuse(context, { status: 403, title: 'Not allowed', detail: `This needs the role ${needs}.` })
  return isUnsafe(method) && !who.bearer && !(await isOwnForm(context, who.formToken))
    ? refuse(context, FORGED)
    : undefined
}

const NOT_ALLOWED = { status: 405, title: 'Not possible', detail: 'This cannot be done here.' } as const
const FORGED = {
  status: 403,
  title: 'The form is out of date',
  detail: 'Go back, load the page again and send it once more. Programs send a bearer token.',
} as const

function isOurs(host: string | undefined, { names, anyAddress }: Guard): boolean {
  if (host === undefined) return false
  if (isLocal(host) || (anyAddress && NUMERIC.test(host))) return true
  const name = host.replace(/:\d{1,5}$/u, '').toLowerCase()
  return names.some(own => own.toLowerCase() === name)
}

type Identity = {
  readonly person?: Person
  /** What its forms must send back; one who has not signed in has one too: that of the sign-in page. */
  readonly formToken: string
  /** Whether it came with a bearer token, which no other site can send. */
  readonly bearer: boolean
}

export function cookieName(secure: boolean): string {
  return secure ? '__Host-dragoman' : 'dragoman'
}

function identify(context: Context<Env>, { access, sessions, trustProxy }: Guard): Identity {
  const { formToken } = sessions
  if (access.kind === 'open') return { person: access.person, formToken, bearer: false }
  const bearer = /^Bearer +([\x21-\x7e]{1,500})$/iu.exec(context.req.header('authorization') ?? '')?.[1]
  if (bearer !== undefined) {
    const entry = entryWith(access.entries(), hashOf(bearer))
    return { ...(entry ? { person: personOf(entry) } : {}), formToken, bearer: true }
  }
  const session = sessions.read(getCookie(context, cookieName(trustProxy && isSecure(context))))
  const entry = session && entryWith(access.entries(), session.hash)
  if (!session || !entry) return { formToken, bearer: false }
  context.set('session', session.id)
  return { person: personOf(entry), formToken: session.formToken, bearer: false }
}

function personOf({ name, role }: Person): Person {
  return { name, role }
}

/** Seconds to wait, by the limits on reading, writing and signing in; who reads on this machine has none. */
function waitOf(context: Context<Env>, { person, bearer }: Identity, guard: Guard): number {
  const { method, path } = context.req
  const home = householdOf(addressOf(context, guard))
  const tries = (method === 'POST' && path === '/sign-in') || (bearer && !person)
  if (tries) return guard.limits.signIn.take(home)
  const who = person && guard.access.kind === 'tokens' ? `person ${person.name}` : `address ${home}`
  if (isUnsafe(method)) return guard.limits.write.take(who)
  return guard.access.kind === 'open' || path.startsWith('/assets/') ? 0 : guard.limits.read.take(who)
}

function signInFirst(context: Context<Env>, bearer: boolean): Response {
  const { method, path, url } = context.req
  if (method === 'GET' && !isApi(path) && !bearer) {
    const { pathname, search } = new URL(url)
    context.header('Cache-Control', 'no-store')
    return context.redirect(`/sign-in?${new URLSearchParams({ back: pathname + search })}`, 303)
  }
  return refuse(
    context,
    { status: 401, title: 'Sign in first', detail: 'Send a token: "Authorization: Bearer …", or sign in at /sign-in.' },
    { 'WWW-Authenticate': 'Bearer' },
  )
}

/** Whether an unsafe request comes from a page of ours: by what the browser says of it, and by the token of the form. */
async function isOwnForm(context: Context<Env>, wanted: string): Promise<boolean> {
  const { req } = context
  const [origin, site, sent] = [req.header('origin'), req.header('sec-fetch-site'), req.header('x-form-token')]
  if (origin !== undefined && hostOf(origin) !== req.header('host')?.toLowerCase()) return false
  if (site !== undefined && site !== 'same-origin') return false
  // No other site can make a browser send this header.
  if (sent !== undefined) return isSame(sent, wanted)
  if ((origin === undefined && site === undefined) || !isFormBody(req.header('content-type'))) return false
  const form = new URLSearchParams(Buffer.from(await bodyOf(req.raw, MOST_FORM)).toString('utf8'))
  context.set('form', form)
  return isSame(form.get('token') ?? '', wanted)
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}

export function isSecure(context: Context<Env>): boolean {
  return context.req.header('x-forwarded-proto')?.split(',').at(-1)?.trim() === 'https'
}

/** Where a request came from; behind a trusted proxy what it says last. */
export function addressOf(context: Context<Env>, { trustProxy }: Pick<GuardOptions, 'trustProxy'>): string {
  const told = trustProxy ? context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  if (told && /^[0-9a-f:.]{2,45}$/iu.test(told)) return told
  const env: unknown = context.env
  const socket = Reflect.get(Object(Reflect.get(Object(env), 'incoming')), 'socket')
  const address: unknown = Reflect.get(Object(socket), 'remoteAddress')
  return typeof address === 'string' ? address : 'unknown'
}

const WORTH_TELLING: ReadonlySet<number> = new Set([401, 403, 405, 413, 421, 429])

/** Every unsafe act and every refused one; of refused ones no more than an address has turns for. */
function record(context: Context<Env>, guard: Guard): void {
  const { method, path } = context.req
  const { status } = context.res
  const from = addressOf(context, guard)
  const refusal = WORTH_TELLING.has(status)
  if (!refusal && !isUnsafe(method)) return
  if (refusal && guard.limits.refused.take(householdOf(from)) > 0) return
  const act = context.get('act')
  guard.audit.add({
    at: guard.now().toISOString(),
    who: context.get('person')?.name ?? '',
    from,
    method,
    path: path.slice(0, 300),
    status,
    ...(act ? { what: act } : {}),
  })
}
