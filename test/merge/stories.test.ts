import { expect, test } from 'vitest'
import { annotate } from '../../src/annotate/index.ts'
import type { Article, Doc } from '../../src/core/types.ts'
import { storiesOf } from '../../src/merge/index.ts'
import { threadsOf } from '../../src/merge/story-threads.ts'
import { articleOf, language } from '../help/read.ts'

function doc(id: string, day: string, text: string): Doc {
  const article: Article = {
    ...articleOf(text),
    id,
    title: text.split('.')[0] ?? '',
    published: { value: day, precision: 'day', certainty: 'stated', by: 'test' },
  }
  return annotate(article, language)
}

const DOCS = [
  doc(
    'a1',
    '2025-05-23',
    'Russia and Ukraine exchange 390 prisoners. The exchange of soldiers and civilians began on Friday at the border with Belarus.',
  ),
  doc(
    'b1',
    '2025-05-23',
    'A quake of magnitude 6.1 hits Crete. Greek rescuers searched villages near Heraklion for survivors.',
  ),
  doc(
    'a2',
    '2025-05-24',
    'Second day of the prisoner exchange. Russia and Ukraine exchanged 307 prisoners each on Saturday, soldiers among them.',
  ),
  doc(
    'b2',
    '2025-05-24',
    'Crete counts the damage after the quake. Greek rescuers left Heraklion; nobody died in the villages.',
  ),
  doc(
    'a3',
    '2025-05-25',
    'Prisoner exchange ends. Ukraine and Russia exchanged 303 more prisoners on Sunday, the last soldiers of a thousand.',
  ),
  doc('c1', '2025-05-25', 'Central bank of Brazil raises its rate. Inflation in Brazil has been above the target.'),
]

test('reports of the same happenings and what follows are one story, the newest first', () => {
  const stories = storiesOf(DOCS)
  expect(stories.map(({ articles }) => articles.join(' ')).sort()).toEqual(['a1 a2 a3', 'b1 b2', 'c1'])
  expect(stories.at(-1)?.articles).toEqual(['b1', 'b2'])
  for (const { articles, typical } of stories) expect(articles).toContain(typical)
})

test('the order of the input changes nothing', () => {
  expect(storiesOf([...DOCS].reverse())).toEqual(storiesOf(DOCS))
  expect(storiesOf([])).toEqual([])
})

test('alike texts far apart in time are two stories, close by they are one', () => {
  const features = new Map('quake crete rescue village damage greek island tremor'.split(' ').map(word => [word, 1]))
  const other = (n: number) => ({
    features: new Map([
      [`w${n}`, 1],
      [`x${n}`, 1],
    ]),
    time: 0,
  })
  const noise = [1, 2, 3, 4].map(other)
  const at = (days: number) => [...noise, { features, time: 0 }, { features, time: days * 86_400_000 }]
  expect(threadsOf(at(2)).some(({ members }) => members.join() === '4,5')).toBe(true)
  expect(threadsOf(at(200)).some(({ members }) => members.join() === '4,5')).toBe(false)
})

test('a text without features is a story of its own', () =>
  expect(threadsOf([0, 1].map(time => ({ features: new Map(), time })))).toHaveLength(2))
