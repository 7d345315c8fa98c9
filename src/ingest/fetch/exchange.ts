import { Agent, request } from 'undici'
import type { Chunk } from '../bytes.ts'
import { notice } from '../report.ts'
import type { AllowPrivate, Limits, Told } from '../types.ts'
import { guardedLookup, mayBePrivate, refusedAddress } from './guard.ts'
import { ACCEPTED, unpack, unpackerOf } from './unpack.ts'

export type Headers = Readonly<Record<string, string | string[] | undefined>>

/** What a server answered. Whoever gets one reads the body to its end or leaves it. */
export type Reply = {
  readonly status: number
  /** The address it came from in the end. */
  readonly url: string
  /** Names in lower case. */
  readonly headers: Headers
  /** Where it has moved for good. */
  readonly movedTo?: string
  /** Unpacked, limited in bytes and time; a notice in it says that the rest cannot be had. */
  readonly body: AsyncIterable<Chunk>
  readonly leave: () => Promise<void>
}

/** Why there is no answer; `until`: when its host may be asked again, in milliseconds since 1970. */
export type Unanswered = { readonly fault: string; readonly until?: number; readonly refused?: boolean }

/** Leave to ask a host: `done` is called when its answer was read. */
export type Turn = { readonly done: () => void } | Unanswered

export type Way = {
  readonly limits: Limits
  readonly allowPrivate: AllowPrivate
  readonly signal?: AbortSignal
  readonly headers?: Readonly<Record<string, string>>
  /** Asked before each hop; waiting for it is no part of the time limit. */
  readonly before?: (url: URL) => Promise<Turn>
}

const REDIRECTS = 5
/** How we call ourselves, also for robots.txt. */
export const AGENT_NAME = 'Dragoman'

/**
 * Asks one http(s) address and follows where it leads; every hop is looked at anew. Throws only what `before` throws.
 */
export async function exchange(address: string, way: Way): Promise<Reply | Unanswered> {
  let url = address
  let [movedTo, lasting]: [string | undefined, boolean] = [undefined, true]
  for (let hops = 0; hops <= REDIRECTS; hops++) {
    const refusal = refusedAddress(url, way.allowPrivate)
    if (refusal) return { fault: refusal, refused: true }
    const turn = await way.before?.(new URL(url))
    if (turn && 'fault' in turn) return turn
    const reply = await hop(url, way, turn?.done ?? (() => {}))
    if ('fault' in reply) return reply
    const location = one(reply.headers.location)
    if (!isRedirect(reply.status) || location === undefined)
      return { ...reply, ...(movedTo === undefined ? {} : { movedTo }) }
    await reply.leave()
    if (!URL.canParse(location, url)) return { fault: `it leads to "${location.slice(0, 200)}", which is no address` }
    url = new URL(location, url).href
    lasting &&= isLasting(reply.status)
    if (lasting) movedTo = url
  }
  return { fault: `it is redirected more than ${REDIRECTS} times` }
}

function isRedirect(status: number): boolean {
  return status >= 300 && status < 400 && status !== 304
}

/** RFC 9110: moved permanently. */
function isLasting(status: number): boolean {
  return status === 301 || status === 308
}

async function hop(url: string, way: Way, done: () => void): Promise<Reply | Unanswered> {
  const { limits, signal } = way
  const agent = new Agent({
    connect: { timeout: limits.fetchMs, lookup: guardedLookup(mayBePrivate(url, way.allowPrivate)) },
    headersTimeout: limits.fetchMs,
    bodyTimeout: limits.fetchMs,
  })
  const end = async () => {
    done()
    await agent.destroy()
  }
  const whole = AbortSignal.any([AbortSignal.timeout(limits.fetchMs), ...(signal ? [signal] : [])])
  const headers = { 'accept-encoding': ACCEPTED, 'user-agent': AGENT_NAME, ...way.headers }
  try {
    const reply = await request(url, { dispatcher: agent, signal: whole, headers })
    const leave = async () => {
      reply.body.on('error', () => {}).destroy()
      await end()
    }
    const packed = one(reply.headers['content-encoding']) ?? ''
    const unpacker = unpackerOf(packed)
    if (!unpacker) {
      await leave()
      return { fault: `the server packs it as "${packed.slice(0, 40)}"` }
    }
    const plain = unpacker === 'none' ? reply.body : unpack(reply.body, unpacker, url, limits)
    return { status: reply.statusCode, url, headers: reply.headers, body: limited(plain, url, limits, end), leave }
  } catch (error) {
    await end()
    return { fault: reasonOf(error) }
  }
}

async function* limited(
  body: AsyncIterable<Chunk>,
  url: string,
  { documentBytes }: Limits,
  end: () => Promise<void>,
): AsyncGenerator<Chunk> {
  let length = 0
  try {
    for await (const chunk of body) {
      if (chunk instanceof Uint8Array) length += chunk.length
      if (length > documentBytes)
        return yield notice(
          'file-too-large',
          `it is larger than ${documentBytes} bytes; the rest is left out`,
          'Save it and split it.',
          url,
        )
      yield chunk
    }
  } catch (error) {
    yield broken(url, reasonOf(error))
  } finally {
    await end()
  }
}

/** A header's value, the first where there are several. */
export function one(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header
}

const IN_WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'its server refuses the connection',
  ENOTFOUND: 'its host is not known',
  EAI_AGAIN: 'the name of its host cannot be looked up now',
  ECONNRESET: 'the connection was cut',
  EPIPE: 'the connection was cut',
  EHOSTUNREACH: 'its host cannot be reached',
  ENETUNREACH: 'its network cannot be reached',
  ETIMEDOUT: 'it took too long',
  UND_ERR_SOCKET: 'the connection was cut',
  UND_ERR_CONNECT_TIMEOUT: 'it took too long',
  UND_ERR_HEADERS_TIMEOUT: 'it took too long',
  UND_ERR_BODY_TIMEOUT: 'it took too long',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'it is not as long as its server said',
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'it took too long'
  const code = Reflect.get(error, 'code')
  return (typeof code === 'string' ? IN_WORDS[code] : undefined) ?? (error.message || error.name)
}

function broken(url: string, reason: string): Told {
  return notice(
    'fetch-failed',
    `it cannot be fetched: ${reason}; what came before is kept`,
    'Check the address, or save the page and name the file.',
    url,
  )
}
