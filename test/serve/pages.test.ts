import { expect, test } from 'vitest'
import type { Result } from '../../src/pipeline.ts'
import type { Desk, DeskState } from '../../src/run/index.ts'
import { answerCache } from '../../src/serve/api/kept.ts'
import { withPages } from '../../src/serve/pages.ts'

/** A desk that makes an empty page whenever it is asked for one. */
function counting(): { desk: Desk; made: string[]; state: { revision: number } } {
  const made: string[] = []
  const state: { revision: number } = { revision: 1 }
  const whole = (): DeskState => ({ phase: 'ready', done: 0, total: 0, crises: [], ...state })
  const page = async (crisis: string, query = {}): Promise<Result> => {
    made.push(`${crisis} ${JSON.stringify(query)}`)
    await Promise.resolve()
    if (crisis === 'bad') throw new Error('no')
    return { events: [], notices: [] }
  }
  const nothing = async () => ({ read: 0, added: 0, notices: [] })
  const rest = { onChange: () => () => {}, add: nothing, addBytes: nothing }
  return {
    desk: { state: whole, page, stories: async () => [], refresh: async () => {}, close: async () => {}, ...rest },
    made,
    state,
  }
}

test('a page is fetched once until something comes in', async () => {
  const { desk, made, state } = counting()
  const { page } = withPages(desk)
  const [first, second] = await Promise.all([page('a'), page('a')])
  expect(second).toBe(first)
  expect(await page('a', { asOf: '2025-05-20' })).not.toBe(first)
  expect(made).toHaveLength(2)
  state.revision++
  expect(await page('a')).not.toBe(first)
  expect(made).toHaveLength(3)
})

test('a page that failed is tried again', async () => {
  const { desk, made } = counting()
  const { page } = withPages(desk)
  await expect(page('bad')).rejects.toThrow('no')
  await expect(page('bad')).rejects.toThrow('no')
  expect(made).toHaveLength(2)
})

test('of many pages those asked for longest ago are forgotten', async () => {
  const { desk, made } = counting()
  const { page } = withPages(desk)
  const days = Array.from({ length: 40 }, (_, i) => `20${10 + i}-01-01`)
  for (const asOf of days) {
    await page('a', { asOf })
    await page('a', { asOf: '2010-01-01' })
  }
  expect(made).toHaveLength(40)
  await page('a', { asOf: '2011-01-01' })
  expect(made).toHaveLength(41)
})

test('answers are made once, and no more are held than fit', async () => {
  const kept = answerCache<string>(text => text.length)
  let made = 0
  const make = (size: number) => async () => {
    made++
    return 'x'.repeat(size)
  }
  await Promise.all([kept('a', make(10)), kept('a', make(10))])
  expect(made).toBe(1)
  for (let n = 0; n < 4; n++) await kept(`large${n}`, make(10_000_000))
  await kept('a', make(10))
  expect(made).toBe(6)
  await kept('large3', make(10_000_000))
  expect(made).toBe(6)
  for (let n = 0; n < 600; n++) await kept(`small${n}`, make(1))
  await kept('small599', make(1))
  expect(made).toBe(606)
  await kept('small0', make(1))
  expect(made).toBe(607)
  await expect(kept('bad', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await kept('bad', make(1))).toBe('x')
})
