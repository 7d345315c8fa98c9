import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { expect } from 'vitest'
import { openSqlite } from '../../src/store/index.ts'

/** Numbers below 1 from a seed (Numerical Recipes' congruential generator). */
export function* chances(seed: number): Generator<number> {
  for (let state = seed >>> 0; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    yield state / 2 ** 32
  }
}

export const IN_BATCH = 20

/**
 * Lets another process write into the store until it is killed: some milliseconds after it acknowledged so many batches.
 * Then every acknowledged batch must be there whole, and of the last one all or nothing. Gives the batches found.
 */
export async function killWriter(path: string, acknowledged: number, milliseconds: number): Promise<number> {
  const writer = new URL('./writer.ts', import.meta.url).pathname
  const child = spawn(process.execPath, [writer, path, String(IN_BATCH)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<string | null>(done => child.on('close', (_, signal) => done(signal)))
  let [told, first] = [-1, -1]
  for await (const line of createInterface({ input: child.stdout })) {
    told = Number(line)
    if (first === -1) first = told
    if (told < first + acknowledged) continue
    if (told === first + acknowledged) void wait(milliseconds).then(() => child.kill('SIGKILL'))
  }
  expect(await ended).toBe('SIGKILL')
  return found(path, told)
}

async function found(path: string, told: number): Promise<number> {
  const store = openSqlite(path)
  const { report, article } = await store.counts()
  expect(report % IN_BATCH).toBe(0)
  expect(article).toBe(report)
  const batches = report / IN_BATCH
  expect(batches).toBeGreaterThanOrEqual(told)
  expect(batches).toBeLessThanOrEqual(told + 1)
  expect(await store.check()).toEqual([])
  expect((await store.search(`"batch ${batches - 1}"`, { limit: 100 })).length).toBe(IN_BATCH)
  await store.close()
  return batches
}
