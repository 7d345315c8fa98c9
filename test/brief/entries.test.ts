import { expect, test } from 'vitest'
import { chooseEntries, type EntryRules, type EntrySentence, sentencesPerDay } from '../../src/brief/entries.ts'

type Named = EntrySentence & { readonly name: string }

/** A sentence of a day of May 2031: words, position, the day of May it names. */
function says(name: string, published: number, index: number, words: string, day?: number): Named {
  const days = day === undefined ? [] : [{ day: may(day), precision: 'day' as const }]
  return { name, lineage: name, published: may(published), index, days, terms: words.split(' ') }
}

function may(day: number): string {
  return `2031-05-${String(day).padStart(2, '0')}`
}

const SENTENCES = [
  says('collapse', 3, 0, 'bridge collapse river rain'),
  says('rain', 3, 1, 'rain flood town week'),
  says('police', 3, 2, 'police close road bridge'),
  says('deep', 3, 7, 'bridge collapse river'),
  says('looking back', 9, 6, 'bridge collapse rain inquiry', 3),
  says('copy', 4, 0, 'bridge collapse river rain town'),
  says('vote', 9, 0, 'council vote money bridge'),
  says('football', 9, 1, 'football club win cup'),
]

function chosen(days: readonly number[], counts: readonly number[], rules: EntryRules<Named> = {}) {
  const entries = chooseEntries(SENTENCES, days.map(may), counts, rules)
  return [...entries].map(([day, entry]) => [Number(day.slice(8)), ...entry.map(({ name }) => name)])
}

test('the sentence that both kinds of news agree on is taken first', () => {
  const [[, first] = []] = chosen([3], [1])
  expect(['collapse', 'looking back', 'copy']).toContain(first)
})

test('a sentence that says the same is not taken, nor one far down that names no day', () => {
  const [entry = []] = chosen([3], [9])
  expect(entry.filter(name => name === 'collapse' || name === 'copy')).toHaveLength(1)
  expect(entry).toContain('police')
  expect(entry).not.toContain('deep')
  expect(entry).not.toContain('football')
})

test('no sentence stands in two entries', () => {
  const names = chosen([3, 9, 2], [9, 9, 9]).flatMap(([, ...entry]) => entry)
  expect(new Set(names).size).toBe(names.length)
})

test('a day that nothing tells of has no entry and uses no count', () => {
  expect(chosen([20, 9, 3], [1, 1, 1]).map(([day]) => day)).toEqual([9, 3])
  expect(chosen([20, 9, 3], [1]).map(([day]) => day)).toEqual([9])
})

test('a caller can refuse and prefer', () => {
  expect(chosen([9], [1], { may: ({ name }) => name !== 'vote' })).toEqual([[9, 'football']])
  expect(chosen([9], [1], { extra: ({ name }) => (name === 'football' ? 5 : 0) })).toEqual([[9, 'football']])
})

test('a caller is told what the day and all days have so far', () => {
  const seen: string[][] = []
  chosen([9, 3], [2, 1], {
    may: (_, day, entry, all) => {
      seen.push([day.slice(8), String(entry.length), String(all.length)])
      return true
    },
  })
  expect(seen).toEqual([
    ['09', '0', '0'],
    ['09', '1', '1'],
    ['03', '0', '2'],
  ])
})

test.each([
  [0, 2, []],
  [1, 2, [2]],
  [3, 2, [3, 2, 1]],
  [5, 1, [1, 1, 1, 1, 1]],
  [3, 5, [7, 5, 3]],
])('%i days of %i sentences in the mean: %j', (days, mean, counts) =>
  expect(sentencesPerDay(days, mean)).toEqual(counts),
)
