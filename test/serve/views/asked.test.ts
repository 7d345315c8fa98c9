import { expect, test } from 'vitest'
import { clean } from '../../publish/dom.ts'
import { appOf, stateOf, strait } from './app.ts'

test('an unknown crisis is answered with those there are', async () => {
  const { ask } = appOf({})
  const { status, document } = await ask('/c/nothing/')
  expect(status).toBe(404)
  expect(document.querySelector('.links a')?.getAttribute('href')).toBe('/c/strait/')
})

test.each(['2031-13-01', 'yesterday', '2031-5-1', '<b>', '2031-02-30'])('%s is not a day', async day => {
  const { ask, asked } = appOf({})
  for (const name of ['as-of', 'since']) {
    const { status, document } = await ask(`/c/strait/?${name}=${encodeURIComponent(day)}`)
    expect(status).toBe(400)
    expect(clean(document.querySelector('#part'))).toContain(`“${day}” cannot be read as a day`)
    expect(document.querySelector('#part b')).toBeNull()
  }
  expect(asked).toEqual([])
})

test('a day before the first report leads to the first', async () => {
  const { status, document } = await appOf({}).ask('/c/strait/changes?as-of=2031-05-01')
  expect(status).toBe(404)
  expect(clean(document.querySelector('h1'))).toBe('Nothing was known yet on 1 May 2031')
  expect(document.querySelector('#part .empty a')?.getAttribute('href')).toBe('/c/strait/changes?as-of=2031-05-10')
})

test('a day after the newest leads to the newest, and keeps what else was asked', async () => {
  const { app, asked, ask } = appOf({})
  const answer = await app.request('/c/strait/?as-of=2040-01-01&since=2031-05-11')
  expect([answer.status, answer.headers.get('location')]).toEqual([302, '/c/strait/?since=2031-05-11'])
  await ask('/c/strait/?as-of=2031-05-14')
  expect(asked).toEqual([{}])
})

test('a day to compare with that is not before the other is passed over', async () => {
  const { ask, asked } = appOf({})
  await ask('/c/strait/?as-of=2031-05-12&since=2031-05-12')
  await ask('/c/strait/?as-of=2031-05-12&since=2031-05-10')
  await ask('/c/strait/?as-of=2031-05-12&since=2031-05-01')
  expect(asked).toEqual([{ asOf: '2031-05-12' }, { asOf: '2031-05-12', since: '2031-05-10' }])
})

test('while nothing is read, the page says how far the reading is, and comes by itself without scripts', async () => {
  const { asOf: _, ...empty } = strait({ days: [], revision: 0 })
  const { ask } = appOf({ state: () => stateOf([empty], { phase: 'reading', done: 120, total: 225 }) })
  const { status, document } = await ask('/c/strait/')
  expect(status).toBe(200)
  expect(clean(document.querySelector('.progress'))).toBe('Reading 120 of 225 reports…')
  expect(document.querySelector('head noscript meta')?.getAttribute('http-equiv')).toBe('refresh')
  expect((await ask('/c/strait/briefing.json')).status).toBe(503)
})

test('a crisis on which nothing was reported says what to do', async () => {
  const { asOf: _, ...empty } = strait({ days: [], revision: 0 })
  const { document } = await appOf({ state: () => stateOf([empty]) }).ask('/c/strait/')
  expect(clean(document.querySelector('.empty'))).toContain('dragoman.toml')
  expect(document.querySelector('progress')).toBeNull()
})
