import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sizes, spread, suite } from './speed.ts'

test.each([
  [0, []],
  [100, [100]],
  [250, [250]],
  [600, [250, 600]],
  [3400, [250, 1000, 3000]],
])('of %i reports %j are read', (available, expected) => expect(sizes(available)).toEqual(expected))

test('reports are taken evenly from the whole', () => {
  expect(spread([0, 1, 2, 3, 4, 5], 3)).toEqual([0, 2, 4])
  expect(spread([1, 2], 2)).toEqual([1, 2])
})

test('a folder of reports is read to a briefing and timed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'speed-'))
  const report = (n: number) => ({
    title: `Ukraine and Russia meet for round ${n}`,
    published: `2031-05-0${n}`,
    text: `Ukraine and Russia held round ${n} of their talks in Geneva on Monday, a spokesman said. They will meet again.`,
  })
  writeFileSync(join(folder, 'reports.jsonl'), [1, 2, 3].map(n => JSON.stringify(report(n))).join('\n'))
  const figures = await suite.datasets.find(({ name }) => name === 'own')?.run(folder, { root: folder, peers: false })
  rmSync(folder, { recursive: true })
  expect(figures?.filter(({ detail }) => !detail).map(({ metric, n }) => [metric, n])).toEqual([
    ['articles_per_second', 3],
    ['tokens_per_second', 3],
    ['peak_mb', 3],
    ['load_ms', 3],
  ])
  expect(figures?.every(({ value }) => value >= 0)).toBe(true)
  expect(figures?.find(({ metric }) => metric === 'set_aside')?.value).toBe(0)
})
