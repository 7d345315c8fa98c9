import { collect } from '../bytes.ts'
import { decode } from '../decode.ts'
import { AGENT_NAME, exchange, type Unanswered } from '../fetch/exchange.ts'
import type { AskOptions } from './options.ts'
import type { Pace } from './pace.ts'
import { ALLOW_ALL, ROBOTS_BYTES, type Robots, readRobots } from './robots.ts'

export type RobotsOf = (url: URL) => Promise<Robots | Unanswered>

/** RFC 9309, section 2.4: no longer than a day. What could not be had is asked for again sooner. */
const AGE = 24 * 60 * 60_000
const AGE_OF_FAULT = 30 * 60_000

/** Most hosts that are remembered. */
const MOST = 10_000

type Kept = { readonly asked: Promise<Robots | Unanswered>; until: number }

/** Reads the robots.txt of each host once a day. One that does not answer closes its host for now; one that is not there opens it. */
export function openRobots(options: AskOptions, pace: Pace): RobotsOf {
  const known = new Map<string, Kept>()
  return url => {
    const { origin } = url
    const before = known.get(origin)
    if (before && before.until > options.clock.now()) return before.asked
    if (known.size >= MOST) known.clear()
    const asked = robotsAt(url, options, pace)
    const kept: Kept = { asked, until: options.clock.now() + AGE }
    known.set(origin, kept)
    const shorten = (until: number) => {
      kept.until = Math.min(kept.until, until)
    }
    asked.then(
      found => 'fault' in found && shorten(found.until ?? options.clock.now() + AGE_OF_FAULT),
      () => shorten(0),
    )
    return asked
  }
}

async function robotsAt(url: URL, options: AskOptions, pace: Pace): Promise<Robots | Unanswered> {
  const { limits, allowPrivate, signal, gap } = options
  const reply = await exchange(`${url.origin}/robots.txt`, {
    limits,
    allowPrivate,
    before: ({ host }) => pace.turn(host, gap, signal),
    ...(signal ? { signal } : {}),
  })
  if ('fault' in reply) return reply
  const { status } = reply
  if (status !== 200) {
    await reply.leave()
    return status >= 500 || status === 429
      ? { fault: `its robots.txt cannot be read now: the server answers ${status}` }
      : ALLOW_ALL
  }
  const { bytes, notices } = await collect(firstOf(reply.body), ROBOTS_BYTES * 2)
  const [told] = notices
  if (told || !bytes) return { fault: 'its robots.txt cannot be read now' }
  return readRobots(decode(bytes, 'robots.txt').text, AGENT_NAME)
}

/** The beginning: rules beyond it are not read. */
async function* firstOf<T>(body: AsyncIterable<T | Uint8Array>): AsyncGenerator<T | Uint8Array> {
  let length = 0
  for await (const chunk of body) {
    yield chunk
    if (chunk instanceof Uint8Array) length += chunk.length
    if (length >= ROBOTS_BYTES) return
  }
}
