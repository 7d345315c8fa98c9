import type { Hono } from 'hono'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Sentence } from '../../src/core/briefing.ts'
import { marksOn, targetOf } from '../../src/core/mark.ts'
import { remake } from '../../src/run/index.ts'
import type { Env } from '../../src/serve/context.ts'
import { ask, formTokenOf, type Opened, openTalks, send, TOKENS, WITH_TOKENS } from './desk.ts'

let opened: Opened
let app: Hono<Env>
let token: string
let sentences: readonly Sentence[]
beforeAll(async () => {
  opened = await openTalks()
  const page = await opened.desk.page('talks')
  sentences = page?.briefing?.developments.flatMap(({ sentences }) => sentences) ?? []
})
beforeEach(async () => {
  opened.clock.at += 3_600_000
  app = opened.app()
  token = await formTokenOf(app)
})

const target = (n: number) => targetOf((sentences[n] as Sentence).evidence[0])
const form = (fields: Readonly<Record<string, string>>) => send(app, '/marks', { token, ...fields })
const marks = () => opened.store.marksInForce()

test('a mark is kept with who and when, and one goes back to where one was', async () => {
  const back = '/c/talks/?as-of=2025-05-29#s1'
  const answer = await form({ crisis: 'talks', target: target(0), action: 'note', text: ' seen\r\nby me ', back })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, back])
  expect(await marks()).toEqual([
    {
      id: expect.stringMatching(/^[0-9a-f]{16}$/u),
      at: new Date(opened.clock.at).toISOString(),
      by: 'editor',
      action: 'note',
      target: target(0),
      text: 'seen\nby me',
    },
  ])
  const [first] = await marks()
  expect(marksOn(sentences[0] as Sentence, await marks())).toEqual([first])
  expect(marksOn(sentences[1] as Sentence, await marks())).toEqual([])
})

test('two clicks, also at once, make one mark; another person makes another', async () => {
  const before = (await marks()).length
  const click = () => form({ target: target(1), action: 'hide' })
  await Promise.all([click(), click()])
  opened.clock.at += 1000
  await click()
  expect((await marks()).length).toBe(before + 1)
  const other = await ask(opened.app(WITH_TOKENS), '/api/v1/marks', {
    method: 'POST',
    token: TOKENS.editor,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ action: 'hide', target: target(1) }),
  })
  expect(other.status).toBe(201)
  expect((await marks()).length).toBe(before + 2)
})

test('a mark is undone once, and may be made again', async () => {
  await form({ target: target(2), action: 'confirm' })
  const made = (await marks()).find(mark => mark.target === target(2))
  const total = async () => (await opened.store.counts()).mark
  const before = await total()
  const undo = () => form({ action: 'undo', target: made?.id ?? '', back: '/c/talks/marks' })
  const answers = await Promise.all([undo(), undo()])
  expect(answers.map(({ status, headers }) => [status, headers.get('location')])).toEqual([
    [303, '/c/talks/marks'],
    [303, '/c/talks/marks'],
  ])
  expect(await total()).toBe(before + 1)
  expect((await marks()).some(({ id }) => id === made?.id)).toBe(false)
  opened.clock.at += 1000
  await form({ target: target(2), action: 'confirm' })
  expect((await marks()).some(mark => mark.target === target(2))).toBe(true)
})

test.each([
  ['no action', { action: '' }, 422],
  ['an unknown action', { action: 'delete' }, 422],
  ['an inherited name', { action: 'constructor' }, 422],
  ['no target', { target: '' }, 422],
  ['a target that is none', { target: 'article:' }, 422],
  ['a passage turned round', { target: 'passage:x:text:9-3' }, 422],
  ['a report that is not there', { target: 'article:__proto__' }, 404],
  ['a note without words', { action: 'note', text: ' \u0000 ' }, 422],
  ['a correction without words', { action: 'correct' }, 422],
  ['more words than a mark holds', { action: 'note', text: 'x'.repeat(2001) }, 422],
])('%s is refused', async (_, fields, status) => {
  const before = (await opened.store.counts()).mark
  const answer = await form({ action: 'confirm', target: target(0), ...fields })
  expect(answer.status).toBe(status)
  expect((await opened.store.counts()).mark).toBe(before)
})

test('a passage that the report does not have is refused', async () => {
  const long = target(0).replace(/\d+-\d+$/u, '10-999999')
  expect((await form({ action: 'confirm', target: long })).status).toBe(422)
})

test.each(['//evil.example', 'https://evil.example', '/\\evil.example', '/x\r\nX: y', '/\u2028', ''])(
  'back to %j stays here',
  async back => {
    const answer = await form({ action: 'confirm', target: target(3), crisis: 'talks', back })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/c/talks/'])
  },
)

test('a reader makes no marks', async () => {
  const body = JSON.stringify({ action: 'confirm', target: target(0) })
  const headers = { 'content-type': 'application/json' }
  const guarded = opened.app(WITH_TOKENS)
  expect((await ask(guarded, '/api/v1/marks', { method: 'POST', token: TOKENS.reader, headers, body })).status).toBe(
    403,
  )
  expect(opened.audit.newest(1)[0]).toMatchObject({ who: 'the reader', status: 403 })
})

test('marks stay with their passages when everything is read anew', async () => {
  const before = await marks()
  expect(before.length).toBeGreaterThan(2)
  const read = await remake(opened.store, opened.tools, { versions: { layers: 'later', claims: 'later' } })
  expect(read.annotate).toBe(20)
  expect(await marks()).toEqual(before)
  const again = await opened.desk.page('talks')
  const found = again?.briefing?.developments.flatMap(({ sentences }) => sentences) ?? []
  for (const mark of before) expect(found.some(sentence => marksOn(sentence, [mark]).length > 0)).toBe(true)
})
