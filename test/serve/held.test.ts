import { Hono } from 'hono'
import { expect, test } from 'vitest'
import type { Env, Role } from '../../src/serve/context.ts'
import { heldAnswers } from '../../src/serve/held.ts'
import { openMemory } from '../../src/store/index.ts'
import { markEntry } from '../contract/entries.ts'
import { stateOf } from './views/app.ts'

/** An app that counts how often a page is written, over a desk that can be told to change. */
function counting() {
  const store = openMemory()
  const world = { state: stateOf([]), day: '2025-06-01', person: { name: 'Ada', role: 'editor' as Role }, token: 't1' }
  const written = { pages: 0 }
  const desk = { state: () => world.state } as Parameters<typeof heldAnswers>[0]['desk']
  const app = new Hono<Env>()
  app.use(async (context, next) => {
    context.set('person', world.person)
    context.set('formToken', world.token)
    return next()
  })
  app.use('*', heldAnswers({ desk, store, now: () => new Date(`${world.day}T12:00:00Z`) }))
  app.get('/bad', context => {
    written.pages++
    return context.html('no', 404)
  })
  app.get('*', context => {
    written.pages++
    context.header('X-Own', 'kept')
    return context.html(`${context.req.path} for ${world.person.name}`)
  })
  const ask = async (path: string) => (await app.request(path)).text()
  return { app, ask, store, world, written }
}

test('a page is written once, and given again with its headers', async () => {
  const { app, ask, written } = counting()
  expect([await ask('/c/a/'), await ask('/c/a/'), written.pages]).toEqual(['/c/a/ for Ada', '/c/a/ for Ada', 1])
  const again = await app.request('/c/a/')
  expect([again.headers.get('x-own'), again.headers.get('content-type')]).toEqual(['kept', 'text/html; charset=UTF-8'])
  await ask('/c/a/?as-of=2025-05-16')
  expect(written.pages).toBe(2)
})

test('it is written again when something came in, a mark was made, the day is another, or somebody else asks', async () => {
  const { ask, store, world, written } = counting()
  const changes: readonly (() => unknown)[] = [
    () => (world.state = { ...world.state, revision: world.state.revision + 1 }),
    () => store.write([markEntry('m1', 'note', 'article:1')]),
    () => (world.day = '2025-06-02'),
    () => (world.person = { name: 'Ben', role: 'editor' }),
    () => (world.person = { name: 'Ben', role: 'reader' }),
    () => (world.token = 't2'),
  ]
  await ask('/c/a/')
  for (const [i, change] of changes.entries()) {
    await change()
    expect(await ask('/c/a/')).toBe(`/c/a/ for ${world.person.name}`)
    expect(written.pages).toBe(i + 2)
  }
})

test('errors, and what is shown while the desk reads, are not held', async () => {
  const { ask, world, written } = counting()
  await ask('/bad')
  await ask('/bad')
  expect(written.pages).toBe(2)
  world.state = { ...world.state, phase: 'reading' }
  await ask('/c/a/')
  await ask('/c/a/')
  expect(written.pages).toBe(4)
})
