import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { bench } from './bench.ts'

const folder = mkdtempSync(join(tmpdir(), 'run-'))
writeFileSync(join(folder, 'a.xml'), '<rss version="2.0"><channel><title>T</title></channel></rss>')
writeFileSync(join(folder, 'a.json'), '{"title":"T","items":[]}')
const empty = mkdtempSync(join(tmpdir(), 'run-'))
afterAll(() => {
  for (const made of [folder, empty]) rmSync(made, { recursive: true })
})

async function run(...args: readonly string[]) {
  const written = { out: '', err: '' }
  const status = await bench(args, {
    root: join(folder, 'nowhere'),
    out: { write: text => (written.out += text) },
    err: { write: text => (written.err += text) },
  })
  return { status, ...written }
}

test('a folder of a format is measured, one JSON line a figure, and nothing is compared', async () => {
  const { status, out } = await run('--dataset', 'gofeed', '--data', folder, '--json')
  const figures = out
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
  expect(status).toBe(0)
  expect(figures[0]).toMatchObject({ suite: 'feeds', dataset: 'gofeed', metric: 'share', n: 1 })
})

test.each([
  [['nonsense'], /there is no suite "nonsense"/u],
  [['feeds', '--data', '.'], /--data needs --dataset/u],
  [['--dataset', 'gofeed', '--data', 'no-such-folder'], /there is no folder/u],
  [['--dataset', 'timeline17', '--data', folder], /cannot be read as timeline\/timeline17/u],
  [['--dataset', 'gofeed', '--data', empty], /cannot be read as feeds\/gofeed: .*no feed/u],
  [['feeds'], /no data: .*not found/u],
])('%j ends with 2 and a line that says why', async (args, message) => {
  const { status, out, err } = await run(...args)
  expect([status, out]).toEqual([2, ''])
  expect(err).toMatch(message)
  expect(err).not.toMatch(/^\s+at /mu)
})
