import { createServer } from 'node:http'
import { expect, test } from 'vitest'
import { load, percentile } from '../desk-load.ts'
import { figuresOf } from './desk.ts'

test.each([
  [[], 0.95, 0],
  [[7], 0.5, 7],
  [[4, 1, 3, 2], 0.5, 2],
  [Array.from({ length: 100 }, (_, i) => 100 - i), 0.95, 95],
  [[1, 2, 100], 0.99, 100],
])('of %j the share %d is %d', (values, share, expected) => expect(percentile(values, share)).toBe(expected))

test('readers ask for all paths over as many connections as there are readers, and count what fails', async () => {
  const seen = new Map<string, number>()
  const sockets = new Set<unknown>()
  const server = createServer((request, answer) => {
    sockets.add(request.socket)
    seen.set(request.url ?? '', (seen.get(request.url ?? '') ?? 0) + 1)
    answer.writeHead(request.url === '/bad' ? 500 : 200).end('12345')
  })
  const port = await new Promise<number>(done =>
    server.listen(0, '127.0.0.1', () => done(Object(server.address()).port)),
  )
  const told = await load(`http://127.0.0.1:${port}/`, ['/a', '/b', '/bad'], { readers: 6, seconds: 0.3, pauseMs: 5 })
  server.closeAllConnections()
  await new Promise<void>(done => server.close(() => done()))
  expect([...seen.keys()].sort()).toEqual(['/a', '/b', '/bad'])
  expect(sockets.size).toBe(6)
  expect(told.errors).toBe(seen.get('/bad'))
  expect(told.whole.length).toBe((seen.get('/a') ?? 0) + (seen.get('/b') ?? 0))
  expect(told.bytes).toBe(told.whole.length * 5)
  expect(told.first.every((ms, i) => ms <= (told.whole[i] ?? 0))).toBe(true)
})

test('figures of a load are named, and count all that was asked', () => {
  const figures = figuresOf({ seconds: 2, whole: [10, 20, 30], first: [1, 2, 3], errors: 1, bytes: 9 })
  expect(figures.map(({ metric, value, n }) => [metric, value, n])).toEqual([
    ['p50_ms', 20, 4],
    ['p95_ms', 30, 4],
    ['p99_ms', 30, 4],
    ['first_byte_p95_ms', 3, 4],
    ['requests_per_second', 1.5, 4],
    ['errors', 1, 4],
  ])
})
