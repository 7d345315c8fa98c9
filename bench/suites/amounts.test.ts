import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { amountsSuite } from './amounts.ts'

test('a folder of Recognizers files gives one figure and details, with peers also theirs', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'amounts-'))
  const write = (name: string, text: string, start: number, resolution: object) =>
    writeFileSync(
      join(folder, name),
      JSON.stringify([{ Input: text, Results: [{ Start: start, End: text.length - 1, Resolution: resolution }] }]),
    )
  try {
    write('CurrencyModel.json', 'they owe $30', 9, { value: '30', unit: 'Dollar' })
    write('NumberModel.json', 'seven', 0, { value: '7' })
    write('PercentModel.json', 'it is 5%', 6, { value: '5%' })
    const set = amountsSuite.datasets.find(({ name }) => name === 'recognizers')
    const figures = (await set?.run(folder, { root: '', peers: true })) ?? []
    const pinned = figures.filter(figure => !figure.detail)
    expect(pinned.map(({ peer = 'own', metric, value, n }) => [peer, metric, value, n])).toEqual([
      ['own', 'f1', 1, 2],
      ['recognizers-text', 'f1', 1, 2],
      ['compromise', 'f1', 1, 2],
    ])
    expect(figures.filter(figure => figure.detail && !figure.peer).map(({ metric }) => metric)).toEqual(
      ['currency', 'number', 'percent'].flatMap(name => [`f1:${name}`, `precision:${name}`, `recall:${name}`]),
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('a folder without its files is an error', () => {
  const folder = mkdtempSync(join(tmpdir(), 'amounts-'))
  try {
    writeFileSync(join(folder, 'OtherModel.json'), '[]')
    expect(() => amountsSuite.datasets[0]?.run(folder, { root: '', peers: false })).toThrow('CurrencyModel.json')
  } finally {
    rmSync(folder, { recursive: true })
  }
})
