import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { planOf, readOptions, UsageError } from './options.ts'
import type { Suite } from './types.ts'

test('options as written', () => {
  expect(readOptions(['time', 'feeds', '--json', '--peers'])).toEqual({
    suites: ['time', 'feeds'],
    json: true,
    peers: true,
    accept: false,
    write: false,
  })
  expect(readOptions(['--dataset', 'wikiwars', '--data', 'x']).data).toBe(resolve('x'))
  expect(readOptions(['--accept', '--reason', ' why ']).reason).toBe('why')
})

test.each([
  [['--data', 'x'], /--data needs --dataset/u],
  [['--dataset', 'a', '--data', 'x', '--accept'], /--accept pins the usual data/u],
  [['--reason', 'why'], /--reason goes with --accept/u],
  [['--accept', '--reason', ' '], /--reason goes with --accept/u],
  [['--write', 'time'], /--write needs a run over everything/u],
  [['--nonsense'], /nonsense/u],
  [['--dataset'], /dataset/u],
])('%j is a mistake', (args, message) => {
  expect(() => readOptions(args)).toThrow(UsageError)
  expect(() => readOptions(args)).toThrow(message)
})

const root = mkdtempSync(join(tmpdir(), 'options-'))
mkdirSync(join(root, 'one'))
mkdirSync(join(root, 'both'))
afterAll(() => rmSync(root, { recursive: true }))

const suite = (name: string, ...sets: readonly [string, string][]): Suite => ({
  name,
  datasets: sets.map(([set, path]) => ({ name: set, path, run: () => [] })),
})
const SUITES = [suite('time', ['one', 'one'], ['gone', 'gone'], ['both', 'both']), suite('amounts', ['both', 'both'])]

function plan(...args: readonly string[]) {
  const { jobs, absent } = planOf(SUITES, readOptions(args), root)
  const names = (list: typeof jobs) => list.map(job => `${job.suite}/${job.dataset.name}`)
  return { jobs: names(jobs), absent: names(absent), folders: jobs.map(job => job.folder) }
}

test('everything that is there runs, the rest is named', () => {
  expect(plan()).toMatchObject({ jobs: ['time/one', 'time/both', 'amounts/both'], absent: ['time/gone'] })
  expect(plan('amounts')).toMatchObject({ jobs: ['amounts/both'], absent: [] })
})

test('a data set of two suites runs in both, on the folder given', () => {
  expect(plan('--dataset', 'both').jobs).toEqual(['time/both', 'amounts/both'])
  expect(plan('--dataset', 'gone', '--data', join(root, 'one')).folders).toEqual([join(root, 'one')])
})

test.each([
  [['nonsense'], /no suite "nonsense"; there are time, amounts/u],
  [['--dataset', 'nonsense'], /no data set "nonsense"; there are one, gone, both/u],
  [['amounts', '--dataset', 'one'], /no data set "one"; there are both/u],
  [['--dataset', 'one', '--data', join(root, 'nowhere')], /no folder .*nowhere/u],
  [['--dataset', 'gone'], /no data: .*gone not found/u],
])('%j names nothing', (args, message) => expect(() => plan(...args)).toThrow(message))
