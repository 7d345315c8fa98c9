import { Agent, get, type IncomingMessage } from 'node:http'

/** What readers saw: for each answer its milliseconds, to the first byte and to the last. */
export type Load = {
  readonly seconds: number
  readonly whole: readonly number[]
  readonly first: readonly number[]
  /** Answers that were none, or no 200. */
  readonly errors: number
  readonly bytes: number
}

export type Readers = {
  readonly readers: number
  readonly seconds: number
  /** Milliseconds between two pages of a reader; without any, each asks again at once. */
  readonly pauseMs: number
}

/** So many readers at once over connections that stay open, each going round the paths from a place of its own. */
export async function load(url: string, paths: readonly string[], wanted: Readers): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: wanted.readers })
  const [whole, first]: [number[], number[]] = [[], []]
  let [errors, bytes] = [0, 0]
  const from = performance.now()
  const end = from + wanted.seconds * 1000
  const read = async (reader: number) => {
    // Readers begin spread over one pause, as they would.
    await pause((wanted.pauseMs * reader) / wanted.readers)
    for (let n = reader; performance.now() < end; n++) {
      const answer = await ask(new URL(paths[n % paths.length] ?? '/', url), agent).catch(() => undefined)
      if (answer?.status === 200) {
        whole.push(answer.whole)
        first.push(answer.first)
        bytes += answer.bytes
      } else errors++
      await pause(wanted.pauseMs)
    }
  }
  await Promise.all(Array.from({ length: wanted.readers }, (_, reader) => read(reader)))
  agent.destroy()
  return { seconds: (performance.now() - from) / 1000, whole, first, errors, bytes }
}

function pause(ms: number): Promise<void> {
  return ms > 0 ? new Promise(done => setTimeout(done, ms)) : Promise.resolve()
}

export type Timed = { readonly status: number; readonly first: number; readonly whole: number; readonly bytes: number }

/** One request, its body read and dropped. */
export async function ask(url: URL, agent?: Agent): Promise<Timed> {
  const from = performance.now()
  const answer = await new Promise<IncomingMessage>((done, fail) => {
    get(url, agent ? { agent } : {}, done).on('error', fail)
  })
  const first = performance.now() - from
  let bytes = 0
  for await (const chunk of answer) bytes += chunk.length
  return { status: answer.statusCode ?? 0, first, whole: performance.now() - from, bytes }
}

/** The value that a share of all lie at or below (nearest rank); 0 of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
}
