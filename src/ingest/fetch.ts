import type { Chunk } from './bytes.ts'
import { exchange, one, type Reply } from './fetch/exchange.ts'
import { notice } from './report.ts'
import type { Context, IngestOptions, Limits, Told } from './types.ts'

export { isPrivateAddress } from './fetch/guard.ts'

export type Fetched = {
  /** The address it came from in the end. */
  readonly url: string
  readonly bytes: AsyncIterable<Chunk>
  readonly context: Pick<Context, 'url' | 'charset' | 'fetched'>
}

/**
 * Fetches one http(s) address: redirects are followed and looked at anew, addresses that are not public are refused when
 * a name is looked up (so that a name cannot change its mind) unless allowed, bytes and time are limited. The body comes
 * as a stream. What goes wrong is a notice, never an exception.
 */
export async function fetchDocument(
  address: string,
  limits: Limits,
  options: Pick<IngestOptions, 'allowPrivate' | 'signal'>,
): Promise<Fetched | Told> {
  const { allowPrivate = false, signal } = options
  const reply = await exchange(address, { limits, allowPrivate, ...(signal ? { signal } : {}) })
  if ('fault' in reply) return failed(address, reply.fault)
  if (reply.status === 200) return { url: reply.url, bytes: reply.body, context: contextOf(reply) }
  await reply.leave()
  return failed(address, `the server answers ${reply.status}`)
}

function contextOf({ url, headers }: Reply): Fetched['context'] {
  const charset = charsetOf(headers['content-type'])
  const sent = one(headers.date)
  return { url, ...(charset ? { charset } : {}), ...(sent ? { fetched: sent } : {}) }
}

/** The character set that a content type names. */
export function charsetOf(type: string | string[] | undefined): string | undefined {
  return /charset\s*=\s*"?([\w:.-]{1,40})/iu.exec(one(type) ?? '')?.[1]
}

function failed(url: string, reason: string): Told {
  return notice(
    'fetch-failed',
    `it cannot be fetched: ${reason}`,
    'Check the address, or save the page and name the file.',
    url,
  )
}
