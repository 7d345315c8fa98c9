import { describe, expect, it, test } from 'vitest'
import { namesOfTags, parseTagged, readOwn } from './names.ts'
import { repaired } from './names-repair.ts'

describe('parseTagged', () => {
  it('reads words, tags and documents', () => {
    const file = '# newdoc id = one\n1\tKyiv\tB-LOC\t-\n2\tspoke\tO\t-\n\n# newdoc id = two\n1\tOK\tO\t-\n'
    expect(parseTagged(file, { word: 1, tag: 2 })).toEqual([
      { document: 'one', words: ['Kyiv', 'spoke'], names: [{ start: 0, end: 1, type: 'LOC' }] },
      { document: 'two', words: ['OK'], names: [] },
    ])
  })
})

test.each([
  [['B-PER', 'I-PER', 'O'], [{ start: 0, end: 2, type: 'PER' }]],
  [
    ['B-PER', 'B-PER'],
    [
      { start: 0, end: 1, type: 'PER' },
      { start: 1, end: 2, type: 'PER' },
    ],
  ],
  [
    ['I-ORG', 'I-ORG', 'I-LOC'],
    [
      { start: 0, end: 2, type: 'ORG' },
      { start: 2, end: 3, type: 'LOC' },
    ],
  ],
])('namesOfTags %j', (tags, wanted) => expect(namesOfTags(tags)).toEqual(wanted))

describe('repaired', () => {
  it('cuts articles and titles, drops descriptions, labels what was left out elsewhere', () => {
    const text = 'The UN met President Assad in Syria; the rebels left Syria. Assad stayed in Syria.'
    const at = (words: string, type: string, from = 0) => {
      const start = text.indexOf(words, from)
      return { start, end: start + words.length, type }
    }
    const names = [
      at('The UN', 'Organisation'),
      at('President Assad', 'Person'),
      at('Syria', 'Location'),
      at('the rebels', 'Organisation'),
      at('Syria', 'Location', 40),
      at('Assad', 'Person', 55),
    ]
    const [given] = repaired([{ id: 'x', text, names }])
    expect(given?.names.map(({ start, end, type }) => `${text.slice(start, end)} ${type}`)).toEqual([
      'UN Organisation',
      'Assad Person',
      'Syria Location',
      'Syria Location',
      'Assad Person',
      'Syria Location',
    ])
  })
})

describe('our labels', () => {
  const read = (part: string) => readOwn(new URL(`../labels/names/${part}.jsonl`, import.meta.url).pathname)
  const [train, held, second] = [read('train'), read('test'), read('second')]
  const types = new Set(['PERSON', 'ORGANISATION', 'PLACE', 'GROUP', 'EVENT', 'WEAPON'])

  it('are at least 600 sentences, half of the first 660 untouched, no document in both parts', () => {
    expect(train.length + held.length).toBeGreaterThanOrEqual(600)
    expect(held.length).toBeGreaterThanOrEqual(300)
    const trained = new Set(train.map(({ corpus, document }) => `${corpus} ${document}`))
    expect(held.filter(({ corpus, document }) => trained.has(`${corpus} ${document}`))).toEqual([])
  })
  it('lie inside their sentences, in order, apart, with known types', () => {
    for (const { start, end, names } of [...train, ...held, ...second])
      names.forEach(([from, to, type], i) => {
        expect(from).toBeGreaterThanOrEqual(Math.max(start, names[i - 1]?.[1] ?? 0))
        expect(to).toBeGreaterThan(from)
        expect(to).toBeLessThanOrEqual(end)
        expect(types).toContain(type)
      })
  })
  it('agree with a second pass over 100 sentences', () => {
    const key = (row: (typeof train)[number]) => `${row.corpus} ${row.document} ${row.start}`
    const first = new Map([...train, ...held].map(row => [key(row), row.names.map(String)]))
    let [one, two, same] = [0, 0, 0]
    for (const row of second) {
      const before = first.get(key(row)) ?? []
      one += before.length
      two += row.names.length
      same += row.names.filter(name => before.includes(String(name))).length
    }
    expect(second.length).toBeGreaterThanOrEqual(100)
    expect((2 * same) / (one + two)).toBeGreaterThan(0.95)
  })
})
