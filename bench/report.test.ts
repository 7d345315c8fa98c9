import { expect, test } from 'vitest'
import { jsonLine, textTable, withScores } from './report.ts'
import type { Figure } from './types.ts'

const FIGURES: readonly Figure[] = [
  { suite: 'time', dataset: 'wikiwars', metric: 'value_f1', value: 0.79, n: 2210, seconds: 1.904 },
  { suite: 'time', dataset: 'wikiwars', metric: 'value_f1', value: 0.278, n: 2210, peer: 'chrono-node' },
  { suite: 'time', dataset: 'wikiwars', metric: 'value_f1:DATE', value: 1 / 3, n: 5, detail: true },
  { suite: 'speed', dataset: 'own', metric: 'articles_per_second', value: 123.4, n: 1000 },
]

test('a figure is one line of JSON with nothing that it has not', () => {
  expect(FIGURES.map(jsonLine)).toEqual([
    '{"suite":"time","dataset":"wikiwars","metric":"value_f1","value":0.79,"n":2210,"seconds":1.9}',
    '{"suite":"time","dataset":"wikiwars","metric":"value_f1","value":0.278,"n":2210,"peer":"chrono-node"}',
    '{"suite":"time","dataset":"wikiwars","metric":"value_f1:DATE","value":0.333333,"n":5,"detail":true}',
    '{"suite":"speed","dataset":"own","metric":"articles_per_second","value":123.4,"n":1000}',
  ])
})

test('the table shows floors beside our own figures only', () => {
  const floors = [{ suite: 'time', dataset: 'wikiwars', metric: 'value_f1', value: 0.78, digest: 'd' }]
  expect(textTable(FIGURES, floors)).toBe(`\
suite  set       metric                   value   floor     n  seconds
time   wikiwars  value_f1                0.7900  0.7800  2210      1.9
time   wikiwars  value_f1 (chrono-node)  0.2780          2210
time   wikiwars    value_f1:DATE         0.3333             5
speed  own       articles_per_second        123          1000
`)
})

test('scores are written between the marks of a page, the rest stays', () => {
  const page = 'Before.\n\n<!-- scores: written by npm run bench -->\nold\n<!-- end of scores -->\n\nAfter.\n'
  const written = withScores(page, FIGURES)
  expect(written).toBe(`\
Before.

<!-- scores: written by npm run bench -->

| suite | set | metric | Dragoman | n | peers in the same run |
|---|---|---|---|---|---|
| time | wikiwars | \`value_f1\` | 0.7900 | 2210 | chrono-node 0.2780 |
| speed | own | \`articles_per_second\` | 123 | 1000 |  |

<!-- end of scores -->

After.
`)
  expect(withScores(written, FIGURES)).toBe(written)
  expect(() => withScores('no marks', FIGURES)).toThrow(/no "<!-- scores/u)
})
