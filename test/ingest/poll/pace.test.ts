import { expect, test } from 'vitest'
import { openPace } from '../../../src/ingest/poll/pace.ts'
import { fakeClock } from '../../help/clock.ts'

const done = async (turn: Promise<{ readonly done: () => void } | { readonly fault: string }>) => {
  const given = await turn
  if ('done' in given) given.done()
  return given
}

test('a host gets one request at a time, with a pause between two; other hosts do not wait for it', async () => {
  const clock = fakeClock()
  const pace = openPace(clock)
  const first = await pace.turn('a', 1000)
  let second = false
  const waiting = pace.turn('a', 1000).then(turn => {
    second = true
    return turn
  })
  await done(pace.turn('b', 1000))
  expect([second, clock.slept]).toEqual([false, []])
  if ('done' in first) first.done()
  await done(waiting)
  expect(clock.slept).toEqual([1000])
  await done(pace.turn('a', 5000))
  await done(pace.turn('a', 1000))
  expect(clock.slept).toEqual([1000, 1000, 5000])
})

test('a host that asked for a long rest is not waited for', async () => {
  const clock = fakeClock()
  const pace = openPace(clock)
  const until = clock.now() + 600_000
  pace.hold('a', until)
  expect(await pace.turn('a', 0)).toEqual({ fault: 'its host asked to be left alone for a while', until })
  clock.pass(590_000)
  expect(await done(pace.turn('a', 0))).toHaveProperty('done')
  expect(clock.slept).toEqual([10_000])
})

test('who stops waiting leaves the next one his turn', async () => {
  const clock = fakeClock()
  const pace = openPace(clock)
  await done(pace.turn('a', 1000))
  await expect(pace.turn('a', 1000, AbortSignal.abort())).rejects.toThrow()
  expect(await done(pace.turn('a', 1000))).toHaveProperty('done')
})
