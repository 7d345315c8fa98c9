import { type LookupAddress, type LookupOptions, lookup } from 'node:dns'
import { BlockList, isIP } from 'node:net'
import { Agent, request } from 'undici'
import type { Chunk } from './bytes.ts'
import { notice } from './report.ts'
import type { Context, IngestOptions, Limits, Told } from './types.ts'

export type Fetched = {
  /** The address it came from in the end. */
  readonly url: string
  readonly bytes: AsyncIterable<Chunk>
  readonly context: Pick<Context, 'url' | 'charset' | 'fetched'>
}

const REDIRECTS = 5
const AGENT_NAME = 'dragoman'

/** Networks that no public page lies in: this machine, private, link-local, shared, reserved, multicast (RFC 6890). */
const PRIVATE: readonly (readonly [string, number, 'ipv4' | 'ipv6'])[] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.0.2.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['198.51.100.0', 24, 'ipv4'],
  ['203.0.113.0', 24, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
  ['::', 96, 'ipv6'],
  ['64:ff9b::', 96, 'ipv6'],
  ['64:ff9b:1::', 48, 'ipv6'],
  ['100::', 64, 'ipv6'],
  ['2001::', 23, 'ipv6'],
  ['2001:db8::', 32, 'ipv6'],
  ['2002::', 16, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
  ['fec0::', 10, 'ipv6'],
  ['ff00::', 8, 'ipv6'],
]

const BLOCKED = new BlockList()
for (const [net, prefix, type] of PRIVATE) BLOCKED.addSubnet(net, prefix, type)

/** Whether an IP address lies in a network that is not public; IPv4 inside IPv6 is looked at as IPv4. */
export function isPrivateAddress(address: string): boolean {
  return BLOCKED.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
}

/**
 * Fetches one http(s) address: redirects are followed and looked at anew, addresses that are not public are refused when
 * a name is looked up (so that a name cannot change its mind) unless allowed, bytes and time are limited. The body comes
 * as a stream, still packed where the server packed it. What goes wrong is a notice, never an exception.
 */
export async function fetchDocument(
  address: string,
  limits: Limits,
  options: Pick<IngestOptions, 'allowPrivate' | 'signal'>,
): Promise<Fetched | Told> {
  const allowPrivate = options.allowPrivate ?? false
  const agent = new Agent({
    connect: { timeout: limits.fetchMs, lookup: guardedLookup(allowPrivate) },
    headersTimeout: limits.fetchMs,
    bodyTimeout: limits.fetchMs,
  })
  const signal = AbortSignal.any([AbortSignal.timeout(limits.fetchMs), ...(options.signal ? [options.signal] : [])])
  try {
    return await follow(address, { agent, signal, allowPrivate, limits })
  } catch (error) {
    await agent.destroy()
    return failed(address, reasonOf(error))
  }
}

type Way = {
  readonly agent: Agent
  readonly signal: AbortSignal
  readonly allowPrivate: boolean
  readonly limits: Limits
}

async function follow(address: string, way: Way): Promise<Fetched | Told> {
  let url = address
  for (let hops = 0; hops <= REDIRECTS; hops++) {
    const refusal = refused(url, way.allowPrivate)
    if (refusal) return close(way, failed(address, refusal))
    const headers = { 'accept-encoding': 'gzip, identity;q=0.5', 'user-agent': AGENT_NAME }
    const reply = await request(url, { dispatcher: way.agent, signal: way.signal, headers })
    const location = one(reply.headers.location)
    if (reply.statusCode >= 300 && reply.statusCode < 400 && location) {
      await reply.body.dump()
      if (!URL.canParse(location, url))
        return close(way, failed(address, `it leads to "${location}", which is no address`))
      url = new URL(location, url).href
      continue
    }
    if (reply.statusCode !== 200) return close(way, failed(address, `the server answers ${reply.statusCode}`))
    const packed = one(reply.headers['content-encoding']) ?? 'identity'
    if (!/^(?:identity|gzip|x-gzip)$/iu.test(packed))
      return close(way, failed(address, `the server packs it as "${packed}"`))
    return { url, bytes: limited(reply.body, url, way), context: contextOf(url, reply.headers) }
  }
  return close(way, failed(address, `it is redirected more than ${REDIRECTS} times`))
}

async function close(way: Way, told: Told): Promise<Told> {
  await way.agent.destroy()
  return told
}

function refused(url: string, allowPrivate: boolean): string | undefined {
  if (!URL.canParse(url)) return 'it is no address'
  const { protocol, hostname } = new URL(url)
  if (protocol !== 'http:' && protocol !== 'https:') return `only http and https addresses are fetched, not ${protocol}`
  const host = hostname.replace(/^\[|\]$/gu, '')
  return !allowPrivate && isIP(host) && isPrivateAddress(host) ? `${host} is not a public address` : undefined
}

type Answer = (error: NodeJS.ErrnoException | null, address: string | LookupAddress[], family?: number) => void

function guardedLookup(allowPrivate: boolean) {
  return (hostname: string, options: LookupOptions, answer: Answer) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      const found = typeof addresses === 'string' ? [] : (addresses ?? [])
      const [first] = found
      const hidden = allowPrivate ? undefined : found.find(({ address }) => isPrivateAddress(address))
      if (error || !first) answer(error ?? new Error(`${hostname} has no address`), [])
      else if (hidden) answer(new Error(`${hostname} is at ${hidden.address}, which is not a public address`), [])
      else if (options.all) answer(null, found)
      else answer(null, first.address, first.family)
    })
  }
}

async function* limited(body: AsyncIterable<Uint8Array>, url: string, { agent, limits }: Way): AsyncGenerator<Chunk> {
  let length = 0
  try {
    for await (const chunk of body) {
      length += chunk.length
      if (length > limits.documentBytes)
        return yield notice(
          'file-too-large',
          `it is larger than ${limits.documentBytes} bytes; the rest is left out`,
          'Save it and split it.',
          url,
        )
      yield chunk
    }
  } catch (error) {
    yield failed(url, `${reasonOf(error)}; what came before is kept`)
  } finally {
    await agent.destroy()
  }
}

function contextOf(url: string, headers: Readonly<Record<string, string | string[] | undefined>>): Fetched['context'] {
  const charset = /charset\s*=\s*"?([\w:.-]{1,40})/iu.exec(one(headers['content-type']) ?? '')?.[1]
  const sent = one(headers.date)
  return { url, ...(charset ? { charset } : {}), ...(sent ? { fetched: sent } : {}) }
}

function one(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header
}

function reasonOf(error: unknown): string {
  if (error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError'))
    return 'it took too long'
  return error instanceof Error ? error.message || error.name : String(error)
}

function failed(url: string, reason: string): Told {
  return notice(
    'fetch-failed',
    `it cannot be fetched: ${reason}`,
    'Check the address, or save the page and name the file.',
    url,
  )
}
