import { collect } from '../bytes.ts'
import { exchange, one, type Reply, type Turn, type Unanswered } from '../fetch/exchange.ts'
import { charsetOf } from '../fetch.ts'
import type { Limits } from '../types.ts'
import { retryAt } from './again.ts'
import type { Clock } from './clock.ts'
import type { AskOptions } from './options.ts'
import { openPace, type Pace } from './pace.ts'
import { allows } from './robots.ts'
import { openRobots, type RobotsOf } from './robots-of.ts'

/** What makes it worth to ask again: what the server told the last time. */
export type Validators = { readonly etag?: string; readonly lastModified?: string }

export type Document = Validators & {
  readonly state: 'new'
  /** The address it came from in the end. */
  readonly url: string
  readonly bytes: Uint8Array
  readonly charset?: string
  /** The server's clock is off by so many milliseconds. */
  readonly skew: number
  readonly movedTo?: string
}

/** How an address answered. `gone`: it says that it will never answer again; `refused`: it may not be asked. */
export type Answer =
  | Document
  | { readonly state: 'same'; readonly movedTo?: string }
  | { readonly state: 'failed'; readonly fault: string; readonly status?: number; readonly until?: number }
  | { readonly state: 'gone' | 'refused'; readonly fault: string }

/** Asks addresses politely. Keeps what it knows of hosts as long as it lives. */
export type Asker = {
  readonly ask: (address: string, known?: Validators) => Promise<Answer>
}

/** A host that asks for longer pauses gets this much. */
const LONGEST_DELAY = 30_000

export function openAsker(options: AskOptions): Asker {
  const pace = openPace(options.clock)
  const robotsOf = openRobots(options, pace)
  return { ask: (address, known = {}) => ask(address, known, { ...options, pace, robotsOf }) }
}

type Asking = AskOptions & { readonly pace: Pace; readonly robotsOf: RobotsOf }

async function ask(address: string, known: Validators, asking: Asking): Promise<Answer> {
  const conditions = conditionsOf(known)
  const reply = await send(address, conditions, asking)
  if ('fault' in reply) {
    const { fault, until, refused } = reply
    return refused ? { state: 'refused', fault } : { state: 'failed', fault, ...(until ? { until } : {}) }
  }
  if (reply.status !== 304) return answerOf(reply, asking)
  await reply.leave()
  if (Object.keys(conditions).length === 0)
    return { state: 'failed', fault: 'it says that nothing is new, without being asked', status: 304 }
  // Of another version than the one we hold: what we hold is not what it speaks of.
  const told = one(reply.headers.etag)
  if (known.etag && told && bare(told) !== bare(known.etag)) return ask(address, {}, asking)
  return { state: 'same', ...movedOf(reply) }
}

async function send(
  address: string,
  conditions: Readonly<Record<string, string>>,
  asking: Asking,
): Promise<Reply | Unanswered> {
  const { limits, allowPrivate, signal, pace, robotsOf, gap } = asking
  const before = async (url: URL): Promise<Turn> => {
    const robots = await robotsOf(url)
    if ('fault' in robots) return robots
    if (!allows(robots, url.pathname + url.search))
      return { fault: 'its robots.txt asks programs to stay away', refused: true }
    const delay = Math.min(LONGEST_DELAY, (robots.delay ?? 0) * 1000)
    return pace.turn(url.host, Math.max(gap, delay), signal)
  }
  const headers = { accept: ACCEPT, ...conditions }
  return exchange(address, { limits, allowPrivate, headers, before, ...(signal ? { signal } : {}) })
}

const ACCEPT = 'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.8'

async function answerOf(reply: Reply, { clock, limits, pace }: Asking): Promise<Answer> {
  const { status, headers, url } = reply
  if (status === 200) return documentOf(reply, clock, limits)
  await reply.leave()
  if (status === 410) return { state: 'gone', fault: 'it is gone for good (410)' }
  const until = retryAt(one(headers['retry-after']), clock.now(), one(headers.date))
  if (until && status === 429) pace.hold(new URL(url).host, until)
  return { state: 'failed', fault: `the server answers ${status}`, status, ...(until ? { until } : {}) }
}

/** The whole document; part of one is none, since its last item may be cut in the middle. */
async function documentOf(reply: Reply, clock: Clock, limits: Limits): Promise<Answer> {
  const { headers, url } = reply
  const { bytes, notices } = await collect(reply.body, limits.documentBytes)
  const [told] = notices
  if (told || !bytes) return { state: 'failed', fault: faultOf(told?.notice.message), status: 200 }
  if (bytes.length === 0) return { state: 'failed', fault: 'the answer is empty', status: 200 }
  const [etag, lastModified] = [validator(headers.etag), validator(headers['last-modified'])]
  const [charset, sent] = [charsetOf(headers['content-type']), Date.parse(one(headers.date) ?? '')]
  return {
    state: 'new',
    url,
    bytes,
    skew: Number.isNaN(sent) ? 0 : sent - clock.now(),
    ...(charset ? { charset } : {}),
    ...(etag ? { etag } : {}),
    ...(lastModified ? { lastModified } : {}),
    ...movedOf(reply),
  }
}

function faultOf(message = 'it is too large'): string {
  return message.replace(/^it cannot be fetched: |; (?:what came before is kept|the rest is left out)$/gu, '')
}

function movedOf({ movedTo }: Reply): { readonly movedTo?: string } {
  return movedTo === undefined ? {} : { movedTo }
}

/** What is sent back as it came must fit into a header. */
function validator(header: string | string[] | undefined): string | undefined {
  const value = one(header)
  return value && value.length <= 500 && /^[\x20-\x7e\x80-\xff]+$/u.test(value) ? value : undefined
}

function conditionsOf({ etag, lastModified }: Validators): Readonly<Record<string, string>> {
  return {
    ...(etag ? { 'if-none-match': etag } : {}),
    ...(lastModified ? { 'if-modified-since': lastModified } : {}),
  }
}

/** Weak comparison (RFC 9110, section 8.8.3.2); a packed answer often has a suffix behind its tag. */
function bare(etag: string): string {
  return etag.replace(/^W\//u, '').replace(/[-;](?:gzip|br|zstd|df)"$/u, '"')
}
